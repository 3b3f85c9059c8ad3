"""The one way a booking changes: along an arrow of the state table, leaving an event behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final

from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.messages import Channel
from domain.model.state import HOLDS_A_PLACE, Move, State, after
from domain.model.tariff import Price
from domain.model.verdict import Line
from domain.rules.siblings import COUNTS
from domain.store.tables.bookings import Booking, BookingEvent

#: Under this name a session notes whose bookings came or went, and when (family id, day): others may change in price.
PRICES_DUE: Final = "prices due"


@dataclass(frozen=True, slots=True)
class Cause:
    """Who moves a booking, from which message, when, and why."""

    actor: str
    source_key: str
    at: datetime
    reason: str = ""


def open_booking(  # noqa: PLR0913 - the facts of one booking
    session: Session,
    line: Line,
    family_id: int,
    *,
    state: State,
    cents: int | None,
    price: Price | None = None,
    late: bool,
    channel: Channel,
    received_at: datetime,
    cause: Cause,
) -> Booking:
    """Write a new booking in its first `state`; `received_at` is its place in the queue, `price` its parts."""
    booking = Booking(
        family_id=family_id,
        child_id=line.child.id,
        site=line.child.site,
        activity=line.activity.code,
        day=line.day,
        hour=line.hour,
        state=state,
        late=late,
        price_cents=cents,
        surcharge_cents=price.surcharge if price else 0,
        reduction_cents=price.reduction if price else 0,
        aid_cents=price.aid if price else 0,
        source=channel.value,
        received_at=received_at,
        reason="",
    )
    session.add(booking)
    session.flush()
    if state in HOLDS_A_PLACE:
        recounted(session).add((line.slot, line.child.id))
    if state is State.WAITLISTED and late:  # it may wait although places are free
        to_serve(session).add(line.slot)
    _note(session, booking, move="open", before=None, cause=cause)
    return booking


def move(session: Session, booking: Booking, step: Move, cause: Cause) -> None:
    """Move `booking` along `step`; raise IllegalMove where no arrow is drawn (nothing is changed then)."""
    before = State(booking.state)
    booking.state = after(before, step)
    held = before in HOLDS_A_PLACE or booking.offer_expires_at is not None
    slot = Slot(booking.activity, booking.day, booking.site)
    if held and booking.state not in HOLDS_A_PLACE:
        to_serve(session).add(slot)
    if held != (booking.state in HOLDS_A_PLACE):
        recounted(session).add((slot, booking.child_id))
    booking.offered_at = booking.offer_expires_at = None  # an offer ends with the waiting
    if cause.reason:
        booking.reason = cause.reason
    _note(session, booking, move=step, before=before, cause=cause)


def offer(session: Session, booking: Booking, until: datetime, cause: Cause) -> int:
    """Hold a place for a waiting `booking` until `until` (aware); return the number of its event."""
    booking.offered_at, booking.offer_expires_at = cause.at, until
    recounted(session).add((Slot(booking.activity, booking.day, booking.site), booking.child_id))
    return note(session, booking, "offered", cause)


def to_serve(session: Session) -> set[Slot]:
    """Return the slots on which this unit of work gave a place back: who waits for them is served before it ends."""
    slots: set[Slot] = session.info.setdefault("to_serve", set())
    return slots


def recounted(session: Session) -> set[tuple[Slot, int]]:
    """Return on which slots this unit of work took or gave back a place, and of which child: staff read old counts."""
    slots: set[tuple[Slot, int]] = session.info.setdefault("recounted", set())
    return slots


def note(session: Session, booking: Booking, what: str, cause: Cause) -> int:
    """Leave an event that moves nothing (an offer, a rank given by staff); return its number."""
    return _note(session, booking, move=what, before=State(booking.state), cause=cause).id


def settle_proof(session: Session, booking: Booking, cause: Cause) -> None:
    """Note that the proof of an absence came: nothing is awaited any more, the state stays."""
    booking.proof_due_at = None
    _note(session, booking, move="proof", before=State(booking.state), cause=cause)


def reprice(session: Session, booking: Booking, *, reduction: int, aid: int, cause: Cause) -> None:
    """Give a booking its new reduction and aid (cents): its price changes by that, and the change is evidence."""
    before = booking.price_cents or 0
    booking.price_cents = before + booking.reduction_cents + booking.aid_cents - reduction - aid
    booking.reduction_cents, booking.aid_cents = reduction, aid
    told = replace(cause, reason=f"{before} -> {booking.price_cents} cents")
    _note(session, booking, move="reprice", before=State(booking.state), cause=told)


def decide(session: Session, booking: Booking, step: Move, cause: Cause, *, by: str) -> None:
    """Move `booking` by a person's decision; `by` is the name that is shown."""
    move(session, booking, step, cause)
    booking.decided_by, booking.decided_at = by, cause.at


def change_hour(session: Session, booking: Booking, hour: time, price: Price | None, cause: Cause) -> None:
    """Give `booking` another hour and its price; the event keeps both hours, and the day's other prices are due."""
    _keep_state(session, booking, Move.CHANGE, hour, cause)
    booking.hour, booking.wanted_hour = hour, None
    booking.price_cents = price.total if price else None
    parts = (price.surcharge, price.reduction, price.aid) if price else (0, 0, 0)
    booking.surcharge_cents, booking.reduction_cents, booking.aid_cents = parts
    session.info.setdefault(PRICES_DUE, set()).add((booking.family_id, booking.day))
    session.flush()


def ask_hour(session: Session, booking: Booking, hour: time, cause: Cause) -> None:
    """Note another hour that staff must grant; the old one stands until then."""
    _keep_state(session, booking, Move.ASK_CHANGE, hour, cause)
    booking.wanted_hour = hour
    session.flush()


def keep_hour(session: Session, booking: Booking, cause: Cause) -> None:
    """Drop the hour that was asked for: refused, or taken back by the family."""
    if booking.wanted_hour is not None:
        _keep_state(session, booking, Move.KEEP_HOUR, booking.wanted_hour, cause)
        booking.wanted_hour = None
        session.flush()


def _keep_state(session: Session, booking: Booking, step: Move, hour: time, cause: Cause) -> None:
    state = State(booking.state)
    after(state, step)  # raises where no hour can be changed
    said = f"{booking.hour:%H:%M} → {hour:%H:%M}" if booking.hour else f"→ {hour:%H:%M}"
    words = f"{said} : {cause.reason}" if cause.reason else said
    _note(session, booking, move=step, before=state, cause=replace(cause, reason=words))


def _note(session: Session, booking: Booking, *, move: str, before: State | None, cause: Cause) -> BookingEvent:
    if (before in COUNTS) != (State(booking.state) in COUNTS):
        session.info.setdefault(PRICES_DUE, set()).add((booking.family_id, booking.day))
    event = BookingEvent(
        booking_id=booking.id,
        at=cause.at,
        move=move,
        before=before,
        after=booking.state,
        actor=cause.actor,
        source_key=cause.source_key,
        reason=cause.reason,
    )
    session.add(event)
    session.flush()
    return event
