"""Days closed by staff: what is booked is cancelled and never billed, families are told, nothing new is accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from domain.letters.catalogue.closures import ClosedSpan, DaysClosed
from domain.model.state import Move
from domain.model.structure import Structure
from domain.rules.needs import goes_with
from domain.services import announce, cards
from domain.services.bookings import Cause, move
from domain.services.turn import Turn
from domain.store import closures, queries
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking, Closure

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days to close or open at a site, for the activities named or (none) for all."""

    site: str
    first: date
    last: date
    activities: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many bookings and families a closing is about."""

    bookings: int
    families: int


def propose(session: Session, structure: Structure, span: Span, actor: str, now: datetime) -> Closure:
    """Write down what is to be closed, with what needs it; nothing is closed before `confirm`."""
    activities = goes_with(span.activities, span.site, structure)
    return _write(session, replace(span, activities=activities), actor, now)


def _write(session: Session, span: Span, actor: str, now: datetime) -> Closure:
    row = Closure(
        site=span.site,
        activities=",".join(span.activities),
        first_day=span.first,
        last_day=span.last,
        reason=span.reason,
        proposed_at=now,
        actor=actor,
    )
    session.add(row)
    session.flush()
    return row


def concerned(session: Session, structure: Structure, row: Closure) -> Count:
    """Count what closing would take back now."""
    return _count(closures.taken_back(session, row, structure))


def confirm(turn: Turn, row: Closure, actor: str) -> Count:
    """Close the days of `row` (under lock): cancel what is booked, tell each family once, settle open requests."""
    session, structure = turn.session, turn.structure
    lock_days(session, [row.first_day + _ONE_DAY * n for n in range((row.last_day - row.first_day).days + 1)])
    row.confirmed_at, row.actor = turn.now, actor
    rows = closures.taken_back(session, row, structure, lock=True)
    cause = Cause(actor, turn.incoming.key, turn.now, row.reason)
    for booking in rows:
        move(session, booking, Move.CLOSE, cause)
        booking.proof_due_at = booking.kept_cents = None
    session.flush()
    cards.close_lines(turn, rows)
    for family_id, theirs in groupby(rows, key=lambda booking: booking.family_id):
        _tell(turn, row, family_id, tuple(theirs))
    return _count(rows)


def reopen(session: Session, structure: Structure, span: Span, actor: str, now: datetime) -> tuple[Closure, ...]:
    """Open days for new bookings again; return the closures that were lifted, whole or in part.

    What of a closure lies outside `span` stays closed, but not what was closed with an activity because it needs it.
    What was cancelled stays cancelled.
    """
    lifted = []
    for row in closures.overlapping(session, [span.site], span.first, span.last, lock=True):
        codes = closures.codes_of(row, structure)
        named = {code for code in codes if not span.activities or code in span.activities}
        meant = goes_with(named, row.site, structure)
        if not named:
            continue
        row.reopened_at, row.actor = now, actor
        others = tuple(code for code in codes if code not in meant)
        closed = tuple(row.activities.split(",")) if row.activities else ()
        _keep(session, row, (row.first_day, span.first - _ONE_DAY), closed)
        _keep(session, row, (span.last + _ONE_DAY, row.last_day), closed)
        if others:
            _keep(session, row, (max(row.first_day, span.first), min(row.last_day, span.last)), others)
        lifted.append(row)
    session.flush()
    return tuple(lifted)


def shown(structure: Structure, row: Closure) -> ClosedSpan:
    """Turn a closure into what is shown of it."""
    codes = row.activities.split(",") if row.activities else []
    names = tuple(structure.activity(code).name if structure.knows(code) else code for code in codes)
    return ClosedSpan(structure.site(row.site).name, names, row.first_day, row.last_day, row.reason)


def _keep(session: Session, row: Closure, days: tuple[date, date], activities: tuple[str, ...]) -> None:
    """Keep a part of a closure that is lifted in force, where there is any."""
    first, last = days
    if first > last:
        return
    part = _write(session, Span(row.site, first, last, activities, row.reason), row.actor, row.proposed_at)
    part.confirmed_at = row.confirmed_at


def _tell(turn: Turn, row: Closure, family_id: int, rows: tuple[Booking, ...]) -> None:
    items = tuple(cards.shown(turn.structure, booking) for booking in rows)
    letter = DaysClosed(items=items, reason=row.reason)
    for guardian in queries.guardians_of(turn.session, family_id):
        key = f"closed:{row.id}"
        announce.notify(turn.session, turn.structure, guardian, letter, key=key, kind="closed", now=turn.now)


def _count(rows: closures.Rows) -> Count:
    return Count(len(rows), len({booking.family_id for booking in rows}))
