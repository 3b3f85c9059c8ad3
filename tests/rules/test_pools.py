"""Places of an age group: who counts on which day, what is free beyond who waits, and at which rank one waits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import PeriodKind, Slot
from domain.model.family import Child, age_on
from domain.model.pools import Ages, CapacityPool, Places, Pools, Queue
from domain.model.state import State
from domain.model.structure import Approval, ApprovalMode
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do
from domain.rules.one_cart import examine_together
from domain.rules.waiting import late_ones_served
from tests.rules.world import VICTOR, WORLD, booked, facts, key, line, paris

TUESDAY = date(2025, 3, 11)
LUNCH = Slot("MIDI", TUESDAY, "EUROPA")
LITTLE = CapacityPool("Moins de 6 ans", ("MIDI",), {"EUROPA": 2}, ages=Ages(until=6))
BIG = CapacityPool("6 ans et plus", ("MIDI",), {"EUROPA": 2}, ages=Ages(low=6))
TOWN = replace(WORLD, capacity_pools=(LITTLE, BIG), approval=Approval(mode=ApprovalMode.AUTO))

LEO = Child(8, "Léo", "Durand", "EUROPA", date(2020, 1, 1))  # 5 years old, as Victor is 4
SEVERINE = Child(9, "Séverine", "Durand", "EUROPA", date(2018, 10, 2))  # 6 years old
UNKNOWN = replace(VICTOR, birth_date=None)
BIRTHS = st.dates(date(2008, 1, 1), date(2024, 12, 31)) | st.just(date(2020, 2, 29))
DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31)) | st.just(date(2028, 2, 29))


def draws_on(child: Child, slot: Slot = LUNCH) -> Pools:
    return TOWN.pools_of(slot, child.birth_date)


ALL, YOUNG, OLD = TOWN.pools_at(LUNCH)


def asked(*children: Child, places: Places, cancels: tuple[Child, ...] = ()) -> list[Verdict]:
    day = str(TUESDAY)
    lines = [line(Do.CANCEL, "MIDI", day, child=child, structure=TOWN) for child in cancels]
    lines += [line(Do.BOOK, "MIDI", day, child=child, structure=TOWN) for child in children]
    world = facts(structure=TOWN, booked={key("MIDI", day, child): booked(State.CONFIRMED) for child in cancels})
    return list(examine_together(lines, replace(world, places=places)))[len(cancels) :]


# -- who counts ------------------------------------------------------------------------------------------------------
@given(born=BIRTHS, day=DAYS, low=st.integers(0, 12), years=st.none() | st.integers(1, 6))
def test_a_child_counts_by_its_age_on_the_day_itself(born: date, day: date, low: int, years: int | None) -> None:
    until = None if years is None else low + years
    counts = Ages(low, until).include(age_on(born, day))
    assert counts == (low <= age_on(born, day) and (until is None or age_on(born, day) < until))


@given(born=st.none() | BIRTHS, day=DAYS)
def test_a_place_is_taken_in_each_pool_that_covers_the_child(born: date | None, day: date) -> None:
    names = [pool.name for pool in TOWN.pools_of(Slot("MIDI", day, "EUROPA"), born)]
    group = [LITTLE.name, BIG.name] if born is None else [LITTLE.name if age_on(born, day) < 6 else BIG.name]
    assert names == ["MIDI", *group]


@pytest.mark.parametrize(
    ("pool", "counting"),
    [
        pytest.param(replace(LITTLE, weekdays=frozenset({1})), ["2025-03-10"], id="on Mondays"),
        pytest.param(replace(LITTLE, period=PeriodKind.HOLIDAYS), ["2025-02-11"], id="in the holidays"),
        pytest.param(replace(LITTLE, period=PeriodKind.SCHOOL), ["2025-03-10", "2025-03-11"], id="in school weeks"),
    ],
)
def test_a_pool_holds_on_its_days_and_in_its_weeks(pool: CapacityPool, counting: list[str]) -> None:
    town = replace(TOWN, capacity_pools=(pool,))
    slots = [Slot("MIDI", date.fromisoformat(day), "EUROPA") for day in ("2025-02-11", "2025-03-10", "2025-03-11")]
    assert [str(slot.day) for slot in slots if len(town.pools_at(slot)) == 2] == counting
    assert len(town.pools_at(replace(slots[-1], site="SOETRICH"))) == 1


def test_an_unknown_pool_or_none_leaves_everything_as_it_was() -> None:
    assert [pool.name for pool in WORLD.pools_at(LUNCH)] == ["MIDI"]
    wednesday = Slot("MERCREDI_MATIN", TUESDAY + timedelta(days=1), "EUROPA")
    (shared,) = WORLD.pools_at(wednesday)
    assert (shared.name, shared.places) == ("mercredi", 48)
    assert shared.activities == ("MERCREDI_JOURNEE", "MERCREDI_MATIN", "MERCREDI_APREM")


# -- what is free ----------------------------------------------------------------------------------------------------
def test_what_is_free_is_the_least_of_its_pools() -> None:
    places = Places({ALL: 30, YOUNG: 1, OLD: 4})
    assert [places.left(draws_on(child)) for child in (VICTOR, SEVERINE, UNKNOWN)] == [1, 4, 1]
    assert places.left(WORLD.pools_at(replace(LUNCH, activity="MATIN"))) is None


def test_siblings_of_one_group_share_its_last_place_and_others_do_not() -> None:
    places = Places({ALL: 30, YOUNG: 1, OLD: 1})
    assert [v.code for v in asked(VICTOR, LEO, SEVERINE, places=places)] == [Code.OK, Code.FULL, Code.OK]
    assert [v.places_left for v in asked(VICTOR, LEO, SEVERINE, places=places)] == [1, 0, 1]


def test_a_place_that_a_sister_gives_back_is_one_of_her_group() -> None:
    places = Places({ALL: 30, YOUNG: 0, OLD: 0})
    assert [v.code for v in asked(VICTOR, cancels=(LEO,), places=places)] == [Code.OK]
    assert [v.code for v in asked(VICTOR, cancels=(SEVERINE,), places=places)] == [Code.FULL]


def test_who_waits_for_another_group_holds_up_nobody() -> None:
    places = Places({ALL: 1, YOUNG: 0, OLD: 1}, {draws_on(VICTOR): Queue(3, 3)})
    (verdict,) = asked(SEVERINE, places=places)
    assert (verdict.code, verdict.places_left) == (Code.OK, 1)


def test_who_can_be_served_goes_first() -> None:
    """The place that her brother gives back in her own cart is one that those who wait can have."""
    places = Places({ALL: 0, YOUNG: 0, OLD: 5}, {draws_on(VICTOR): Queue(3, 3)})
    (verdict,) = asked(SEVERINE, cancels=(LEO,), places=places)
    assert verdict.code is Code.FULL


def test_only_as_many_go_first_as_their_group_has_places() -> None:
    places = Places({ALL: 2, YOUNG: 1, OLD: 5}, {draws_on(VICTOR): Queue(3, 3)})
    assert places.left(draws_on(SEVERINE)) == 1


# -- the rank --------------------------------------------------------------------------------------------------------
def test_one_waits_behind_those_who_wait_for_the_pools_that_are_full() -> None:
    waiting = {draws_on(VICTOR): Queue(3, 3), draws_on(SEVERINE): Queue(1, 1, 2)}
    assert Places({ALL: 9, YOUNG: 0, OLD: 0}, waiting).ahead(draws_on(SEVERINE)) == 1
    assert Places({ALL: 9, YOUNG: 0, OLD: 0}, waiting).ahead(draws_on(SEVERINE), late=True) == 3
    assert Places({ALL: 0, YOUNG: 0, OLD: 1}, waiting).ahead(draws_on(SEVERINE)) == 4
    assert Places({ALL: 9, YOUNG: 0, OLD: 0}, waiting).ahead(draws_on(UNKNOWN)) == 4


def test_three_siblings_get_the_ranks_of_their_groups() -> None:
    verdicts = asked(VICTOR, LEO, SEVERINE, places=Places({ALL: 9, YOUNG: 0, OLD: 0}))
    assert [v.remark.rank for v in verdicts] == [1, 2, 1]


@given(
    free=st.tuples(*[st.integers(-2, 6)] * 3),
    waiting=st.tuples(*[st.integers(0, 4)] * 2),
    children=st.lists(st.sampled_from([VICTOR, LEO, SEVERINE]), unique=True),
)
def test_no_cart_takes_more_than_is_free_in_any_pool(
    free: tuple[int, ...], waiting: tuple[int, ...], children: list[Child]
) -> None:
    lists = {draws_on(child): Queue(n, n) for child, n in zip((VICTOR, SEVERINE), waiting, strict=True)}
    left = dict(zip((ALL, YOUNG, OLD), free, strict=True))
    granted = [v.line.child for v in asked(*children, places=Places(left, lists)) if v.code is Code.OK]
    for pool, places in left.items():
        assert sum(pool in draws_on(child) for child in granted) <= max(places, 0)


@given(
    free=st.tuples(*[st.integers(-1, 5)] * 3),
    order=st.lists(st.sampled_from([VICTOR, SEVERINE, UNKNOWN]), max_size=8),
    newcomer=st.sampled_from([LEO, SEVERINE, UNKNOWN]),
)
def test_a_newcomer_finds_what_those_who_wait_leave_in_whatever_order_they_came(
    free: tuple[int, ...], order: list[Child], newcomer: Child
) -> None:
    left = dict(zip((ALL, YOUNG, OLD), free, strict=True))
    waiting = Counter(draws_on(child) for child in order)
    found = Places(left, {pools: Queue(n, n) for pools, n in waiting.items()}).left(draws_on(newcomer))
    for child in order:  # served as the waiting list is: the first for whom every pool has a place
        if all(left[pool] > 0 for pool in draws_on(child)):
            left |= {pool: left[pool] - 1 for pool in draws_on(child)}
    assert found is not None
    assert found <= min(left[pool] for pool in draws_on(newcomer))


def test_who_asks_late_waits_until_nobody_can_ask_in_time_for_what_runs_there() -> None:
    both = replace(LITTLE, activities=("MIDI", "MERCREDI_MATIN", "SOIR"))
    pools = replace(TOWN, capacity_pools=(both,)).pools_of(LUNCH, VICTOR.birth_date)
    assert not late_ones_served(pools, TOWN, paris("2025-03-07T23:59"))
    assert late_ones_served(pools, TOWN, paris("2025-03-08T00:00"))
