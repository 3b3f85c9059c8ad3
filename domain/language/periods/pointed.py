"""Periods pointed back to: "ces semaines-là", "à partir de cette date", "sur la même période, les jeudis"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Reach, Sort, When

WEEKDAYS: Final = (Sort.WEEKDAY, Sort.EVERY)
LIMITS: Final = (Sort.SPAN, Sort.PARITY, Sort.UNTIL, Sort.SINCE)
_PERIODS: Final = (Sort.SPAN, Sort.PARITY, Sort.ALTERNATE, Sort.SINCE, Sort.UNTIL, Sort.LASTING)
_SCHOOL_WEEK: Final = 5


def has(days: Days, *sorts: Sort) -> bool:
    """Say whether something of these sorts limits the days."""
    return any(w.sort in sorts for w in days.frames)


def repeats(days: Days) -> bool:
    """Say whether only weekdays are meant."""
    return all(b.sort in WEEKDAYS for b in days.bases)


def point_back(said: list[Statement]) -> None:
    """Give "ces semaines-là", "à partir de cette date" and "ces soirs-là" what was told before them."""
    told: Days | None = None
    for one, two in pairwise(said):
        _same_period(one, two)
    for item in (i for s in said for i in s.items):
        days = item.days
        if days is None:
            continue
        if has(days, Sort.THOSE, Sort.THENCE):
            item.days = _pointed(days, told)
        elif any(b.sort is Sort.EVERY or b.days or b.first for b in (*days.bases, *days.frames)) or has(days, *LIMITS):
            told = _within(told, days)


def _within(told: Days | None, days: Days) -> Days:
    """Keep the rhythm told before a mere period: "J'ai les enfants les semaines paires. En mai, … ces semaines-là"."""
    rhythm = [w for w in told.frames if w.sort in (Sort.PARITY, Sort.ALTERNATE)] if told else []
    period = not days.bases and {w.sort for w in days.frames} == {Sort.SPAN}
    return replace(days, frames=(*days.frames, *rhythm)) if rhythm and period else days


def end_around(plain: str, said: list[Statement]) -> None:
    """Let a limit after an exception hold for what it excepts: "tous les midis sauf mercredi jusqu'au 20 juin"."""
    for one, two in pairwise(said):
        own = two.items[-1].days if two.prop.link is Link.EXCEPT else None
        if own is not None and own.week is not None and _APART.search(plain, own.start, own.end):
            _week_around(one, own.week)
        if own is None or not own.frames or not (own.bases and repeats(own)):
            continue
        daily = [i for i in one.items if i.days and not i.days.bases and has(i.days, Sort.EACH_DAY)]
        for item in daily:
            if item.days and not has(item.days, *LIMITS):
                item.days = replace(item.days, frames=(*item.days.frames, *own.frames))
        if daily:
            two.items[-1].days = replace(own, frames=())


#: "sauf le lundi la semaine prochaine", unlike "sauf lundi de la semaine prochaine".
_APART: Final = Expression(r"di,? (?:pour |pendant |sur )?(?:la|cette) semaine\b")


def _week_around(one: Statement, week: When) -> None:
    """Let the week after an exception be that of what it excepts."""
    for item in one.items:
        if item.days is None:
            item.days = Days(week.start, week.end, frames=(week,))
        elif not item.days.bases and has(item.days, Sort.EACH_DAY) and not has(item.days, *LIMITS):
            item.days = replace(item.days, frames=(*item.days.frames, week))


def _same_period(s: Statement, after: Statement) -> None:
    """Let weekdays narrow the period pointed to before them: "JB : la même période, mais les jeudis"."""
    days, new = s.items[-1].days, after.items[0].days
    if days is None or new is None or days.bases or {w.sort for w in days.frames} != {Sort.THOSE}:
        return
    if s.prop.sentence == after.prop.sentence and not new.frames and new.bases and repeats(new):
        after.items[0].days = replace(new, frames=days.frames)
        if s.mood is not Mood.CONTEXT or after.do is None:
            s.items[-1].days = after.items[0].days


def _pointed(days: Days, told: Days | None) -> Days:
    """Return days in the period of `told`; each names its own limits where it has any."""
    own = tuple(w for w in days.frames if w.sort not in (Sort.THOSE, Sort.THENCE))
    if told is None:
        return replace(days, frames=own)
    if has(days, Sort.THENCE):
        firsts = [w.first or w.days[0] for w in (*told.frames, *told.bases) if w.first or w.days]
        since = (When(Sort.SINCE, days.start, days.end, first=min(firsts)),) if firsts else ()
        return replace(days, frames=(*own, *since))
    if weeks := _listed_weeks(told):
        return _in_weeks(days, own, weeks)
    spans = [w for w in (*told.frames, *told.bases) if w.sort in _PERIODS and w.sort not in {o.sort for o in own}]
    if any(w.sort is Sort.SPAN and w.reach is Reach.WEEK for w in spans):
        spans = [w for w in spans if w.reach is not Reach.LONG or w.sort is not Sort.SPAN]
    if days.bases or has(days, Sort.EACH_DAY):
        return replace(days, frames=(*own, *spans))
    bases = tuple(b for b in told.bases if b.sort in (Sort.EVERY, Sort.DAY, Sort.WEEKDAY))
    each = tuple(w for w in told.frames if w.sort is Sort.EACH_DAY)
    excepts = (*days.excepts, *told.excepts)
    return replace(days, bases=bases, frames=(*own, *each, *spans), excepts=excepts)


def _listed_weeks(told: Days) -> list[When]:
    """Return the weeks that were listed by their numbers ("les semaines 49 et 51"), each as a period."""
    days = {d for w in (*told.bases, *told.frames) if w.sort is Sort.VAGUE for d in w.days}
    mondays = sorted({d - timedelta(days=d.weekday()) for d in days})
    return [When(Sort.SPAN, first=m, last=m + timedelta(days=6), reach=Reach.WEEK) for m in mondays]


def _in_weeks(days: Days, own: tuple[When, ...], weeks: list[When]) -> Days:
    """Return the weekdays of `days`, or else every day, in each of the weeks."""
    weekdays = tuple(sorted({n for b in days.bases for n in b.weekdays}))
    if not weekdays or len(weekdays) == _SCHOOL_WEEK:
        return replace(days, bases=(), frames=(*own, When(Sort.EACH_DAY), *weeks))
    every = When(Sort.EVERY, days.start, days.end, weekdays=weekdays, habit=True)
    return replace(days, bases=(every,), frames=(*own, *weeks))
