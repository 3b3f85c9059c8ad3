"""`capacity` of an activity: one number of places, or one per weekday, for every site or site by site."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from preau.config_faults import Fault
from preau.config_fields import WEEKDAYS
from preau.config_tables import ActivityTable

_NAMES: Final = {number: name for name, number in WEEKDAYS.items()}


def goes_by_weekday(places: Mapping[str, Any], sites: Collection[str]) -> bool:
    """Say whether a table of places is by weekday; a site that is called like one goes first."""
    return bool(places) and set(places) <= WEEKDAYS.keys() and not set(places) <= set(sites)


def places_by_site(
    written: int | Mapping[str, int | dict[str, int]], sites: Collection[str]
) -> dict[str, int | dict[int, int]]:
    """Return the places at each of `sites`: one number for every day, or numbers by ISO weekday."""
    if isinstance(written, int):
        return dict.fromkeys(sites, written)
    if goes_by_weekday(written, sites):
        return dict.fromkeys(sites, _numbers(written))
    return {site: places if isinstance(places, int) else _numbers(places) for site, places in written.items()}


def check_capacity_sites(
    path: tuple[str | int, ...], capacity: dict[str, Any], sites: Collection[str]
) -> Iterator[Fault]:
    """Yield sites that are none of the activity's, and its own that have no places; works on a wrong file too."""
    own = set(sites)
    if goes_by_weekday(capacity, own):
        return
    for code in capacity.keys() - own:
        yield Fault((*path, code), f"unknown site; allowed: {', '.join(sorted(own))}")
    for code in own - capacity.keys():
        yield Fault(path, f"missing: the places at {code}")


def check_places(activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield weekdays without places, and pools whose activities do not agree on their places."""
    pools: dict[tuple[str, str, int], tuple[str, int]] = {}
    for n, activity in enumerate(activities):
        told: set[str] = set()
        for site, weekday, places in _places(activity):
            if places is None:
                yield Fault(("activity", n, "capacity"), f"missing: the places on {_NAMES[weekday]} at {site}")
                continue
            if activity.pool is None or site in told:
                continue
            first, theirs = pools.setdefault((activity.pool, site, weekday), (activity.code, places))
            if theirs != places:
                told.add(site)
                allowed = f"allowed: {theirs} at {site}, as {first} has in the same pool"
                yield Fault(("activity", n, "capacity"), allowed, places)


def _places(activity: ActivityTable) -> Iterator[tuple[str, int, int | None]]:
    for site, places in places_by_site(activity.capacity, activity.sites).items():
        for weekday in activity.days:
            yield site, weekday, places if isinstance(places, int) else places.get(weekday)


def _numbers(places: Mapping[str, Any]) -> dict[int, int]:
    return {WEEKDAYS[name]: number for name, number in places.items()}
