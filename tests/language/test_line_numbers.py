"""Numbers of cart lines in words: which lines are meant, and when a number may as well be a day of the month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.following.line_numbers import EXAMPLES, Removal, lines_taken_out, may_be_days

MARCH = [date(2025, 3, 4), date(2025, 3, 6), date(2025, 3, 11)]


@pytest.mark.parametrize(("words", "meant"), EXAMPLES)
def test_the_examples_hold_for_a_cart_of_three_lines(words: str, meant: str) -> None:
    removal = lines_taken_out(words, 3)
    told = " ".join([*map(str, removal.places), *(["validate"] if removal.validate else [])]) if removal else ""

    assert told == meant


@pytest.mark.parametrize(
    ("words", "numbered", "asks"),
    [
        ("enlever 2", True, False),
        ("enlever le 2", True, False),  # no line and no booking on a second
        ("enlever la ligne 4", False, False),
        ("enlever le 4", True, True),
        ("enlever 4", True, False),  # the mail showed "4."
        ("enlever 4", False, True),  # buttons have no numbers
        ("enlever la 4", False, False),
    ],
)
def test_what_may_be_a_line_and_a_day_is_asked(words: str, numbered: bool, asks: bool) -> None:
    removal = lines_taken_out(words, 5)
    assert removal is not None

    assert may_be_days(removal, [*MARCH, date(2025, 3, 13), date(2025, 3, 14)], (), numbered=numbered) is asks


def test_a_booking_on_that_day_makes_it_doubtful_too() -> None:
    removal = Removal((2,), as_days=True)

    assert may_be_days(removal, MARCH, [date(2025, 4, 2)], numbered=True)
    assert not may_be_days(removal, MARCH, [date(2025, 4, 3)], numbered=True)


@given(number=st.integers(0, 99), count=st.integers(0, 60))
def test_only_lines_that_exist_are_taken_out(number: int, count: int) -> None:
    removal = lines_taken_out(f"enlever {number}", count)

    assert (removal.places if removal else ()) == ((number,) if 1 <= number <= count else ())
