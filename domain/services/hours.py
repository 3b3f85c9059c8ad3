"""Changing the hour of a booking: at once where nobody has to decide it, else on a card for staff."""

from __future__ import annotations

from domain.letters.items import HourShown
from domain.model.state import CHANGEABLE, State
from domain.model.structure import ApprovalMode, Structure
from domain.model.tariff import Price
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do
from domain.services.bookings import Cause, ask_hour, change_hour, keep_hour
from domain.services.turn import Turn
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import RequestLine


def line_of(verdict: Verdict, booking: Booking) -> RequestLine:
    """Write the line of a request that asks for another hour; it keeps what was promised, whatever changes later."""
    change = verdict.change
    return RequestLine(
        booking_id=booking.id,
        do=Do.BOOK,
        booking=booking,
        hour_before=change.before if change else None,
        cents_before=change.before_cents if change else None,
        wanted_hour=verdict.line.hour,
        wanted_cents=verdict.price_cents,
        wanted_surcharge_cents=verdict.price.surcharge if verdict.price else 0,
        wanted_reduction_cents=verdict.price.reduction if verdict.price else 0,
        wanted_aid_cents=verdict.price.aid if verdict.price else 0,
        late=verdict.code is Code.STAFF,
        exception=verdict.remark.exception or None,
    )


def apply(turn: Turn, verdict: Verdict, booking: Booking, line: RequestLine, cause: Cause) -> None:
    """Change the hour, or leave it to staff, as the approval mode says; an undecided booking is changed at once.

    A change that was asked before and waits is dropped by whatever comes after it.
    """
    change, hour = verdict.change, verdict.line.hour
    if change is None or hour is None:
        return
    keep_hour(turn.session, booking, cause)
    if change.takes_back:
        line.outcome = State.CONFIRMED
    elif _at_once(turn.structure, verdict, booking):
        change_hour(turn.session, booking, hour, verdict.price, cause)
        line.outcome = State.CONFIRMED
    else:
        ask_hour(turn.session, booking, hour, cause)


def decide(turn: Turn, line: RequestLine, cause: Cause, *, accept: bool) -> None:
    """Settle a change that waited: the new hour and the price that was told, or the old ones stay."""
    booking = line.booking
    if line.wanted_hour is None or booking.wanted_hour != line.wanted_hour or booking.state not in CHANGEABLE:
        line.outcome = State.WITHDRAWN  # the booking has gone, or another hour was asked meanwhile
        return
    if accept:
        change_hour(turn.session, booking, line.wanted_hour, _told(line), cause)
    else:
        keep_hour(turn.session, booking, cause)
    line.outcome, line.reason = State.CONFIRMED if accept else State.REFUSED, cause.reason


def shown(line: RequestLine, *, arrival: bool) -> HourShown | None:
    """Turn a line into the change that is shown of it; None when it is no change."""
    if line.wanted_hour is None or line.hour_before is None:
        return None
    return HourShown(line.hour_before, line.wanted_hour, line.cents_before, arrival=arrival)


def _told(line: RequestLine) -> Price | None:
    """Return the price that was told when the change was asked, with its parts."""
    if line.wanted_cents is None:
        return None
    surcharge, reduction, aid = line.wanted_surcharge_cents, line.wanted_reduction_cents, line.wanted_aid_cents
    return Price(line.wanted_cents - surcharge + reduction + aid, reduction, aid, surcharge)


def _at_once(structure: Structure, verdict: Verdict, booking: Booking) -> bool:
    undecided = booking.state in (State.REQUESTED, State.WAITLISTED)
    return verdict.code is Code.OK and (undecided or structure.approval.mode is ApprovalMode.AUTO)
