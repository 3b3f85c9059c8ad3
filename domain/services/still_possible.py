"""What staff approve is looked at once more: a request may have become impossible while it waited."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from domain.letters import labels
from domain.model.activity import Slot
from domain.model.closures import Closures
from domain.model.wish import Do
from domain.rules.age import of_age
from domain.services.turn import Turn
from domain.store import closures
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import RequestLine


def obstacles(turn: Turn, lines: Collection[RequestLine]) -> Mapping[int, str]:
    """Return why bookings among `lines` cannot be granted any more, by line id: a word to staff.

    On the day itself staff may still grant: they see who is there; and another hour of a booking that stands at any
    time. One query, whatever the number of lines.
    """
    asked = [line for line in lines if line.do == Do.BOOK and line.wanted_hour is None]
    known = {_slot(line.booking) for line in asked if turn.structure.knows(line.booking.activity)}
    shut = closures.standing(turn.session, turn.structure, known)
    return {line.id: why for line in asked if (why := _obstacle(turn, line.booking, shut))}


def _obstacle(turn: Turn, booking: Booking, shut: Closures) -> str:
    structure, day = turn.structure, booking.day
    if day < structure.day_of(turn.now):
        return labels.day_is_over(day)
    if (closure := closures.why_shut(shut, booking)) is not None:
        return labels.day_is_closed(day, closure.reason, booking.child.school_class if closure.classes else "")
    known = structure.knows(booking.activity)
    if not known or not structure.activity(booking.activity).runs_on(day, structure.year):
        return labels.does_not_run(day)
    if not of_age(structure.activity(booking.activity), booking.child.birth_date, day):
        return labels.not_of_age(booking.child.first_name, day)
    return ""


def _slot(booking: Booking) -> Slot:
    return Slot(booking.activity, booking.day, booking.site)
