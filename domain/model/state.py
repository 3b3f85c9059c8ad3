"""The states of a booking and the arrows between them; what is not drawn is illegal and raises.

The letters in the comments are the portals' own (Gandrange, Maison de l'Enfant): DR, R, DA, A Exc., A Fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.errors import IllegalMove


class State(StrEnum):
    """Where a booking (one child × one activity × one date) stands."""

    REQUESTED = "requested"  # DR
    CONFIRMED = "confirmed"  # R
    WAITLISTED = "waitlisted"
    CANCEL_REQUESTED = "cancel_requested"  # DA
    ABSENCE_EXCUSED = "absence_excused"  # A Exc.
    ABSENCE_BILLED = "absence_billed"  # A Fact.
    REFUSED = "refused"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    PRESENT = "present"
    PRESENT_UNBOOKED = "present_unbooked"


class Move(StrEnum):
    """What happens to a booking."""

    APPROVE = "approve"
    REFUSE = "refuse"
    QUEUE = "queue"  # no place left when staff approve
    OFFER = "offer"  # an offered place is accepted
    WITHDRAW = "withdraw"  # by the family, freely, before a decision
    EXPIRE = "expire"
    CANCEL = "cancel"  # in time: never billed
    ASK_CANCEL = "ask_cancel"  # late, or staff decide
    KEEP = "keep"  # staff refuse the cancellation
    EXCUSE = "excuse"
    CHARGE = "charge"
    CHECK_IN = "check_in"
    UNDO = "undo"  # the family takes an absence notice back
    CHANGE = "change"  # another hour of arrival or departure; the booking stands
    ASK_CHANGE = "ask_change"  # another hour, which staff decide
    KEEP_HOUR = "keep_hour"  # the hour asked for is refused, or not wanted any more
    CLOSE = "close"  # the structure itself closes the day: never billed


S, M = State, Move

#: The hour of a booking in one of these may be changed; in the others the child is not coming, or is there.
CHANGEABLE: Final = (S.REQUESTED, S.WAITLISTED, S.CONFIRMED)

NEXT: Final[Mapping[tuple[State, Move], State]] = MappingProxyType(
    {
        (S.REQUESTED, M.APPROVE): S.CONFIRMED,
        (S.REQUESTED, M.REFUSE): S.REFUSED,
        (S.REQUESTED, M.QUEUE): S.WAITLISTED,
        (S.REQUESTED, M.WITHDRAW): S.WITHDRAWN,
        (S.WAITLISTED, M.OFFER): S.REQUESTED,
        (S.WAITLISTED, M.APPROVE): S.CONFIRMED,
        (S.WAITLISTED, M.REFUSE): S.REFUSED,
        (S.WAITLISTED, M.WITHDRAW): S.WITHDRAWN,
        (S.WAITLISTED, M.EXPIRE): S.EXPIRED,
        (S.CONFIRMED, M.CANCEL): S.CANCELLED,
        (S.CONFIRMED, M.ASK_CANCEL): S.CANCEL_REQUESTED,
        (S.CONFIRMED, M.EXCUSE): S.ABSENCE_EXCUSED,
        (S.CONFIRMED, M.CHARGE): S.ABSENCE_BILLED,
        (S.CONFIRMED, M.CHECK_IN): S.PRESENT,
        (S.CANCEL_REQUESTED, M.CANCEL): S.CANCELLED,
        (S.CANCEL_REQUESTED, M.EXCUSE): S.ABSENCE_EXCUSED,
        (S.CANCEL_REQUESTED, M.CHARGE): S.ABSENCE_BILLED,
        (S.CANCEL_REQUESTED, M.KEEP): S.CONFIRMED,
        (S.ABSENCE_EXCUSED, M.CHARGE): S.ABSENCE_BILLED,  # the proof did not come
        (S.ABSENCE_EXCUSED, M.UNDO): S.CONFIRMED,
        (S.ABSENCE_BILLED, M.EXCUSE): S.ABSENCE_EXCUSED,
        (S.ABSENCE_BILLED, M.UNDO): S.CONFIRMED,
        **{(state, move): state for state in CHANGEABLE for move in (M.CHANGE, M.ASK_CHANGE, M.KEEP_HOUR)},
        (S.REQUESTED, M.CLOSE): S.CANCELLED,
        (S.CONFIRMED, M.CLOSE): S.CANCELLED,
        (S.WAITLISTED, M.CLOSE): S.CANCELLED,
        (S.CANCEL_REQUESTED, M.CLOSE): S.CANCELLED,
        (S.ABSENCE_EXCUSED, M.CLOSE): S.CANCELLED,
        (S.ABSENCE_BILLED, M.CLOSE): S.CANCELLED,
    }
)

#: A booking in one of these holds a place (requests are served in order of arrival, Hettange-Grande).
HOLDS_A_PLACE: Final = frozenset({S.REQUESTED, S.CONFIRMED, S.CANCEL_REQUESTED, S.PRESENT, S.PRESENT_UNBOOKED})

#: With a booking in one of these the child comes: it was granted, and nobody has asked to cancel it.
COMES: Final = frozenset({S.CONFIRMED, S.PRESENT, S.PRESENT_UNBOOKED})

#: A booking in one of these stands for the child's day: the same slot cannot be booked a second time.
ACTIVE: Final = HOLDS_A_PLACE | {S.WAITLISTED, S.ABSENCE_EXCUSED, S.ABSENCE_BILLED}

#: These are on the month's invoice.
BILLED: Final = frozenset({S.CONFIRMED, S.CANCEL_REQUESTED, S.ABSENCE_BILLED, S.PRESENT, S.PRESENT_UNBOOKED})


def after(state: State, move: Move) -> State:
    """Return where `move` leads from `state`; raise IllegalMove where no arrow is drawn."""
    try:
        return NEXT[state, move]
    except KeyError:
        raise IllegalMove(state, move) from None
