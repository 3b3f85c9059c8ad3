"""The tables of the règlement: structure, year, sites, activities; every key with its type."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.model.activity import AskHour, PeriodKind
from preau.config_fields import (
    Capacity,
    Cents,
    Department,
    Hour,
    MailAddress,
    Price,
    SchoolZone,
    Weekday,
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
    school_days: Annotated[Listed[Weekday], Field(min_length=1)] = (1, 2, 4, 5)

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
    min_age: NotNegative | None = None
    max_age: NotNegative | None = None
    incompatible: Listed[str] = ()
    together: Listed[str] = ()
    warn_below: NotNegative | None = None

    @model_validator(mode="after")
    def _ages_in_order(self) -> Self:
        if self.min_age is not None and self.max_age is not None and self.max_age < self.min_age:
            raise WrongValue("`max_age` not less than `min_age`")
        return self

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
