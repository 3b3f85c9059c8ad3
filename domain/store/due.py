"""What the ticks ask: what is due, what is counted every morning, what may be forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import delete, func, literal_column, select, update
from sqlalchemy.orm import Session, selectinload

from domain.model.state import State
from domain.store.tables.bookings import Booking
from domain.store.tables.conversation import LastRequest, OpenQuestion
from domain.store.tables.invoices import Invoice
from domain.store.tables.messages import Inbox
from domain.store.tables.people import Family
from domain.store.tables.requests import Cart, CartLine, Request


def carts_with_lines(session: Session) -> Sequence[Cart]:
    """Return the carts that hold something."""
    return session.scalars(
        select(Cart)
        .where(Cart.family_id.in_(select(CartLine.family_id)))
        .options(selectinload(Cart.lines).joinedload(CartLine.child))
    ).all()


def count_overdue_requests(session: Session, now: datetime) -> int:
    """Count the open requests whose promised time has passed."""
    overdue = select(func.count()).select_from(Request).where(Request.decided_at.is_(None), Request.promised_by < now)
    return session.scalar(overdue) or 0


def invoiced_cents(session: Session, month: str) -> int:
    """Add up the invoices of `month`, drafts included."""
    return session.scalar(select(func.sum(Invoice.total_cents)).where(Invoice.month == month)) or 0


def counts_on(session: Session, day: date) -> Mapping[tuple[str, str, State], int]:
    """Count the bookings of `day` by site, activity and state."""
    rows = session.execute(
        select(Booking.site, Booking.activity, Booking.state, func.count())
        .where(Booking.day == day)
        .group_by(Booking.site, Booking.activity, Booking.state)
    )
    return {(site, activity, State(state)): count for site, activity, state, count in rows}


def forget_words(session: Session, before: datetime) -> int:
    """Blank the messages handled before `before`, and what we asked about them; return how many were blanked.

    The rows stay: they say that a message was handled, and keep it from being handled twice.
    """
    has_words = func.length(Inbox.raw) > literal_column("0")  # in so many letters, for the partial index
    old = Inbox.state.in_(("done", "failed")) & (Inbox.done_at < before) & has_words
    session.execute(delete(OpenQuestion).where(OpenQuestion.asked_at < before))
    session.execute(delete(LastRequest).where(LastRequest.received_at < before))
    blanked = session.execute(update(Inbox).where(old).values(raw=b"").returning(Inbox.id))
    return len(blanked.all())


def families_with_bookings(session: Session, first: date, last: date, *, after: int, limit: int) -> Sequence[int]:
    """Return the next families (by id, after `after`) that had a booking from `first` to `last`."""
    had_one = select(Booking.id).where(Booking.family_id == Family.id, Booking.day.between(first, last)).exists()
    return session.scalars(select(Family.id).where(Family.id > after, had_one).order_by(Family.id).limit(limit)).all()
