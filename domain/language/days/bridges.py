"""Two days or periods that are the ends of one: "de mars à mai", "entre janvier 2019 et demain"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from domain.language.days.points import same_year
from domain.language.days.spans import end_of_month
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When

_TO: Final = Expression(r" ?(?:,? ?(?:jusqu'a|jusqu'au|jusqu'en|a|au)|-|~)(?: (?:la|le|l'))? ?")
_AND: Final = Expression(r" et (?:le |la |l')?")
_FROM: Final = Expression(r"\b(?:de|du|d'|des|depuis|a partir de|a partir du)(?: (?:le|la))? ?$")
_BETWEEN: Final = Expression(r"\bentre (?:le |la |l')?$|^entre ")

_HALF_A_YEAR: Final = 183
#: How far back the word that opens a period is looked for.
_NEAR: Final = 24


def _ends(when: When, scene: Scene) -> tuple[date, date] | None:
    if when.sort is Sort.DAY and len(when.days) == 1:
        return when.days[0], when.days[0]
    if when.sort is Sort.WEEKDAY and len(when.weekdays) == 1:
        day = scene.next_weekday(when.weekdays[0])
        return day, day
    if when.sort is Sort.SPAN and when.first and when.last:
        return when.first, when.last
    return None


def _later(end: date, begin: date) -> date:
    """Return `end` in the first year in which it lies after `begin`."""
    last = end == end_of_month(end)
    while end < begin:
        day = end.replace(year=end.year + 1, day=1)
        end = end_of_month(day) if last else day.replace(day=end.day)
    return end


def _bridge(first: When, last: When, scene: Scene) -> When | None:
    ends, others = _ends(first, scene), _ends(last, scene)
    if ends is None or others is None:
        return None
    begin, end = ends[0], others[1]
    if last.dated and not first.dated:
        begin = same_year(begin, end)
    elif begin > end and not first.dated and (last.today or _has_begun(begin, end)):
        begin = same_year(begin, end)  # "entre le 22 janvier et maintenant"
    elif begin > end and not last.dated:
        end = _later(end, begin)
    if begin > end:
        return None
    reach = Reach.DATES if first.sort is Sort.DAY else Reach.LONG
    return When(Sort.SPAN, first.start, last.end, first=begin, last=end, reach=reach, dated=last.dated)


def _has_begun(begin: date, end: date) -> bool:
    """Say whether a period whose beginning was taken for next year's runs already."""
    return (end - same_year(begin, end)).days <= _HALF_A_YEAR


def _are_ends(plain: str, last: When, when: When) -> bool:
    """Say whether what stands between two sayings makes them the ends of one period."""
    glue = plain[last.end : when.start]
    if glue == " ":  # "du premier trimestre au troisième": the word was read with the second one
        return plain.startswith("au ", when.start) and Sort.SPAN in (when.sort, last.sort)
    between = _BETWEEN.search(plain, max(0, last.start - _NEAR), last.start) or plain.startswith("entre ", last.start)
    return bool(_TO.fullmatch(glue) or (between and _AND.fullmatch(glue)))


def bridged(plain: str, whens: list[When], scene: Scene) -> list[When]:
    """Join what stands as "X à Y", "X - Y" or "entre X et Y" into one period."""
    joined = list[When]()
    for when in whens:
        new = _bridge(joined[-1], when, scene) if joined and _are_ends(plain, joined[-1], when) else None
        if new is None:
            joined.append(when)
            continue
        near = max(0, new.start - _NEAR)
        opening = _BETWEEN.search(plain, near, new.start) or _FROM.search(plain, near, new.start)
        joined[-1] = replace(new, start=opening.start() if opening else new.start)
    return joined
