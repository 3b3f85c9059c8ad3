"""The official calendar: public holidays by department, school holidays by zone.

Public holidays come from `holidays`, school holidays from `vacances-scolaires-france` (their data are loaded once).
The package lacks the bridge of Ascension for 2023 to 2026 and the Sunday of 2027, so the bridge is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from holidays import country_holidays
from vacances_scolaires_france import SchoolHolidayDates

from domain.errors import CalendarUnknown
from domain.model.school_year import Holiday, SchoolYear

ZONES: Final = ("A", "B", "C")

_ALSACE: Final = "6AE"
#: Departments with public holidays of their own, as `holidays` names them (its "67", "68" raise and "GES" is wrong).
_SUBDIVISIONS: Final = {
    "57": "57",
    "67": _ALSACE,
    "68": _ALSACE,
    **{code: code for code in ("971", "972", "973", "974", "976")},
    "975": "PM",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
_MAINLAND: Final = frozenset(f"{n:02d}" for n in range(1, 96) if n != 20)  # noqa: PLR2004 - Corsica is 2A and 2B
_CORSICA: Final = frozenset({"2A", "2B"})
DEPARTMENTS: Final = _MAINLAND | _CORSICA | frozenset(_SUBDIVISIONS)
#: Their school holidays are set by their own rectorat and belong to no zone.
_OUTSIDE_ZONES: Final = (frozenset(_SUBDIVISIONS) - _MAINLAND) | _CORSICA

_BRIDGE: Final = "Pont de l'Ascension"
_FIRST_BRIDGE: Final = 2019  # before, no decree closed schools on that Friday in all zones
_ONE_DAY: Final = timedelta(days=1)


def school_year(  # noqa: PLR0913 - the facts of one year, named where it is called
    start: date,
    end: date,
    *,
    zone: str,
    department: str,
    closures: Iterable[date] = (),
    holidays: Iterable[Holiday] | None = None,
) -> SchoolYear:
    """Return the school year from `start` to `end`, both included, with the official days off.

    `holidays` replaces the official school holidays, `closures` are the structure's own days off. Public holidays
    cover the whole calendar years, because working hours are counted after the last day of school too.

    Raises:
        CalendarUnknown: zone or department do not exist, or no official data reach these dates.

    """
    off = official_holidays(start, end, zone=zone, department=department) if holidays is None else holidays
    return SchoolYear(
        start=start,
        end=end,
        holidays=tuple(sorted(_cut(off, start, end))),
        public_holidays=frozenset(
            day for year in range(start.year, end.year + 1) for day in public_holidays(year, department)
        ),
        closures=frozenset(closures),
    )


def official_holidays(start: date, end: date, *, zone: str, department: str) -> tuple[Holiday, ...]:
    """Return the school holidays of `zone` that touch `start`..`end`, with the bridge of Ascension, uncut.

    Raises CalendarUnknown for another zone than A, B, C, for Corsica and overseas, and beyond the known dates.
    """
    if zone not in ZONES:
        raise CalendarUnknown(f"no school zone {zone!r}: A, B or C")
    if department in _OUTSIDE_ZONES:
        raise CalendarUnknown(f"department {department} has school holidays of its own: list them in the configuration")
    first, last = known_dates()
    if start < first or end > last:
        raise CalendarUnknown(f"official school holidays are known from {first} to {last} only")
    bridges = (_bridge(year) for year in range(max(start.year, _FIRST_BRIDGE), end.year + 1))
    return tuple(h for h in (*_zone_holidays(zone), *bridges) if h.first <= end and h.last >= start)


def known_dates() -> tuple[date, date]:
    """Return the first and the last day for which official school holidays are known."""
    days = _data().data
    return min(days), max(days)


@cache
def public_holidays(year: int, department: str) -> Mapping[date, str]:
    """Return the public holidays of a calendar year in a department, with their French names.

    Good Friday and 26 December are public holidays in Moselle (57) and Alsace (67, 68).

    Raises CalendarUnknown when the department does not exist.
    """
    if department not in DEPARTMENTS:
        raise CalendarUnknown(f"no department {department!r}")
    named = country_holidays("FR", subdiv=_SUBDIVISIONS.get(department), years=year, language="fr")
    return MappingProxyType(dict(named))


@cache
def _data() -> SchoolHolidayDates:
    return SchoolHolidayDates()


@cache
def _zone_holidays(zone: str) -> tuple[Holiday, ...]:
    """Join the package's days off to spans of one name."""
    spans: list[Holiday] = []
    for day, row in sorted(_data().data.items()):
        name = row["nom_vacances"]
        if not row[f"vacances_zone_{zone.lower()}"] or name == _BRIDGE:
            continue
        if spans and spans[-1].name == name and spans[-1].last == day - _ONE_DAY:
            spans[-1] = Holiday(spans[-1].first, day, name)
        else:
            spans.append(Holiday(day, day, name))
    return tuple(spans)


def _bridge(year: int) -> Holiday:
    """Return Ascension Day, a Thursday, and the three days after it."""
    ascension = next(day for day, name in public_holidays(year, "75").items() if name.startswith("Ascension"))
    return Holiday(ascension, ascension + 3 * _ONE_DAY, _BRIDGE)


def _cut(holidays: Iterable[Holiday], start: date, end: date) -> Iterator[Holiday]:
    for holiday in holidays:
        first, last = max(holiday.first, start), min(holiday.last, end)
        if first <= last:
            yield Holiday(first, last, holiday.name)
