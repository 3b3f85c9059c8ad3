"""Places: the pools that a booking draws on, what is free in each, and who waits for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self, TypeAlias

from domain.model.activity import PeriodKind, places_on
from domain.model.school_year import SchoolYear
from domain.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Ages:
    """An age group, in whole years on the day itself: those who are `low` or older, and not yet `until`."""

    low: int = 0
    until: int | None = None

    def include(self, age: int) -> bool:
        """Say whether a child of `age` whole years counts."""
        return self.low <= age and (self.until is None or age < self.until)


@dataclass(frozen=True, slots=True, order=True)
class Pool:
    """So many `places` on one day at one site, shared by `activities`; a booking of any of them takes one.

    `name` is the pool's name, or the activity's code when it shares with nobody; `ages` tells which children count by
    their age on the day (None: all). Staff are warned when no more than `warn_below` places are left.
    """

    name: str
    day: date
    site: str
    activities: tuple[str, ...] = field(compare=False)
    places: int = field(default=0, compare=False)
    ages: Ages | None = field(default=None, compare=False)
    warn_below: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CapacityPool:
    """A `[[pool]]`: places that bookings of `activities` take besides those of the activity itself.

    `capacity` gives the places a day by site, `weekday_capacity` instead of it those of a site by ISO weekday; sites in
    neither are not concerned. It holds on `weekdays` (none: all) and in the weeks of `period`, for children of the
    group `ages` (None: all). `children_per_adult` is the ratio that the places come from, where there is one. Where a
    table has several age groups each is a pool: `table` and `group` are its names in the file, `name` is made of both.
    """

    name: str
    activities: tuple[str, ...]
    capacity: Mapping[str, int]
    weekday_capacity: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    weekdays: frozenset[int] = frozenset()
    period: PeriodKind = PeriodKind.ALL
    ages: Ages | None = None
    children_per_adult: int | None = None
    warn_below: int | None = None
    table: str = ""
    group: str = ""

    @property
    def sites(self) -> frozenset[str]:
        """The codes of the sites that have places here."""
        return frozenset({*self.capacity, *self.weekday_capacity})

    def counts(self, age: int | None, day: date, year: SchoolYear) -> bool:
        """Say whether a child of `age` (None: any) takes a place here on `day`: right weekday, weeks and group."""
        if age is not None and self.ages is not None and not self.ages.include(age):
            return False
        if self.weekdays and day.isoweekday() not in self.weekdays:
            return False
        return self.period is PeriodKind.ALL or year.kind(day) == self.period.value

    def on(self, day: date, site: str) -> Pool:
        """Return its places of one day at one site."""
        return Pool(
            name=self.name,
            day=day,
            site=site,
            activities=self.activities,
            places=places_on(day, self.capacity.get(site, 0), self.weekday_capacity.get(site)),
            ages=self.ages,
            warn_below=self.warn_below,
        )


#: What one child's booking draws on: a place in each, so that what is free for it is the least that is free in any.
Pools: TypeAlias = tuple[Pool, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """How many wait for the same pools: `in_time` (of whom `unserved` hold no offer), and those who asked `late`."""

    in_time: int = 0
    unserved: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Waiter:
    """One who waits: what they draw on, and what decides where they stand.

    So many may be counted as one as stand all on the same side of whoever asks.
    """

    pools: Pools
    standing: Standing
    count: int = 1


class Places:
    """The places that are free in each pool (below zero where more are held), and who waits, by what they draw on.

    Those who hold an offer are among those who hold a place. What the lines of a cart take and give back is counted
    here, line by line; so is who of them waits. `line` tells where those who wait stand, in any order: only where a
    règlement orders them by more than receipt.
    """

    def __init__(
        self,
        free: Mapping[Pool, int] | None = None,
        waiting: Mapping[Pools, Queue] | None = None,
        line: Sequence[Waiter] = (),
    ) -> None:
        """Begin with what `free` and `waiting` say; pools that are not in `free` are not counted."""
        self.line = line
        self._free = dict(free or {})
        self._waiting = dict(waiting or {})
        self._near: dict[Pool, list[Pools]] = defaultdict(list)
        for pools in self._waiting:
            self._index(pools)

    def copy(self) -> Self:
        """Return the same places, to be counted on by themselves."""
        return type(self)(self._free, self._waiting, self.line)

    def left(self, pools: Pools) -> int | None:
        """Return how many places a newcomer to `pools` finds, beyond those who wait; None where nobody counted.

        It may be below zero, which is no floor on purpose: a place that the newcomer's own cart gives back goes to
        those who wait first.
        """
        if not all(pool in self._free for pool in pools):
            return None
        return min(self._beyond(pool, pools) for pool in pools)

    def fewest(self, pools: Pools) -> Pool:
        """Return the pool in which a newcomer to `pools` finds the fewest places: the activity's own among equals."""
        return min(pools, key=lambda pool: self._beyond(pool, pools) if pool in self._free else 0)

    def ahead(self, pools: Pools, *, late: bool = False) -> int:
        """Count who stands before a newcomer to `pools`; whoever asks `late` stands behind other late ones too.

        Where only some of the pools are full, only those count who wait for these.
        """
        near = {others: None for pool in self.full(pools) for others in self._near[pool]}
        queues = (self._waiting[others] for others in near)
        return sum(queue.in_time + (queue.late if late else 0) for queue in queues)

    def full(self, pools: Pools) -> Sequence[Pool]:
        """Return for which of `pools` a newcomer stands in line: those that are full; all, where none is."""
        counted = [pool for pool in pools if pool in self._free]
        return [pool for pool in counted if self._beyond(pool, pools) <= 0] or pools

    def take(self, pools: Pools, places: int = 1) -> None:
        """Take a place in each of `pools`, or give it back (-1)."""
        for pool in pools:
            if pool in self._free:
                self._free[pool] -= places

    def queue(self, pools: Pools) -> None:
        """Have one more wait for `pools`, behind all the others; they hold up no other line of their cart."""
        if pools not in self._waiting:
            self._index(pools)
        queue = self._waiting.get(pools, Queue())
        self._waiting[pools] = replace(queue, in_time=queue.in_time + 1)

    def _index(self, pools: Pools) -> None:
        for pool in pools:
            self._near[pool].append(pools)

    def _beyond(self, pool: Pool, pools: Pools) -> int:
        """Return what is free in `pool` beyond those who would be served before a newcomer to `pools`.

        Who waits for another pool besides, in which nothing is free, is not served before it.
        """
        before = 0
        for others in self._near[pool]:
            room = [self._free[other] for other in others if other not in pools and other in self._free]
            before += max(min([self._waiting[others].unserved, *room]), 0)
        return self._free[pool] - before
