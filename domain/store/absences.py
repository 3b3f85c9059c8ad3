"""What the absences of sick children look up: the days around an illness, what awaits its proof, what is due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import Select, literal_column, select
from sqlalchemy.orm import Session, joinedload

from domain.model.state import ACTIVE, State
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice

_MONTH: Final = "%Y-%m"


def days_around(session: Session, child_id: int, first: date, last: date) -> Sequence[Booking]:
    """Return the child's active bookings from `first` to `last`, in the order of the calendar."""
    return session.scalars(
        select(Booking)
        .where(Booking.child_id == child_id, Booking.day.between(first, last), Booking.state.in_(ACTIVE))
        .order_by(Booking.day, Booking.id)
    ).all()


def awaiting_proof(session: Session, family_id: int, since: date, due_since: datetime) -> Sequence[Booking]:
    """Return the family's absences from `since` on whose proof is awaited, or did not come, under lock.

    Those that did not get theirs in time are billed and still say when it was due; what was due before `due_since` is
    past being proved.
    """
    return session.scalars(
        select(Booking)
        .where(
            Booking.family_id == family_id,
            Booking.day >= since,
            Booking.proof_due_at >= due_since,
            Booking.state.in_((State.ABSENCE_EXCUSED, State.ABSENCE_BILLED)),
        )
        .order_by(Booking.child_id, Booking.day, Booking.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def overdue(session: Session, now: datetime, limit: int) -> Sequence[Booking]:
    """Return excused absences whose proof was due by `now`, at most `limit`, illness by illness, under lock.

    Rows that somebody else holds are left for the next time: their proof may be coming in this moment.
    """
    return session.scalars(
        select(Booking)
        .where(
            Booking.state == literal_column("'absence_excused'"),  # in so many letters, for the partial index
            Booking.proof_due_at.is_not(None),
            Booking.proof_due_at <= now,
        )
        .order_by(Booking.proof_due_at, Booking.child_id, Booking.day, Booking.id)
        .limit(limit)
        .options(joinedload(Booking.child, innerjoin=True))
        .with_for_update(of=Booking, skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()


def to_remind_of(session: Session, now: datetime, until: datetime) -> Sequence[Booking]:
    """Return excused absences whose proof is due after `now` and by `until`, and of which nobody was reminded yet."""
    return session.scalars(_to_remind_of(now).where(Booking.proof_due_at <= until)).all()


def to_remind_now(session: Session, now: datetime, bookings: Collection[int]) -> Sequence[Booking]:
    """Return those of `bookings` that are still to be reminded of, under lock.

    Rows that somebody else holds are left for the next time: their proof may be coming in this moment.
    """
    query = _to_remind_of(now).where(Booking.id.in_(bookings))
    return session.scalars(
        query.with_for_update(of=Booking, skip_locked=True).execution_options(populate_existing=True)
    ).all()


def _to_remind_of(now: datetime) -> Select[Booking]:
    return (
        select(Booking)
        .where(
            Booking.state == literal_column("'absence_excused'"),  # in so many letters, for the partial index
            Booking.proof_due_at.is_not(None),
            Booking.proof_due_at > now,
            Booking.proof_reminded_at.is_(None),
        )
        .order_by(Booking.family_id, Booking.proof_due_at, Booking.child_id, Booking.day, Booking.id)
        .options(joinedload(Booking.child, innerjoin=True))
    )


def billed_without_proof(session: Session, booking_id: int) -> Sequence[Booking]:
    """Return the absences of the same child and the same proof as `booking_id` that were billed for want of it."""
    one = session.get(Booking, booking_id)
    if one is None or one.proof_due_at is None:
        return ()
    return session.scalars(
        select(Booking)
        .where(
            Booking.child_id == one.child_id,
            Booking.proof_due_at == one.proof_due_at,
            Booking.state == State.ABSENCE_BILLED,
        )
        .order_by(Booking.day, Booking.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def invoiced(session: Session, bookings: Collection[Booking]) -> frozenset[int]:
    """Return the ids of those of `bookings` whose family's invoice of that month is final."""
    families = {booking.family_id for booking in bookings}
    months = {f"{booking.day:{_MONTH}}" for booking in bookings}
    rows = session.execute(
        select(Invoice.family_id, Invoice.month).where(
            Invoice.family_id.in_(families), Invoice.month.in_(months), Invoice.status == "issued"
        )
    )
    final = {(family, month) for family, month in rows}
    return frozenset(b.id for b in bookings if (b.family_id, f"{b.day:{_MONTH}}") in final)
