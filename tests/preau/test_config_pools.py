"""`[[pool]]`: how it is written and read back, and which tables are refused, with both named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.letters.reglement import reglement
from domain.model.activity import Slot
from domain.model.structure import Structure
from preau.config import load
from tests.preau.commands import office
from tests.preau.test_unclear_rules import WORLD, problems
from tests.rules.world import paris

MONDAY, TUESDAY = date(2025, 3, 10), date(2025, 3, 11)


def pool(name: str, *keys: str, activities: str = '["MIDI"]', places: str = "capacity = 20") -> str:
    return "\n".join(("[[pool]]", f'name = "{name}"', f"activities = {activities}", places, *keys, ""))


def written(*pools: str, world: str = WORLD) -> str:
    return world.replace("[[deadline]]", "\n".join((*pools, "[[deadline]]")), 1)


def town(tmp_path: Path, *pools: str) -> Structure:
    path = tmp_path / "config.toml"
    path.write_text(written(*pools), encoding="utf-8")
    return load(path, {}).structure


def places(structure: Structure, day: date = MONDAY, site: str = "EUROPA", born: str = "2020-01-01") -> dict[str, int]:
    pools = structure.pools_of(Slot("MIDI", day, site), date.fromisoformat(born))
    return {each.name: each.places for each in pools}


LITTLE = pool("Petits", "ages = { until = 6 }")
BIG = pool("Grands", "ages = { from = 6 }", places="adults = { EUROPA = 2, SOETRICH = 1 }\nchildren_per_adult = 14")


#: What `preau check` prints of the two pools of the test below.
READ_BACK = """PLACES PARTAGÉES
• Une réservation prend aussi une place dans chaque groupe qui la concerne : il reste ce qui reste dans le plus rempli.
• Moins de 6 ans : Midi, le lundi et le mardi, enfants de 3 à 5 ans le jour même : 20 places le lundi, 30 places le mardi à Europa, 10 places à Soetrich (un adulte pour 10 enfants).
Le service est prévenu quand il y reste 3 places.
• 6 ans et plus : Midi, enfants à partir de 6 ans le jour même : 20 places à Europa, 20 places à Soetrich.
• Un enfant dont la date de naissance manque compte dans chaque groupe d'âge."""  # noqa: E501


def test_without_a_pool_only_the_places_of_the_activity_count(tmp_path: Path) -> None:
    assert places(town(tmp_path)) == {"MIDI": 60}


def test_an_age_group_has_places_by_number_or_by_a_ratio(tmp_path: Path) -> None:
    structure = town(tmp_path, LITTLE, BIG)
    assert places(structure) == {"MIDI": 60, "Petits": 20}
    assert places(structure, born="2018-01-01") == {"MIDI": 60, "Grands": 28}
    assert places(structure, born="2018-01-01", site="SOETRICH") == {"MIDI": 40, "Grands": 14}


@pytest.mark.parametrize(
    ("adults", "monday", "tuesday"),
    [
        ("adults = 3", 30, 30),
        ("adults = { mon = 1, tue = 2, thu = 1, fri = 0 }", 10, 20),
        ("adults = { EUROPA = { mon = 1, tue = 2, thu = 1, fri = 1 }, SOETRICH = 1 }", 10, 20),
    ],
)
def test_adults_are_written_as_places_are(adults: str, monday: int, tuesday: int, tmp_path: Path) -> None:
    structure = town(tmp_path, pool("Petits", places=f"{adults}\nchildren_per_adult = 10"))
    assert [places(structure, day)["Petits"] for day in (MONDAY, TUESDAY)] == [monday, tuesday]


def test_a_pool_may_be_for_some_sites_days_and_weeks(tmp_path: Path) -> None:
    structure = town(tmp_path, pool("Petits", 'sites = ["EUROPA"]', 'days = ["mon"]', 'period = "school"'))
    assert "Petits" in places(structure)
    assert "Petits" not in places(structure, TUESDAY)
    assert "Petits" not in places(structure, site="SOETRICH")


def test_the_pools_are_read_back(tmp_path: Path) -> None:
    adults = "adults = { EUROPA = { mon = 2, tue = 3 }, SOETRICH = 1 }\nchildren_per_adult = 10"
    keys = ('days = ["mon", "tue"]', "ages = { from = 3, until = 6 }", "warn_below = 3")
    little = pool("Moins de 6 ans", *keys, places=adults)
    words = reglement(town(tmp_path, little, pool("6 ans et plus", "ages = { from = 6 }")), paris("2025-02-27T18:00"))
    told = words[words.index("PLACES PARTAGÉES") : words.index("\nDEMANDES")].splitlines()
    assert [line.strip() for line in told if line] == READ_BACK.splitlines()


def test_without_a_pool_none_is_told(tmp_path: Path) -> None:
    assert "PLACES PARTAGÉES" not in reglement(town(tmp_path), paris("2025-02-27T18:00"))


def test_explain_tells_the_fewest_places_of_the_child(tmp_path: Path) -> None:
    bare = office(tmp_path)
    config = bare.folder / "config.toml"
    config.write_text(written(LITTLE, BIG, world=config.read_text(encoding="utf-8")), encoding="utf-8")

    both = bare.json("explain", "--family", "durand", "Victor et Séverine midi mardi 11 mars")["lines"]

    assert {line["child"]: (line["verdict"], line["places_left"]) for line in both} == {
        "Victor": ("ok", 20), "Séverine": ("ok", 28),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("table", "key", "words"),
    [
        pytest.param(pool("A", places=""), "pool[0]", "either `capacity`, or `adults`", id="no number"),
        pytest.param(pool("A", "adults = 2", "children_per_adult = 10"), "pool[0]", "either `capacity`, or `adults`",
                     id="a number and a ratio"),
        pytest.param(pool("A", places="adults = 2"), "pool[0]", "together with `children_per_adult`",
                     id="half a ratio"),
        pytest.param(pool("A", places="adults = -1\nchildren_per_adult = 8"), "pool[0].adults", "a number of adults",
                     id="less than nobody"),
        pytest.param(pool("A", "ages = {}"), "pool[0].ages", "`from` (1 or more), `until` or both", id="ages of all"),
        pytest.param(pool("A", "ages = { from = 6, until = 6 }"), "pool[0].ages", "`until` greater than `from`",
                     id="ages of nobody"),
        pytest.param(pool("A", activities='["CANTINE"]'), "pool[0].activities[0]", "allowed: ", id="no such activity"),
        pytest.param(pool("A", 'sites = ["PARIS"]'), "pool[0].sites[0]", "allowed: EUROPA, SOETRICH",
                     id="no such site"),
        pytest.param(pool("A", activities='["MIDI", "GOUTER"]', places="capacity = { EUROPA = 3 }"), "pool[0].capacity",
                     "missing: the places at SOETRICH", id="a site without a number"),
        pytest.param(pool("A", 'sites = ["EUROPA"]', places="capacity = { EUROPA = 3, SOETRICH = 3 }"),
                     "pool[0].capacity.SOETRICH", "unknown site", id="a number for another site"),
        pytest.param(pool("A", places="capacity = { mon = 3, tue = 4, thu = 5 }"), "pool[0].capacity",
                     "missing: the places on fri at ", id="a weekday without a number"),
        pytest.param(pool("A", activities='["MIDI", "SOIR"]', places='capacity = 3\nsites = ["EUROPA"]'),
                     "pool[0].activities[1]", "activity[5] (SOIR) never runs on its `sites`",
                     id="SOIR is not at Europa"),
        pytest.param(pool("A", 'days = ["wed"]'), "pool[0].days[0]", "none of its activities runs on that weekday",
                     id="no lunch on Wednesday"),
        pytest.param(pool("A", 'period = "holidays"'), "pool[0].activities[0]", "activity[1] (MIDI) never runs",
                     id="no lunch in the holidays"),
        pytest.param(pool("A", 'sites = ["SOETRICH"]', activities='["GOUTER"]'), "pool[0].sites[0]",
                     "none of its activities runs there", id="no GOUTER at Soetrich"),
        pytest.param(pool("mercredi"), "pool[0].name", "a name that activity[6].pool does not have",
                     id="the name of a `pool`"),
        pytest.param(pool("MATIN"), "pool[0].name", "a name that activity[0].code does not have",
                     id="a code as a name"),
    ],
)  # fmt: skip
def test_a_pool_that_says_nothing_clear_is_refused(table: str, key: str, words: str, tmp_path: Path) -> None:
    found = problems(tmp_path, written(table))
    assert words in found[key].allowed, found


@pytest.mark.parametrize(
    ("first", "second", "key", "words"),
    [
        pytest.param(pool("A"), pool("a", 'days = ["mon"]'), "pool[1].name", "a name that pool[0] does not have",
                     id="one name"),
        pytest.param(pool("A"), pool("B", places="capacity = 30"), "pool[1]",
                     'counts the same bookings as pool[0] "A": which of the two numbers is meant?', id="two numbers"),
        pytest.param(pool("A", "ages = { until = 7 }"), pool("B", "ages = { from = 6 }"), "pool[1].ages",
                     'overlaps pool[0] "A" (until = 7; e.g. MIDI at EUROPA on mon, ', id="six years twice"),
        pytest.param(pool("A", "ages = { until = 5 }"), pool("B", "ages = { from = 6 }"), "pool[1].ages",
                     'leaves out who is older than pool[0] "A" (until = 5;', id="five-year-olds nowhere"),
        pytest.param(pool("B", "ages = { from = 6 }"), pool("A", "ages = { from = 3, until = 5 }"), "pool[0].ages",
                     'leaves out who is older than pool[1] "A" (from = 3, until = 5;', id="in any order"),
    ],
)  # fmt: skip
def test_two_pools_that_contradict_each_other_are_refused(
    first: str, second: str, key: str, words: str, tmp_path: Path
) -> None:
    found = problems(tmp_path, written(first, second))
    assert words in found[key].allowed, found


def test_ages_that_an_activity_does_not_take_are_refused(tmp_path: Path) -> None:
    world = WORLD.replace('code = "MIDI"', 'code = "MIDI"\nmin_age = 6', 1)
    found = problems(tmp_path, written(LITTLE, world=world))
    assert "activity[1] (MIDI) takes no child of these ages" in found["pool[0].ages"].allowed


@pytest.mark.parametrize(
    "pools",
    [
        pytest.param((pool("A"), LITTLE, BIG), id="all, and two groups"),
        pytest.param((pool("A", "ages = { until = 12 }"), LITTLE), id="a group within a group"),
        pytest.param((LITTLE, pool("B", "ages = { from = 8 }", 'days = ["mon"]', activities='["MATIN"]')),
                     id="groups of other activities"),
        pytest.param((LITTLE, pool("C", "ages = { from = 6, until = 9 }"), pool("D", "ages = { from = 9 }")),
                     id="three groups"),
        pytest.param((pool("A", 'days = ["mon"]'), pool("B", 'days = ["tue"]')), id="by day"),
    ],
)  # fmt: skip
def test_pools_that_agree_are_not(pools: tuple[str, ...], tmp_path: Path) -> None:
    assert problems(tmp_path, written(*pools)) == {}
