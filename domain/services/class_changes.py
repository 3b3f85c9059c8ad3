"""A child whom the office's list puts into another class: staff hear what is booked on days closed to that class.

Closing a class takes back what its children have booked; who comes into it later was not there. Nothing is cancelled
by a list: the child may go along on the trip, or the list may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from sqlalchemy.orm import Session

from domain.letters.catalogue.staff import ClosedOut, StaffClassesChanged
from domain.model.closures import Shut
from domain.model.school_class import class_key
from domain.model.structure import Structure
from domain.services import announce, cards
from domain.services.birth_dates import MOST_LINES, once
from domain.store import births, closures, waiting
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family

#: The site and the class of each child, by its id.
Classes: TypeAlias = Mapping[int, tuple[str, str]]


def known(families: Sequence[Family]) -> Classes:
    """Return where the children are on file, before a list is taken over."""
    return {child.id: _where(child) for family in families for child in family.children}


def follow(  # noqa: PLR0913 - what there was, and where staff read
    session: Session,
    structure: Structure,
    families: Sequence[Family],
    before: Classes,
    staff_chat: int | None,
    now: datetime,
) -> int:
    """Tell staff in one message what is booked for children whose new class is closed then; return how much it is."""
    moved = [
        child.id
        for family in families
        for child in family.children
        if child.id in before and _where(child) != before[child.id]
    ]
    rows = births.coming(session, moved, structure.day_of(now)) if moved else []
    closed = closures.standing(session, structure, {waiting.slot_of(row) for row in rows})
    out = [(row, shut) for row in rows if (shut := closures.why_shut(closed, row)) and shut.classes]
    if out:
        shown = tuple(_shown(structure, out[:MOST_LINES]))
        letter = StaffClassesChanged(children=shown, more=max(len(out) - MOST_LINES, 0))
        told = [(row.id, row.child.school_class) for row, _ in out]
        announce.notify_staff(
            session, structure, staff_chat, letter, key=once("classes", now, told), kind="classes", now=now
        )
    return len(out)


def _where(child: Child) -> tuple[str, str]:
    return child.site, class_key(child.school_class)


def _shown(structure: Structure, rows: Sequence[tuple[Booking, Shut]]) -> Iterator[ClosedOut]:
    """Yield child by child, activity by activity and reason by reason."""
    ordered = sorted(rows, key=lambda each: (each[0].child_id, each[0].activity, each[1].reason))
    for (_, _, reason), own in groupby(ordered, key=lambda each: (each[0].child_id, each[0].activity, each[1].reason)):
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
