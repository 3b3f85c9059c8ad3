"""`groups` of a `[[pool]]`: several age groups in one table, each with its ratio; read back; contradictions refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.letters.reglement import reglement
from tests.preau.commands import office
from tests.preau.test_config_pools import MONDAY, TUESDAY, places, pool, town, written
from tests.preau.test_unclear_rules import WORLD, problems
from tests.rules.world import paris

LITTLE = '{ name = "Moins de 6 ans", ages = { until = 6 }, adults = 2, children_per_adult = 10 }'
BIG = '{ name = "6 ans et plus", ages = { from = 6 }, adults = { EUROPA = 3, SOETRICH = 1 }, children_per_adult = 14 }'


def group(name: str, ages: str, places: str = "capacity = 20") -> str:
    return f'{{ name = "{name}", ages = {{ {ages} }}, {places} }}'


def table(*groups: str, name: str = "Midi à deux", activities: str = '["MIDI"]', keys: tuple[str, ...] = ()) -> str:
    lines = ",\n".join(f"  {each}" for each in groups)
    return pool(name, *keys, f"groups = [\n{lines}\n]", activities=activities, places="")


#: What `preau check` prints of the table in the test below.
READ_BACK = """• Midi à deux : Midi, le lundi et le mardi, selon l'âge le jour même :
– Moins de 6 ans (enfants jusqu'à 5 ans) : 10 places le lundi, 20 places le mardi à Europa, 10 places à Soetrich (un adulte pour 10 enfants).
Le service est prévenu quand il y reste 3 places.
– 6 ans et plus (enfants à partir de 6 ans) : 42 places à Europa, 14 places à Soetrich (un adulte pour 14 enfants).
Le service est prévenu quand il y reste 1 place."""  # noqa: E501


def test_one_adult_for_10_under_six_and_for_14_above_is_one_table(tmp_path: Path) -> None:
    structure = town(tmp_path, table(LITTLE, BIG))
    assert places(structure) == {"MIDI": 60, "Midi à deux – Moins de 6 ans": 20}
    assert places(structure, born="2018-01-01") == {"MIDI": 60, "Midi à deux – 6 ans et plus": 42}
    assert places(structure, born="2018-01-01", site="SOETRICH") == {"MIDI": 40, "Midi à deux – 6 ans et plus": 14}


def test_what_the_table_says_of_sites_and_days_holds_for_each_group(tmp_path: Path) -> None:
    structure = town(
        tmp_path, table(LITTLE, group("Grands", "from = 6"), keys=('sites = ["EUROPA"]', 'days = ["mon"]'))
    )
    for born, name in (("2020-01-01", "Moins de 6 ans"), ("2018-01-01", "Grands")):
        assert f"Midi à deux – {name}" in places(structure, born=born)
        assert places(structure, TUESDAY, born=born) == {"MIDI": 60}
        assert places(structure, MONDAY, "SOETRICH", born) == {"MIDI": 40}


def test_groups_of_two_tables_may_be_called_alike(tmp_path: Path) -> None:
    evening = table(LITTLE, name="Matin", activities='["MATIN"]')
    assert "Midi à deux – Moins de 6 ans" in places(town(tmp_path, table(LITTLE, BIG), evening))


def test_the_groups_are_read_back_below_their_table(tmp_path: Path) -> None:
    adults = "adults = { EUROPA = { mon = 1, tue = 2 }, SOETRICH = 1 }, children_per_adult = 10"
    big = BIG.removesuffix(" }") + ", warn_below = 1 }"
    little = group("Moins de 6 ans", "until = 6", adults)
    structure = town(tmp_path, table(little, big, keys=('days = ["mon", "tue"]', "warn_below = 3")))
    words = reglement(structure, paris("2025-02-27T18:00"))
    told = [line.strip() for line in words[words.index("• Midi à deux") :].splitlines()]
    assert "\n".join(told).startswith(READ_BACK), words


@pytest.mark.parametrize(
    ("written_table", "key", "words"),
    [
        pytest.param(table(group("A", "until = 7"), group("B", "from = 6")), "pool[0].groups[1].ages",
                     'overlaps pool[0].groups[0] "A" (until = 7; e.g. MIDI at EUROPA on mon, ', id="six years twice"),
        pytest.param(table(group("A", "until = 12"), group("B", "until = 6")), "pool[0].groups[1].ages",
                     'overlaps pool[0].groups[0] "A" (until = 12;', id="a group within a group: which ratio?"),
        pytest.param(table(group("A", "until = 6"), group("B", "until = 6")), "pool[0].groups[1].ages",
                     'overlaps pool[0].groups[0] "A"', id="one group twice"),
        pytest.param(table(group("A", "until = 5"), group("B", "from = 6")), "pool[0].groups[1].ages",
                     'leaves out who is older than pool[0].groups[0] "A" (until = 5;', id="five-year-olds nowhere"),
        pytest.param(table(LITTLE, LITTLE), "pool[0].groups[1].name", "a name that pool[0].groups[0] does not have",
                     id="one name twice"),
        pytest.param(table(group("A", "until = 6", "adults = 2"), BIG), "pool[0].groups[0]",
                     "`adults` together with `children_per_adult`", id="half a ratio"),
        pytest.param(table('{ name = "A", capacity = 3 }', BIG), "pool[0].groups[0].ages", "missing",
                     id="a group of no age"),
        pytest.param(table(), "pool[0].groups", "at least one", id="no group"),
        pytest.param(table(LITTLE, keys=("capacity = 30",)), "pool[0]", "the places and `ages` within `groups`",
                     id="places of nobody knows whom"),
        pytest.param(table(LITTLE, keys=("ages = { until = 6 }",)), "pool[0]", "the places and `ages` within `groups`",
                     id="ages beside the groups"),
        pytest.param(table(group("A", "until = 6", "capacity = { EUROPA = 3 }"), BIG), "pool[0].groups[0].capacity",
                     "missing: the places at SOETRICH", id="a site without a number"),
        pytest.param(table(LITTLE, BIG, keys=('days = ["wed"]',)), "pool[0].days[0]",
                     "none of its activities runs on that weekday", id="no lunch on Wednesday"),
    ],
)  # fmt: skip
def test_groups_that_say_nothing_clear_are_refused(written_table: str, key: str, words: str, tmp_path: Path) -> None:
    found = problems(tmp_path, written(written_table))
    assert words in found[key].allowed, found


def test_a_group_that_overlaps_one_of_another_table_is_refused(tmp_path: Path) -> None:
    other = pool("Petits du lundi", "ages = { until = 7 }", 'days = ["mon"]')
    found = problems(tmp_path, written(table(LITTLE, BIG), other))
    assert 'overlaps pool[0].groups[1] "6 ans et plus" (from = 6;' in found["pool[1].ages"].allowed


def test_a_group_that_no_activity_takes_is_refused_and_so_is_an_activity_of_no_group(tmp_path: Path) -> None:
    world = WORLD.replace('code = "MIDI"', 'code = "MIDI"\nmin_age = 6', 1)
    nobody = problems(tmp_path, written(table(LITTLE, BIG), world=world))
    nowhere = problems(tmp_path, written(table(LITTLE, activities='["MATIN", "MIDI"]'), world=world))
    assert "none of its activities takes a child" in nobody["pool[0].groups[0].ages"].allowed
    assert "activity[1] (MIDI) takes no child of these ages" in nowhere["pool[0].groups"].allowed


def test_an_activity_of_one_group_alone_is_not(tmp_path: Path) -> None:
    """Lunch from six years on, the morning for all: the little ones count in the morning, the others in both."""
    world = WORLD.replace('code = "MIDI"', 'code = "MIDI"\nmin_age = 6', 1)
    assert problems(tmp_path, written(table(LITTLE, BIG, activities='["MATIN", "MIDI"]'), world=world)) == {}


def test_the_answer_names_the_table_and_the_group_that_is_full(tmp_path: Path) -> None:
    bare = office(tmp_path)
    config = bare.folder / "config.toml"
    full = table(group("Moins de 6 ans", "until = 6", "adults = 0, children_per_adult = 10"), BIG)
    config.write_text(written(full, world=config.read_text(encoding="utf-8")), encoding="utf-8")

    both = bare.json("explain", "--family", "durand", "Victor et Séverine midi mardi 11 mars")["lines"]

    told = {line["child"]: (line["verdict"], line["places_left"]) for line in both}
    assert told == {"Victor": ("full", 0), "Séverine": ("ok", 42)}
    assert any("complet (Midi à deux – Moins de 6 ans) : liste d'attente, rang 1" in line["message"] for line in both)
