"""The one way a booking changes: along an arrow of the state table, leaving an event behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.model.state import Move, State, after
from domain.model.verdict import Line
from domain.store.tables import Booking, BookingEvent


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
    late: bool,
    channel: Channel,
    received_at: datetime,
    cause: Cause,
) -> Booking:
    """Write a new booking in its first `state`; `received_at` is its place in the queue."""
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
        source=channel.value,
        received_at=received_at,
        reason="",
    )
    session.add(booking)
    session.flush()
    _note(session, booking, move="open", before=None, cause=cause)
    return booking


def move(session: Session, booking: Booking, step: Move, cause: Cause) -> None:
    """Move `booking` along `step`; raise IllegalMove where no arrow is drawn (nothing is changed then)."""
    before = State(booking.state)
    booking.state = after(before, step)
    if cause.reason:
        booking.reason = cause.reason
    _note(session, booking, move=step, before=before, cause=cause)


def settle_proof(session: Session, booking: Booking, cause: Cause) -> None:
    """Note that the proof of an absence came: nothing is awaited any more, the state stays."""
    booking.proof_due_at = None
    _note(session, booking, move="proof", before=State(booking.state), cause=cause)


def decide(session: Session, booking: Booking, step: Move, cause: Cause, *, by: str) -> None:
    """Move `booking` by a person's decision; `by` is the name that is shown."""
    move(session, booking, step, cause)
    booking.decided_by, booking.decided_at = by, cause.at


def _note(session: Session, booking: Booking, *, move: str, before: State | None, cause: Cause) -> None:
    session.add(
        BookingEvent(
            booking_id=booking.id,
            at=cause.at,
            move=move,
            before=before,
            after=booking.state,
            actor=cause.actor,
            source_key=cause.source_key,
            reason=cause.reason,
        )
    )
    session.flush()
