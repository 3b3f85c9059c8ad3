"""What a day costs, as data: how an activity is charged, what is known of who pays, and a price with its parts.

Money is integer cents. Source: the tariff grids that towns publish (family-quotient brackets, residents, siblings by
birth, started half-hours), as Noethys and Publik price them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class Bracket:
    """The price for families whose quotient is `up_to` or less; None is everybody above the brackets before it."""

    up_to: int | None
    cents: int


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """So many cents for each started unit of `minutes`; None where the quotient's bracket prices the unit."""

    minutes: int
    cents: int | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """What families from outside pay: a price of their own (cents), or so many percent more; exactly one is set."""

    cents: int | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class SiblingDiscount:
    """So many percent off for the family's child of that `rank` on one activity and day (1 = the oldest).

    It holds for younger ones too, until another discount begins.
    """

    rank: int
    percent: int


@dataclass(frozen=True, slots=True)
class Aid:
    """What somebody else pays of a child's day of care: so many cents a day, or a part; exactly one is set."""

    cents: int | None = None
    percent: int | None = None


class Unknown(StrEnum):
    """What is not known of a family although its price depends on it; then the highest price counts, visibly."""

    QUOTIENT = "quotient"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Payer:
    """What prices depend on of a family.

    `quotients` are (valid from, quotient), in the order of their days. `children` are the ids of its children, the
    oldest first: a child without a birth date comes last. `newcomer`: it had never asked before; looked up only where a
    waiting list goes by it.
    """

    quotients: tuple[tuple[date, int], ...] = ()
    resident: bool | None = None
    aid: Aid | None = None
    children: tuple[int, ...] = ()
    newcomer: bool = False

    def quotient_on(self, day: date) -> int | None:
        """Return the quotient that is valid on `day`, the day of care; None when none is known for it."""
        return next((quotient for since, quotient in reversed(self.quotients) if since <= day), None)


#: Nothing is known of who pays.
NOBODY: Final = Payer()


@dataclass(frozen=True, slots=True)
class Price:
    """A price and what it is made of, all in cents: `total` is `base` - `reduction` - `aid` + `surcharge`.

    `quotient` is the one that chose the bracket; `unknown` what would perhaps have made it less.
    """

    base: int
    reduction: int = 0
    aid: int = 0
    surcharge: int = 0
    quotient: int | None = None
    outside: bool = False
    unknown: tuple[Unknown, ...] = ()

    @property
    def total(self) -> int:
        """What the family pays for the line, lateness included; never below 0."""
        return self.care + self.surcharge

    @property
    def care(self) -> int:
        """What the family pays for the care alone."""
        return self.base - self.reduction - self.aid
