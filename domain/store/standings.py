"""Who stands where, if a règlement orders its waiting lists by more than receipt.

Nothing of it is kept on a booking: a family that moves to town, or a sister who is granted a place, counts from then
on, and a changed configuration orders anew those who wait already.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, literal_column, select
from sqlalchemy.orm import Session, aliased

from domain.model.standing import Standing
from domain.model.state import COMES
from domain.model.structure import Structure
from domain.rules.waiting_order import places_in_line
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Family
from domain.store.tables.requests import Request

#: In so many letters, for the partial index.
WAITS: Final[ColumnElement[bool]] = Booking.state == literal_column("'waitlisted'")


def ordered(session: Session, structure: Structure, query: Select[Booking]) -> Sequence[Booking]:
    """Return the bookings of `query`, who wait, as the règlement has them stand."""
    facts = query.add_columns(*_known()).join(Family, Family.id == Booking.family_id)
    rows = session.execute(facts)
    standing = {_standing(*row): row[0] for row in rows}
    line = places_in_line(standing, structure.approval.waitlist_priority, structure.zone)
    return [standing[each] for each in line]


def known_of(session: Session, bookings: Collection[Booking]) -> dict[int, Standing]:
    """Return what decides where each of `bookings` stands, by booking id."""
    query = select(Booking.id, *_known()).join(Family, Family.id == Booking.family_id)
    found = session.execute(query.where(Booking.id.in_([row.id for row in bookings])))
    rows = {row.id: row for row in bookings}
    return {number: _standing(rows[number], *facts) for number, *facts in found}


@functools.cache
def sibling_comes() -> ColumnElement[bool]:
    """Return whether a brother or sister has a place on the day of a booking."""
    other = aliased(Booking)
    return exists().where(
        other.family_id == Booking.family_id,
        other.day == Booking.day,
        other.child_id != Booking.child_id,
        other.state.in_(sorted(COMES)),
    )


@functools.cache
def never_asked() -> ColumnElement[bool]:
    """Return whether the family of a booking had asked for nothing before it."""
    return ~exists().where(Request.family_id == Booking.family_id, Request.received_at < Booking.received_at)


def _known() -> tuple[ColumnElement[Any], ...]:
    return Family.resident.expression, sibling_comes(), never_asked()


def _standing(row: Booking, resident: Any, sibling: Any, first: Any) -> Standing:  # noqa: ANN401 - columns
    return Standing(
        row.received_at,
        row.id,
        row.priority,
        row.late,
        row.waits_with,
        resident,
        bool(sibling),
        row.child.birth_date,
        bool(first),
    )
