"""The règlement read back in French sentences, with example dates: a director compares it with the printed one.

Nothing is told from the configuration's words alone: each example is computed by the functions that judge requests.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Final

from domain.letters.items import hours_of
from domain.letters.render import environment, without_blank_lines
from domain.model.activity import Activity, Slot
from domain.model.conditions import Maximum, Opening
from domain.model.deadline import (
    DayOfPreviousMonth,
    DaysBefore,
    DaysBeforeMonth,
    DaysBeforePeriod,
    DaysBeforeWeek,
    DeadlineRule,
    HoursBefore,
    LastDay,
    Limit,
    Purpose,
    WeekdayBefore,
    WeekdayTable,
)
from domain.model.pools import CapacityPool
from domain.model.school_year import Holiday
from domain.model.structure import Structure
from domain.rules.deadline import closing_time, unruled_cases

#: So many days are shown for each rule.
_EXAMPLES: Final = 3

#: What the template calls each shape of limit.
_KINDS: Final[Mapping[type[Limit], str]] = MappingProxyType(
    {
        WeekdayTable: "table",
        WeekdayBefore: "weekday_before",
        DaysBefore: "days_before",
        HoursBefore: "hours_before",
        DayOfPreviousMonth: "day_of_previous_month",
        DaysBeforePeriod: "days_before_period",
        DaysBeforeWeek: "days_before_week",
        DaysBeforeMonth: "days_before_month",
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """A day on which children come, and until when (local) it may be asked; `activity` where each has its own."""

    day: date
    closes: datetime
    activity: str = ""


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One deadline: its rule, the shape of its limit, the rows of its table, and the next days that it decides.

    `purposes` are in the order of a request's life. Without examples no day of the school year follows the rule.
    """

    rule: DeadlineRule
    kind: str
    purposes: tuple[Purpose, ...]
    rows: tuple[tuple[tuple[int, ...], LastDay], ...]
    activities: tuple[str, ...]
    sites: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ActivityShown:
    """An activity with the names of what it shares its places with and of what it cannot go without."""

    activity: Activity
    hours: str
    places: tuple[tuple[str, tuple[tuple[tuple[int, ...], int], ...]], ...]
    shared_with: tuple[str, ...]
    needs: tuple[str, ...]
    document: str
    rivals: tuple[str, ...]
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpeningShown:
    """From when something may be booked, with the names of what it is about."""

    opening: Opening
    activities: tuple[str, ...]
    sites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MaximumShown:
    """How often one child may come, with the names of the activities."""

    maximum: Maximum
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PoolShown:
    """Places that activities or an age group share, with the names of the activities and the places by site.

    Of a table with several age groups it is the first one, and `groups` are all of them.
    """

    pool: CapacityPool
    activities: tuple[str, ...]
    places: tuple[tuple[str, tuple[tuple[tuple[int, ...], int], ...]], ...]
    groups: tuple[PoolShown, ...] = ()


def reglement(structure: Structure, now: datetime) -> str:
    """Write the règlement in French, as plain text; examples are the next days after `now` (aware).

    When the school year is over they are its first days.
    """
    facts = {
        "structure": structure,
        "rules": tuple(rules_shown(structure, structure.day_of(now))),
        "unruled": tuple(_unruled(structure)),
        "activities": tuple(_activity(activity, structure) for activity in structure.activities),
        "pools": tuple(_pools(structure)),
        "holidays": _holidays(structure),
        "openings": tuple(_opening(opening, structure) for opening in structure.openings),
        "maxima": tuple(MaximumShown(each, _names(structure, each.activities)) for each in structure.maxima),
    }
    return without_blank_lines(html.unescape(environment().get_template("reglement.j2").render(facts)))


def rules_shown(structure: Structure, today: date) -> Iterator[RuleShown]:
    """Yield each deadline in the order of the configuration, with the next days after `today` that it decides."""
    examples = _examples(structure, today)
    for n, rule in enumerate(structure.deadlines):
        yield RuleShown(
            rule=rule,
            kind=_KINDS[type(rule.limit)],
            purposes=tuple(purpose for purpose in Purpose if purpose in rule.purposes),
            rows=_rows(rule),
            activities=_names(structure, rule.activities),
            sites=tuple(site.name for site in structure.sites if site.code in rule.sites),
            examples=tuple(examples[n].values()),
        )


def _examples(structure: Structure, today: date) -> list[dict[date, Example]]:
    """Return, for each rule, the next days that it decides."""
    found: list[dict[date, Example]] = [{} for _ in structure.deadlines]
    number = {id(rule): n for n, rule in enumerate(structure.deadlines)}
    for slot in _slots(structure, today):
        for purpose in Purpose:
            closing = closing_time(slot, purpose, structure)
            if closing is None or purpose not in closing.rule.purposes:
                continue
            own = found[number[id(closing.rule)]]
            if len(own) < _EXAMPLES and slot.day not in own:
                by_hour = isinstance(closing.rule.limit, HoursBefore)
                name = structure.activity(slot.activity).name if by_hour else ""
                own[slot.day] = Example(slot.day, closing.instant, name)
        if all(len(own) == _EXAMPLES for own in found):
            break
    return found


def _slots(structure: Structure, today: date) -> Iterator[Slot]:
    """Yield what runs from tomorrow on, day by day."""
    year = structure.year
    first = today + timedelta(days=1) if today < year.end else year.start
    for day in year.days(first, year.end):
        for activity in structure.activities:
            if activity.runs_on(day, year):
                yield from (Slot(activity.code, day, site) for site in activity.sites)


def _rows(rule: DeadlineRule) -> tuple[tuple[tuple[int, ...], LastDay], ...]:
    """Return the rows of a table by weekday, those next to each other with the same last day as one."""
    if not isinstance(rule.limit, WeekdayTable):
        return ()
    rows = sorted(
        (day, last) for day, last in rule.limit.last_days.items() if not rule.weekdays or day in rule.weekdays
    )
    return tuple((tuple(day for day, _ in same), last) for last, same in groupby(rows, key=lambda row: row[1]))


def _unruled(structure: Structure) -> Iterator[tuple[Purpose, tuple[str, ...]]]:
    """Yield what may be asked until the eve because no rule says otherwise, with the names of the activities."""
    for purpose in (Purpose.BOOK, Purpose.CANCEL):
        codes = {case.activity for case in unruled_cases(structure) if case.purpose is purpose}
        if codes:
            yield purpose, tuple(a.name for a in structure.activities if a.code in codes)


def _activity(activity: Activity, structure: Structure) -> ActivityShown:
    sharing = [a for a in structure.activities if activity.pool is not None and a.pool == activity.pool]
    kinds = {kind.code: kind.name for kind in structure.documents.kinds}
    return ActivityShown(
        activity=activity,
        hours=hours_of(activity),
        places=tuple(
            (structure.site(site).name, _places(activity, site, activity.weekdays)) for site in activity.sites
        ),
        shared_with=tuple(a.name for a in sharing if a is not activity),
        needs=tuple(structure.activity(code).name for code in activity.needs),
        document=kinds.get(activity.requires_document or "", ""),
        rivals=_names(structure, structure.rivals[activity.code]),
        partners=_names(structure, structure.partners[activity.code]),
    )


def _pools(structure: Structure) -> Iterator[PoolShown]:
    """Yield a pool for each table of the file, in its order."""
    shown = [_pool(pool, structure) for pool in structure.capacity_pools]
    for name, together in groupby(shown, key=lambda each: each.pool.table or each.pool.name):
        first, *others = together
        yield replace(first, groups=(first, *others)) if name == first.pool.table else first


def _pool(pool: CapacityPool, structure: Structure) -> PoolShown:
    run = {day for a in structure.activities if a.code in pool.activities for day in a.weekdays}
    weekdays = pool.weekdays or run
    sites = (site for site in structure.sites if site.code in pool.sites)
    places = tuple((site.name, _places(pool, site.code, weekdays)) for site in sites)
    return PoolShown(pool, _names(structure, pool.activities), places)


def _places(
    of: Activity | CapacityPool, site: str, weekdays: Collection[int]
) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Return the places at a site: one number with no weekdays, or numbers with the weekdays they are for."""
    by_weekday = of.weekday_capacity.get(site)
    if by_weekday is None:
        return (((), of.capacity.get(site, 0)),)
    numbers = sorted({by_weekday[day] for day in weekdays if day in by_weekday})
    return tuple((tuple(sorted(d for d in weekdays if by_weekday.get(d) == n)), n) for n in numbers)


def _names(structure: Structure, codes: Collection[str]) -> tuple[str, ...]:
    return tuple(a.name for a in structure.activities if a.code in codes)


def _opening(opening: Opening, structure: Structure) -> OpeningShown:
    sites = tuple(site.name for site in structure.sites if site.code in opening.sites)
    return OpeningShown(opening, _names(structure, opening.activities), sites)


def _holidays(structure: Structure) -> tuple[Holiday, ...]:
    return tuple(sorted(structure.year.holidays))
