"""Those who wait, counted by the side of a cart on which they stand: the ranks of one by one, in fewer rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations
from random import Random
from typing import Final

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.pools import Ages, CapacityPool, Pools
from domain.model.standing import Asking, Priority, Standing
from domain.model.state import State
from domain.model.structure import Structure
from domain.rules.waiting_order import places_of
from domain.store import alike, standings, waiting
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family, Guardian
from domain.store.tables.requests import Request
from tests.rules.world import PARIS, WORLD
from tests.store.posting import NINE

TUESDAY: Final = date(2025, 3, 4)
LUNCH: Final = Slot("MIDI", TUESDAY, "EUROPA")
GROUPS: Final = (
    CapacityPool("Petits", ("MIDI",), {"EUROPA": 0}, ages=Ages(until=6)),
    CapacityPool("Grands", ("MIDI",), {"EUROPA": 0}, ages=Ages(low=6)),
)
#: The children who ask: one on each side of others' birth dates, one born with another, one of whom nobody knows when.
BORN: Final = (date(2019, 3, 4), date(2018, 5, 17), None)
MOMENTS: Final = (NINE, NINE + timedelta(hours=15), NINE + timedelta(hours=40))


@pytest.fixture
def queue(database: Sessions) -> Sessions:
    """Sixty families with two children; one of each waits for lunch on 4 March, or both, together or by themselves."""
    chance = Random(4)
    with database.begin() as session:
        for n in range(1, 61):
            _settle(session, chance, n)
    return database


def _settle(session: Session, chance: Random, n: int) -> None:
    session.execute(insert(Family), [{"id": n, "key": f"f{n}", "created_at": NINE, "resident": chance.choice(_MAYBE)}])
    session.execute(insert(Guardian), [{"id": n, "family_id": n, "first_name": "Marie", "last_name": "D"}])
    for child in (2 * n, 2 * n + 1):
        born = chance.choice([None, *BORN[:2], date(2014, 1, 1) + timedelta(days=chance.randrange(3000))])
        facts = {"family_id": n, "first_name": f"Zoé{child}", "last_name": "D", "site": "EUROPA", "birth_date": born}
        session.execute(insert(Child), [{"id": child, "position": child, **facts}])
    received = NINE + timedelta(hours=chance.randrange(50), minutes=chance.randrange(60))
    party = 2 * n if chance.random() < 0.2 else None
    both = [State.WAITLISTED, State.WAITLISTED if party else chance.choice(list(_STATES))]
    session.execute(insert(Booking), [_booking(n, m, each, received, party, chance) for m, each in enumerate(both)])
    if chance.random() < 0.5:
        moments = {"received_at": NINE - timedelta(days=1), "promised_by": NINE}
        facts = {"channel": "chat", "source_key": "", "guardian_id": n, "address": "7"}
        session.execute(insert(Request), [{"family_id": n, **facts, **moments}])


_MAYBE: Final = (True, False, None)
_STATES: Final = (State.WAITLISTED, State.CONFIRMED, State.REQUESTED)


def _booking(
    family: int, nth: int, state: State, received: datetime, party: int | None, chance: Random
) -> dict[str, object]:
    child = 2 * family + nth
    return {
        "id": child, "family_id": family, "child_id": child, "activity": "MIDI", "day": TUESDAY, "site": "EUROPA",
        "state": state, "source": "chat", "received_at": received, "waits_with": party,
        "priority": chance.choice((0, 0, 0, 1)), "late": chance.random() < 0.2,
    }  # fmt: skip


def town(*order: Priority) -> Structure:
    return replace(WORLD, capacity_pools=GROUPS, approval=replace(WORLD.approval, waitlist_priority=order))


def askers(at: datetime) -> Sequence[Standing]:
    """Return everybody who might ask at that moment."""
    kinds = [(late, sibling, first) for late in (False, True) for sibling in (False, True) for first in (False, True)]
    return [
        Standing(at, 10**6, late=late, resident=resident, sibling=sibling, born=born, first=first)
        for late, sibling, first in kinds
        for born in BORN
        for resident in _MAYBE
    ]


def ranks(line: Collection[tuple[Standing, Pools, int]], at: datetime, structure: Structure) -> list[int]:
    """Return the rank of each asker among those of `line` who draw on the pools of a child of five."""
    near = set(structure.pools_of(LUNCH, date(2019, 9, 14)))
    those, found = [standing for standing, _, _ in line], []
    for asker in askers(at):
        *places, mine = places_of([*those, asker], structure.approval.waitlist_priority, PARIS)
        ahead = zip(places, line, strict=True)
        found.append(1 + sum(n for place, (_, pools, n) in ahead if place < mine and not near.isdisjoint(pools)))
    return found


def one_by_one(session: Session, structure: Structure) -> list[tuple[Standing, Pools, int]]:
    rows = session.scalars(select(Booking).where(standings.WAITS)).all()
    known = standings.known_of(session, rows)
    return [(known[row.id], waiting.pools_of(row, structure), 1) for row in rows]


ORDERS: Final = [(one,) for one in Priority] + list(permutations(Priority, 3))[::7] + [tuple(Priority)]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_everybody_who_asks_is_told_the_rank_that_counting_one_by_one_gives(
    order: tuple[Priority, ...], queue: Sessions
) -> None:
    structure = town(*order)
    with queue.reading() as session:
        each = one_by_one(session, structure)
        for at in MOMENTS:
            asking = Asking(at, tuple(born for born in BORN if born))
            found = alike.waiters(session, structure, structure.pools_at(LUNCH), asking)
            groups = [(waiter.standing, waiter.pools, waiter.count) for waiter, _ in found]
            assert sum(count for _, _, count in groups) == len(each)
            assert ranks(groups, at, structure) == ranks(each, at, structure)


def test_a_long_list_is_told_in_as_many_rows_as_there_are_sorts_of_families(queue: Sessions) -> None:
    structure = replace(town(Priority.RESIDENT), capacity_pools=())
    with queue.begin() as session:
        session.query(Booking).update({"priority": 0, "late": False, "waits_with": None})
    with queue.reading() as session:
        found = list(alike.waiters(session, structure, structure.pools_at(LUNCH), Asking(NINE + timedelta(days=3))))

    assert sorted((waiter.standing.resident is None, waiter.standing.resident or False) for waiter, _ in found) == [
        (False, False), (False, True), (True, False),
    ]  # fmt: skip
    assert sum(waiter.count for waiter, _ in found) > 60
