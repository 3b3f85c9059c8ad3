"""Days that staff closed: which slots are closed now, and to which classes; the rows behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.closures import Closures, Shut
from domain.model.school_class import SEPARATOR
from domain.model.state import State
from domain.model.structure import Structure
from domain.store.classes import spellings
from domain.store.tables.bookings import Booking, Closure
from domain.store.tables.people import Child

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


def standing(session: Session, structure: Structure, slots: Collection[Slot]) -> Closures:
    """Return what closes `slots`, with the reason given, in one query (none when nothing is asked)."""
    if not slots:
        return Closures()
    days = {slot.day for slot in slots}
    found: dict[Slot, list[Shut]] = defaultdict(list)
    for row in reversed(overlapping(session, {slot.site for slot in slots}, min(days), max(days))):
        codes, shut = codes_of(row, structure), Shut(row.reason, classes_of(row))
        for slot in slots:
            if slot.site == row.site and row.first_day <= slot.day <= row.last_day and slot.activity in codes:
                found[slot].append(shut)
    return Closures({slot: tuple(shuts) for slot, shuts in found.items()})


def why_shut(closed: Closures, booking: Booking) -> Shut | None:
    """Return what closes a booking's slot to its child; the class counts at the child's own site."""
    child = booking.child
    slot = Slot(booking.activity, booking.day, booking.site)
    return closed.of(slot, child.school_class if child.site == booking.site else "")


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


def classes_of(row: Closure) -> tuple[str, ...]:
    """Return the classes that a closure is about; none: every child."""
    return tuple(row.classes.split(SEPARATOR)) if row.classes else ()


def taken_back(session: Session, row: Closure, structure: Structure, *, lock: bool = False) -> Sequence[Booking]:
    """Return the bookings that a closure takes back, by family and day."""
    query = select(Booking).where(*_booked(row, structure))
    if row.classes:
        named = Child.school_class.in_(spellings(session, row.site, classes_of(row)))
        query = query.join(Child, Child.id == Booking.child_id).where(Child.site == row.site, named)
    query = query.order_by(Booking.family_id, Booking.child_id, Booking.day, Booking.id)
    return session.scalars(query.with_for_update(of=Booking) if lock else query).all()


def without_class(session: Session, row: Closure, structure: Structure) -> int:
    """Count the children booked at the closure's slots of whom nobody has said in which class they are."""
    children = select(func.count(Booking.child_id.distinct())).join(Child, Child.id == Booking.child_id)
    unknown = (Child.site == row.site, Child.school_class == "")
    return session.scalar(children.where(*_booked(row, structure), *unknown)) or 0


def _booked(row: Closure, structure: Structure) -> list[ColumnElement[bool]]:
    """Limit bookings to the days, the site and the activities of a closure."""
    days = Booking.day.between(row.first_day, row.last_day)
    named = [Booking.activity.in_(codes_of(row, structure))] if row.activities else []
    return [days, Booking.site == row.site, Booking.state.in_(CLOSABLE), *named]
