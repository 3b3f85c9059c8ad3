"""The import: brings the database's families up to the office's list, all or nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from domain.model.structure import Structure
from domain.services import birth_dates, moved_children
from domain.services.families_file import Household, ImportFailed, Person, folded, read_families
from domain.services.families_tariff import TariffFacts
from domain.store.tables.people import Child, Family, Guardian, Quotient

_CHUNK: Final = 400


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, counted in people (guardians and children), and how many families it named.

    Staff are told of bookings: the `misfits` that a corrected birth date forbids, the `crowded` ones that are beyond
    the places of the child's new age group, those on days `closed` to its new class, and
    those `elsewhere`, at its old site.
    """

    families: int
    created: int
    updated: int
    unchanged: int
    misfits: int = 0
    crowded: int = 0
    closed: int = 0
    elsewhere: int = 0


def import_families(  # noqa: PLR0913 - who is told while it runs, and afterwards
    session: Session,
    content: bytes | str,
    structure: Structure,
    now: datetime,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    staff_chat: int | None = None,
) -> ImportResult:
    """Take over a family list, all or nothing; people are added or brought up to date, never removed.

    Repeating it changes nothing. `on_progress` is told how many families are done, and of how many; staff (in
    `staff_chat`, or each in private) what no longer fits a child whose facts changed. Raises ImportFailed,
    with every problem, before anything is written.
    """
    households = read_families(content, structure, structure.day_of(now))
    existing = _existing(session, [household.key for household in households])
    if problems := [*_taken_addresses(session, households), *_incomplete(households, existing)]:
        raise ImportFailed(problems)
    families = list(existing.values())
    births, places = birth_dates.known(families), moved_children.known(families)
    counts = _take_over(session, households, existing, now, on_progress)
    corrected = birth_dates.follow(session, structure, families, births, staff_chat, now)
    moved = moved_children.follow(session, structure, families, places, staff_chat, now)
    told = {"misfits": corrected.misfits, "crowded": corrected.crowded, **asdict(moved)}
    return ImportResult(families=len(households), **counts, **told)


def _take_over(
    session: Session,
    households: Sequence[Household],
    existing: Mapping[str, Family],
    now: datetime,
    on_progress: Callable[[int, int], None] | None,
) -> dict[str, int]:
    """Bring each family up to date; return how many people were created, updated and left unchanged."""
    results: list[str] = []
    for done, household in enumerate(households, start=1):
        family = existing.get(household.key) or _new_family(session, household.key, now)
        merged = list(_merge(family, household))
        results += _told(merged) if _take_tariff(family, household.tariff) else merged
        if on_progress:
            on_progress(done, len(households))
    session.flush()
    return {kind: results.count(kind) for kind in ("created", "updated", "unchanged")}


def _existing(session: Session, keys: Iterable[str]) -> dict[str, Family]:
    whole = select(Family).options(
        selectinload(Family.guardians), selectinload(Family.children), selectinload(Family.quotients)
    )
    return {
        family.key: family for chunk in _chunks(keys) for family in session.scalars(whole.where(Family.key.in_(chunk)))
    }


def _taken_addresses(session: Session, households: Sequence[Household]) -> Iterator[str]:
    """Name each address that a guardian of another family has already."""
    wanted: dict[str | None, Person] = {
        person.email: person for household in households for person in household.guardians if person.email
    }
    owner = select(Guardian.email, Family.key).join(Family, Family.id == Guardian.family_id)
    for chunk in _chunks(filter(None, wanted)):
        for email, family in session.execute(owner.where(Guardian.email.in_(chunk))):
            if (person := wanted.get(email)) and person.family != family:
                yield f"line {person.line}: e-mail {email!r} belongs to family {family!r} already"


def _incomplete(households: Iterable[Household], existing: dict[str, Family]) -> Iterator[str]:
    for household in households:
        family = existing.get(household.key)
        if not household.guardians and not (family and family.guardians):
            yield f"line {household.line}: family {household.key!r} has no guardian"
        if not household.children and not (family and family.children):
            yield f"line {household.line}: family {household.key!r} has no child"


def _new_family(session: Session, key: str, now: datetime) -> Family:
    family = Family(key=key, created_at=now, guardians=[], children=[], quotients=[])
    session.add(family)
    return family


def _merge(family: Family, household: Household) -> Iterator[str]:
    """Bring `family` up to date; yield "created", "updated" or "unchanged" for each person of the list."""
    known = list(family.guardians)
    for person in household.guardians:
        guardian = _same_guardian(person, known)
        facts = _guardian_facts(person)
        if guardian is None:
            family.guardians.append(Guardian(**facts))
            yield "created"
            continue
        known.remove(guardian)
        if guardian.email != facts["email"]:
            guardian.mail_lost_at = None
        yield _update(guardian, facts)
    children = {folded(child.first_name): child for child in family.children}
    for person in household.children:
        child = children.get(folded(person.first_name))
        facts = _child_facts(person)
        if child is None:
            family.children.append(Child(first_name=person.first_name, position=len(family.children), **facts))
        yield "created" if child is None else _update(child, facts)


def _child_facts(person: Person) -> dict[str, Any]:
    facts = {"last_name": person.last_name, "birth_date": person.birth_date, "site": person.site}
    return facts if person.school_class is None else facts | {"school_class": person.school_class}


def _take_tariff(family: Family, said: TariffFacts) -> bool:
    """Take over what the list says of the family's prices; True if anything changed. An older quotient is kept."""
    before = (
        family.resident,
        family.aid_cents,
        family.aid_percent,
        [(q.valid_from, q.value) for q in family.quotients],
    )
    if said.resident is not None:
        family.resident = said.resident
    if said.aid is not None:
        family.aid_cents, family.aid_percent = said.aid.cents or None, said.aid.percent or None
    if said.quotient is not None:
        since, value = said.quotient
        known = next((q for q in family.quotients if q.valid_from == since), None)
        if known is None:
            family.quotients.append(Quotient(valid_from=since, value=value))
        else:
            known.value = value
    now = (family.resident, family.aid_cents, family.aid_percent, [(q.valid_from, q.value) for q in family.quotients])
    return now != before


def _told(results: list[str]) -> list[str]:
    """Count a family whose prices changed as one person brought up to date: the import counts people."""
    if "unchanged" in results and "updated" not in results:
        results[results.index("unchanged")] = "updated"
    return results


def _guardian_facts(person: Person) -> dict[str, Any]:
    names = {"civility": person.civility, "first_name": person.first_name, "last_name": person.last_name}
    return {**names, "email": person.email or None, "phone": person.phone}


def _same_guardian(person: Person, known: Iterable[Guardian]) -> Guardian | None:
    """Return who of `known` the row describes: the one of that address, else the one of that name."""
    candidates = list(known)
    by_address = (g for g in candidates if person.email and g.email == person.email)
    name = (folded(person.first_name), folded(person.last_name))
    by_name = (g for g in candidates if (folded(g.first_name), folded(g.last_name)) == name)
    return next(by_address, None) or next(by_name, None)


def _update(row: Guardian | Child, facts: dict[str, Any]) -> str:
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    return "updated" if changed else "unchanged"


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    iterator = iter(keys)
    while chunk := list(itertools.islice(iterator, _CHUNK)):
        yield chunk
