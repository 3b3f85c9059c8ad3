"""What must hold of `[[pool]]` tables: each counts something, and no two of them leave unclear which number does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, groupby, product
from types import MappingProxyType
from typing import Final, TypeAlias

from domain.model.activity import PeriodKind
from domain.model.pools import Ages, CapacityPool
from preau.config_faults import Fault, key_text
from preau.config_fields import WEEKDAYS
from preau.config_places import check_capacity_sites, places_by_site
from preau.config_pools import AgesTable, GroupTable, NumbersTable, PoolTable
from preau.config_tables import ActivityTable

#: A sort of booking: an activity, a site, an ISO weekday, and the kind of week.
_Case: TypeAlias = tuple[str, str, int, PeriodKind]

_NAMES: Final = {number: name for name, number in WEEKDAYS.items()}
_WEEKS: Final = (PeriodKind.SCHOOL, PeriodKind.HOLIDAYS)


def build_pools(table: PoolTable, activities: Sequence[ActivityTable]) -> Iterator[CapacityPool]:
    """Yield what the domain works with: a pool for the table, or one for each of its groups; ratios become places."""
    for own in _pools_of(0, table, {activity.code: activity for activity in activities}):
        places = own.places
        yield CapacityPool(
            name=own.name,
            activities=tuple(table.activities),
            capacity=MappingProxyType({site: n for site, n in places.items() if isinstance(n, int)}),
            weekday_capacity=MappingProxyType({site: n for site, n in places.items() if not isinstance(n, int)}),
            weekdays=frozenset(table.days),
            period=table.period,
            ages=Ages(own.ages.low, own.ages.until) if own.ages else None,
            children_per_adult=own.numbers.children_per_adult,
            warn_below=own.numbers.warn_below if own.numbers.warn_below is not None else table.warn_below,
            table=table.name if own.group else "",
            group=own.group.name if own.group else "",
        )


def check_pools(
    tables: Sequence[PoolTable], activities: Sequence[ActivityTable], sites: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with pools whose codes exist (others are told elsewhere)."""
    known = {activity.code: activity for activity in activities}
    right = [
        (n, table)
        for n, table in enumerate(tables)
        if known.keys() >= set(table.activities) and set(sites) >= set(table.sites)
    ]
    pools = [pool for n, table in right for pool in _pools_of(n, table, known)]
    yield from _check_names(pools, activities)
    for _, of_table in groupby(pools, key=lambda pool: pool.n):
        yield from _check_table(tuple(of_table), activities)
    for one, other in combinations(pools, 2):
        yield from _check_pair(one, other)
    yield from _check_gaps(pools)


@dataclass(frozen=True)
class _Pool:
    """A table, or one of its groups, with the table's number in the file and the activities of the configuration."""

    n: int
    table: PoolTable
    known: Mapping[str, ActivityTable]
    m: int = 0
    group: GroupTable | None = None

    @property
    def path(self) -> tuple[str | int, ...]:
        return ("pool", self.n, "groups", self.m) if self.group else ("pool", self.n)

    @property
    def name(self) -> str:
        """What staff read; groups of several tables may be called alike, so that their table's name goes first."""
        return f"{self.table.name} – {self.group.name}" if self.group else self.table.name

    @property
    def label(self) -> str:
        return f'{key_text(self.path)} "{(self.group or self.table).name}"'

    @property
    def ages(self) -> AgesTable | None:
        return (self.group or self.table).ages

    @property
    def numbers(self) -> NumbersTable:
        return self.group or self.table

    @cached_property
    def sites(self) -> tuple[str, ...]:
        return self.table.sites or tuple(
            dict.fromkeys(s for code in self.table.activities for s in self.known[code].sites)
        )

    @cached_property
    def places(self) -> dict[str, int | dict[int, int]]:
        """The places at each site: one number for every day, or numbers by ISO weekday."""
        numbers = self.numbers
        written = numbers.capacity if numbers.capacity is not None else numbers.adults
        ratio, here = numbers.children_per_adult or 1, places_by_site(written if written is not None else 0, self.sites)
        return {
            site: n * ratio if isinstance(n, int) else {day: m * ratio for day, m in n.items()}
            for site, n in here.items()
        }

    def takes(self, activity: ActivityTable) -> bool:
        """Say whether some child of its ages may come to `activity`."""
        low, high = activity.min_age or 0, activity.max_age
        return not self.ages or (low < (self.ages.until or 100) and (high is None or high >= self.ages.low))

    @cached_property
    def cases(self) -> frozenset[_Case]:
        return frozenset(case for code in self.table.activities for case in self.cases_of(code))

    def cases_of(self, code: str) -> Iterator[_Case]:
        activity, table = self.known[code], self.table
        for site, day, weeks in product(activity.sites, activity.days, _WEEKS):
            here = site in self.sites and (not table.days or day in table.days)
            if here and all(period in (PeriodKind.ALL, weeks) for period in (activity.period, table.period)):
                yield code, site, day, weeks


def _pools_of(n: int, table: PoolTable, known: Mapping[str, ActivityTable]) -> Iterator[_Pool]:
    """Yield the pools of table `n`: itself, or its groups."""
    if table.groups is None:
        yield _Pool(n, table, known)
    for m, group in enumerate(table.groups or ()):
        yield _Pool(n, table, known, m, group)


def _check_names(pools: Sequence[_Pool], activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield names that stand for something else already."""
    for n, pool in enumerate(pools):
        name, path = pool.name, (*pool.path, "name")
        for other in pools[:n]:
            if other.name.casefold() == name.casefold():
                yield Fault(path, f"allowed: a name that {key_text(other.path)} does not have", name)
        for m, activity in enumerate(activities):
            if name in (activity.code, activity.pool):
                key = "code" if name == activity.code else "pool"
                yield Fault(path, f"allowed: a name that activity[{m}].{key} does not have", name)
                break


def _check_table(pools: Sequence[_Pool], activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield what is wrong with one table, whose `pools` are itself or its groups."""
    number = {activity.code: m for m, activity in enumerate(activities)}
    yield from _check_scope(pools[0], number)
    yield from _check_ages(pools, number)
    for pool in pools:
        yield from _check_numbers(pool)


def _check_scope(pool: _Pool, number: Mapping[str, int]) -> Iterator[Fault]:
    """Yield activities (with their `number` in the file), sites and days of a table that never meet."""
    for m, code in enumerate(pool.table.activities):
        if not any(pool.cases_of(code)):
            yield Fault(
                ("pool", pool.n, "activities", m),
                f"activity[{number[code]}] ({code}) never runs on its `sites`, `days` and `period`",
            )
    for m, site in enumerate(pool.table.sites):
        if not any(case[1] == site for case in pool.cases):
            yield Fault(("pool", pool.n, "sites", m), "none of its activities runs there on its days", site)
    for m, day in enumerate(pool.table.days):
        if not any(case[2] == day for case in pool.cases):
            yield Fault(("pool", pool.n, "days", m), "none of its activities runs on that weekday", _NAMES[day])


def _check_ages(pools: Sequence[_Pool], number: Mapping[str, int]) -> Iterator[Fault]:
    """Yield activities that take no child of a table's ages, and groups of whom none of its activities takes any."""
    table, known = pools[0].table, pools[0].known
    for code in table.activities:
        if not any(pool.takes(known[code]) for pool in pools):
            key = "ages" if table.groups is None else "groups"
            words = f"activity[{number[code]}] ({code}) takes no child of these ages"
            yield Fault(("pool", pools[0].n, key), words)
    for pool in pools if table.groups else ():
        if not any(pool.takes(known[code]) for code in table.activities):
            which = ", ".join(f"activity[{number[code]}] ({code})" for code in table.activities)
            yield Fault((*pool.path, "ages"), f"none of its activities takes a child of these ages: {which}")


def _check_numbers(pool: _Pool) -> Iterator[Fault]:
    """Yield sites and weekdays without a number, and numbers for sites that are not the pool's."""
    key = "capacity" if pool.numbers.capacity is not None else "adults"
    path, written = (*pool.path, key), getattr(pool.numbers, key)
    if isinstance(written, dict) and (faults := list(check_capacity_sites(path, written, pool.sites))):
        yield from faults
        return
    for site, weekday in sorted({(case[1], case[2]) for case in pool.cases}):
        places = pool.places[site]
        if not isinstance(places, int) and weekday not in places:
            yield Fault(path, f"missing: the places on {_NAMES[weekday]} at {site}")


def _check_pair(one: _Pool, other: _Pool) -> Iterator[Fault]:
    """Yield two pools that count the same bookings, and two age groups of which neither holds the other.

    Within one table a child is in one group: of two that hold it nobody could say which ratio is meant.
    """
    shared = one.cases & other.cases
    same = one.cases == other.cases and one.ages == other.ages
    if shared and same and one.n != other.n:
        yield Fault(other.path, f"counts the same bookings as {one.label}: which of the two numbers is meant?")
    elif shared and _overlap(one, other):
        yield Fault(
            (*other.path, "ages"),
            f"overlaps {one.label} ({one.ages}; e.g. {_example(shared)}); begin one group where the other ends",
            str(other.ages),
        )


def _overlap(one: _Pool, other: _Pool) -> bool:
    """Say whether some children are in both age groups; one that holds the other is meant so, in a table of its own."""
    if one.ages is None or other.ages is None or not one.ages.shares(other.ages):
        return False
    return one.n == other.n or not (one.ages.holds(other.ages) or other.ages.holds(one.ages))


def _check_gaps(pools: Sequence[_Pool]) -> Iterator[Fault]:
    """Yield age groups that leave out the ages between them: `until` was perhaps meant to be included."""
    told: set[tuple[str, str]] = set()
    for case in sorted({case for pool in pools if pool.ages for case in pool.cases}):
        here = [(pool, pool.ages) for pool in pools if pool.ages and case in pool.cases]
        for lower, upper in _gaps(sorted(here, key=lambda each: each[1].low)):
            if (lower.label, upper.label) not in told:
                told.add((lower.label, upper.label))
                yield Fault(
                    (*upper.path, "ages"),
                    f"leaves out who is older than {lower.label} ({lower.ages}; e.g. {_example([case])}) and too young "
                    "here: `until` is the age at which a child does not count any more",
                    str(upper.ages),
                )


def _gaps(groups: Sequence[tuple[_Pool, AgesTable]]) -> Iterator[tuple[_Pool, _Pool]]:
    """Yield the groups (in rising order) on either side of ages that none of them counts."""
    oldest: tuple[_Pool, AgesTable] | None = None
    for pool, ages in groups:
        if oldest and oldest[1].until is not None and oldest[1].until < ages.low:
            yield oldest[0], pool
        if oldest is None or (oldest[1].until or 100) < (ages.until or 100):
            oldest = pool, ages


def _example(cases: frozenset[_Case] | Sequence[_Case]) -> str:
    activity, site, weekday, weeks = min(cases)
    return f"{activity} at {site} on {_NAMES[weekday]}, {weeks} weeks"
