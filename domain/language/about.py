"""What a question is about: the children, activities and days that it names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.language.activities.activities import choose, departure, is_evening, running
from domain.language.activities.frequency import how_often
from domain.language.days.calendar import lay
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Mark, Part, Who
from domain.language.notions.when import Days, Scene
from domain.language.sentences.sentences import World
from domain.model.wish import Span

#: As many days of a question are looked at one by one.
_MOST_DAYS: Final = 62


def about(marks: list[Mark], world: World, plain: str, *, priced: bool) -> Span:
    """Return which children, activities and days the questions name; of prices every day of a period, and how often."""
    names = tuple(dict.fromkeys(n for m in marks if isinstance(m, Who) for n in m.names))
    laid = (d for m in marks if isinstance(m, Days) for d in lay(m, world.scene, book=True).days)
    days = tuple(dict.fromkeys(laid))[: None if priced else _MOST_DAYS]
    acts, hours = tuple(m for m in marks if isinstance(m, Act)), tuple(m for m in marks if isinstance(m, Hour))
    sites = {c.site for c in world.family.children if not names or c.first_name in names}
    on = days[:_MOST_DAYS] or tuple(_week(world.scene))
    there = [running(world.structure, site, d) for site in sorted(sites) for d in on] if acts else []
    codes = tuple(dict.fromkeys(code for today in there for code in choose(acts, hours, today).codes))
    if not priced:
        return Span(names, codes, days)
    things = len({(act.part, act.codes) for act in acts if not act.implied})
    if not codes and any(act.part is Part.EVENING for act in acts):
        codes = tuple(dict.fromkeys(a.code for today in there for a in today if is_evening(a)))
    evening = departure(hours)
    return Span(names, codes, days, how_often(plain, things), (evening.to or evening.at) if evening else None)


def _week(scene: Scene) -> list[date]:
    return [monday + timedelta(days=d) for monday in (scene.week(0), scene.week(1)) for d in range(5)]
