"""What holds for every deadline rule, on every day of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta

from hypothesis import given
from hypothesis import strategies as st

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
    Late,
    Limit,
    Purpose,
    Skip,
    WeekdayBefore,
    WeekdayTable,
)
from domain.rules.deadline import closing_time
from tests.rules.world import PARIS, WORLD

YEAR = WORLD.year
LAST_DAYS = st.builds(LastDay, st.integers(1, 7), st.integers(0, 2))
LIMITS: st.SearchStrategy[Limit] = st.one_of(
    st.builds(WeekdayTable, st.fixed_dictionaries(dict.fromkeys(range(1, 8), LAST_DAYS))),
    st.builds(WeekdayBefore, LAST_DAYS),
    st.builds(DaysBefore, st.integers(0, 20), st.booleans()),
    st.builds(HoursBefore, st.integers(1, 400)),
    st.builds(DayOfPreviousMonth, st.integers(1, 31)),
    st.builds(DaysBeforePeriod, st.integers(0, 30), st.booleans()),
    st.builds(DaysBeforeWeek, st.integers(0, 30), st.booleans()),
    st.builds(DaysBeforeMonth, st.integers(0, 30), st.booleans()),
)
CALENDAR_SKIPS = (
    Skip.WEEKENDS,
    Skip.PUBLIC_HOLIDAYS,
    Skip.SCHOOL_HOLIDAYS,
    Skip.CLOSURES,
    Skip.NON_SCHOOL_DAYS,
    Skip.WED,
)
SKIPS = st.frozensets(st.sampled_from(CALENDAR_SKIPS))
RULES = st.builds(
    DeadlineRule,
    purposes=st.just(frozenset(Purpose)),
    limit=LIMITS,
    late=st.just(Late.REFUSE),
    at=st.times(),
    skip=SKIPS,
)
DAYS = st.dates(YEAR.start, YEAR.end)


def closing(rule: DeadlineRule, day: date) -> ClosingTime | None:
    return closing_time(Slot("MIDI", day, "EUROPA"), Purpose.BOOK, replace(WORLD, deadlines=(rule,)))


@given(RULES, DAYS)
def test_no_day_closes_after_its_own_end(rule: DeadlineRule, day: date) -> None:
    found = closing(rule, day)
    assert found is None or found.instant.astimezone(PARIS).date() <= day


@given(RULES, DAYS, SKIPS)
def test_skipping_more_days_never_gives_more_time(rule: DeadlineRule, day: date, more: frozenset[Skip]) -> None:
    loose, strict = closing(rule, day), closing(replace(rule, skip=rule.skip | more), day)
    assert (loose is None) == (strict is None)
    assert loose is None or strict is None or strict.instant <= loose.instant


@given(RULES, DAYS)
def test_only_the_day_itself_may_be_a_skipped_last_day(rule: DeadlineRule, day: date) -> None:
    found = closing(replace(rule, skip=frozenset({Skip.WEEKENDS, Skip.PUBLIC_HOLIDAYS})), day)
    if found is None or found.instant.date() == day:
        return
    assert found.instant.isoweekday() < 6
    assert found.instant.date() not in YEAR.public_holidays


@given(RULES, DAYS, st.integers(-5000, 5000))
def test_being_in_time_ends_once_and_for_all_one_second_after_the_limit(
    rule: DeadlineRule, day: date, seconds: int
) -> None:
    found = closing(rule, day)
    if found is not None:
        asked_at = found.instant.astimezone(UTC) + timedelta(seconds=seconds)
        assert found.allows(asked_at) == (seconds < 1)


@given(RULES, DAYS)
def test_only_a_limit_by_holidays_leaves_school_weeks_open(rule: DeadlineRule, day: date) -> None:
    by_holidays = isinstance(rule.limit, DaysBeforePeriod)
    in_school = YEAR.holiday_on(day) is None
    assert (closing(rule, day) is None) == (by_holidays and in_school)
    other = PeriodKind.HOLIDAYS if in_school else PeriodKind.SCHOOL
    assert closing(replace(rule, period=other), day) is None
