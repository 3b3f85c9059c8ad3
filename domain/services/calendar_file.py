"""The calendar file that goes with a mail which grants or cancels days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.letters.ics import Entry, calendar_file
from domain.model.activity import AskHour
from domain.model.state import State
from domain.model.structure import Structure
from domain.store.tables.bookings import Booking, BookingEvent

_NO_MORE: Final = frozenset({State.CANCELLED, State.ABSENCE_EXCUSED, State.ABSENCE_BILLED})


def calendar_of(session: Session, structure: Structure, bookings: Sequence[Booking], now: datetime) -> str:
    """Return the file of those `bookings` that are confirmed or no more; "" when none is.

    A booking's SEQUENCE is the number of its events: it grows whenever the booking changes, whoever changes it.
    """
    told = [row for row in bookings if row.state == State.CONFIRMED or row.state in _NO_MORE]
    told = [row for row in told if structure.knows(row.activity)]
    if not told:
        return ""
    counted = (
        select(BookingEvent.booking_id, func.count())
        .where(BookingEvent.booking_id.in_([row.id for row in told]))
        .group_by(BookingEvent.booking_id)
    )
    changes = {booking: count for booking, count in session.execute(counted)}  # noqa: C416 - rows are no pairs
    return calendar_file([_entry(structure, row, changes.get(row.id, 0)) for row in told], structure.name, now)


def _entry(structure: Structure, row: Booking, changes: int) -> Entry:
    activity = structure.activity(row.activity)
    starts, ends = activity.starts, activity.ends
    if row.hour is not None and activity.ask_hour is AskHour.DEPARTURE:
        ends = row.hour
    if row.hour is not None and activity.ask_hour is AskHour.ARRIVAL:
        starts = row.hour

    def at(hour: time) -> datetime:
        return datetime.combine(row.day, hour, structure.zone)

    return Entry(
        uid=f"booking-{row.id}@{structure.email.rpartition('@')[2]}",
        sequence=changes,
        summary=f"{activity.name} · {row.child.first_name}",
        place=structure.site(row.site).name,
        starts=at(starts),
        ends=at(ends),
        cancelled=row.state != State.CONFIRMED,
    )
