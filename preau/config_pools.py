"""`[[pool]]`: places that several activities share, or that one age group has; by number, or by a ratio of adults."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.model.activity import PeriodKind
from preau.config_fields import Adults, Capacity, Weekday, WrongValue, one_of
from preau.config_tables import Listed, NotNegative, Positive, Table

_Name = Annotated[str, Field(min_length=1, max_length=60)]


class AgesTable(Table):
    """`ages = { from, until }`, in whole years on the day: from that birthday on, until the day before that one."""

    low: Annotated[int, Field(ge=0, le=99)] = Field(0, alias="from")
    until: Annotated[int, Field(ge=1, le=99)] | None = None

    @model_validator(mode="after")
    def _is_a_group(self) -> Self:
        if self.low == 0 and self.until is None:
            raise WrongValue("`from` (1 or more), `until` or both")
        if self.until is not None and self.until <= self.low:
            raise WrongValue("`until` greater than `from`: the age at which a child does not count any more")
        return self

    def shares(self, other: AgesTable) -> bool:
        """Say whether some child is in both groups."""
        return self.low < (other.until or 100) and other.low < (self.until or 100)

    def holds(self, other: AgesTable) -> bool:
        """Say whether every child of the `other` group is in this one."""
        return self.low <= other.low and (other.until or 100) <= (self.until or 100)

    def __str__(self) -> str:
        """Tell the group as it is written."""
        return ", ".join(
            f"{key} = {age}" for key, age in (("from", self.low or None), ("until", self.until)) if age is not None
        )


class NumbersTable(Table):
    """How many places: by number, or by so many adults with so many children each."""

    capacity: Capacity | None = None
    adults: Adults | None = None
    children_per_adult: Positive | None = None
    warn_below: NotNegative | None = None

    def must_say_how_many(self) -> None:
        """Raise WrongValue without a number, with half a ratio, or with both."""
        ratio = (self.adults is not None, self.children_per_adult is not None)
        if (self.capacity is not None and ratio != (False, False)) or (self.capacity is None and ratio != (True, True)):
            raise WrongValue("either `capacity`, or `adults` together with `children_per_adult`")


class GroupTable(NumbersTable):
    """One of the `groups` of a `[[pool]]`: an age group with its own places."""

    name: _Name
    ages: AgesTable

    @model_validator(mode="after")
    def _says_how_many(self) -> Self:
        self.must_say_how_many()
        return self


class PoolTable(NumbersTable):
    """`[[pool]]`: a booking takes a place in every pool that covers it, besides one of its activity.

    With `groups` it takes one in the group of the child's age, and the places stand there.
    """

    name: _Name
    activities: Annotated[Listed[str], Field(min_length=1)]
    sites: Listed[str] = ()
    days: Listed[Weekday] = ()
    period: Annotated[PeriodKind, one_of(PeriodKind)] = PeriodKind.ALL
    ages: AgesTable | None = None
    groups: Annotated[Listed[GroupTable], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _says_how_many(self) -> Self:
        """Let the groups say it where there are any; beside them a number would be of nobody knows whom."""
        if self.groups is None:
            self.must_say_how_many()
        elif any(value is not None for value in (self.capacity, self.adults, self.children_per_adult, self.ages)):
            raise WrongValue("the places and `ages` within `groups`, and none beside them")
        return self
