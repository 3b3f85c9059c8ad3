"""What a line runs into among the family's own bookings: nothing to cancel, freely withdrawn."""

from __future__ import annotations

from typing import Final

from domain.model.state import ACTIVE, State
from domain.model.verdict import Booked, BookingKey, Code, Facts, Line, Remark
from domain.model.wish import Do

#: Asked and not yet granted: the family may take it back freely, whatever the deadline.
WITHDRAWABLE: Final = frozenset({State.REQUESTED, State.WAITLISTED})

#: A booking in one of these can be cancelled; in the other active ones that has been done already.
CANCELLABLE: Final = WITHDRAWABLE | {State.CONFIRMED}


def key_of(line: Line) -> BookingKey:
    """Return the key under which `line` stands among bookings and cart lines."""
    return line.child.id, line.activity.code, line.day


def booking_of(line: Line, facts: Facts) -> Booked | None:
    """Return the active booking that `line` is about, if any."""
    booked = facts.booked.get(key_of(line))
    return booked if booked and booked.state in ACTIVE else None


def nothing_to_cancel(line: Line, facts: Facts) -> Remark | None:
    """Refuse to cancel what is not booked, or what is already being cancelled or absent."""
    booked = booking_of(line, facts)
    if line.do is Do.BOOK or (booked and booked.state in CANCELLABLE):
        return None
    return Remark(Code.NOTHING_TO_CANCEL, state=booked.state if booked else None)


def withdrawal(line: Line, facts: Facts) -> Remark | None:
    """Grant taking back what was asked and not yet granted."""
    booked = booking_of(line, facts)
    free = line.do is not Do.BOOK and booked and booked.state in WITHDRAWABLE
    return Remark(Code.OK, state=booked.state) if free and booked else None
