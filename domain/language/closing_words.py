"""Staff's order to close or reopen days, "EUROPA midi mardi 4 mars grève": a site, days, activities, a reason."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.language.activities import choose, find_activities, is_evening, running
from domain.language.days import find_days
from domain.language.expression import Expression
from domain.language.marks import Act, Part
from domain.language.text import fold
from domain.model.activity import Activity, Site
from domain.model.structure import Structure

#: What may stand between the days and the activities named after them.
_BETWEEN: Final = Expression(r"[\s,;:]*(?:(?:et|le|la|les|l'|de|du|pour|seulement) ?)*[\s,;:]*")
_LEADS: Final = Expression(r"^(?:[\s,;:.()-]|\b(?:pour|motif|cause|raison|car|et|du|de|le|la|les|a|en)\b)+")
_MOST_REASON: Final = 100


@dataclass(frozen=True, slots=True)
class Closing:
    """What is to be closed or opened: the days, at a site, its `activities` (all when none is named), and why.

    `missing` says what the order lacks: "site", "days" (none, past ones, none on which anything runs), "days_apart", or
    "activities" (words that name none there).
    """

    site: str = ""
    activities: tuple[str, ...] = ()
    first: date = date.min
    last: date = date.min
    reason: str = ""
    missing: str = ""


def read_closing(text: str, structure: Structure, today: date) -> Closing:
    """Read the words behind the command; a structure of one site needs not name it."""
    plain = fold(text)
    text = text if len(text) == len(plain) else plain
    site, rest = _site(text, plain, structure)
    if site is None:
        return Closing(missing="site")
    found = find_days(rest, today=today, year=structure.year)
    days = sorted(
        {
            day
            for each in found
            for day in each.days or (each.first + timedelta(days=n) for n in range((each.last - each.first).days + 1))
        }
    )
    if not days or days[0] < today or not any(running(structure, site.code, day) for day in days):
        return Closing(site.code, missing="days")
    if any(running(structure, site.code, day) for day in _between(days)):
        return Closing(site.code, missing="days_apart")
    spans = [(each.start, each.end) for each in found]
    codes, said = _activities(rest, spans, site, days, structure)
    if said and not codes:
        return Closing(site.code, missing="activities")
    reason = " ".join(_LEADS.sub("", _blanked(rest, [*spans, *said])).split()).strip(" ,;:.()-")
    return Closing(site.code, codes, days[0], days[-1], reason[:_MOST_REASON])


def _site(text: str, plain: str, structure: Structure) -> tuple[Site | None, str]:
    """Return the site that is named, or the only one there is, and the text without it."""
    names = [(fold(name), site) for site in structure.sites for name in (site.code, site.name)]
    for name, site in sorted(names, key=lambda named: -len(named[0])):
        if m := re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", plain):
            return site, _blanked(text, [m.span()])
    return (structure.sites[0] if len(structure.sites) == 1 else None), text


def _between(days: list[date]) -> list[date]:
    span = (days[-1] - days[0]).days
    return [day for n in range(span) if (day := days[0] + timedelta(days=n)) not in days]


def _activities(
    rest: str, days_at: list[tuple[int, int]], site: Site, days: Collection[date], structure: Structure
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Return the activities named before the days or right behind them, and where; a later word is the reason's."""
    plain = fold(rest)
    first, end = min(start for start, _ in days_at), max(end for _, end in days_at)
    runs = {a.code for day in days for a in running(structure, site.code, day)}
    here = tuple(activity for activity in structure.activities_at(site.code) if activity.code in runs)
    codes, said = set[str](), []
    for act in find_activities(plain, structure):
        if act.start < first or act.start < end or _BETWEEN.fullmatch(plain[end : act.start]):
            codes |= _meant(act, here)
            said.append((act.start, act.end))
            end = max(end, act.end)
    return tuple(a.code for a in structure.activities_at(site.code) if a.code in codes), said


def _meant(act: Act, here: tuple[Activity, ...]) -> set[str]:
    """Return which of the activities that run then are meant; "le soir" is every one of the evening."""
    if act.part is Part.NAMED:
        return {activity.code for activity in here if activity.code in act.codes}
    if act.part is Part.EVENING:
        return {activity.code for activity in here if is_evening(activity)}
    return set(choose((act,), (), here).codes)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
