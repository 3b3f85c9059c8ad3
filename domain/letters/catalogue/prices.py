"""What Préau says to families about prices: the answer to "combien coûterait…?", and a price that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import PriceChange
from domain.model.tariff import Price, SiblingDiscount, Unknown
from domain.model.wish import Often


@dataclass(frozen=True, slots=True)
class PriceShown:
    """The family's price of an activity, for an oldest child: flat, by hour, or none of its own (None).

    `steps` are the hours at which it changes, with the price (cents) up to each; with `arrival` from each on.
    """

    activity: str
    hours: str
    price: Price | None
    steps: tuple[tuple[time, int], ...] = ()
    arrival: bool = False
    discounts: tuple[SiblingDiscount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesTold(Letter):
    """The answer to "combien coûte…?"; with `illness` also what is billed of an absence for it."""

    template: ClassVar[str] = "prices_told"
    prices: tuple[PriceShown, ...]
    unknown: tuple[Unknown, ...] = ()
    illness: bool = False


@dataclass(frozen=True, slots=True)
class CostShown:
    """One child in a simulation: so many days, and what they cost together (cents), with the parts in it.

    `each` is the price of a day where all cost the same.
    """

    child: str
    days: int
    cents: int
    each: int | None
    reduction: int = 0
    aid: int = 0


@dataclass(frozen=True, slots=True)
class OptionShown:
    """One way to do what was asked: an activity with what it cannot go without, up to an hour where that matters."""

    activity: str
    beside: tuple[str, ...]
    hours: str
    costs: tuple[CostShown, ...]
    quotient: int | None = None
    outside: bool = False

    @property
    def cents(self) -> int:
        """What all the children cost together."""
        return sum(cost.cents for cost in self.costs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesSimulated(Letter):
    """The answer to "combien coûteraient 2 soirs par semaine ?"; nothing is booked by it.

    Over a period (`first` to `last`) the days on which it runs are counted; otherwise `often` says how many, in a week,
    a month or in all. `more` are options that are not shown.
    """

    template: ClassVar[str] = "prices_simulated"
    options: tuple[OptionShown, ...]
    often: Often | None
    first: date | None = None
    last: date | None = None
    unknown: tuple[Unknown, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesChanged(Letter):
    """Bookings of the family cost another price by now: somebody else than the family changed one beside them.

    Or the office `corrected` a child's birth date, and so the rank among brothers and sisters.
    """

    template: ClassVar[str] = "prices_changed"
    changes: tuple[PriceChange, ...]
    corrected: bool = False
