"""When an illness began: a day that is over keeps nobody away, and is no day of absence."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days, Sort, When

_SATURDAY: Final = 6
#: "s'est cassé le bras samedi": that day is over.
_HAPPENED: Final = Expression(
    r"\b(?:s'est|se sont|s'etait|est tombee?|sont tombee?s|(?:a|ont) (?:ete|eu|vomi|fait|passe|attrape|pris|commence"
    r"|chope)|etai(?:t|ent)(?= (?:deja|un peu|pas (?:tres |trop )?bien)\b))\b"
)


def begun(plain: str, said: list[Statement]) -> None:
    """Take the weekday on which an illness is told to have begun for one that is over; of a week-end none is missed."""
    for s in said:
        if s.mood is Mood.ILL and not s.prop.verbs:
            _without_week_ends(s)
        if s.mood is not Mood.ILL or not _HAPPENED.search(plain, s.prop.start, s.prop.end):
            continue
        for item in s.items:
            if item.days and not item.days.bases and all(_is_week_end(w) for w in item.days.frames):
                item.days = None
            elif item.days and _happened_before(item.days):
                item.days = replace(item.days, bases=())
            elif item.days and not item.days.frames and all(b.sort is Sort.WEEKDAY for b in item.days.bases):
                item.days = replace(item.days, bases=tuple(replace(b, sort=Sort.AGO) for b in item.days.bases))


def _without_week_ends(s: Statement) -> None:
    """Let "entorse à la gym samedi, repos jusqu'à jeudi" be no absence of Saturday: nobody is awaited then."""
    for item in s.items:
        if item.days is None:
            continue
        bases, frames = (tuple(w for w in said if not _is_idle(w)) for said in (item.days.bases, item.days.frames))
        if len(bases) + len(frames) < len(item.days.bases) + len(item.days.frames):
            item.days = replace(item.days, bases=bases, frames=frames) if bases or frames else None


def _is_idle(when: When) -> bool:
    """Say whether nobody is looked after then: a Saturday, a Sunday, a week-end."""
    weekday = when.sort is Sort.WEEKDAY and bool(when.weekdays) and min(when.weekdays) >= _SATURDAY
    return weekday or (when.sort is Sort.SPAN and _is_week_end(when))


def _happened_before(days: Days) -> bool:
    """Say whether a weekday only tells when it began, before the day of return: "opérée samedi, de retour lundi"."""
    begun = bool(days.bases) and all(b.sort is Sort.WEEKDAY for b in days.bases)
    return begun and bool(days.frames) and all(w.sort is Sort.RETURN for w in days.frames)


def _is_week_end(span: When) -> bool:
    return (
        span.first is not None
        and span.last is not None
        and span.first.isoweekday() >= _SATURDAY <= span.last.isoweekday()
    )
