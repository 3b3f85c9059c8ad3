"""Days of an earlier request, pointed at: "le même jour", "cette semaine-là", "le mardi et le jeudi" of that period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.notions.when import POINTING, Days, Reach, Sort, When

_TWO: Final = 2
_SUNDAY: Final = timedelta(days=6)
_REPEATING: Final = (Sort.WEEKDAY, Sort.EVERY)


def points_back(days: Days | None) -> bool:
    """Say whether nothing but days spoken of before is named, so that the words say no day by themselves."""
    return days is not None and any(w.sort in POINTING for w in (*days.bases, *days.frames))


def referred(days: Days | None, before: Collection[date]) -> Days | None:
    """Return `days` with the days of the request `before` in place of what points at them."""
    if days is None or not before:
        return days
    named = tuple(sorted(set(before)))
    bases = tuple(_those(w, named) if w.sort is Sort.SAME else w for w in days.bases)
    frames = tuple(_period(w, named) if w.sort in (Sort.THOSE, Sort.THENCE) else w for w in days.frames)
    pointed = replace(days, bases=bases, frames=frames)
    return _of_its_days(pointed, named) if pointed == days else pointed


def within(days: Days | None, period: tuple[When, ...]) -> Days | None:
    """Return "et les mardis aussi" as those of the `period` of the request, unless they have their own."""
    if days is None or not period or days.frames or not days.bases:
        return days
    repeating = all(w.sort is Sort.EVERY or (w.sort is Sort.WEEKDAY and w.habit) for w in days.bases)
    return replace(days, frames=period) if repeating else days


def _those(said: When, named: tuple[date, ...]) -> When:
    """Return the days of "ces jours-là", or the one of "le premier"."""
    if said.which and abs(said.which) <= len(named):
        named = (named[said.which - 1 if said.which > 0 else said.which],)
    return When(Sort.DAY, said.start, said.end, days=named)


def _period(said: When, named: tuple[date, ...]) -> When:
    """Return the weeks of "cette semaine-là", or the beginning of "à partir de cette date"."""
    if said.sort is Sort.THENCE:
        return When(Sort.SINCE, said.start, said.end, first=named[0])
    first, last = (day - timedelta(days=day.weekday()) for day in (named[0], named[-1]))
    reach = Reach.WEEK if first == last else Reach.DATES
    return When(Sort.SPAN, said.start, said.end, first=first, last=last + _SUNDAY, reach=reach)


def _of_its_days(days: Days, named: tuple[date, ...]) -> Days:
    """Let "tous les jours", "le mardi et le jeudi" and "tous les mardis" stay within a request that has such days.

    A weekday without its article is the next one, or asked: it may as well be meant by itself.
    """
    if len(named) < _TWO or any(w.sort is not Sort.EACH_DAY for w in days.frames):
        return days
    often, weekdays = Counter(day.isoweekday() for day in named), {n for w in days.bases for n in w.weekdays}
    daily = bool(days.frames) and not days.bases
    repeating = bool(weekdays) and all(w.sort in _REPEATING and w.habit for w in days.bases)
    every = any(w.sort is Sort.EVERY for w in days.bases)
    if not (daily or (repeating and all(often[n] >= (_TWO if every else 1) for n in weekdays))):
        return days
    own = tuple(day for day in named if daily or day.isoweekday() in weekdays)
    return replace(days, bases=(When(Sort.DAY, days.start, days.end, days=own),), frames=())
