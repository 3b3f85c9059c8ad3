"""Days that staff closed: which slots are closed now, and the rows behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.state import State
from domain.model.structure import Structure
from domain.store.tables.bookings import Booking, Closure

Rows = Sequence[Booking]

#: What closing a day takes back; who came that day was there.
CLOSABLE = frozenset(
    {
        State.REQUESTED,
        State.CONFIRMED,
        State.WAITLISTED,
        State.CANCEL_REQUESTED,
        State.ABSENCE_EXCUSED,
        State.ABSENCE_BILLED,
    }
)


def standing(session: Session, structure: Structure, slots: Collection[Slot]) -> Mapping[Slot, str]:
    """Return which of `slots` are closed, each with the reason given, in one query (none when nothing is asked)."""
    if not slots:
        return {}
    days = {slot.day for slot in slots}
    rows = overlapping(session, {slot.site for slot in slots}, min(days), max(days))
    return {
        slot: row.reason
        for row in rows
        for slot in slots
        if slot.site == row.site
        and row.first_day <= slot.day <= row.last_day
        and slot.activity in codes_of(row, structure)
    }


_OVERLAPPING: Final = (
    select(Closure)
    .where(
        Closure.reopened_at.is_(None),
        Closure.last_day >= bindparam("first"),
        Closure.first_day <= bindparam("last"),
        Closure.confirmed_at.is_not(None),
        Closure.site.in_(bindparam("sites")),
    )
    .order_by(Closure.last_day, Closure.id)
)


def overlapping(
    session: Session, sites: Collection[str], first: date, last: date, *, lock: bool = False
) -> Sequence[Closure]:
    """Return the closures in force at `sites` that touch `first` to `last`, in the order of their ends."""
    query = _OVERLAPPING.with_for_update() if lock else _OVERLAPPING
    return session.scalars(query, {"sites": list(sites), "first": first, "last": last}).all()


def codes_of(row: Closure, structure: Structure) -> tuple[str, ...]:
    """Return the activities that a closure is about: those it names, else every one of its site."""
    if row.activities:
        return tuple(row.activities.split(","))
    return tuple(activity.code for activity in structure.activities_at(row.site))


def taken_back(session: Session, row: Closure, structure: Structure, *, lock: bool = False) -> Sequence[Booking]:
    """Return the bookings that a closure takes back, by family and day."""
    known = codes_of(row, structure)
    query = (
        select(Booking)
        .where(
            Booking.day.between(row.first_day, row.last_day),
            Booking.site == row.site,
            Booking.state.in_(CLOSABLE),
        )
        .order_by(Booking.family_id, Booking.child_id, Booking.day, Booking.id)
    )
    if row.activities:
        query = query.where(Booking.activity.in_(known))
    return session.scalars(query.with_for_update() if lock else query).all()
