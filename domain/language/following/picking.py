"""Picks, among lines that are in effect, those that a few words name ("jeudi", "le 13", "le goûter", "Victor")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.language.activities.activities import is_afternoon, is_evening, is_long, is_meal, is_morning
from domain.language.days.calendar import lay
from domain.language.leaning.meant import Named
from domain.language.notions.marks import Act, Part
from domain.language.notions.points_open import Open
from domain.language.notions.when import Days, Sort
from domain.language.sentences.sentences import World
from domain.model.activity import Activity
from domain.model.wish import Ask, Wish

_PARTS: Final[Mapping[Part, tuple[Callable[[Activity], bool], ...]]] = MappingProxyType(
    {
        Part.MEAL: (is_meal,),
        Part.MORNING: (is_morning,),
        Part.AFTERNOON: (is_afternoon,),
        Part.EVENING: (is_evening,),
        Part.DAY: (is_long,),
        Part.CARE: (is_morning, is_evening),
        Part.CENTRE: (is_long, is_morning, is_afternoon),
    }
)


@dataclass(frozen=True, slots=True)
class Picked:
    """The lines named, and what must be asked before they are certain."""

    wishes: tuple[Wish, ...] = ()
    open: Open | None = None


def pick(named: Named, lines: tuple[Wish, ...], world: World) -> Picked:
    """Return those of `lines` that all the words of `named` fit; a bare weekday that fits several dates is asked."""
    found = [w for w in lines if _fits_child(w, named, world) and _fits_activity(w, named, world)]
    if named.days is None:
        return Picked(tuple(found) if named.sorts else ())
    days = {w.day for w in found}
    hinted = {date.fromisoformat(d) for d in (world.hints.date or "").split(",") if d}
    if hinted & days:
        return Picked(tuple(w for w in found if w.day in hinted))
    fitting = days & _days(named.days, days, world)
    doubtful = _doubtful(named.days, fitting)
    return Picked(tuple(w for w in found if w.day in fitting), Open(Ask.DATE, days=doubtful) if doubtful else None)


def _fits_child(wish: Wish, named: Named, world: World) -> bool:
    if named.whos:
        return any(wish.child in who.names for who in named.whos)
    return not world.hints.child or wish.child in world.hints.child.split(",")


def _fits_activity(wish: Wish, named: Named, world: World) -> bool:
    if not named.acts:
        return not named.hours
    if not world.structure.knows(wish.activity):
        return False
    return any(_is_named(act, world.structure.activity(wish.activity)) for act in named.acts)


def _is_named(act: Act, activity: Activity) -> bool:
    if act.part is Part.NAMED:
        return activity.code in act.codes
    return any(test(activity) for test in _PARTS.get(act.part, ()))


def _days(said: Days, days: Iterable[date], world: World) -> set[date]:
    """Return which of `days` the words may mean: by weekday, by date, or by day number alone."""
    weekdays = {n for w in said.bases if w.sort in (Sort.WEEKDAY, Sort.EVERY) for n in w.weekdays}
    loose = weekdays and not said.frames and not any(w.sort is Sort.DAY for w in said.bases)
    if loose:
        return {d for d in days if d.isoweekday() in weekdays}
    found = set(lay(said, world.scene).days) & set(days)
    numbers = {d.day for w in said.bases if w.sort is Sort.DAY and not w.named_month for d in w.days}
    return found or {d for d in days if d.day in numbers}


def _doubtful(said: Days, fitting: set[date]) -> tuple[date, ...]:
    """Return the dates among which a bare weekday or day number does not choose; "les mardis" means all of them."""
    bare = {n for w in said.bases if w.sort is Sort.WEEKDAY and not w.habit for n in w.weekdays}
    alike = [d for d in fitting if d.isoweekday() in bare]
    many = len({d.isoweekday() for d in alike}) < len(alike)
    numbers = [d.day for d in fitting]
    by_number = any(w.explicit and not w.named_month for w in said.bases) and len(set(numbers)) < len(numbers)
    return tuple(sorted(fitting)) if (many and not said.frames) or by_number else ()


def names_others(named: Named, picked: Picked, plain: str) -> bool:
    """Say whether a day named after a comma fits no line: "pas mardi, jeudi" may want the one in place of the other."""
    if named.days is None or not re.search(r",", plain[named.days.start : named.days.end]):
        return False
    days = {wish.day for wish in picked.wishes}
    weekdays = {day.isoweekday() for day in days}
    single = [w for w in named.days.bases if w.sort in (Sort.WEEKDAY, Sort.DAY)]
    return any(not (set(w.weekdays) & weekdays) and not (set(w.days) & days) for w in single)
