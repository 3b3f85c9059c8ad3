"""What must agree between the tables of a configuration: codes that exist, needs that end, rules that can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from domain.errors import CalendarUnknown
from domain.language.lexicon_late import LATE_REASONS
from domain.model.structure import Structure
from domain.rules.deadline import conflicts
from domain.rules.official_calendar import school_year
from preau.config_faults import Fault
from preau.config_tables import ActivityTable, SchoolYearTable, StructureTable

_WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_codes(document: dict[str, Any]) -> Iterator[Fault]:
    """Yield codes that are given twice or that nothing has; works on a file that is wrong elsewhere too."""
    sites, activities = _codes(document, "site"), _codes(document, "activity")
    kinds = {k.get("code") for k in _tables(_table(document, "documents").get("kinds"))}
    for section in ("site", "activity", "exception"):
        yield from _doubles(document, section)
    for n, exception in enumerate(_tables(document.get("exception"))):
        yield from _unheard(("exception", n, "words"), exception)
    for n, activity in enumerate(_tables(document.get("activity"))):
        yield from _unknown_codes(("activity", n, "sites"), activity.get("sites"), sites)
        yield from _unknown_codes(("activity", n, "needs"), activity.get("needs"), activities)
        if isinstance(capacity := activity.get("capacity"), dict):
            yield from _capacity_sites(("activity", n, "capacity"), capacity, activity.get("sites"))
        wanted = activity.get("requires_document")
        if isinstance(wanted, str) and wanted not in kinds:
            yield Fault(("activity", n, "requires_document"), "allowed: a code of [documents].kinds", wanted)
    for n, rule in enumerate(_tables(document.get("deadline"))):
        yield from _unknown_codes(("deadline", n, "sites"), rule.get("sites"), sites)
        yield from _unknown_codes(("deadline", n, "activities"), rule.get("activities"), activities)


def check_activities(activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield needs that lead back to themselves, and pools whose activities do not agree on their places."""
    needs = {activity.code: activity.needs for activity in activities}
    pools: dict[tuple[str, str], tuple[str, int]] = {}
    for n, activity in enumerate(activities):
        if activity.code in _reached(activity.needs, needs):
            yield Fault(("activity", n, "needs"), "allowed: needs that do not lead back to the activity itself")
        for site in activity.sites if activity.pool else ():
            places = activity.capacity if isinstance(activity.capacity, int) else activity.capacity.get(site)
            if activity.pool is None or places is None:
                continue
            first, theirs = pools.setdefault((activity.pool, site), (activity.code, places))
            if theirs != places:
                allowed = f"allowed: {theirs} at {site}, as {first} has in the same pool"
                yield Fault(("activity", n, "capacity"), allowed, places)


def check_calendar(structure: StructureTable, year: SchoolYearTable) -> Iterator[Fault]:
    """Yield why the official calendar does not reach the school year."""
    if year.holidays is not None:
        return
    try:
        school_year(year.start, year.end, zone=structure.school_zone, department=structure.department)
    except CalendarUnknown as unknown:
        yield Fault(("school_year",), f"{unknown}; list them in holidays = [ {{ from = …, to = …, name = … }} ]")


def check_deadlines(structure: Structure) -> Iterator[Fault]:
    """Yield each pair of rules of which neither is more specific than the other."""
    number = {id(rule): n for n, rule in enumerate(structure.deadlines)}
    for first, second, case in conflicts(structure):
        for one, other in ((first, second), (second, first)):
            example = f"{case.purpose} {case.activity} at {case.site} on a {_WEEKDAY_NAMES[case.weekday - 1]}"
            yield Fault(
                ("deadline", number[id(one)]),
                f"as specific as deadline[{number[id(other)]}], and both match (e.g. {example}, {case.period} weeks); "
                "name activities, sites, weekdays or a period in one of them",
            )


def _tables(value: object) -> Iterator[dict[str, Any]]:
    """Yield what is a table of `value`, and an empty table for anything else, so that the numbers stay right."""
    if isinstance(value, list):
        yield from (item if isinstance(item, dict) else {} for item in value)


def _table(document: dict[str, Any], section: str) -> dict[str, Any]:
    value = document.get(section)
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))


def _codes(document: dict[str, Any], section: str) -> set[str]:
    return {table["code"] for table in _tables(document.get(section)) if isinstance(table.get("code"), str)}


def _doubles(document: dict[str, Any], section: str) -> Iterator[Fault]:
    places: dict[str, list[int]] = defaultdict(list)
    for n, table in enumerate(_tables(document.get(section))):
        if isinstance(code := table.get("code"), str):
            places[code].append(n)
    for code, (first, *others) in places.items():
        for n in others:
            yield Fault((section, n, "code"), f"allowed: a code that {section}[{first}] does not have", code)


def _unheard(path: tuple[str | int, ...], exception: dict[str, Any]) -> Iterator[Fault]:
    """Yield that nobody could ever give this reason: its code is not a known one, and it has no words of its own."""
    if isinstance(code := exception.get("code"), str) and code not in LATE_REASONS and not exception.get("words"):
        known = ", ".join(sorted(LATE_REASONS))
        yield Fault(path, f"missing: the words by which parents give this reason (only {known} are known without)")


def _unknown_codes(path: tuple[str | int, ...], value: object, known: set[str]) -> Iterator[Fault]:
    for n, code in enumerate(_texts(value)):
        if code not in known:
            yield Fault((*path, n), f"allowed: {', '.join(sorted(known)) or 'none'}", code)


def _capacity_sites(path: tuple[str | int, ...], capacity: dict[str, Any], sites: object) -> Iterator[Fault]:
    own = set(_texts(sites))
    for code in capacity.keys() - own:
        yield Fault((*path, code), f"unknown site; allowed: {', '.join(sorted(own))}")
    for code in own - capacity.keys():
        yield Fault(path, f"missing: the places at {code}")


def _reached(start: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """Return every code that `start` leads to."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        code = waiting.pop()
        if code not in reached:
            reached.add(code)
            waiting += needs.get(code, [])
    return reached
