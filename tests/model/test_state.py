"""The state table of a booking, read as the portals draw it; what is not drawn is illegal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import IllegalMove
from domain.model.state import ACTIVE, BILLED, HOLDS_A_PLACE, NEXT, Move, State, after

FINAL = {State.REFUSED, State.CANCELLED, State.WITHDRAWN, State.EXPIRED}


@pytest.mark.parametrize(
    ("state", "move", "reached"),
    [
        pytest.param("requested", "approve", "confirmed", id="DR -> R"),
        pytest.param("requested", "refuse", "refused", id="DR -> refusé"),
        pytest.param("requested", "withdraw", "withdrawn", id="a pending request is withdrawn freely"),
        pytest.param("confirmed", "ask_cancel", "cancel_requested", id="R -> DA"),
        pytest.param("cancel_requested", "excuse", "absence_excused", id="DA -> A Exc."),
        pytest.param("cancel_requested", "charge", "absence_billed", id="DA -> A Fact."),
        pytest.param("cancel_requested", "keep", "confirmed", id="DA refused: back to R"),
        pytest.param("absence_excused", "charge", "absence_billed", id="the proof did not come"),
        pytest.param("absence_billed", "excuse", "absence_excused", id="excused by staff"),
        pytest.param("confirmed", "change", "confirmed", id="another hour: the booking stands"),
        pytest.param("requested", "change", "requested", id="another hour before any decision"),
    ],
)
def test_an_arrow_of_the_portals(state: str, move: str, reached: str) -> None:
    assert after(State(state), Move(move)) == reached


@pytest.mark.parametrize(
    ("state", "move"),
    [
        pytest.param("requested", "cancel", id="only confirmed bookings are cancelled"),
        pytest.param("refused", "approve", id="a refused request needs a new request"),
        pytest.param("cancelled", "undo", id="a cancelled day needs a new request"),
        pytest.param("confirmed", "approve", id="nothing is granted twice"),
        pytest.param("absence_excused", "change", id="a child who is away has no hour to change"),
    ],
)
def test_what_is_not_drawn_raises(state: str, move: str) -> None:
    with pytest.raises(IllegalMove):
        after(State(state), Move(move))


@given(st.sampled_from(sorted(FINAL)), st.sampled_from(sorted(Move)))
def test_nothing_leaves_an_end(state: State, move: Move) -> None:
    with pytest.raises(IllegalMove):
        after(state, move)


@given(st.sampled_from([State.REQUESTED, State.WAITLISTED]), st.lists(st.sampled_from(sorted(Move)), max_size=12))
def test_whatever_is_tried_a_booking_stays_in_a_known_state(state: State, moves: list[Move]) -> None:
    for move in moves:
        if (state, move) in NEXT:
            state = after(state, move)
        else:
            with pytest.raises(IllegalMove):
                after(state, move)
    assert state in State


def test_every_state_can_be_reached_from_a_request_or_by_check_in() -> None:
    reached = {State.REQUESTED, State.WAITLISTED, State.PRESENT_UNBOOKED}
    while new := {to for (state, _), to in NEXT.items() if state in reached} - reached:
        reached |= new
    assert reached == set(State)


def test_a_place_is_held_only_by_what_stands() -> None:
    assert HOLDS_A_PLACE <= ACTIVE
    assert not (HOLDS_A_PLACE & FINAL)
    assert not (BILLED & FINAL)
