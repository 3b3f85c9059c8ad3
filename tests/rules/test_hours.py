"""Another hour for what is booked: its own limit, no place, and the price of the hour (Clap Chaz, M4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import Slot
from domain.model.state import ACTIVE, CHANGEABLE, State
from domain.model.structure import Structure
from domain.model.verdict import Booked, Code, Verdict
from domain.model.wish import Do
from domain.rules.checks import examine
from domain.rules.hours import change_of
from domain.rules.one_cart import examine_together
from domain.rules.pricing import price
from tests.rules.world import EARLY, LUKA, WORLD, facts, key, line, paris, ruled_by

DAY = "2025-03-04"
SLOT = Slot("SOIR", date.fromisoformat(DAY), "SOETRICH")
HALF_PAST_FIVE, HALF_PAST_SIX = time(17, 30), time(18, 30)

CHANGES_CLOSE_EARLIER = """
[[deadline]]
for = ["book", "cancel"]
days_before = 1
late = "refuse"
[[deadline]]
for = ["change"]
days_before = 3
at = "12:00"
late = "{late}"
"""
NOTHING_OF_CHANGES = """
[[deadline]]
for = ["book"]
days_before = 1
at = "18:00"
late = "refuse"
"""


def standing(hour: time | None = HALF_PAST_FIVE, state: State = State.CONFIRMED, wanted: time | None = None) -> Booked:
    return Booked(1, state, hour, price(WORLD.activity("SOIR"), hour), wanted_hour=wanted)


def ask(hour: time | None, booked: Booked, at: str = EARLY, structure: Structure = WORLD, left: int = 5) -> Verdict:
    wish = line(Do.BOOK, "SOIR", DAY, child=LUKA, hour=hour, structure=structure)
    world = facts(at, structure=structure, places={SLOT: left}, booked={key("SOIR", DAY, LUKA): booked})
    return examine(wish, world)


@pytest.mark.parametrize("state", sorted(ACTIVE))
def test_only_what_is_asked_or_granted_can_get_another_hour(state: State) -> None:
    verdict = ask(HALF_PAST_SIX, standing(state=state))

    assert verdict.code is (Code.OK if state in CHANGEABLE else Code.DUPLICATE)


@pytest.mark.parametrize(
    ("hour", "booked"),
    [
        pytest.param(HALF_PAST_FIVE, standing(), id="the same hour"),
        pytest.param(None, standing(), id="no hour"),
        pytest.param(HALF_PAST_SIX, standing(None), id="a booking without an hour is for the whole time"),
        pytest.param(HALF_PAST_SIX, standing(wanted=HALF_PAST_SIX), id="asked already"),
    ],
)
def test_what_changes_nothing_is_booked_already(hour: time | None, booked: Booked) -> None:
    assert ask(hour, booked).code is Code.DUPLICATE


@pytest.mark.parametrize(
    ("late", "code"),
    [("refuse", Code.TOO_LATE), ("staff", Code.STAFF), ("waitlist", Code.STAFF)],
)
def test_a_change_has_its_own_limit_and_its_own_lateness(late: str, code: Code) -> None:
    structure = ruled_by(CHANGES_CLOSE_EARLIER.format(late=late))

    in_time = ask(HALF_PAST_SIX, standing(), "2025-03-01T12:00:59", structure)
    after = ask(HALF_PAST_SIX, standing(), "2025-03-01T12:01:00", structure)

    assert (in_time.code, after.code) == (Code.OK, code)
    assert in_time.closes_at == paris("2025-03-01T12:00:59")


def test_where_nothing_is_said_of_changes_the_limit_of_bookings_counts() -> None:
    structure = ruled_by(NOTHING_OF_CHANGES)

    verdict = ask(HALF_PAST_SIX, standing(), "2025-03-03T18:01", structure)

    assert (verdict.code, verdict.closes_at) == (Code.TOO_LATE, paris("2025-03-03T18:00:59"))


def test_an_activity_that_asks_for_no_hour_is_booked_already() -> None:
    wish = line(Do.BOOK, "MIDI", DAY, hour=HALF_PAST_SIX)
    world = facts(booked={key("MIDI", DAY): Booked(1, State.CONFIRMED, None, 1150)})

    assert examine(wish, world).code is Code.DUPLICATE


def test_the_hour_that_stands_may_be_kept_after_every_limit() -> None:
    verdict = ask(HALF_PAST_FIVE, standing(wanted=HALF_PAST_SIX), "2025-03-04T10:00")

    assert (verdict.code, verdict.price_cents) == (Code.OK, 310)
    assert verdict.change is not None
    assert verdict.change.takes_back


HOURS = st.integers(1, 120).map(lambda m: time((16 * 60 + 30 + m) // 60, (16 * 60 + 30 + m) % 60))


@given(old=st.none() | HOURS, new=HOURS, left=st.integers(-3, 3), state=st.sampled_from(sorted(CHANGEABLE)))
def test_a_change_costs_the_price_of_its_hour_and_no_place(
    old: time | None, new: time, left: int, state: State
) -> None:
    verdict = ask(new, standing(old, state), left=left)

    assert verdict.code is (Code.OK if verdict.change else Code.DUPLICATE)
    assert verdict.price_cents == price(WORLD.activity("SOIR"), new)
    assert verdict.places_left == max(left, 0)


@given(new=HOURS.filter(lambda hour: hour != HALF_PAST_FIVE))
def test_a_change_leaves_the_last_place_to_the_next_child(new: time) -> None:
    other = replace(LUKA, id=3, first_name="Léah")
    lines = [line(Do.BOOK, "SOIR", DAY, child=child, hour=new) for child in (LUKA, other)]
    world = facts(places={SLOT: 1}, booked={key("SOIR", DAY, LUKA): standing()})

    verdicts = examine_together(lines, world)

    assert change_of(lines[0], world) is not None
    assert [verdict.code for verdict in verdicts] == [Code.OK, Code.OK]
