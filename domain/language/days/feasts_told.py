"""Public holidays that are only told: "vendredi Zoé goûter, lundi férié donc mardi pareil"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark
from domain.language.notions.when import Days

#: Right behind a day.
_IS_OFF: Final = Expression(r" (?:(?:est|c'est|etant|sera) )?\(?(?:un )?(?:jour )?feriee?s?\b(?! (?:ou|et|\?))")
#: Where a clause of its own begins with that day.
_BEGINS: Final = Expression(r"(?:^|[.!?\n,;:(]|\b(?:et|mais|comme|puisque|car|vu que))\s*(?:le )?$")
_NEAR: Final = 20


def without_feasts(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop a day that folded text only tells to be a public holiday; the days listed before it stay."""
    if "ferie" not in plain:
        return marks
    kept = (_without_last(plain, m) if isinstance(m, Days) else m for m in marks)
    return [m for m in kept if m is not None]


def _without_last(plain: str, days: Days) -> Days | None:
    """Return `days` without the last of them if that is told to be a holiday; None where it is the only one."""
    last = days.bases[-1] if days.bases else None
    if (
        last is None
        or not _IS_OFF.match(plain, days.end)
        or not _BEGINS.search(plain, max(0, last.start - _NEAR), last.start)
    ):
        return days
    return replace(days, bases=days.bases[:-1], end=days.bases[-2].end) if len(days.bases) > 1 else None
