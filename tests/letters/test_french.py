"""How days, hours, money and numbers of things are written."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.writing.spoken import long_day
from domain.letters import french


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-03-04", "mardi 4 mars"),
        ("2025-04-01", "mardi 1er avril"),
        ("2024-12-31", "mardi 31 décembre"),
    ],
)
def test_a_day_has_its_weekday_and_the_first_is_premier(day: str, words: str) -> None:
    assert long_day(date.fromisoformat(day)) == words


@pytest.mark.parametrize(
    ("cents", "words"), [(1150, "11,50 €"), (0, "0,00 €"), (5, "0,05 €"), (-420, "\N{MINUS SIGN}4,20 €")]
)
def test_money_has_a_comma_two_places_and_a_real_minus(cents: int, words: str) -> None:
    assert french.euros(cents) == words


@pytest.mark.parametrize(("hour", "words"), [(time(23, 59), "23 h 59"), (time(18), "18 h"), (time(7, 5), "7 h 05")])
def test_an_hour_is_spoken(hour: time, words: str) -> None:
    assert french.spoken_time(hour) == words


def test_a_limit_is_a_day_and_an_hour() -> None:
    assert french.moment(datetime(2025, 2, 27, 23, 59, 59)) == "jeudi 27 février à 23 h 59"  # noqa: DTZ001


def test_a_limit_at_midnight_is_the_end_of_the_day_before() -> None:
    assert french.limit(datetime(2025, 3, 7)) == "jeudi 6 mars à 23 h 59"  # noqa: DTZ001
    assert french.limit(datetime(2025, 3, 7, 18)) == "vendredi 7 mars à 18 h"  # noqa: DTZ001


@pytest.mark.parametrize(("count", "words"), [(0, "0 place"), (1, "1 place"), (2, "2 places")])
def test_zero_is_singular_in_french(count: int, words: str) -> None:
    assert french.plural(count, "place", "places") == words


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["Zoé"], "Zoé"), (["Zoé", "Elio", "Luka"], "Zoé, Elio et Luka")]
)
def test_names_are_joined_by_et(names: list[str], words: str) -> None:
    assert french.enumerate_words(names) == words


def test_many_days_are_gathered_by_month() -> None:
    days = [date(2025, 3, 25) + timedelta(days=n) for n in range(8)]

    assert french.day_list(days) == (
        "mars : mar. 25, mer. 26, jeu. 27, ven. 28, sam. 29, dim. 30, lun. 31 ; avril : mar. 1er"
    )


@given(st.sets(st.dates(min_value=date(2024, 9, 1), max_value=date(2026, 7, 31)), min_size=1, max_size=60))
def test_no_day_is_dropped_from_a_list(days: set[date]) -> None:
    words = french.day_list(sorted(days))

    assert words.count(",") + words.count(";") == len(days) - 1


@pytest.mark.parametrize(("name", "words"), [("Victor", "de Victor"), ("Elio", "d'Elio"), ("Éloïse", "d'Éloïse")])
def test_de_is_elided_before_a_vowel(name: str, words: str) -> None:
    assert french.of(name) == words
