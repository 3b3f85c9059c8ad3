"""What must hold of the rules as a whole: a calendar that is known, deadlines that decide, activities that can be had.

Only what is certainly wrong is refused, with both keys named: what is merely unusual is a town's own affair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

from domain.errors import CalendarUnknown
from domain.model.activity import PeriodKind
from domain.model.deadline import DeadlineRule, Skip, WeekdayBefore
from domain.model.structure import Structure
from domain.rules.deadline import Case, conflicts, decided_cases, matches_a_case
from domain.rules.official_calendar import school_year
from preau.config_check import reached
from preau.config_condition_rules import check_maxima, check_openings
from preau.config_conditions import MaximumTable
from preau.config_deadlines import DeadlineTable
from preau.config_faults import Fault
from preau.config_fields import WEEKDAYS
from preau.config_pool_rules import check_pools
from preau.config_tables import ActivityTable, SchoolYearTable, StructureTable

_WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: The keys that say where a deadline applies.
_SCOPE: Final = ("activities", "sites", "weekdays", "table", "period", "days_before_period")


def check_tables(parts: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong between tables that are right by themselves."""
    year: SchoolYearTable | None = parts.get("school_year")
    if year and "structure" in parts:
        yield from _check_calendar(parts["structure"], year)
    if year:
        yield from _check_skips(parts.get("deadline", ()), year)
    sites = {site.code for site in parts.get("site", ())}
    yield from check_pools(parts.get("pool", ()), parts.get("activity", ()), sites)
    yield from _check_company(parts.get("activity", ()))
    yield from _check_clashes(parts.get("activity", ()), parts.get("maximum", ()))
    yield from check_maxima(parts.get("maximum", ()))
    yield from check_openings(parts.get("opening", ()))


def check_deadlines(structure: Structure, tables: Sequence[DeadlineTable]) -> Iterator[Fault]:
    """Yield the deadlines that contradict each other, and those that can never decide anything."""
    yield from _conflicting(structure)
    for n, (rule, table) in enumerate(zip(structure.deadlines, tables, strict=True)):
        if rule.activities and not matches_a_case(rule, structure):
            keys = ", ".join(f"`{key}`" for key in _SCOPE if getattr(table, key))
            yield Fault(("deadline", n), f"matches no day: {keys} never meet")
        if late := _after_the_day(rule, structure):
            weekday = _WEEKDAY_NAMES[late.weekday - 1]
            allowed = f"lies after {weekday}, on which it rules {late.activity}; say `weekdays`, or a week before"
            yield Fault(("deadline", n, "weekday_before"), allowed)


def _check_calendar(structure: StructureTable, year: SchoolYearTable) -> Iterator[Fault]:
    """Yield why the official calendar does not reach the school year, and listed holidays that overlap."""
    listed = list(enumerate(year.holidays or ()))
    for (m, one), (n, other) in combinations(listed, 2):
        if one.first <= other.last and other.first <= one.last:
            yield Fault(("school_year", "holidays", n), f"overlaps school_year.holidays[{m}] ({one.name})")
    if year.holidays is not None:
        return
    try:
        school_year(year.start, year.end, zone=structure.school_zone, department=structure.department)
    except CalendarUnknown as unknown:
        yield Fault(("school_year",), f"{unknown}; list them in holidays = [ {{ from = …, to = …, name = … }} ]")


def _check_skips(deadlines: Sequence[DeadlineTable], year: SchoolYearTable) -> Iterator[Fault]:
    """Yield rules that skip every day of the week: no day would be left to ask."""
    for n, rule in enumerate(deadlines):
        skipped = {WEEKDAYS[name] for name in rule.skip if name in WEEKDAYS}
        if Skip.WEEKENDS in rule.skip:
            skipped |= {WEEKDAYS["sat"], WEEKDAYS["sun"]}
        if Skip.NON_SCHOOL_DAYS in rule.skip:
            skipped |= set(WEEKDAYS.values()) - set(year.school_days)
        if len(skipped) == len(WEEKDAYS):
            yield Fault(("deadline", n), "allowed: `skip` must leave at least one day of the week")


def _check_company(activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield what an activity needs and cannot have: it does not run where, or when, the activity does."""
    known = {activity.code: activity for activity in activities}
    for n, activity in enumerate(activities):
        for key, codes in (("needs", activity.needs), ("together", activity.together)):
            for m, code in enumerate(codes):
                other = known.get(code)
                if other and (where := _missing_at(activity, other)):
                    yield Fault(("activity", n, key, m), f"{code} does not run {where}, where {activity.code} does")
                elif other and not activity.shares_ages(other):
                    yield Fault(("activity", n, key, m), f"{code} takes no child of the ages of {activity.code}")
                elif other and key == "together" and (where := _missing_at(other, activity)):
                    yield Fault(("activity", n, key, m), f"{activity.code} does not run {where}, where {code} does")


def _check_clashes(activities: Sequence[ActivityTable], maxima: Sequence[MaximumTable]) -> Iterator[Fault]:
    """Yield activities that cannot be booked at all: what they need is in their way, or more than a day allows."""
    company = {activity.code: _company(activity, activities) for activity in activities}
    for n, activity in enumerate(activities):
        for m, code in enumerate(activity.incompatible):
            if code == activity.code or code in company[activity.code] or activity.code in company.get(code, ()):
                yield Fault(
                    ("activity", n, "incompatible", m),
                    f"{activity.code} and {code} are booked with each other (`needs`, `together`), or are the same",
                )
        for m, maximum in enumerate(maxima):
            wanted = {activity.code, *company[activity.code]} & set(maximum.activities)
            if activity.code in maximum.activities and maximum.per_day is not None and len(wanted) > maximum.per_day:
                yield Fault(
                    ("maximum", m, "per_day"),
                    f"activity[{n}] needs {len(wanted)} of them a day: {', '.join(sorted(wanted))}",
                )


def _company(activity: ActivityTable, activities: Sequence[ActivityTable]) -> set[str]:
    """Return every code that must be booked beside `activity`."""
    links = {a.code: {*a.needs, *a.together} for a in activities}
    for other in activities:
        for code in other.together:
            links.setdefault(code, set()).add(other.code)
    return reached(links[activity.code], links) - {activity.code}


def _missing_at(activity: ActivityTable, needed: ActivityTable) -> str:
    if sites := [site for site in activity.sites if site not in needed.sites]:
        return f"at {', '.join(sites)}"
    if days := sorted(set(activity.days) - set(needed.days)):
        return f"on a {_WEEKDAY_NAMES[days[0] - 1]}"
    if needed.period not in (PeriodKind.ALL, activity.period):
        return f'in the weeks of period = "{activity.period}"'
    return ""


def _conflicting(structure: Structure) -> Iterator[Fault]:
    """Yield each pair of rules of which neither is more specific than the other."""
    number = {id(rule): n for n, rule in enumerate(structure.deadlines)}
    for first, second, case in conflicts(structure):
        for one, other in ((first, second), (second, first)):
            example = f"{case.purpose} {case.activity} at {case.site} on a {_WEEKDAY_NAMES[case.weekday - 1]}"
            yield Fault(
                ("deadline", number[id(one)]),
                f"as specific as deadline[{number[id(other)]}], and both match (e.g. {example}, {case.period} weeks); "
                "name activities, sites, weekdays or a period in one of them",
            )


def _after_the_day(rule: DeadlineRule, structure: Structure) -> Case | None:
    """Return a case that `rule` decides although its last day comes later in the week."""
    if not isinstance(rule.limit, WeekdayBefore) or rule.limit.last_day.weeks_back:
        return None
    last = rule.limit.last_day.weekday
    return next((case for case in decided_cases(rule, structure) if case.weekday < last), None)
