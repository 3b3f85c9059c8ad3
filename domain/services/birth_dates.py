"""A birth date that the office corrected: what it forbids is told to staff, what it prices anew to the family.

Nothing is cancelled by it: a place that was granted is taken back by people. What nobody has decided yet is judged by
the new age when staff approve.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.staff import Misfit, StaffAgesCorrected
from domain.model.structure import Structure
from domain.rules.age import of_age
from domain.services import announce, bookings, cards, crowded_groups, repricing
from domain.services.crowded_groups import Crowding
from domain.store import births
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family

#: Lines of one message to staff; further ones are counted.
MOST_LINES: Final = 30

Births = Mapping[int, date | None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What corrections did, in bookings and families.

    `misfits` no longer fit their child's age, `crowded` are beyond the places of its new age group, and the prices of
    `repriced` families changed.
    """

    misfits: int = 0
    crowded: int = 0
    repriced: int = 0


def known(families: Sequence[Family]) -> Births:
    """Return the birth dates on file, by child id, before a list is taken over."""
    return {child.id: child.birth_date for family in families for child in family.children}


def follow(  # noqa: PLR0913 - what there was, and where staff read
    session: Session,
    structure: Structure,
    families: Sequence[Family],
    before: Births,
    staff_chat: int | None,
    now: datetime,
) -> Corrected:
    """Tell what the birth dates of `families` that are no longer those of `before` bring about, in one message each."""
    corrected = [
        child
        for family in families
        for child in family.children
        if child.id in before and child.birth_date != before[child.id]
    ]
    if not corrected:
        return Corrected()
    rows = births.coming(session, [child.id for child in corrected], structure.day_of(now))
    misfits = [row for row in rows if _misfit(structure, row)]
    wrong = {row.id for row in misfits}
    fitting = [row for row in rows if structure.knows(row.activity) and row.id not in wrong]
    crowded = crowded_groups.beyond_places(session, structure, fitting, before)
    if misfits or crowded:
        _tell_staff(session, structure, misfits, crowded, staff_chat, now)
    return Corrected(len(misfits), len(crowded), _reprice(session, structure, corrected, now))


def _misfit(structure: Structure, row: Booking) -> bool:
    """Say whether a booking, or a request for one, is for an age that the child does not have."""
    if not structure.knows(row.activity):
        return False
    return not of_age(structure.activity(row.activity), row.child.birth_date, row.day)


def _tell_staff(  # noqa: PLR0913 - both kinds of lines, and where staff read
    session: Session,
    structure: Structure,
    misfits: Sequence[Booking],
    crowded: Sequence[Crowding],
    staff_chat: int | None,
    now: datetime,
) -> None:
    room = max(MOST_LINES - len(misfits), 0)
    letter = StaffAgesCorrected(
        misfits=tuple(_shown(structure, misfits[:MOST_LINES])),
        crowds=tuple(crowded_groups.shown(structure, crowded[:room])),
        more=max(len(misfits) + len(crowded) - MOST_LINES, 0),
    )
    told = [(row.id, row.child.birth_date) for row in (*misfits, *(each.booking for each in crowded))]
    key = once("ages", now, told)
    announce.notify_staff(session, structure, staff_chat, letter, key=key, kind="ages", now=now)


def once(kind: str, now: datetime, told: object) -> str:
    """Return the key under which staff hear once of what a list brings about: `told` at `now`."""
    return f"{kind}:{now:%Y-%m-%dT%H%M%S}:{hashlib.sha256(repr(told).encode()).hexdigest()[:16]}"


def _shown(structure: Structure, rows: Sequence[Booking]) -> Iterator[Misfit]:
    for (_, code), own in groupby(rows, key=lambda row: (row.child_id, row.activity)):
        mine = list(own)
        child, activity = mine[0].child, structure.activity(code)
        yield Misfit(
            child=child.first_name,
            last_name=child.last_name,
            site=structure.site(mine[0].site).name,
            born=child.birth_date,
            ages=(activity.min_age, activity.max_age),
            items=tuple(cards.shown(structure, row) for row in mine),
        )


def _reprice(session: Session, structure: Structure, children: Sequence[Child], now: datetime) -> int:
    """Price anew what the ranks of these children and their siblings decide, but nothing that an invoice holds.

    Each family is told once; return how many were.
    """
    if not any(activity.sibling_discount for activity in structure.activities):
        return 0
    due = births.priced_since(session, {child.family_id for child in children}, structure.year.start)
    lock_days(session, {day for _, day in due})
    session.info.setdefault(bookings.PRICES_DUE, set()).update(due)
    return repricing.tell(session, structure, f"births:{now:%Y-%m-%dT%H%M%S}", now, corrected=True)
