"""Wishes meet the rules: what a sentence would do, judged against the world, changing nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, Self

from sqlalchemy.orm import Session

from domain.language.following.queueing import all_or_none
from domain.language.office.told_hours import with_told_hour
from domain.language.understand import understand
from domain.model.activity import WHOLE_DAY
from domain.model.family import Family
from domain.model.standing import Asking, Priority
from domain.model.structure import Structure
from domain.model.verdict import Booked, BookingKey, Facts, Line, Verdict
from domain.model.wish import ANY_ACTIVITY, Do, Hints, Reason, Understanding, Wish
from domain.rules.maximum import monday_of, with_bookings
from domain.rules.one_cart import examine_together
from domain.rules.pricing import priced_hours
from domain.rules.together import priced_together
from domain.store import closures, documents, queries, waiting
from domain.store.payers import payers_of
from domain.store.weeks import held_in_weeks

#: Booked days further apart than this are not looked at as one illness.
ONE_ILLNESS: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Why:
    """The reason that a message gives: its class, the code of one that may open it after its deadline; a condition."""

    reason: Reason | None = None
    exception: str = ""
    tied: bool = False  # the children named want a place all or none

    @classmethod
    def of(cls, understood: Understanding, words: str = "") -> Self:
        """Return the reason of an understood message, and the condition that its `words` make."""
        return cls(understood.reason, understood.exception, all_or_none(words))


@dataclass(frozen=True, slots=True)
class Judged:
    """A wish and what the rules say of each line it means; a whole day may mean several, or one that is nothing."""

    wish: Wish
    verdicts: tuple[Verdict, ...]


@dataclass(slots=True)
class Seen:
    """What was read of the world to judge some lines, for whoever judges them again within the same answer.

    Nobody may move a booking, or wait for a lock, between the two.
    """

    facts: Facts | None = None
    lines: frozenset[tuple[Do, BookingKey]] = frozenset()

    def of(self, lines: Iterable[Line]) -> Facts | None:
        """Return what was read, if it is about all of `lines`."""
        return self.facts if _named(lines) <= self.lines else None


@dataclass(frozen=True, slots=True)
class Considered:
    """A message understood and judged."""

    understanding: Understanding
    judged: tuple[Judged, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict, in the order of the wishes."""
        return tuple(verdict for judged in self.judged for verdict in judged.verdicts)


def consider(  # noqa: PLR0913 - the message's own facts
    session: Session,
    structure: Structure,
    family: Family,
    text: str,
    *,
    subject: str = "",
    asked_at: datetime,
    hints: Hints | None = None,
) -> Considered:
    """Understand `text` as `family` would mean it at `asked_at` (aware), and judge each line."""
    hints = hints or Hints()
    understood = understand(text, family=family, structure=structure, now=asked_at, subject=subject, hints=hints)
    understood = with_told_hour(
        understood, text, family=family, structure=structure, now=asked_at, subject=subject, hints=hints
    )
    judged = judge_wishes(session, structure, family, understood.wishes, Why.of(understood, text), asked_at)
    return Considered(understood, judged)


def judge_wishes(  # noqa: PLR0913
    session: Session,
    structure: Structure,
    family: Family,
    wishes: Sequence[Wish],
    why: Why,
    asked_at: datetime,
    together: Sequence[Line] = (),
    seen: Seen | None = None,
) -> tuple[Judged, ...]:
    """Make each wish precise against what is booked, then judge all lines together, with five queries at most.

    What was read is left in `seen`.
    """
    if not wishes:
        return ()
    days = {wish.day for wish in wishes} | {line.day for line in together}
    if why.reason is Reason.SICK and structure.absence.waiting_days:  # an illness may go on
        first = min(wish.day for wish in wishes)
        days |= {first - timedelta(days=n) for n in range(1, ONE_ILLNESS.days + 1)}
    booked = queries.booked_on(session, {child.id for child in family.children}, days)
    meant = [(wish, lines_of(wish, why, family, structure, booked)) for wish in wishes]
    lines = [line for _, own in meant for line in own]
    seen = seen or Seen()
    if lines:
        everything = [*lines, *together]
        seen.facts = _world(session, structure, everything, asked_at, booked)
        seen.lines = _named(everything)
    verdicts = iter(judge(session, structure, lines, asked_at, together, seen))
    return tuple(Judged(wish, tuple(next(verdicts) for _ in own)) for wish, own in meant)


def lines_of(
    wish: Wish, why: Why, family: Family, structure: Structure, booked: Mapping[BookingKey, Booked]
) -> tuple[Line, ...]:
    """Make a wish precise: a whole day means each booking of that day, or the day itself when there is none."""
    child = family.child(wish.child)
    if wish.activity != ANY_ACTIVITY:
        activity = structure.activity(wish.activity)
        hour = wish.hour if activity.ask_hour else None
        tied = why.tied and wish.do is Do.BOOK
        return (Line(wish.do, child, activity, wish.day, hour, why.reason, why.exception, tied),)
    codes = [code for (owner, code, day) in booked if owner == child.id and day == wish.day and structure.knows(code)]
    activities = sorted((structure.activity(code) for code in codes), key=lambda a: (a.starts, a.code))
    return tuple(
        Line(wish.do, child, activity, wish.day, None, why.reason, why.exception) for activity in activities
    ) or (Line(wish.do, child, WHOLE_DAY, wish.day, None, why.reason, why.exception),)


def judge(  # noqa: PLR0913
    session: Session,
    structure: Structure,
    lines: Sequence[Line],
    asked_at: datetime,
    together: Iterable[Line] = (),
    seen: Seen | None = None,
) -> tuple[Verdict, ...]:
    """Judge `lines` as of `asked_at`; `together` are further lines of the same cart, for what needs another.

    What was `seen` of all of them is not read again.
    """
    if not lines:
        return ()
    together = tuple(together)
    everything = [*lines, *together]
    world = (seen.of(everything) if seen else None) or _world(session, structure, everything, asked_at)
    facts = replace(
        world,
        adding=_keys(everything, {Do.BOOK}),
        removing=_keys(everything, {Do.CANCEL, Do.ABSENT}),
        held=with_bookings(world.held, together) if structure.maxima else {},
    )
    return priced_together(examine_together(lines, facts), facts, together)


def _world(
    session: Session,
    structure: Structure,
    lines: Sequence[Line],
    asked_at: datetime,
    booked: Mapping[BookingKey, Booked] | None = None,
) -> Facts:
    """Read what there is beside the lines themselves."""
    children = {line.child.id for line in lines}
    payers = payers_of(session, children, _newcomers_at(structure, asked_at)) if structure.asks_who_pays else {}
    if booked is None:
        booked = queries.booked_on(session, children | payers.keys(), {line.day for line in lines})
    asked = [line for line in lines if line.do is Do.BOOK and line.child.site in line.activity.sites]
    wanted = {structure.pools_of(line.slot, line.child.birth_date) for line in asked}
    mondays = {monday_of(line.day) for line in lines} if structure.maxima else set()
    return Facts(
        structure=structure,
        asked_at=asked_at,
        places=waiting.counted(session, structure, wanted, _asking(asked, asked_at)),
        booked=booked,
        held=held_in_weeks(session, children, mondays) if mondays else {},
        closures=closures.standing(session, structure, {line.slot for line in asked}),
        payers=payers,
        documents=_documents(session, lines),
    )


def _newcomers_at(structure: Structure, asked_at: datetime) -> datetime | None:
    """Return before when a family must not have asked to be a newcomer; None where no waiting list goes by it."""
    return asked_at if Priority.FIRST_REQUEST in structure.approval.waitlist_priority else None


def _asking(asked: Iterable[Line], at: datetime) -> Asking:
    """Return what those who wait are compared with."""
    births = {line.child.birth_date for line in asked}
    return Asking(at, tuple(day for day in births if day is not None))


def hour_choices(line: Line) -> tuple[time, ...]:
    """Return the hours to offer when a line needs one and has none: those at which its price changes."""
    if line.do is not Do.BOOK or line.activity.ask_hour is None or line.hour is not None:
        return ()
    return priced_hours(line.activity)


def _named(lines: Iterable[Line]) -> frozenset[tuple[Do, BookingKey]]:
    return frozenset((line.do, (line.child.id, line.activity.code, line.day)) for line in lines)


def _documents(session: Session, lines: Iterable[Line]) -> Mapping[tuple[int, str], date]:
    """Return what is there of the documents that `lines` require; nothing is read where none is."""
    asked = [(x.child.id, x.activity.requires_document) for x in lines if x.do is Do.BOOK]
    required = [(child, code) for child, code in asked if code is not None]
    return documents.held(session, {child for child, _ in required}, {code for _, code in required})


def _keys(lines: Iterable[Line], dos: Collection[Do]) -> frozenset[BookingKey]:
    return frozenset((line.child.id, line.activity.code, line.day) for line in lines if line.do in dos)
