"""`capacity` of an activity, in each of the ways in which it may be written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.letters.reglement import reglement
from domain.model.structure import Structure
from preau.config import ConfigError, load
from tests.rules.world import paris

WORLD = (Path(__file__).parents[1] / "world" / "config.toml").read_text(encoding="utf-8")
LUNCH, MONDAY = "capacity = { EUROPA = 60, SOETRICH = 40 }", date(2025, 3, 10)
WEDNESDAY = 'capacity = 48\npool = "mercredi"'


def world(tmp_path: Path, capacity: str, old: str = LUNCH) -> Structure:
    path = tmp_path / "config.toml"
    path.write_text(WORLD.replace(old, capacity, 1), encoding="utf-8")
    return load(path, {}).structure


@pytest.mark.parametrize(
    ("capacity", "europa", "soetrich"),
    [
        ("capacity = 30", [30, 30, 30, 30], [30, 30, 30, 30]),
        (LUNCH, [60, 60, 60, 60], [40, 40, 40, 40]),
        ("capacity = { mon = 20, tue = 24, thu = 22, fri = 18 }", [20, 24, 22, 18], [20, 24, 22, 18]),
        (
            "capacity = { EUROPA = { mon = 20, tue = 24, thu = 22, fri = 0 }, SOETRICH = 40 }",
            [20, 24, 22, 0],
            [40, 40, 40, 40],
        ),
    ],
)
def test_places_by_site_by_weekday_or_by_both(
    capacity: str, europa: list[int], soetrich: list[int], tmp_path: Path
) -> None:
    lunch = world(tmp_path, capacity).activity("MIDI")
    days = [MONDAY + timedelta(days=n) for n in (0, 1, 3, 4)]
    assert [lunch.places("EUROPA", day) for day in days] == europa
    assert [lunch.places("SOETRICH", day) for day in days] == soetrich


@pytest.mark.parametrize(
    ("capacity", "words"),
    [
        ("capacity = { mon = 20, tue = 24, thu = 22 }", "missing: the places on fri at EUROPA"),
        ("capacity = { EUROPA = { mon = 20 }, SOETRICH = 40 }", "missing: the places on tue at EUROPA"),
        ("capacity = { EUROPA = { mon = 20, tue = 24, thu = 22, fri = 18 } }", "missing: the places at SOETRICH"),
        ("capacity = { mon = { tue = 1 } }", "a number of places"),
        ("capacity = { mon = -1, tue = 24, thu = 22, fri = 18 }", "a number of places"),
        ("capacity = {}", "a number of places"),
        ("capacity = { EUROPA = { lundi = 20 }, SOETRICH = 40 }", "a number of places"),
    ],
)
def test_places_that_are_missing_are_named(capacity: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=words):
        world(tmp_path, capacity)


def test_activities_of_a_pool_agree_on_each_weekday(tmp_path: Path) -> None:
    agreed = world(tmp_path, 'capacity = { wed = 48 }\npool = "mercredi"', WEDNESDAY)
    assert agreed.activity("MERCREDI_JOURNEE").places("EUROPA", date(2025, 3, 12)) == 48
    with pytest.raises(ConfigError, match=r"activity\[7\]\.capacity: found 48; allowed: 47 at EUROPA"):
        world(tmp_path, 'capacity = { wed = 47 }\npool = "mercredi"', WEDNESDAY)


def test_places_by_weekday_and_the_threshold_are_read_back(tmp_path: Path) -> None:
    capacity = "capacity = { EUROPA = { mon = 20, tue = 24, thu = 24, fri = 20 }, SOETRICH = 40 }\nwarn_below = 5"
    words = reglement(world(tmp_path, capacity), paris("2025-02-27T18:00"))
    assert (
        "20 places le lundi et le vendredi, 24 places le mardi et le jeudi à Europa, 40 places à Soetrich ; 11,50 €."
    ) in words
    assert "Le service est prévenu quand il reste 5 places." in words
