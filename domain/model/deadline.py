"""Until when a day may be booked, changed or cancelled: the shapes that published règlements take, as values.

Every shape stands in `shared` practice: a table by weekday (Hettange-Grande), days before with skipped days (Cruas,
Rontalon), hours before (Éragny), a day of the month before (École PVC), days before the holidays begin (Éragny).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.model.activity import PeriodKind

ONE_SECOND: Final = timedelta(seconds=1)


class Purpose(StrEnum):
    """What a deadline is for; a change of hour is a `CHANGE`.

    `ABSENCE` is one told for another reason than sickness; without a rule of its own it is judged as a `CANCEL`.
    """

    BOOK = "book"
    CHANGE = "change"
    CANCEL = "cancel"
    ABSENCE = "absence"


class Late(StrEnum):
    """What becomes of a request that arrives after the limit."""

    REFUSE = "refuse"
    STAFF = "staff"
    WAITLIST = "waitlist"
    SURCHARGE = "surcharge"
    BILLED = "billed"  # cancellations and absences only: accepted, and billed


class Skip(StrEnum):
    """Days that a limit steps over; weekdays are named as in the configuration."""

    WEEKENDS = "weekends"
    PUBLIC_HOLIDAYS = "public_holidays"
    SCHOOL_HOLIDAYS = "school_holidays"
    CLOSURES = "closures"
    NON_SCHOOL_DAYS = "non_school_days"  # weekends, weekdays without school, public and school holidays
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class LastDay:
    """A weekday (ISO, 1 = Monday) `weeks_back` ISO weeks before the week of care (0 = the same week)."""

    weekday: int
    weeks_back: int = 0


@dataclass(frozen=True, slots=True)
class WeekdayTable:
    """The last day to ask, by ISO weekday of care."""

    last_days: Mapping[int, LastDay]


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    """The same last day for every day of the week of care."""

    last_day: LastDay


@dataclass(frozen=True, slots=True)
class DaysBefore:
    """Whole days before the day of care, each counted only when it is not skipped.

    With `clear_days` neither the day of care nor the day of asking is counted ("jours francs"), here as below.
    """

    days: int
    clear_days: bool = False


@dataclass(frozen=True, slots=True)
class HoursBefore:
    """Hours before the activity begins on that day (elapsed time, also across a change of clock)."""

    hours: int


@dataclass(frozen=True, slots=True)
class DayOfPreviousMonth:
    """Day `day` of the month before the day of care; a month that is too short ends earlier."""

    day: int


@dataclass(frozen=True, slots=True)
class DaysBeforePeriod:
    """Days before the first day of the holidays in which the day of care lies."""

    days: int
    clear_days: bool = False


@dataclass(frozen=True, slots=True)
class DaysBeforeWeek:
    """Days before the Monday of the ISO week in which the day of care lies."""

    days: int
    clear_days: bool = False


@dataclass(frozen=True, slots=True)
class DaysBeforeMonth:
    """Days before the first of the month in which the day of care lies."""

    days: int
    clear_days: bool = False


Limit = (
    WeekdayTable
    | WeekdayBefore
    | DaysBefore
    | HoursBefore
    | DayOfPreviousMonth
    | DaysBeforePeriod
    | DaysBeforeWeek
    | DaysBeforeMonth
)


@dataclass(frozen=True, slots=True)
class Surcharge:
    """What lateness costs: so many percent of the price, or so many cents; exactly one is set."""

    percent: int | None = None
    cents: int | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One `[[deadline]]` of the configuration. Empty sets mean "everywhere". `at` means its whole minute."""

    purposes: frozenset[Purpose]
    limit: Limit
    late: Late
    at: time = time(23, 59)
    skip: frozenset[Skip] = frozenset()
    activities: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    weekdays: frozenset[int] = frozenset()
    period: PeriodKind | None = None
    surcharge: Surcharge | None = None


@dataclass(frozen=True, slots=True)
class ClosingTime:
    """The last second (aware, in the structure's zone) at which a day may still be asked, and the rule that says so."""

    instant: datetime
    rule: DeadlineRule

    def allows(self, asked_at: datetime) -> bool:
        """Say whether a message received at `asked_at` (aware) is in time: its whole last second still is."""
        return asked_at.astimezone(UTC) < self.instant.astimezone(UTC) + ONE_SECOND
