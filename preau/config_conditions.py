"""`[[opening]]` and `[[maximum]]`: from when a day may be booked, and how often one child may come."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.model.activity import PeriodKind
from domain.model.conditions import Maximum, Opening
from preau.config_fields import Hour, WrongValue, one_of
from preau.config_tables import Listed, Positive, Table


class OpeningTable(Table):
    """`[[opening]]`: when booking opens for the days that it names."""

    opens: date = Field(alias="from")
    at: Hour = time(0, 0)
    until: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    activities: Listed[str] = ()
    sites: Listed[str] = ()
    period: Annotated[PeriodKind, one_of(PeriodKind)] | None = None
    residents_first: Positive | None = None

    @property
    def scope(self) -> tuple[object, ...]:
        """The days that it opens, and to whom."""
        period = None if self.period is PeriodKind.ALL else self.period
        return frozenset(self.activities), frozenset(self.sites), period, self.first_day, self.last_day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until is not None and self.until < self.opens:
            raise WrongValue("`until` on or after `from`")
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise WrongValue("`last_day` on or after `first_day`")
        if self.last_day and self.last_day < self.opens:
            raise WrongValue("`from` on or before `last_day`")
        to_all = self.opens + timedelta(days=self.residents_first or 0)
        if self.residents_first and any(end is not None and end < to_all for end in (self.until, self.last_day)):
            raise WrongValue("`until` and `last_day` after the days of `residents_first`")
        return self

    def value(self) -> Opening:
        """Return what the rules work with."""
        return Opening(
            opens=self.opens,
            at=self.at,
            until=self.until,
            first_day=self.first_day,
            last_day=self.last_day,
            activities=frozenset(self.activities),
            sites=frozenset(self.sites),
            period=self.period,
            residents_first=self.residents_first or 0,
        )


class MaximumTable(Table):
    """`[[maximum]]`: of these activities, so many a day or a week for one child."""

    activities: Annotated[Listed[str], Field(min_length=1)]
    per_day: Positive | None = None
    per_week: Positive | None = None

    @model_validator(mode="after")
    def _says_how_many(self) -> Self:
        if self.per_day is None and self.per_week is None:
            raise WrongValue("`per_day`, `per_week` or both")
        if self.per_day is not None and self.per_week is not None and self.per_week < self.per_day:
            raise WrongValue("`per_week` not less than `per_day`")
        return self

    def value(self) -> Maximum:
        """Return what the rules work with."""
        return Maximum(frozenset(self.activities), self.per_day, self.per_week)
