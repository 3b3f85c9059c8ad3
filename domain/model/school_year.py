"""The school year of one structure: which days are school days, holidays, public holidays or closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DayKind(StrEnum):
    """What sort of day it is for the structure."""

    SCHOOL = "school"
    HOLIDAYS = "holidays"
    PUBLIC_HOLIDAY = "public_holiday"
    CLOSED = "closed"
    OUTSIDE = "outside"  # before the first or after the last day of the school year


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """School holidays: first and last day off, both included (Europe/Paris dates), and the official French name."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """First and last day on which activities run, and what interrupts them.

    `school_weekdays` are ISO (1 = Monday): most towns have school on four days (décret 2017-1108).
    """

    start: date
    end: date
    holidays: tuple[Holiday, ...]
    public_holidays: frozenset[date]
    closures: frozenset[date] = frozenset()
    school_weekdays: frozenset[int] = frozenset({1, 2, 4, 5})

    def kind(self, day: date) -> DayKind:
        """Say what sort of day `day` is; a weekend counts as the week it stands in."""
        if not self.start <= day <= self.end:
            return DayKind.OUTSIDE
        if day in self.closures:
            return DayKind.CLOSED
        if day in self.public_holidays:
            return DayKind.PUBLIC_HOLIDAY
        return DayKind.HOLIDAYS if self.holiday_on(day) else DayKind.SCHOOL

    def holiday_on(self, day: date) -> Holiday | None:
        """Return the school holidays in which `day` lies, if any."""
        return next((h for h in self.holidays if h.first <= day <= h.last), None)

    def has_school(self, day: date) -> bool:
        """Say whether there is school on `day`; beyond the year's ends only weekdays and public holidays are known."""
        off = day in self.public_holidays or self.holiday_on(day) is not None
        return day.isoweekday() in self.school_weekdays and not off

    def next_holiday(self, day: date) -> Holiday | None:
        """Return the first school holidays that begin strictly after `day`, if the year still has some."""
        return next((h for h in sorted(self.holidays) if h.first > day), None)

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days of the year from `first` to `last`, both included, cut to the school year."""
        begin, end = max(first, self.start), min(last, self.end)
        return tuple(begin + timedelta(days=n) for n in range((end - begin).days + 1))
