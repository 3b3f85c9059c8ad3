"""Who is served before whom: a total order whatever the criteria, which nobody's arrival or the asking changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.pools import Places, Queue, Waiter
from domain.model.standing import Priority, Standing
from domain.model.state import State
from domain.model.structure import Approval, ApprovalMode, Structure
from domain.model.tariff import Payer
from domain.model.verdict import Code
from domain.model.wish import Do
from domain.rules.one_cart import examine_together
from domain.rules.waiting_order import places_in_line
from tests.rules.test_pools import SEVERINE
from tests.rules.world import PARIS, VICTOR, WORLD, booked, facts, key, line, paris

NOON = paris("2025-02-27T12:00")
ORDERS = st.lists(st.sampled_from(Priority), unique=True).map(tuple)

moments = st.integers(0, 72).map(lambda hours: NOON + timedelta(hours=hours))
standings = st.builds(
    Standing,
    moments,
    st.integers(0, 10**6),
    raised=st.sampled_from([0, 0, 0, 1, 2]),
    late=st.booleans(),
    party=st.sampled_from([None, None, None, 1, 2]),
    resident=st.sampled_from([True, False, None]),
    sibling=st.booleans(),
    born=st.none() | st.dates(date(2012, 1, 1), date(2022, 12, 31)),
    first=st.booleans(),
)
lines = st.lists(standings, min_size=1, max_size=8, unique_by=lambda standing: standing.number)


def in_line(those: list[Standing], *order: Priority) -> list[Standing]:
    return list(places_in_line(those, order, PARIS))


# -- whatever the criteria -------------------------------------------------------------------------------------------
@given(lines, ORDERS, st.randoms())
def test_everybody_has_one_place_whoever_is_asked_first(
    those: list[Standing], order: tuple[Priority, ...], chance: Random
) -> None:
    places = places_in_line(those, order, PARIS)
    shuffled = list(those)
    chance.shuffle(shuffled)

    assert set(places) == set(those)
    assert len(set(places.values())) == len(those)
    assert list(places_in_line(shuffled, order, PARIS)) == list(places)


@given(lines, ORDERS)
def test_who_leaves_changes_nobody_elses_order(those: list[Standing], order: tuple[Priority, ...]) -> None:
    alone = [replace(one, party=None) for one in those]
    line = in_line(alone, *order)

    assert in_line(alone[1:], *order) == [one for one in line if one != alone[0]]


@given(lines, ORDERS)
def test_whom_staff_raised_goes_first_and_who_asked_late_last(
    those: list[Standing], order: tuple[Priority, ...]
) -> None:
    line = in_line([replace(one, party=None) for one in those], *order)

    assert [one.raised for one in line] == sorted((one.raised for one in line), reverse=True)
    assert [one.late for one in line if not one.raised] == sorted(one.late for one in line if not one.raised)


@given(lines)
def test_without_criteria_receipt_decides(those: list[Standing]) -> None:
    alone = [replace(one, party=None) for one in those]

    assert in_line(alone) == sorted(alone, key=lambda one: (-one.raised, one.late, one.received_at, one.number))


@given(lines, ORDERS)
def test_equal_ones_keep_the_order_in_which_they_asked(those: list[Standing], order: tuple[Priority, ...]) -> None:
    alike = [Standing(one.received_at, one.number, resident=True, born=date(2018, 1, 1)) for one in those]

    assert in_line(alike, *order) == sorted(alike, key=lambda one: (one.received_at, one.number))


@given(lines, ORDERS)
def test_siblings_who_wait_all_or_none_stand_together(those: list[Standing], order: tuple[Priority, ...]) -> None:
    line = in_line(those, *order)

    for party in (1, 2):
        where = [n for n, one in enumerate(line) if one.party == party]
        assert where == list(range(where[0], where[0] + len(where))) if where else True


# -- each criterion --------------------------------------------------------------------------------------------------
EARLY, LATER = Standing(NOON, 1), Standing(NOON + timedelta(hours=5), 2)


@pytest.mark.parametrize(
    ("criterion", "first"),
    [
        (Priority.RESIDENT, {"resident": True}),
        (Priority.SIBLING, {"sibling": True}),
        (Priority.YOUNGEST, {"born": date(2020, 1, 1)}),
        (Priority.FIRST_REQUEST, {"first": True}),
    ],
)
def test_who_meets_a_criterion_goes_before_who_came_earlier(criterion: Priority, first: dict[str, object]) -> None:
    better = replace(LATER, **first)  # type: ignore[arg-type]

    assert in_line([EARLY, better], criterion) == [better, EARLY]
    assert in_line([EARLY, better]) == [EARLY, better]


def test_a_residence_that_nobody_has_said_opens_nothing() -> None:
    outside = replace(LATER, resident=False)

    assert in_line([outside, EARLY], Priority.RESIDENT) == [EARLY, outside]


def test_of_two_births_the_later_is_the_younger_and_an_unknown_one_is_last() -> None:
    little, big = replace(LATER, born=date(2020, 9, 14)), replace(EARLY, born=date(2018, 10, 2))

    assert in_line([replace(EARLY, number=9), big, little], Priority.YOUNGEST)[:2] == [little, big]


def test_criteria_decide_one_after_the_other() -> None:
    resident, sister = replace(LATER, resident=True), replace(EARLY, sibling=True)

    assert in_line([resident, sister], Priority.RESIDENT, Priority.SIBLING) == [resident, sister]
    assert in_line([resident, sister], Priority.SIBLING, Priority.RESIDENT) == [sister, resident]


def test_by_receipt_then_priority_the_day_is_compared_first() -> None:
    """Residents go first only among those who asked on the same day of Paris."""
    midnight = paris("2025-02-28T00:10")
    eve, resident = Standing(midnight - timedelta(minutes=20), 1), Standing(midnight, 2, resident=True)
    same_day = replace(resident, received_at=midnight - timedelta(minutes=11))

    assert in_line([eve, resident], Priority.RECEIVED_DAY, Priority.RESIDENT) == [eve, resident]
    assert in_line([eve, same_day], Priority.RECEIVED_DAY, Priority.RESIDENT) == [same_day, eve]


# -- the ranks of a cart ---------------------------------------------------------------------------------------------
DAY = "2025-03-11"


def town(*order: Priority, mode: ApprovalMode = ApprovalMode.STAFF) -> Structure:
    return replace(WORLD, approval=Approval(mode=mode, waitlist_priority=order))


def ranks(
    structure: Structure,
    *waiting: Standing,
    free: int = 0,
    offered: int = 0,
    tied: bool = False,
    newcomer: bool = False,
    **known: object,
) -> list[int]:
    """Return the ranks that Séverine and Victor, who ask together, are told."""
    lines = [
        replace(line(Do.BOOK, "MIDI", DAY, child=child, structure=structure), tied=tied) for child in (SEVERINE, VICTOR)
    ]
    (pools,) = {structure.pools_of(each.slot, None) for each in lines}
    line_up = tuple(Waiter(pools, standing) for standing in waiting)
    places = Places({pools[0]: free}, {pools: Queue(len(waiting), len(waiting) - offered)} if waiting else {}, line_up)
    payer = Payer(resident=True, children=(SEVERINE.id, VICTOR.id), newcomer=newcomer)
    world = facts("2025-02-28T10:00", structure=structure)
    world = replace(world, places=places, payers={SEVERINE.id: payer, VICTOR.id: payer}, **known)  # type: ignore[arg-type]
    return [v.remark.rank or 0 for v in examine_together(lines, world) if v.code is Code.FULL]


ELSEWHERE = Standing(NOON, 1, resident=False, born=date(2019, 1, 1))


def test_a_family_of_the_town_is_told_the_rank_before_those_from_elsewhere() -> None:
    assert ranks(town(), ELSEWHERE) == [2, 3]
    assert ranks(town(Priority.RESIDENT), ELSEWHERE) == [1, 2]
    assert ranks(town(Priority.RESIDENT), ELSEWHERE, replace(ELSEWHERE, number=2, raised=1)) == [2, 3]


def test_the_younger_of_one_cart_stands_before_the_elder() -> None:
    assert ranks(town(Priority.YOUNGEST), ELSEWHERE) == [3, 1]


def test_siblings_who_wait_together_are_told_ranks_next_to_each_other() -> None:
    assert ranks(town(Priority.YOUNGEST), ELSEWHERE, tied=True) == [2, 1]


@pytest.mark.parametrize(("state", "rank"), [(State.CONFIRMED, 1), (State.REQUESTED, 3), (State.CANCEL_REQUESTED, 3)])
def test_a_sister_who_has_a_place_counts_and_one_who_only_asked_does_not(state: State, rank: int) -> None:
    standing = {key("MATIN", DAY, SEVERINE): booked(state)}

    assert ranks(town(Priority.SIBLING), ELSEWHERE, booked=standing)[1] == rank


def test_a_sister_who_is_granted_the_last_place_at_once_counts_in_the_same_cart() -> None:
    """Somebody from elsewhere holds an offer; one place more is free."""
    assert ranks(town(Priority.SIBLING, mode=ApprovalMode.AUTO), ELSEWHERE, offered=1, free=1) == [1]
    assert ranks(town(Priority.SIBLING), ELSEWHERE, offered=1, free=1) == [2]


def test_a_family_that_never_asked_before_is_told_so_by_its_rank() -> None:
    order = town(Priority.FIRST_REQUEST)

    assert ranks(order, ELSEWHERE, newcomer=True) == [1, 2]
    assert ranks(order, ELSEWHERE) == [2, 3]


def test_a_rank_never_counts_by_when_we_read_but_by_when_it_was_received() -> None:
    """A mail that lay in the mailbox while others asked stands where its receipt puts it."""
    after = replace(ELSEWHERE, resident=True, received_at=paris("2025-02-28T11:00"))

    assert ranks(town(Priority.RESIDENT), after) == [1, 2]
