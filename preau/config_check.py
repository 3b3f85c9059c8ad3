"""What must agree between the tables of a configuration: codes that exist, needs that end, rules that can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from domain.language.lexicon.late import LATE_REASONS
from domain.model.attachments import ANOTHER, CERTIFICATE
from preau.config_faults import Fault
from preau.config_places import check_capacity_sites, check_places
from preau.config_tables import ActivityTable


def check_codes(document: dict[str, Any]) -> Iterator[Fault]:
    """Yield codes that are given twice or that nothing has; works on a file that is wrong elsewhere too."""
    sites, activities = _codes(document, "site"), _codes(document, "activity")
    kinds = {k.get("code") for k in _tables(_table(document, "documents").get("kinds"))}
    for section in ("site", "activity", "exception"):
        yield from _doubles(document, section)
    yield from _own_kinds(document)
    for n, exception in enumerate(_tables(document.get("exception"))):
        yield from _unheard(("exception", n, "words"), exception)
    for n, activity in enumerate(_tables(document.get("activity"))):
        yield from _unknown_codes(("activity", n, "sites"), activity.get("sites"), sites)
        for key in ("needs", "incompatible", "together"):
            yield from _unknown_codes(("activity", n, key), activity.get(key), activities)
        if isinstance(capacity := activity.get("capacity"), dict):
            yield from check_capacity_sites(("activity", n, "capacity"), capacity, set(_texts(activity.get("sites"))))
        wanted = activity.get("requires_document")
        if isinstance(wanted, str) and wanted not in kinds:
            yield Fault(("activity", n, "requires_document"), "allowed: a code of [documents].kinds", wanted)
    for section in ("deadline", "opening", "maximum", "pool"):
        for n, rule in enumerate(_tables(document.get(section))):
            yield from _unknown_codes((section, n, "sites"), rule.get("sites"), sites)
            yield from _unknown_codes((section, n, "activities"), rule.get("activities"), activities)


def _own_kinds(document: dict[str, Any]) -> Iterator[Fault]:
    """Yield codes of `[documents].kinds` that are given twice, or that are ours."""
    seen: set[object] = set()
    for n, kind in enumerate(_tables(_table(document, "documents").get("kinds"))):
        code = kind.get("code")
        if code in (CERTIFICATE, ANOTHER):
            yield Fault(("documents", "kinds", n, "code"), "allowed: any code but our own, certificat and autre", code)
        elif code in seen:
            yield Fault(("documents", "kinds", n, "code"), "allowed: each code once", code)
        seen.add(code)


def check_activities(activities: Sequence[ActivityTable]) -> Iterator[Fault]:
    """Yield needs that lead back to themselves, and places on which activities do not agree."""
    needs = {activity.code: activity.needs for activity in activities}
    yield from check_places(activities)
    for n, activity in enumerate(activities):
        if activity.code in reached(activity.needs, needs):
            yield Fault(("activity", n, "needs"), "allowed: needs that do not lead back to the activity itself")


def reached(start: Iterable[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    """Return every code that `start` leads to."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += links.get(code, [])
    return found


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
