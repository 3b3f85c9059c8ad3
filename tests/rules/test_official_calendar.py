"""The official calendar: which days are off, by zone and department."""

from __future__ import annotations

from datetime import date

import pytest

from domain.errors import CalendarUnknown
from domain.model.school_year import DayKind, Holiday, SchoolYear
from domain.rules.official_calendar import official_holidays, public_holidays, school_year

START, END = date(2024, 9, 2), date(2025, 7, 4)


def year_of(department: str = "57", zone: str = "B") -> SchoolYear:
    return school_year(START, END, zone=zone, department=department)


def test_zone_b_has_the_published_holidays_of_2024_25_and_the_bridge_of_ascension() -> None:
    assert [(str(h.first), str(h.last)) for h in year_of().holidays] == [
        ("2024-10-19", "2024-11-03"),
        ("2024-12-21", "2025-01-05"),
        ("2025-02-08", "2025-02-23"),
        ("2025-04-05", "2025-04-21"),
        ("2025-05-29", "2025-06-01"),
    ]


def test_moselle_has_its_eleven_public_holidays_on_weekdays() -> None:
    on_weekdays = {d for d in year_of().public_holidays if START <= d <= END and d.isoweekday() < 6}
    assert sorted(map(str, on_weekdays)) == [
        "2024-11-01", "2024-11-11", "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18",
        "2025-04-21", "2025-05-01", "2025-05-08", "2025-05-29", "2025-06-09",
    ]  # fmt: skip


@pytest.mark.parametrize("department", ["57", "67", "68"])
def test_good_friday_and_26_december_are_off_in_alsace_moselle(department: str) -> None:
    year = year_of(department)
    assert {date(2025, 4, 18), date(2024, 12, 26)} <= year.public_holidays


@pytest.mark.parametrize("department", ["69", "2A", "54"])
def test_good_friday_and_26_december_are_working_days_elsewhere(department: str) -> None:
    assert not {date(2025, 4, 18), date(2024, 12, 26)} & set(public_holidays(2025, department))
    assert date(2024, 12, 26) not in public_holidays(2024, department)


def test_overseas_departments_have_their_own_public_holidays() -> None:
    assert date(2025, 12, 20) in public_holidays(2025, "974")
    assert public_holidays(2025, "57")[date(2025, 4, 18)] == "Vendredi saint"


@pytest.mark.parametrize("spring", range(2019, 2029))
def test_every_year_has_four_days_of_bridge_from_ascension_thursday_to_sunday(spring: int) -> None:
    found = official_holidays(date(spring, 5, 1), date(spring, 6, 30), zone="C", department="75")
    (bridge,) = [h for h in found if h.name == "Pont de l'Ascension"]
    assert (bridge.first.isoweekday(), (bridge.last - bridge.first).days) == (4, 3)
    assert public_holidays(spring, "75")[bridge.first].startswith("Ascension")


def test_the_zones_differ_in_winter() -> None:
    winters = {zone: next(h.first for h in year_of(zone=zone).holidays if "hiver" in h.name) for zone in "ABC"}
    assert winters == {"A": date(2025, 2, 22), "B": date(2025, 2, 8), "C": date(2025, 2, 15)}


def test_the_structure_may_list_its_own_holidays_and_closures() -> None:
    own = Holiday(date(2024, 8, 20), date(2024, 9, 5), "Rentrée décalée")
    year = school_year(START, END, zone="B", department="974", closures=[date(2025, 3, 3)], holidays=[own])
    assert year.holidays == (Holiday(START, date(2024, 9, 5), "Rentrée décalée"),)
    assert year.kind(date(2025, 3, 3)) is DayKind.CLOSED
    assert year.kind(date(2024, 10, 21)) is DayKind.SCHOOL


@pytest.mark.parametrize(
    ("start", "end", "zone", "department"),
    [
        (date(2029, 9, 3), date(2030, 7, 5), "B", "57"),
        (date(1980, 9, 3), date(1981, 7, 5), "B", "57"),
        (START, END, "D", "57"),
        (START, END, "B", "GES"),
        (START, END, "B", "974"),
        (START, END, "B", "2B"),
    ],
)
def test_what_the_official_calendar_does_not_know_is_an_error(
    start: date, end: date, zone: str, department: str
) -> None:
    with pytest.raises(CalendarUnknown):
        school_year(start, end, zone=zone, department=department)
