"""Two days or periods that are the ends of one: "de mars à mai", "entre janvier 2019 et demain", "10 août - 12 sept. 2013"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from domain.language.days_spans import end_of_month
from domain.language.points import same_year
from domain.language.when import Reach, Scene, Sort, When

_TO: Final = re.compile(r" ?(?:,? ?(?:jusqu'a|jusqu'au|jusqu'en|a|au)|-|~)(?: (?:la|le|l'))? ?")
_AND: Final = re.compile(r" et (?:le |la |l')?")
_FROM: Final = re.compile(r"\b(?:de|du|d'|des|depuis|a partir de|a partir du)(?: (?:le|la))? ?$")
_BETWEEN: Final = re.compile(r"\bentre (?:le |la |l')?$|^entre ")


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
    while end < begin:
        end = (
            end_of_month(end.replace(year=end.year + 1, day=1))
            if end == end_of_month(end)
            else end.replace(year=end.year + 1)
        )
    return end


def _bridge(first: When, last: When, scene: Scene) -> When | None:
    ends, others = _ends(first, scene), _ends(last, scene)
    if ends is None or others is None:
        return None
    begin, end = ends[0], others[1]
    if last.dated and not first.dated:
        begin = same_year(begin, end)
    elif first.dated and not last.dated and last.sort is Sort.SPAN:
        end = _later(end, begin)
    if begin > end and not first.dated and last.today:  # "entre le 22 janvier et maintenant"
        begin = same_year(begin, end)
    elif begin > end and not last.dated:
        end = _later(end, begin)
    if begin > end:
        return None
    reach = Reach.DATES if first.sort is Sort.DAY else Reach.LONG
    return When(Sort.SPAN, first.start, last.end, first=begin, last=end, reach=reach, dated=last.dated)


def bridged(plain: str, whens: list[When], scene: Scene) -> list[When]:
    """Join what stands as "X à Y", "X - Y" or "entre X et Y" into one period."""
    joined = list[When]()
    for when in whens:
        if joined:
            last = joined[-1]
            before, glue = plain[: last.start], plain[last.end : when.start]
            between = _BETWEEN.search(before) or plain[last.start : last.end].startswith("entre ")
            if (_TO.fullmatch(glue) or (between and _AND.fullmatch(glue))) and (new := _bridge(last, when, scene)):
                opening = _BETWEEN.search(before) or _FROM.search(before)
                joined[-1] = replace(new, start=opening.start() if opening else new.start)
                continue
        joined.append(when)
    return joined
