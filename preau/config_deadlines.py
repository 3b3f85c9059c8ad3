"""`[[deadline]]`: until when one may ask; every key with its type, and what makes a rule say one thing only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from domain.model.activity import PeriodKind
from domain.model.deadline import Late, Purpose, Skip
from preau.config_fields import WEEKDAYS, Hour, LastDayText, SurchargeText, Weekday, WeekdayName, WrongValue, one_of
from preau.config_tables import DayOfMonth, Listed, NotNegative, Positive, Table

LIMITS: Final = (
    "table",
    "weekday_before",
    "days_before",
    "hours_before",
    "day_of_previous_month",
    "days_before_period",
    "days_before_week",
    "days_before_month",
)

#: The limits that count days; their ends may be left out.
_COUNTED: Final = ("days_before", "days_before_period", "days_before_week", "days_before_month")

#: What a parent takes back; neither the waiting list nor a surcharge has a meaning for it.
_TAKING_BACK: Final = frozenset({Purpose.CANCEL, Purpose.ABSENCE})


class DeadlineTable(Table):
    """`[[deadline]]`: exactly one of the limits, where it applies, and what lateness means."""

    purposes: Annotated[Listed[Annotated[Purpose, one_of(Purpose)]], Field(min_length=1, alias="for")]
    table: Annotated[dict[WeekdayName, LastDayText], Field(min_length=1)] | None = None
    weekday_before: LastDayText | None = None
    days_before: NotNegative | None = None
    hours_before: Positive | None = None
    day_of_previous_month: DayOfMonth | None = None
    days_before_period: NotNegative | None = None
    days_before_week: NotNegative | None = None
    days_before_month: NotNegative | None = None
    clear_days: bool = False
    at: Hour = time(23, 59)
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
        if problem := next((p for problems in (_unclear_limit, _unclear_lateness) for p in problems(self)), None):
            raise WrongValue(problem)
        return self


def _unclear_limit(rule: DeadlineTable) -> Iterator[str]:
    """Yield what must be true of the limit a rule sets, and is not."""
    if len(rule.limits) != 1:
        yield f"exactly one of {', '.join(LIMITS)}"
    if rule.clear_days and not set(rule.limits) & set(_COUNTED):
        yield f"`clear_days` only with {', '.join(_COUNTED)}"
    if rule.hours_before is not None and "at" in rule.model_fields_set:
        yield "`at` not together with `hours_before`, which is counted from the hour at which the activity begins"
    if rule.days_before_period is not None and rule.period is PeriodKind.SCHOOL:
        yield '`days_before_period` not together with period = "school"'
    for name, last_day in (rule.table or {}).items():
        if last_day.weeks_back == 0 and last_day.weekday > WEEKDAYS[name]:
            yield f"`table.{name}` on or before the day itself"
    for name in WEEKDAYS if rule.table else ():
        if WEEKDAYS[name] in rule.weekdays and name not in (rule.table or {}):
            yield f"`table.{name}`, as `weekdays` names that day"
    before = rule.weekday_before
    if before and before.weeks_back == 0 and rule.weekdays and before.weekday > min(rule.weekdays):
        yield "`weekday_before` on or before each of `weekdays`"


def _unclear_lateness(rule: DeadlineTable) -> Iterator[str]:
    """Yield what must be true of what lateness means, and is not."""
    if (rule.late is Late.SURCHARGE) != (rule.surcharge is not None):
        yield '`surcharge` together with late = "surcharge", and only then'
    if rule.late is Late.BILLED and not set(rule.purposes) <= _TAKING_BACK:
        yield 'late = "billed" only with "cancel" and "absence" in `for`'
    taken_back = sorted(_TAKING_BACK & set(rule.purposes))
    if rule.late in (Late.WAITLIST, Late.SURCHARGE) and taken_back:
        yield f'late = "{rule.late}" not with "{taken_back[0]}" in `for`'
