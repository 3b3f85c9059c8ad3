"""Activities that go together: Libre needs Créatif, Créatif needs Goûter."""

from __future__ import annotations

import pytest

from domain.model.state import State
from domain.model.verdict import Code, Remark
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from tests.rules.world import booked, facts, key, line

DAY = "2025-03-11"
GOUTER, CREATIF, LIBRE = key("GOUTER", DAY), key("CREATIF", DAY), key("LIBRE", DAY)


def test_creatif_alone_asks_for_gouter() -> None:
    verdict = examine(line(Do.BOOK, "CREATIF", DAY), facts())
    assert verdict.remark == Remark(Code.NEEDS_OTHER, other="Goûter 17h")


@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED])
def test_creatif_is_granted_when_gouter_is_booked(state: State) -> None:
    assert examine(line(Do.BOOK, "CREATIF", DAY), facts(booked={GOUTER: booked(state)})).code is Code.OK


@pytest.mark.parametrize("state", [State.WAITLISTED, State.CANCEL_REQUESTED, State.ABSENCE_EXCUSED])
def test_a_gouter_that_will_not_take_place_is_not_enough(state: State) -> None:
    assert examine(line(Do.BOOK, "CREATIF", DAY), facts(booked={GOUTER: booked(state)})).code is Code.NEEDS_OTHER


def test_creatif_is_granted_with_gouter_in_the_same_cart() -> None:
    assert examine(line(Do.BOOK, "CREATIF", DAY), facts(adding={GOUTER})).code is Code.OK


def test_a_gouter_of_another_day_or_another_child_does_not_count() -> None:
    elsewhere = {key("GOUTER", "2025-03-10"), (99, "GOUTER", GOUTER[2])}
    assert examine(line(Do.BOOK, "CREATIF", DAY), facts(adding=elsewhere)).code is Code.NEEDS_OTHER


def test_creatif_is_refused_while_the_same_cart_cancels_gouter() -> None:
    world = facts(booked={GOUTER: booked()}, removing={GOUTER})
    assert examine(line(Do.BOOK, "CREATIF", DAY), world).code is Code.NEEDS_OTHER


@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED, State.WAITLISTED])
def test_gouter_is_not_cancelled_under_a_remaining_creatif(state: State) -> None:
    world = facts(booked={GOUTER: booked(), CREATIF: booked(state)})
    assert examine(line(Do.CANCEL, "GOUTER", DAY), world).remark == Remark(Code.NEEDS_OTHER, other="Créatif 18h")


def test_the_whole_evening_is_cancelled_together() -> None:
    evening = {GOUTER: booked(), CREATIF: booked(), LIBRE: booked()}
    world = facts(booked=evening, removing=set(evening))
    assert {examine(line(Do.CANCEL, code, DAY), world).code for _, code, _ in evening} == {Code.OK}


def test_a_sick_child_is_never_held_up_by_what_goes_together() -> None:
    world = facts(booked={GOUTER: booked(), CREATIF: booked()})
    assert examine(line(Do.ABSENT, "GOUTER", DAY, reason=Reason.SICK), world).code is Code.OK
