"""Weeks beside weeks: the same days of one more, and where the days of another begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.when import Days, Reach, Sort, When

#: "les mardis de la semaine du 17, et de celle du 24".
_AND_OF: Final = Expression(r"[\s,]*(?:(?:et|puis)\s*)?")
_OF: Final = Expression(r"(?:(?:et|puis) )?(?:de |d'|celles? |du )")
_COMMA: Final = Expression(r"\s*[,;\n]\s*(?:et |puis )?(?:pour )?")


def _is_week(when: When) -> bool:
    return when.sort is Sort.SPAN and when.reach is Reach.WEEK and when.first is not None


def days_of_more(plain: str, last: Days, when: When) -> Days | None:
    """Read "les mardis de la semaine du 17 et de celle du 24" as the same weekdays of both weeks."""
    own = last.week or next((w for w in last.frames if _is_week(w)), None)
    named = bool(last.bases) and all(b.weekdays for b in last.bases) and own is not None and _is_week(when)
    behind = own is not None and own.start >= last.bases[-1].end if named else False
    if not behind or own is None or not _OF.match(plain, when.start) or not _OF.match(plain, own.start):
        return None
    if when.first is None or not _AND_OF.fullmatch(plain, last.end, when.start):
        return None
    if last.week is None:
        return replace(last, end=when.end, frames=(*last.frames, when))
    monday = when.first
    more = [replace(b, days=tuple(monday + timedelta(days=n - 1) for n in b.weekdays)) for b in last.bases]
    bases = dict.fromkeys((*last.bases, *(replace(b, start=when.start, end=when.end) for b in more)))
    return replace(last, end=when.end, bases=tuple(bases))


def leads_another_week(said: list[Days], when: When, glue: str) -> bool:
    """Say whether another week begins: "cette semaine c'est JB jeudi et vendredi, la semaine prochaine c'est Zoé"."""
    heads = [w for d in said[:-1] if not d.bases for w in d.frames if _is_week(w)]
    own = said[-1].bases and not (said[-1].frames or said[-1].week)
    other = _is_week(when) and bool(heads) and heads[-1].first != when.first
    return bool(own) and other and _COMMA.fullmatch(glue) is not None


def begins_other_week(old: Days | None, new: Days) -> bool:
    """Say whether one week follows another, and neither names days: "la semaine du 10 …, celle du 17 …"."""
    weeks = [d.frames[0] for d in (old, new) if d and len(d.frames) == 1 and not d.bases and _is_week(d.frames[0])]
    return len(weeks) > 1 and weeks[0].first != weeks[1].first


def begins_with_week(old: Days, new: Days, glue: str) -> bool:
    """Say whether days of their own week follow others: "jeudi, et la semaine prochaine mardi"."""
    single = bool(old.bases) and all(b.sort in (Sort.DAY, Sort.WEEKDAY) and not b.habit for b in old.bases)
    other = old.week is None or old.week.first != new.frames[0].first if new.frames else False
    return single and not old.frames and other and leads_with_week(new) and _APART.search(glue) is not None


def leads_with_week(days: Days) -> bool:
    """Say whether a week stands before its days, and so is theirs alone."""
    week = days.frames[0] if len(days.frames) == 1 and days.bases else None
    return week is not None and _is_week(week) and week.start < days.bases[0].start


def same_in(frames: tuple[When, ...], days: Days) -> Days:
    """Return the same weekdays in another week: "cette semaine Zoé mardi, la semaine prochaine mêmes jours"."""
    bases = tuple(replace(b, sort=Sort.EVERY, days=(), habit=True) if b.weekdays else b for b in days.bases)
    return replace(days, bases=bases, frames=frames, week=None)


_APART: Final = Expression(r",|;|\n|\bet\b|\bpuis\b")
