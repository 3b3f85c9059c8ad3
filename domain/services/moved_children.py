"""A child whom the office's list puts into another class or school: staff hear what is booked and no longer fits.

Closing a class takes back what its children have booked; who comes into it later was not there. What is booked at one
school is not booked at another one. Nothing is cancelled by a list: the child may go along on the trip, there may be no
place at the new school, or the list may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from sqlalchemy.orm import Session

from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.staff import ClosedOut, Elsewhere, StaffClassesChanged, StaffSitesChanged
from domain.model.closures import Shut
from domain.model.school_class import class_key
from domain.model.structure import Structure
from domain.services import announce, cards
from domain.services.birth_dates import MOST_LINES, once
from domain.store import births, closures, waiting
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family

#: The site and the class of each child, by its id.
Whereabouts: TypeAlias = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Moved:
    """How many bookings are on days `closed` to the child's new class, and how many `elsewhere`, at its old school."""

    closed: int = 0
    elsewhere: int = 0


def known(families: Sequence[Family]) -> Whereabouts:
    """Return where the children are on file, before a list is taken over."""
    return {child.id: _where(child) for family in families for child in family.children}


def follow(  # noqa: PLR0913 - what there was, and where staff read
    session: Session,
    structure: Structure,
    families: Sequence[Family],
    before: Whereabouts,
    staff_chat: int | None,
    now: datetime,
) -> Moved:
    """Tell staff what is booked for who is not where they were `before`: one message for each sort of move."""
    children = [child for family in families for child in family.children if child.id in before]
    moved = [child.id for child in children if _where(child) != before[child.id]]
    rows = births.coming(session, moved, structure.day_of(now)) if moved else []
    closed = closures.standing(session, structure, {waiting.slot_of(row) for row in rows})
    out = [(row, shut) for row in rows if (shut := closures.why_shut(closed, row)) and shut.classes]
    away = [row for row in rows if row.site != row.child.site and before[row.child_id][0] != row.child.site]
    for kind, letter, told in _letters(structure, out, away):
        key = once(kind, now, told)
        announce.notify_staff(session, structure, staff_chat, letter, key=key, kind=kind, now=now)
    return Moved(len(out), len(away))


def _letters(
    structure: Structure, out: Sequence[tuple[Booking, Shut]], away: Sequence[Booking]
) -> Iterator[tuple[str, Letter, object]]:
    """Yield what there is to tell, with its kind and with what it is about."""
    if out:
        classes = StaffClassesChanged(children=tuple(_closed(structure, out[:MOST_LINES])), more=_more(len(out)))
        yield "classes", classes, [(row.id, row.child.school_class) for row, _ in out]
    if away:
        sites = StaffSitesChanged(children=tuple(_elsewhere(structure, away[:MOST_LINES])), more=_more(len(away)))
        yield "sites", sites, [(row.id, row.child.site) for row in away]


def _where(child: Child) -> tuple[str, str]:
    return child.site, class_key(child.school_class)


def _more(count: int) -> int:
    return max(count - MOST_LINES, 0)


def _closed(structure: Structure, rows: Sequence[tuple[Booking, Shut]]) -> Iterator[ClosedOut]:
    """Yield child by child, activity by activity and reason by reason."""

    def alike(each: tuple[Booking, Shut]) -> tuple[int, str, str]:
        return each[0].child_id, each[0].activity, each[1].reason

    for (_, _, reason), own in groupby(sorted(rows, key=alike), key=alike):
        mine = [row for row, _ in own]
        child = mine[0].child
        yield ClosedOut(
            child=child.first_name,
            last_name=child.last_name,
            site=structure.site(mine[0].site).name,
            school_class=child.school_class,
            reason=reason,
            items=tuple(cards.shown(structure, row) for row in mine),
        )


def _elsewhere(structure: Structure, rows: Sequence[Booking]) -> Iterator[Elsewhere]:
    """Yield child by child, activity by activity."""

    def alike(row: Booking) -> tuple[int, str, str]:
        return row.child_id, row.activity, row.site

    for (_, _, site), own in groupby(sorted(rows, key=alike), key=alike):
        mine = list(own)
        child = mine[0].child
        yield Elsewhere(
            child=child.first_name,
            last_name=child.last_name,
            site=structure.site(child.site).name,
            booked_at=structure.site(site).name,
            items=tuple(cards.shown(structure, row) for row in mine),
        )
