"""Until when a day may be asked, changed or cancelled: which rule decides, and the instant it sets.

The shapes are those of published règlements; the first was Hettange-Grande's table "Jour de fréquentation / Jour
d'inscription, modification, annulation".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations, count
from typing import Final
from zoneinfo import ZoneInfo

from domain.errors import RuleConflict
from domain.model.activity import PeriodKind, Slot
from domain.model.deadline import (
    ClosingTime,
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
    Skip,
    WeekdayBefore,
    WeekdayTable,
)
from domain.model.school_year import SchoolYear
from domain.model.structure import Structure

ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 6
#: What a purpose is judged as where no rule is made for it.
_INSTEAD: Final = {Purpose.ABSENCE: Purpose.CANCEL, Purpose.CHANGE: Purpose.BOOK}
_MONDAY: Final = LastDay(weekday=1)
_SKIPPED_WEEKDAYS: Final = {
    skip: weekday
    for weekday, skip in enumerate((Skip.MON, Skip.TUE, Skip.WED, Skip.THU, Skip.FRI, Skip.SAT, Skip.SUN), start=1)
}


@dataclass(frozen=True, slots=True)
class Case:
    """What decides whether a rule matches: what is asked, where, on which weekday, in which period."""

    purpose: Purpose
    activity: str
    site: str
    weekday: int
    period: PeriodKind


def closing_time(slot: Slot, purpose: Purpose, structure: Structure) -> ClosingTime | None:
    """Return until when `slot` may be booked, changed or cancelled; None when no rule sets a limit.

    A limit never lies after the day itself, nor inside the days that the rule skips.

    Raises:
        RuleConflict: two rules match and neither is more specific (loading a configuration refuses such a pair).
        KeyError: the structure has no such activity.

    """
    rule = deciding_rule(slot, purpose, structure)
    if rule is None:
        return None
    end_of_day = latest(slot.day, time(23, 59, 59), structure.zone)
    limit = _instant(rule, slot, structure)
    return ClosingTime(min(limit, end_of_day).astimezone(structure.zone), rule)


def deciding_rule(slot: Slot, purpose: Purpose, structure: Structure) -> DeadlineRule | None:
    """Return the most specific rule for `slot`: by activities, then sites, then weekdays, then period.

    An absence for which no rule is made is a cancellation; a change of hour has then the limit of a booking.

    Raises RuleConflict when two rules are equally specific.
    """
    period = PeriodKind.HOLIDAYS if structure.year.holiday_on(slot.day) else PeriodKind.SCHOOL
    case = Case(purpose, slot.activity, slot.site, slot.day.isoweekday(), period)
    found = _most_specific(structure.deadlines, case)
    if not found and purpose in _INSTEAD:
        return deciding_rule(slot, _INSTEAD[purpose], structure)
    if len(found) > 1:
        raise RuleConflict(f"{len(found)} equally specific deadlines for {slot.activity} on {slot.day}")
    return found[0] if found else None


def conflicts(structure: Structure) -> Iterator[tuple[DeadlineRule, DeadlineRule, Case]]:
    """Yield each pair of rules that could both decide, with one case in which they do."""
    seen: set[tuple[int, int]] = set()
    for case in _cases(structure):
        for first, second in combinations(_most_specific(structure.deadlines, case), 2):
            if (id(first), id(second)) not in seen:
                seen.add((id(first), id(second)))
                yield first, second, case


def decided_cases(rule: DeadlineRule, structure: Structure) -> Iterator[Case]:
    """Yield the cases in which `rule` decides."""
    return (case for case in _cases(structure) if rule in _most_specific(structure.deadlines, case))


def unruled_cases(structure: Structure) -> Iterator[Case]:
    """Yield the cases for which no rule sets a limit: they close as the day begins."""
    return (case for case in _cases(structure) if not _most_specific(structure.deadlines, case))


def matches_a_case(rule: DeadlineRule, structure: Structure) -> bool:
    """Say whether `rule` matches anything that can come up, even where a more specific one decides."""
    return any(_matches(rule, case) for case in _cases(structure))


@lru_cache(maxsize=4096)  # a line asks for its limit and for its day's end several times, siblings for the same ones
def latest(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the last instant (UTC) at which the clocks of `zone` show `at` on `day`.

    An hour that happens twice in autumn counts until its second end; one that is skipped in spring is read after it.
    """
    readings = (datetime.combine(day, at.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1))
    return max(readings)


def _cases(structure: Structure) -> Iterator[Case]:
    """Yield every case that can come up: an activity only where, when and in the period in which it runs."""
    for activity in structure.activities:
        both = (PeriodKind.SCHOOL, PeriodKind.HOLIDAYS)
        periods = both if activity.period is PeriodKind.ALL else (activity.period,)
        for purpose in Purpose:
            for site in activity.sites:
                for weekday in sorted(activity.weekdays):
                    yield from (Case(purpose, activity.code, site, weekday, period) for period in periods)


def _most_specific(rules: tuple[DeadlineRule, ...], case: Case) -> tuple[DeadlineRule, ...]:
    matching = [rule for rule in rules if _matches(rule, case)]
    highest = max(map(_specificity, matching), default=None)
    return tuple(rule for rule in matching if _specificity(rule) == highest)


def _matches(rule: DeadlineRule, case: Case) -> bool:
    """Say whether `rule` has a limit for `case`; a limit by holidays says nothing of school weeks."""
    return (
        case.purpose in rule.purposes
        and (not rule.activities or case.activity in rule.activities)
        and (not rule.sites or case.site in rule.sites)
        and (not rule.weekdays or case.weekday in rule.weekdays)
        and (rule.period in (None, PeriodKind.ALL, case.period))
        and not (isinstance(rule.limit, WeekdayTable) and case.weekday not in rule.limit.last_days)
        and not (isinstance(rule.limit, DaysBeforePeriod) and case.period is not PeriodKind.HOLIDAYS)
    )


def _specificity(rule: DeadlineRule) -> tuple[bool, bool, bool, bool]:
    return (
        bool(rule.activities),
        bool(rule.sites),
        bool(rule.weekdays),
        rule.period not in (None, PeriodKind.ALL),
    )


def _instant(rule: DeadlineRule, slot: Slot, structure: Structure) -> datetime:
    """Return the last second (UTC) that `rule` allows."""
    if isinstance(rule.limit, HoursBefore):
        start = latest(slot.day, structure.activity(slot.activity).starts, structure.zone)
        limit = start - timedelta(hours=rule.limit.hours)
        local = limit.astimezone(structure.zone)
        day = _step_back(local.date(), rule.skip, structure.year)
        return limit if day == local.date() else latest(day, local.time(), structure.zone)
    day = _last_day(rule.limit, slot.day, rule.skip, structure.year)
    return latest(day, rule.at.replace(second=59), structure.zone)


def _last_day(limit: Limit, day: date, skip: frozenset[Skip], year: SchoolYear) -> date:
    """Return the last day to ask for `day`; only days before are counted, any other limit moves back."""
    if isinstance(limit, DaysBefore):
        return _count_back(day, limit.days + limit.clear_days, skip, year)
    return _step_back(_plain_last_day(limit, day, year), skip, year)


def _plain_last_day(limit: Limit, day: date, year: SchoolYear) -> date:  # noqa: PLR0911 - one for each shape
    match limit:
        case WeekdayTable(last_days):
            return _in_week(day, last_days[day.isoweekday()])
        case WeekdayBefore(last_day):
            return _in_week(day, last_day)
        case DayOfPreviousMonth(number):
            end_of_month = day.replace(day=1) - ONE_DAY
            return end_of_month.replace(day=min(number, end_of_month.day))
        case DaysBeforePeriod(days, clear_days):
            holiday = year.holiday_on(day)
            first = holiday.first if holiday else day
            return first - timedelta(days=days + clear_days)
        case DaysBeforeWeek(days, clear_days):
            return _in_week(day, _MONDAY) - timedelta(days=days + clear_days)
        case DaysBeforeMonth(days, clear_days):
            return day.replace(day=1) - timedelta(days=days + clear_days)
        case DaysBefore(days) | HoursBefore(days):
            return day - timedelta(days=days)


def _in_week(day: date, last_day: LastDay) -> date:
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday - timedelta(weeks=last_day.weeks_back) + timedelta(days=last_day.weekday - 1)


def _count_back(day: date, days: int, skip: frozenset[Skip], year: SchoolYear) -> date:
    for _ in range(days):
        day = _step_back(day - ONE_DAY, skip, year)
    return day


def _step_back(day: date, skip: frozenset[Skip], year: SchoolYear) -> date:
    """Return `day`, or the nearest day before it that is not skipped."""
    return next(d for n in count() if not _skipped(d := day - n * ONE_DAY, skip, year))


def _skipped(day: date, skip: frozenset[Skip], year: SchoolYear) -> bool:
    return (
        (Skip.WEEKENDS in skip and day.isoweekday() >= _SATURDAY)
        or (Skip.PUBLIC_HOLIDAYS in skip and day in year.public_holidays)
        or (Skip.SCHOOL_HOLIDAYS in skip and year.holiday_on(day) is not None)
        or (Skip.CLOSURES in skip and day in year.closures)
        or (Skip.NON_SCHOOL_DAYS in skip and not year.has_school(day))
        or any(_SKIPPED_WEEKDAYS.get(name) == day.isoweekday() for name in skip)
    )
