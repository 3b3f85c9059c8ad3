"""The tables of the règlement: structure, year, sites, activities; every key with its type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from domain.model.activity import AskHour, PeriodKind
from preau.config_fields import (
    Capacity,
    Cents,
    Department,
    Hour,
    MailAddress,
    OutsideText,
    Price,
    SchoolZone,
    Weekday,
    WrongValue,
    Zone,
    one_of,
    written_out,
)

Item = TypeVar("Item")
#: A list of the file, kept so that nothing can change it.
Listed = Annotated[tuple[Item, ...], Field(strict=False)]
Code = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")]
#: A text may be empty, a `Text` may not.
Words = Annotated[str, BeforeValidator(written_out)]
Text = Annotated[Words, Field(min_length=1)]
Positive = Annotated[int, Field(ge=1)]
NotNegative = Annotated[int, Field(ge=0)]
DayOfMonth = Annotated[int, Field(ge=1, le=31)]


class Table(BaseModel):
    """A table of the file: no key that is not named, no type changed silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class StructureTable(Table):
    """`[structure]`: who we are, and where."""

    name: Text
    short_name: Words = ""
    privacy: Words = ""
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


class BracketTable(Table):
    """One bracket of `price_by_quotient`; only the last one may do without `up_to`."""

    up_to: NotNegative | None = None
    price: Cents


class UnitTable(Table):
    """`price_per_unit`: without a price, the quotient's bracket is the price of a unit."""

    minutes: Annotated[int, Field(ge=1, le=24 * 60)]
    price: Cents | None = None


class SiblingTable(Table):
    """One step of `sibling_discount`."""

    rank: Annotated[int, Field(ge=2)]
    percent: Annotated[int, Field(ge=1, le=100)]


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
    price_by_quotient: Listed[BracketTable] = ()
    price_per_unit: UnitTable | None = None
    price_non_resident: OutsideText | None = None
    sibling_discount: Listed[SiblingTable] = ()
    aids: bool = False
    ask_hour: Annotated[AskHour, one_of(AskHour)] | None = None
    needs: Listed[str] = ()
    requires_document: str | None = None
    words: Listed[Text] = ()
    min_age: NotNegative | None = None
    max_age: NotNegative | None = None
    incompatible: Listed[str] = ()
    together: Listed[str] = ()
    warn_below: NotNegative | None = None

    def shares_ages(self, other: ActivityTable) -> bool:
        """Say whether a child of some age may come to both."""
        youngest = max(self.min_age or 0, other.min_age or 0)
        return all(oldest is None or youngest <= oldest for oldest in (self.max_age, other.max_age))

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

    @model_validator(mode="after")
    def _tariff_says_one_thing(self) -> Self:
        if problem := next(tariff_problems(self), None):
            raise WrongValue(problem)
        return self


def tariff_problems(activity: ActivityTable) -> Iterator[str]:
    """Yield what must be true of an activity's tariff as a whole, and is not."""
    brackets, unit = activity.price_by_quotient, activity.price_per_unit
    ways = (
        activity.price is not None,
        bool(activity.price_by_hour),
        bool(brackets),
        bool(unit and unit.price is not None),
    )
    limits = [bracket.up_to for bracket in brackets]
    if sum(ways) > 1:
        yield "only one of `price`, `price_by_hour`, `price_by_quotient` and `price_per_unit` with a `price`"
    if unit and (activity.ask_hour is None or activity.price_by_hour or not (unit.price is not None or brackets)):
        yield "`price_per_unit` together with `ask_hour`, and with a `price` or `price_by_quotient`"
    if None in limits[:-1] or limits[:-1] != sorted({n for n in limits[:-1] if n is not None}) or _falls(limits):
        yield "`price_by_quotient` in rising order of `up_to`; only the last bracket may do without"
    if [b.price for b in brackets] != sorted(b.price for b in brackets):
        yield "`price_by_quotient` in rising order of `price`"
    if activity.sibling_discount and [s.rank for s in activity.sibling_discount] != sorted(
        {s.rank for s in activity.sibling_discount}
    ):
        yield "`sibling_discount` in rising order of `rank`"
    outside = activity.price_non_resident
    if outside and outside.cents is not None and activity.price_by_hour:
        yield '`price_non_resident` as a part more ("+20%") beside `price_by_hour`'
    if (outside or activity.sibling_discount or activity.aids) and not any(ways):
        yield "`price_non_resident`, `sibling_discount` and `aids` only with a price"


def _falls(limits: list[int | None]) -> bool:
    """Say whether the last bracket ends below the one before it."""
    *before, last = limits or [None]
    return last is not None and bool(before) and last <= (before[-1] or 0)


class NicknameTable(Table):
    """`[[nickname]]`: what a family calls its child."""

    family: Text
    child: Text
    words: Annotated[Listed[Text], Field(min_length=1)]


class ExceptionTable(Table):
    """`[[exception]]`: a reason that opens a request after its deadline."""

    code: Code
    name: Text
    proof: Words = ""
    words: Listed[Text] = ()
