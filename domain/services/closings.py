"""Days closed by staff: what is booked is cancelled and never billed, families are told, nothing new is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from domain.letters.catalogue.closures import ClosedSpan, DaysClosed, StaffClosedAlready
from domain.model.activity import Slot
from domain.model.school_class import SEPARATOR, class_key
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
    """Days to close or open at a site, for the activities and the classes named or (none) for all."""

    site: str
    first: date
    last: date
    activities: tuple[str, ...] = ()
    reason: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many bookings and families a closing is about.

    `classless` children stay booked because nobody has said in which class they are.
    """

    bookings: int
    families: int
    classless: int = 0


def propose(session: Session, structure: Structure, span: Span, actor: str, now: datetime) -> Closure:
    """Write down what is to be closed, with what needs it; nothing is closed before `confirm`."""
    activities = goes_with(span.activities, span.site, structure)
    return _write(session, replace(span, activities=activities), actor, now)


def closed_already(session: Session, structure: Structure, span: Span) -> StaffClosedAlready | None:
    """Say that all of `span` is closed already; None when something is open still."""
    about = Closure(
        site=span.site, activities=",".join(goes_with(span.activities, span.site, structure)), first_day=span.first,
        last_day=span.last, classes=SEPARATOR.join(span.classes), reason=span.reason,
    )  # fmt: skip
    slots = _slots(structure, about)
    in_force = closures.standing(session, structure, slots)
    open_still = any(in_force.of(slot, name) is None for slot in slots for name in span.classes or ("",))
    if open_still or closures.taken_back(session, about, structure):
        return None
    rows = closures.overlapping(session, [span.site], span.first, span.last)
    return StaffClosedAlready(closed=tuple(shown(structure, row) for row in rows))


def _slots(structure: Structure, row: Closure) -> Sequence[Slot]:
    """Return what takes place, by the règlement, on the days of `row` of what it names."""
    return [
        Slot(code, day, row.site)
        for day in structure.year.days(row.first_day, row.last_day)
        for code in closures.codes_of(row, structure)
        if structure.activity(code).runs_on(day, structure.year)
    ]


def _write(session: Session, span: Span, actor: str, now: datetime) -> Closure:
    row = Closure(
        site=span.site,
        activities=",".join(span.activities),
        classes=SEPARATOR.join(span.classes),
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
    return _count(session, structure, row, closures.taken_back(session, row, structure))


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
    return _count(session, structure, row, rows)


def reopen(session: Session, structure: Structure, span: Span, actor: str, now: datetime) -> tuple[ClosedSpan, ...]:
    """Open days for new bookings again; return what of the closures was lifted.

    What of a closure lies outside `span` stays closed, but not what was closed with an activity because it needs it.
    A class cannot be opened where everybody is closed out. What was cancelled stays cancelled.
    """
    lifted = []
    for row in closures.overlapping(session, [span.site], span.first, span.last, lock=True):
        opened = _opened(structure, row, span)
        if opened is not None:
            row.reopened_at, row.actor = now, actor
            lifted.append(_lift(session, structure, row, opened))
    session.flush()
    return tuple(lifted)


def _opened(structure: Structure, row: Closure, span: Span) -> Span | None:
    """Return the days, activities and classes of `row` that `span` opens; None when it opens nothing of it."""
    named = {code for code in closures.codes_of(row, structure) if not span.activities or code in span.activities}
    classes = closures.classes_of(row)
    keys = {class_key(name) for name in span.classes}
    opened = tuple(name for name in classes if not keys or class_key(name) in keys)
    if not named or (keys and not opened):
        return None
    first, last = max(row.first_day, span.first), min(row.last_day, span.last)
    return Span(row.site, first, last, goes_with(named, row.site, structure), row.reason, opened)


def _lift(session: Session, structure: Structure, row: Closure, opened: Span) -> ClosedSpan:
    """Keep in force what of `row` is not `opened`; return what is."""
    codes, classes = closures.codes_of(row, structure), closures.classes_of(row)
    whole = replace(opened, activities=tuple(row.activities.split(",")) if row.activities else (), classes=classes)
    _keep(session, row, replace(whole, first=row.first_day, last=opened.first - _ONE_DAY))
    _keep(session, row, replace(whole, first=opened.last + _ONE_DAY, last=row.last_day))
    if others := tuple(code for code in codes if code not in opened.activities):
        _keep(session, row, replace(opened, activities=others))
    if still := tuple(name for name in classes if name not in opened.classes):
        _keep(session, row, replace(whole, classes=still))
    lifted = tuple(code for code in codes if code in opened.activities) if others or row.activities else ()
    return _shown(structure, replace(opened, activities=lifted))


def closed_to_all(session: Session, structure: Structure, span: Span) -> tuple[ClosedSpan, ...]:
    """Return the closures of what `span` names that are not about classes: a class alone cannot be opened there."""
    rows = closures.overlapping(session, [span.site], span.first, span.last)
    named = set(span.activities)
    mine = (row for row in rows if not named or not named.isdisjoint(closures.codes_of(row, structure)))
    return tuple(shown(structure, row) for row in mine if not row.classes)


def shown(structure: Structure, row: Closure) -> ClosedSpan:
    """Turn a closure into what is shown of it."""
    codes = tuple(row.activities.split(",")) if row.activities else ()
    span = Span(row.site, row.first_day, row.last_day, codes, row.reason, closures.classes_of(row))
    return _shown(structure, span)


def _shown(structure: Structure, span: Span) -> ClosedSpan:
    names = tuple(structure.activity(code).name if structure.knows(code) else code for code in span.activities)
    return ClosedSpan(structure.site(span.site).name, names, span.first, span.last, span.reason, span.classes)


def _keep(session: Session, row: Closure, span: Span) -> None:
    """Keep a part of a closure that is lifted in force, where there is any."""
    if span.first > span.last:
        return
    part = _write(session, span, row.actor, row.proposed_at)
    part.confirmed_at = row.confirmed_at


def _tell(turn: Turn, row: Closure, family_id: int, rows: tuple[Booking, ...]) -> None:
    items = tuple(cards.shown(turn.structure, booking) for booking in rows)
    classes = {class_key(name): name for name in (booking.child.school_class for booking in rows)}
    letter = DaysClosed(items=items, reason=row.reason, classes=tuple(classes.values()) if row.classes else ())
    for guardian in queries.guardians_of(turn.session, family_id):
        key = f"closed:{row.id}"
        announce.notify(turn.session, turn.structure, guardian, letter, key=key, kind="closed", now=turn.now)


def _count(session: Session, structure: Structure, row: Closure, rows: closures.Rows) -> Count:
    classless = closures.without_class(session, row, structure) if row.classes else 0
    return Count(len(rows), len({booking.family_id for booking in rows}), classless)
