"""Where and when children are looked after: sites, activities, and one activity on one day at one site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Final

from domain.model.school_year import DayKind, SchoolYear
from domain.model.tariff import Bracket, Outside, SiblingDiscount, UnitPrice


class PeriodKind(StrEnum):
    """In which weeks an activity runs."""

    SCHOOL = "school"
    HOLIDAYS = "holidays"
    ALL = "all"


class AskHour(StrEnum):
    """Which hour a parent must give because it sets the price (Clap Chaz manual: "heure de départ")."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class Site:
    """A school or centre; `code` is the structure's own ("EUROPA")."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PriceStep:
    """The price (cents) of leaving at `until` or before; the first step that fits decides."""

    until: time
    cents: int


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a child can be booked into, as the structure's configuration defines it.

    `weekdays` are ISO (1 = Monday). `capacity` gives places per day by site code, `weekday_capacity` instead of it
    those of a site by weekday; staff are warned when no more than `warn_below` are left. Activities that name the same
    `pool` share its places at each site. `price_cents` is None where a line has no price of its own (Hettange:
    "Créatif" is included). `needs` are codes that must be booked on the same day too. `words` are what families call it
    besides its name ("accueil doux"). `min_age` and `max_age` are whole years on the day itself, both included.
    `incompatible` are codes that cannot be booked on the same day, `together` those that are booked with it or not at
    all; each holds both ways. `price_by_quotient` is in rising order, the highest last;
    `sibling_discount` in the order of ranks. `aids` says that what somebody else pays of a day is deducted here.
    """

    code: str
    name: str
    category: str
    sites: tuple[str, ...]
    weekdays: frozenset[int]
    period: PeriodKind
    starts: time
    ends: time
    capacity: Mapping[str, int]
    meal: bool = False
    pool: str | None = None
    price_cents: int | None = None
    price_by_hour: tuple[PriceStep, ...] = ()
    price_by_quotient: tuple[Bracket, ...] = ()
    price_per_unit: UnitPrice | None = None
    price_non_resident: Outside | None = None
    sibling_discount: tuple[SiblingDiscount, ...] = ()
    aids: bool = False
    ask_hour: AskHour | None = None
    needs: tuple[str, ...] = ()
    requires_document: str | None = None
    words: tuple[str, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    incompatible: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    weekday_capacity: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    warn_below: int | None = None

    def places(self, site: str, day: date) -> int:
        """Return how many children may come to `site` on `day`."""
        return places_on(day, self.capacity.get(site, 0), self.weekday_capacity.get(site))

    @property
    def asks_age(self) -> bool:
        """Whether a child must have a certain age."""
        return self.min_age is not None or self.max_age is not None

    @property
    def priced_by_family(self) -> bool:
        """Whether its price depends on who pays: the quotient, the residence, the siblings or an aid."""
        return bool(self.price_by_quotient or self.price_non_resident or self.sibling_discount or self.aids)

    def runs_on(self, day: date, year: SchoolYear) -> bool:
        """Say whether it runs on `day`: right weekday, right period, neither a public holiday nor closed."""
        return self.runs_in(day.isoweekday(), year.kind(day))

    def runs_in(self, weekday: int, kind: DayKind) -> bool:
        """Say whether it runs on that weekday of a day of that kind."""
        if weekday not in self.weekdays:
            return False
        if kind is DayKind.SCHOOL:
            return self.period is not PeriodKind.HOLIDAYS
        return kind is DayKind.HOLIDAYS and self.period is not PeriodKind.SCHOOL


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One activity, on one day, at one site."""

    activity: str
    day: date
    site: str


def places_on(day: date, every_day: int, by_weekday: Mapping[int, int] | None) -> int:
    """Return the places on `day`: those of its weekday where there are such, else those of every day."""
    return every_day if by_weekday is None else by_weekday.get(day.isoweekday(), 0)


#: Stands for "the whole day" where a wish names no activity and nothing is booked that it could mean.
WHOLE_DAY: Final = Activity(
    code="*",
    name="Toute la journée",
    category="",
    sites=(),
    weekdays=frozenset(range(1, 8)),
    period=PeriodKind.ALL,
    starts=time(0, 0),
    ends=time(23, 59),
    capacity={},
)
