"""What must hold of `[[pool]]` tables: each counts something, and no two of them leave unclear which number does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from types import MappingProxyType
from typing import Final, TypeAlias

from domain.model.activity import PeriodKind
from domain.model.pools import Ages, CapacityPool
from preau.config_faults import Fault
from preau.config_fields import WEEKDAYS
from preau.config_places import check_capacity_sites, places_by_site
from preau.config_pools import AgesTable, PoolTable
from preau.config_tables import ActivityTable

#: A sort of booking: an activity, a site, an ISO weekday, and the kind of week.
_Case: TypeAlias = tuple[str, str, int, PeriodKind]

_NAMES: Final = {number: name for name, number in WEEKDAYS.items()}
_WEEKS: Final = (PeriodKind.SCHOOL, PeriodKind.HOLIDAYS)


def build_pool(table: PoolTable, activities: Sequence[ActivityTable]) -> CapacityPool:
    """Return what the domain works with; a ratio becomes places."""
    own = _Pool(0, table, {activity.code: activity for activity in activities})
    places = own.places
    return CapacityPool(
        name=table.name,
        activities=tuple(table.activities),
        capacity=MappingProxyType({site: n for site, n in places.items() if isinstance(n, int)}),
        weekday_capacity=MappingProxyType({site: n for site, n in places.items() if not isinstance(n, int)}),
        weekdays=frozenset(table.days),
        period=table.period,
        ages=Ages(table.ages.low, table.ages.until) if table.ages else None,
        children_per_adult=table.children_per_adult,
        warn_below=table.warn_below,
    )


def check_pools(
    tables: Sequence[PoolTable], activities: Sequence[ActivityTable], sites: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with pools whose codes exist (others are told elsewhere)."""
    known = {activity.code: activity for activity in activities}
    pools = [
        _Pool(n, table, known)
        for n, table in enumerate(tables)
        if known.keys() >= set(table.activities) and set(sites) >= set(table.sites)
    ]
    yield from _check_names(pools, activities)
    for pool in pools:
        yield from _check_scope(pool, activities)
        yield from _check_numbers(pool)
    for one, other in combinations(pools, 2):
        yield from _check_pair(one, other)
    yield from _check_gaps(pools)


@dataclass(frozen=True)
class _Pool:
    """A table with its number in the file and the activities of the configuration."""

    n: int
    table: PoolTable
    known: Mapping[str, ActivityTable]

    @property
    def label(self) -> str:
        return f'pool[{self.n}] "{self.table.name}"'

    @cached_property
    def sites(self) -> tuple[str, ...]:
        return self.table.sites or tuple(
            dict.fromkeys(s for code in self.table.activities for s in self.known[code].sites)
        )

    @cached_property
    def places(self) -> dict[str, int | dict[int, int]]:
        """The places at each site: one number for every day, or numbers by ISO weekday."""
        table = self.table
        written = table.capacity if table.capacity is not None else table.adults
        ratio, here = table.children_per_adult or 1, places_by_site(written if written is not None else 0, self.sites)
        return {
            site: n * ratio if isinstance(n, int) else {day: m * ratio for day, m in n.items()}
            for site, n in here.items()
        }

    @cached_property
    def cases(self) -> frozenset[_Case]:
        return frozenset(case for code in self.table.activities for case in self.cases_of(code))

    def cases_of(self, code: str) -> Iterator[_Case]:
        activity, table = self.known[code], self.table
        for site, day, weeks in product(activity.sites, activity.days, _WEEKS):
            here = site in self.sites and (not table.days or day in table.days)
            if here and all(period in (PeriodKind.ALL, weeks) for period in (activity.period, table.period)):
                yield code, site, day, weeks


def _check_names(pools: Sequence[_Pool], activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield names that stand for something else already."""
    for n, pool in enumerate(pools):
        name, path = pool.table.name, ("pool", pool.n, "name")
        for other in pools[:n]:
            if other.table.name.casefold() == name.casefold():
                yield Fault(path, f"allowed: a name that pool[{other.n}] does not have", name)
        for m, activity in enumerate(activities):
            if name in (activity.code, activity.pool):
                key = "code" if name == activity.code else "pool"
                yield Fault(path, f"allowed: a name that activity[{m}].{key} does not have", name)
                break


def _check_scope(pool: _Pool, activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield activities, sites and days of a pool that never meet, and ages that an activity does not take."""
    number = {activity.code: m for m, activity in enumerate(activities)}
    ages = pool.table.ages
    for m, code in enumerate(pool.table.activities):
        activity = pool.known[code]
        if not any(pool.cases_of(code)):
            yield Fault(
                ("pool", pool.n, "activities", m),
                f"activity[{number[code]}] ({code}) never runs on its `sites`, `days` and `period`",
            )
        low, high = activity.min_age or 0, activity.max_age
        if ages and (low >= (ages.until or 100) or (high is not None and high < ages.low)):
            yield Fault(("pool", pool.n, "ages"), f"activity[{number[code]}] ({code}) takes no child of these ages")
    for m, site in enumerate(pool.table.sites):
        if not any(case[1] == site for case in pool.cases):
            yield Fault(("pool", pool.n, "sites", m), "none of its activities runs there on its days", site)
    for m, day in enumerate(pool.table.days):
        if not any(case[2] == day for case in pool.cases):
            yield Fault(("pool", pool.n, "days", m), "none of its activities runs on that weekday", _NAMES[day])


def _check_numbers(pool: _Pool) -> Iterator[Fault]:
    """Yield sites and weekdays without a number, and numbers for sites that are not the pool's."""
    key = "capacity" if pool.table.capacity is not None else "adults"
    path, written = ("pool", pool.n, key), getattr(pool.table, key)
    if isinstance(written, dict) and (faults := list(check_capacity_sites(path, written, pool.sites))):
        yield from faults
        return
    for site, weekday in sorted({(case[1], case[2]) for case in pool.cases}):
        places = pool.places[site]
        if not isinstance(places, int) and weekday not in places:
            yield Fault(path, f"missing: the places on {_NAMES[weekday]} at {site}")


def _check_pair(one: _Pool, other: _Pool) -> Iterator[Fault]:
    """Yield two pools that count the same bookings, and two age groups of which neither holds the other."""
    shared = one.cases & other.cases
    mine, theirs = one.table.ages, other.table.ages
    if shared and one.cases == other.cases and mine == theirs:
        yield Fault(("pool", other.n), f"counts the same bookings as {one.label}: which of the two numbers is meant?")
    elif shared and mine and theirs and mine.shares(theirs) and not (mine.holds(theirs) or theirs.holds(mine)):
        yield Fault(
            ("pool", other.n, "ages"),
            f"overlaps {one.label} ({mine}; e.g. {_example(shared)}); begin one group where the other ends",
            str(theirs),
        )


def _check_gaps(pools: Sequence[_Pool]) -> Iterator[Fault]:
    """Yield age groups that leave out the ages between them: `until` was perhaps meant to be included."""
    told: set[tuple[int, int]] = set()
    for case in sorted({case for pool in pools if pool.table.ages for case in pool.cases}):
        here = [(pool, pool.table.ages) for pool in pools if pool.table.ages and case in pool.cases]
        for lower, upper in _gaps(sorted(here, key=lambda each: each[1].low)):
            if (lower.n, upper.n) not in told:
                told.add((lower.n, upper.n))
                end, begin = lower.table.ages, upper.table.ages
                yield Fault(
                    ("pool", upper.n, "ages"),
                    f"leaves out who is older than {lower.label} ({end}; e.g. {_example([case])}) and too young here: "
                    "`until` is the age at which a child does not count any more",
                    str(begin),
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
