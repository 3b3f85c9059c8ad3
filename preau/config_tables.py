"""The tables of the règlement: structure, year, sites, activities, deadlines; every key with its type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.model.activity import AskHour, PeriodKind
from domain.model.deadline import Late, Purpose, Skip
from preau.config_fields import (
    Capacity,
    Cents,
    Department,
    Hour,
    LastDayText,
    MailAddress,
    Price,
    SchoolZone,
    SurchargeText,
    Weekday,
    WeekdayName,
    WrongValue,
    Zone,
    one_of,
)

Item = TypeVar("Item")
#: A list of the file, kept so that nothing can change it.
Listed = Annotated[tuple[Item, ...], Field(strict=False)]
Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")]
Text = Annotated[str, Field(min_length=1)]
Positive = Annotated[int, Field(ge=1)]
NotNegative = Annotated[int, Field(ge=0)]
DayOfMonth = Annotated[int, Field(ge=1, le=31)]


class Table(BaseModel):
    """A table of the file: no key that is not named, no type changed silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class StructureTable(Table):
    """`[structure]`: who we are, and where."""

    name: Text
    short_name: str = ""
    phone: Text
    email: MailAddress
    timezone: Zone
    department: Department
    school_zone: SchoolZone


class HolidayTable(Table):
    """One span of `[school_year].holidays`, both days included."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")
    name: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise WrongValue("`to` on or after `from`")
        return self


class SchoolYearTable(Table):
    """`[school_year]`: when activities run."""

    start: date
    end: date
    closures: Listed[date] = ()
    holidays: Listed[HolidayTable] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise WrongValue("`end` after `start`")
        return self


class SiteTable(Table):
    """`[[site]]`."""

    code: Code
    name: Text


class HoursTable(Table):
    """`hours = { from, to }` of an activity."""

    starts: Hour = Field(alias="from")
    ends: Hour = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends <= self.starts:
            raise WrongValue("`to` later than `from`")
        return self


class PriceStepTable(Table):
    """One step of `price_by_hour`."""

    until: Hour
    price: Cents


class ActivityTable(Table):
    """`[[activity]]`."""

    code: Code
    name: Text
    category: Text
    sites: Annotated[Listed[str], Field(min_length=1)]
    days: Annotated[Listed[Weekday], Field(min_length=1)]
    period: Annotated[PeriodKind, one_of(PeriodKind)]
    hours: HoursTable
    capacity: Capacity
    meal: bool = False
    pool: Code | None = None
    price: Price = None
    price_by_hour: Listed[PriceStepTable] = ()
    ask_hour: Annotated[AskHour, one_of(AskHour)] | None = None
    needs: Listed[str] = ()
    requires_document: str | None = None
    words: Listed[Text] = ()

    @model_validator(mode="after")
    def _steps_set_the_price(self) -> Self:
        untils = [step.until for step in self.price_by_hour]
        if not untils:
            return self
        if self.ask_hour is None or self.price is not None:
            msg = "`price_by_hour` together with `ask_hour` and without `price`"
        elif untils != sorted(set(untils)):
            msg = "`price_by_hour` in rising order of `until`"
        else:
            return self
        raise WrongValue(msg)


class DeadlineTable(Table):
    """`[[deadline]]`: exactly one of the limits, where it applies, and what lateness means."""

    purposes: Annotated[Listed[Annotated[Purpose, one_of(Purpose)]], Field(min_length=1, alias="for")]
    table: Annotated[dict[WeekdayName, LastDayText], Field(min_length=1)] | None = None
    weekday_before: LastDayText | None = None
    days_before: NotNegative | None = None
    hours_before: Positive | None = None
    day_of_previous_month: DayOfMonth | None = None
    days_before_period: NotNegative | None = None
    clear_days: bool = False
    at: Hour = time(23, 59)  # of no meaning with hours_before
    skip: Listed[Annotated[Skip, one_of(Skip)]] = ()
    activities: Listed[str] = ()
    sites: Listed[str] = ()
    weekdays: Listed[Weekday] = ()
    period: Annotated[PeriodKind, one_of(PeriodKind)] | None = None
    late: Annotated[Late, one_of(Late)] = Late.REFUSE
    surcharge: SurchargeText | None = None

    @property
    def limits(self) -> tuple[str, ...]:
        """The keys among the limits that are set."""
        return tuple(key for key in LIMITS if getattr(self, key) is not None)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if problem := next(_deadline_problems(self), None):
            raise WrongValue(problem)
        return self


LIMITS = ("table", "weekday_before", "days_before", "hours_before", "day_of_previous_month", "days_before_period")


def _deadline_problems(rule: DeadlineTable) -> Iterator[str]:
    """Yield what must be true of a rule as a whole, and is not."""
    if len(rule.limits) != 1:
        yield f"exactly one of {', '.join(LIMITS)}"
    if rule.clear_days and rule.days_before_period is None:
        yield "`clear_days` only with `days_before_period`"
    if (rule.late is Late.SURCHARGE) != (rule.surcharge is not None):
        yield '`surcharge` together with late = "surcharge", and only then'
    if rule.late is Late.BILLED and set(rule.purposes) != {Purpose.CANCEL}:
        yield 'late = "billed" only with for = ["cancel"]'
    if rule.late in (Late.WAITLIST, Late.SURCHARGE) and Purpose.CANCEL in rule.purposes:
        yield f'late = "{rule.late}" not with "cancel" in `for`'
    if not _a_day_is_left(rule.skip):
        yield "`skip` must leave at least one day of the week"
    for name, last_day in (rule.table or {}).items():
        if last_day.weeks_back == 0 and last_day.weekday > _weekday(name):
            yield f"`table.{name}` on or before the day itself"


def _weekday(name: str) -> int:
    return list(Skip).index(Skip(name)) - list(Skip).index(Skip.MON) + 1


def _a_day_is_left(skip: Listed[Skip]) -> bool:
    weekend = {Skip.SAT, Skip.SUN} if Skip.WEEKENDS in skip else set()
    return not set(Skip) - {Skip.WEEKENDS, Skip.PUBLIC_HOLIDAYS, Skip.SCHOOL_HOLIDAYS, Skip.CLOSURES} <= {
        *skip,
        *weekend,
    }


class NicknameTable(Table):
    """`[[nickname]]`: what a family calls its child."""

    family: Text
    child: Text
    words: Annotated[Listed[Text], Field(min_length=1)]


class ExceptionTable(Table):
    """`[[exception]]`: a reason that opens a request after its deadline."""

    code: Code
    name: Text
    proof: str = ""
    words: Listed[Text] = ()
