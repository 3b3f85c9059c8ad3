"""Until when one waits, and how long an offer stands: on every day of the year, under every shape of limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import Slot
from domain.model.deadline import DeadlineRule, Late, Purpose
from domain.rules.deadline import closing_time
from domain.rules.waiting import is_over, list_closes, offer_expires
from tests.rules.test_deadline_properties import DAYS, RULES
from tests.rules.world import WORLD, paris

MIDI_TUESDAY = Slot("MIDI", datetime.fromisoformat("2025-03-04").date(), "EUROPA")
BEGINS = paris("2025-03-04T11:45")


@given(DAYS, RULES, st.integers(0, 2000), st.integers(1, 96))
def test_no_offer_outlives_its_list_and_no_list_its_day(
    day: date, rule: DeadlineRule, hours_before: int, hours_kept: int
) -> None:
    structure = replace(WORLD, deadlines=(rule,), approval=replace(WORLD.approval, waitlist_offer_hours=hours_kept))
    slot = Slot("MIDI", day, "EUROPA")
    closes = list_closes(slot, structure)
    now = closes - timedelta(hours=hours_before)

    expires = offer_expires(slot, structure, now)

    limit = closing_time(slot, Purpose.BOOK, structure)
    assert limit is None or closes == limit.instant
    assert now <= expires <= closes
    assert expires == closes or expires - now == timedelta(hours=hours_kept)
    assert structure.day_of(closes) <= day


@pytest.mark.parametrize(
    ("late_policy", "asked_late", "closes"),
    [
        pytest.param(Late.REFUSE, False, "2025-02-28T23:59:59", id="with the booking limit of the day"),
        pytest.param(Late.WAITLIST, False, "2025-03-04T11:44:59", id="where late ones wait, until the activity begins"),
        pytest.param(Late.STAFF, True, "2025-03-04T11:44:59", id="who was let in late waits until the activity begins"),
    ],
)
def test_when_a_list_closes(late_policy: Late, asked_late: bool, closes: str) -> None:
    rules = tuple(replace(rule, late=late_policy) for rule in WORLD.deadlines)

    found = list_closes(MIDI_TUESDAY, replace(WORLD, deadlines=rules), late=asked_late)

    assert found == paris(closes)


@pytest.mark.parametrize(("seconds", "over"), [(0, False), (0.999, False), (1, True)])
def test_the_whole_last_second_is_in_time(seconds: float, over: bool) -> None:
    assert is_over(BEGINS, BEGINS + timedelta(seconds=seconds)) is over


def test_an_activity_that_the_town_dropped_is_waited_for_until_its_day_begins() -> None:
    assert list_closes(replace(MIDI_TUESDAY, activity="PONEY"), WORLD) == paris("2025-03-03T23:59:59")
