"""Tariffs in a configuration: read as they are written, refused in one line where they contradict themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.model.activity import Activity
from domain.model.tariff import Bracket, Outside, SiblingDiscount, UnitPrice
from preau.config import ConfigError, load

WORLD = (Path(__file__).parents[1] / "world" / "config.toml").read_text(encoding="utf-8")
FLAT = 'price = "6.00"'
BY_HOUR = 'price_by_hour = [ { until = "17:30", price = "3.10" }, { until = "18:30", price = "6.20" } ]'


def written(folder: Path, old: str, new: str) -> Path:
    path = folder / "config.toml"
    assert old in WORLD
    path.write_text(WORLD.replace(old, new, 1), encoding="utf-8")
    return path


def activity(folder: Path, code: str, old: str, new: str) -> Activity:
    return load(written(folder, old, new), {}).structure.activity(code)


def test_brackets_residence_siblings_and_aids(tmp_path: Path) -> None:
    tariff = """price_by_quotient = [ { up_to = 400, price = "3.10" }, { price = "5.60" } ]
price_non_resident = "+20%"
sibling_discount = [ { rank = 2, percent = 20 } ]
aids = true"""
    found = activity(tmp_path, "MATIN", FLAT, tariff)

    assert found.price_by_quotient == (Bracket(400, 310), Bracket(None, 560))
    assert found.price_non_resident == Outside(percent=20)
    assert found.sibling_discount == (SiblingDiscount(2, 20),)
    assert found.aids
    assert found.priced_by_family


def test_a_price_of_their_own_for_outsiders(tmp_path: Path) -> None:
    found = activity(tmp_path, "MATIN", FLAT, f'{FLAT}\nprice_non_resident = "8.00"')
    assert (found.price_cents, found.price_non_resident) == (600, Outside(cents=800))


def test_started_units(tmp_path: Path) -> None:
    found = activity(tmp_path, "SOIR", BY_HOUR, 'price_per_unit = { minutes = 30, price = "1.20" }')
    assert found.price_per_unit == UnitPrice(30, 120)
    assert not found.priced_by_family


def test_the_reference_structure_has_one_tariff_for_all() -> None:
    path = Path(__file__).parents[1] / "world" / "config.toml"
    assert not load(path, {}).structure.priced_by_family


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        (FLAT, f'{FLAT}\nprice_by_quotient = [ {{ price = "5.60" }} ]', "only one of `price`"),
        (FLAT, f"{FLAT}\nprice_per_unit = {{ minutes = 30 }}", "`price_per_unit` together with `ask_hour`"),
        (BY_HOUR, "price_per_unit = { minutes = 30 }", "with a `price` or `price_by_quotient`"),
        (BY_HOUR, 'price_per_unit = { minutes = 0, price = "1.20" }', ""),
        (
            FLAT,
            'price_by_quotient = [ { up_to = 800, price = "3.10" }, { up_to = 400, price = "5.60" } ]',
            "rising order of `up_to`",
        ),
        (FLAT, 'price_by_quotient = [ { price = "3.10" }, { up_to = 400, price = "5.60" } ]', "only the last bracket"),
        (
            FLAT,
            'price_by_quotient = [ { up_to = 400, price = "5.60" }, { price = "3.10" } ]',
            "rising order of `price`",
        ),
        (FLAT, f'{FLAT}\nprice_non_resident = "20%"', 'a part more such as "+20%"'),
        (BY_HOUR, f'{BY_HOUR}\nprice_non_resident = "8.00"', "as a part more"),
        (FLAT, f"{FLAT}\nsibling_discount = [ {{ rank = 1, percent = 20 }} ]", ""),
        (
            FLAT,
            f"{FLAT}\nsibling_discount = [ {{ rank = 3, percent = 20 }}, {{ rank = 2, percent = 10 }} ]",
            "rising order of `rank`",
        ),
        (FLAT, 'price = ""\naids = true', "only with a price"),
    ],
)
def test_a_tariff_that_contradicts_itself_is_refused(tmp_path: Path, old: str, new: str, allowed: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, old, new), {})

    (problem,) = caught.value.problems
    assert problem.key.startswith("activity[")
    assert allowed in str(problem)
