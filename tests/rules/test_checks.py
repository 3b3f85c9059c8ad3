"""What a parent hears of each line, in which order, and with which facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from domain.model.activity import Slot
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.verdict import Code, Remark
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from tests.rules.world import EARLY, LUKA, WORLD, booked, facts, key, line, paris

BOOK, CANCEL, ABSENT = Do.BOOK, Do.CANCEL, Do.ABSENT
MONDAY, TUESDAY = "2025-03-03", "2025-03-04"
MIDI_MONDAY = Slot("MIDI", date(2025, 3, 3), "EUROPA")


def test_a_lunch_asked_in_time_is_granted_with_its_limit_price_and_places() -> None:
    verdict = examine(line(BOOK, "MIDI", MONDAY), facts("2025-02-27T18:00", places={MIDI_MONDAY: 12}))
    assert verdict.remark == Remark(Code.OK)
    assert (verdict.price_cents, verdict.places_left) == (1150, 12)
    assert verdict.closes_at == paris("2025-02-27T23:59:59")


def test_monday_asked_on_friday_one_minute_past_midnight_is_too_late() -> None:
    verdict = examine(line(BOOK, "MIDI", MONDAY), facts("2025-02-28T00:01"))
    assert verdict.remark == Remark(Code.TOO_LATE, closed_at=paris("2025-02-27T23:59:59"))


@pytest.mark.parametrize("day", ["2024-09-02", "2025-03-02"])
def test_a_day_that_is_over_is_not_open(day: str) -> None:
    assert examine(line(BOOK, "MIDI", day), facts("2025-03-03T00:00")).code is Code.NOT_OPEN


@pytest.mark.parametrize("day", ["2024-09-01", "2025-07-05", "2025-08-18"])
def test_a_day_outside_the_school_year_is_not_open(day: str) -> None:
    assert examine(line(BOOK, "MIDI", day), facts("2024-07-01T10:00")).code is Code.NOT_OPEN


@pytest.mark.parametrize(
    ("activity", "day", "why"),
    [
        ("VACANCES_JOURNEE", "2025-04-18", "Vendredi saint"),
        ("VACANCES_JOURNEE", "2024-12-26", "Saint-Étienne"),
        ("MIDI", "2025-05-01", "Fête du Travail"),
        ("MIDI", "2025-04-08", "Vacances de printemps"),
        ("MIDI", "2025-05-30", "Pont de l'Ascension"),
        ("MIDI", "2025-03-05", ""),  # a Wednesday
        ("VACANCES_JOURNEE", MONDAY, ""),  # a week of school
    ],
)
def test_a_closed_day_is_named(activity: str, day: str, why: str) -> None:
    verdict = examine(line(BOOK, activity, day), facts())
    assert verdict.remark == Remark(Code.CLOSED, why=why)
    assert verdict.closes_at is None


def test_a_closure_of_the_structure_has_no_name_and_leaves_bookings_cancellable() -> None:
    closed = replace(WORLD, year=replace(WORLD.year, closures=frozenset({date(2025, 3, 3)})))
    assert examine(line(BOOK, "MIDI", MONDAY), facts(structure=closed)).remark == Remark(Code.CLOSED)
    mine = {key("MIDI", MONDAY): booked()}
    assert examine(line(CANCEL, "MIDI", MONDAY), facts(structure=closed, booked=mine)).code is Code.OK


def test_an_activity_of_another_site_is_refused() -> None:
    assert examine(line(BOOK, "SOIR", MONDAY), facts()).code is Code.WRONG_SITE
    assert examine(line(BOOK, "GOUTER", MONDAY, child=LUKA), facts()).code is Code.WRONG_SITE


@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED, State.WAITLISTED, State.ABSENCE_EXCUSED])
def test_what_is_booked_is_not_booked_again(state: State) -> None:
    verdict = examine(line(BOOK, "MIDI", MONDAY), facts(booked={key("MIDI", MONDAY): booked(state)}))
    assert verdict.remark == Remark(Code.DUPLICATE, state=state)


@pytest.mark.parametrize("state", [State.CANCELLED, State.REFUSED, State.WITHDRAWN, State.EXPIRED])
def test_what_was_refused_or_cancelled_can_be_booked_again(state: State) -> None:
    verdict = examine(line(BOOK, "MIDI", MONDAY), facts(booked={key("MIDI", MONDAY): booked(state)}))
    assert verdict.code is Code.OK


@pytest.mark.parametrize("do", [CANCEL, ABSENT])
def test_there_is_nothing_to_cancel_where_nothing_is_booked(do: Do) -> None:
    assert examine(line(do, "MIDI", MONDAY), facts()).remark == Remark(Code.NOTHING_TO_CANCEL)


@pytest.mark.parametrize("state", [State.CANCEL_REQUESTED, State.ABSENCE_EXCUSED, State.ABSENCE_BILLED, State.PRESENT])
def test_a_second_cancellation_finds_nothing_to_cancel(state: State) -> None:
    verdict = examine(line(CANCEL, "MIDI", MONDAY), facts(booked={key("MIDI", MONDAY): booked(state)}))
    assert verdict.remark == Remark(Code.NOTHING_TO_CANCEL, state=state)


@pytest.mark.parametrize("state", [State.REQUESTED, State.WAITLISTED])
@pytest.mark.parametrize("do", [CANCEL, ABSENT])
def test_what_is_not_granted_yet_is_withdrawn_freely_after_every_limit(state: State, do: Do) -> None:
    late = facts(f"{MONDAY}T12:00", booked={key("MIDI", MONDAY): booked(state)})
    assert examine(line(do, "MIDI", MONDAY, reason=Reason.SICK), late).code is Code.OK


def test_a_cancellation_in_time_is_free_and_tells_its_limit_and_price() -> None:
    mine = {key("MIDI", TUESDAY): booked(cents=999)}
    verdict = examine(line(CANCEL, "MIDI", TUESDAY), facts("2025-02-28T23:59", booked=mine))
    assert (verdict.remark, verdict.price_cents) == (Remark(Code.OK), 999)
    assert verdict.closes_at == paris("2025-02-28T23:59:59")


def test_a_late_cancellation_says_what_it_will_cost() -> None:
    mine = {key("MIDI", TUESDAY): booked(cents=999)}
    verdict = examine(line(CANCEL, "MIDI", TUESDAY), facts("2025-03-01T00:00", booked=mine))
    assert verdict.remark == Remark(Code.BILLED, closed_at=paris("2025-02-28T23:59:59"), cents=999)
    assert verdict.accepted


def test_a_full_day_leads_to_the_end_of_the_waiting_list() -> None:
    for left in (0, -3):
        world = facts(places={MIDI_MONDAY: left}, waiting={MIDI_MONDAY: 2})
        assert examine(line(BOOK, "MIDI", MONDAY), world).remark == Remark(Code.FULL, rank=3)


def test_full_places_do_not_hinder_a_cancellation() -> None:
    world = facts(places={MIDI_MONDAY: 0}, booked={key("MIDI", MONDAY): booked()})
    assert examine(line(CANCEL, "MIDI", MONDAY), world).code is Code.OK


@pytest.mark.parametrize(
    ("asked_at", "left", "expected"), [(EARLY, 0, Code.FULL), ("2025-03-01T10:00", 0, Code.TOO_LATE)]
)
def test_too_late_is_heard_before_full(asked_at: str, left: int, expected: Code) -> None:
    world = facts(asked_at, places={MIDI_MONDAY: left})
    assert examine(line(BOOK, "MIDI", MONDAY), world).code is expected


@pytest.mark.parametrize("hour", [time(16, 30), time(18, 31), time(7, 0)])
def test_an_hour_outside_opening_hours_cannot_be_booked(hour: time) -> None:
    assert examine(line(BOOK, "SOIR", MONDAY, child=LUKA, hour=hour), facts()).code is Code.CLOSED


def test_the_hour_of_departure_sets_the_price_of_the_line() -> None:
    early = examine(line(BOOK, "SOIR", MONDAY, child=LUKA, hour=time(17, 0)), facts())
    assert (early.code, early.price_cents) == (Code.OK, 310)


def test_the_cart_of_hettange_totals_21_50_and_one_line_has_no_price() -> None:
    cart = [line(BOOK, "MATIN", MONDAY)] + [line(BOOK, a, "2025-03-11") for a in ("MIDI", "GOUTER", "CREATIF")]
    adding = {key(one.activity.code, str(one.day)) for one in cart}
    verdicts = [examine(one, facts(adding=adding)) for one in cart]
    assert [v.code for v in verdicts] == [Code.OK] * 4
    assert [v.price_cents for v in verdicts] == [600, 1150, 400, None]
    assert sum(v.price_cents or 0 for v in verdicts) == 2150


def test_a_structure_without_deadlines_takes_requests_until_the_day_begins() -> None:
    free: Structure = replace(WORLD, deadlines=())
    assert examine(line(BOOK, "MIDI", MONDAY), facts("2025-03-02T23:59", structure=free)).remark == Remark(Code.OK)
    late = examine(line(BOOK, "MIDI", MONDAY), facts("2025-03-03T00:00", structure=free))
    assert late.remark == Remark(Code.TOO_LATE, closed_at=paris("2025-03-02T23:59:59"))
