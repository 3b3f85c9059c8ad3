"""Whatever families and staff do under criteria: everybody keeps a rank, the told one is true, the first is served."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.standing import Priority
from domain.model.state import State
from domain.store import waiting
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Family
from tests.desk.office import Seen
from tests.desk.tariffs import say
from tests.desk.test_invariants import MOST, Town, days, families

_RANK = re.compile(r"rang (\d+)")


class TownWithCriteria(Town):
    """Four families; those who live in town go first, then the youngest; where they live changes."""

    children = MappingProxyType({**Town.children, "rousseau": "Nahel"})

    @initialize(order=st.permutations(range(MOST)))
    def all_want_the_same_place(self, order: list[int]) -> None:
        self.served: set[int] = set()
        self.told: list[Seen] = []
        criteria = (Priority.RESIDENT, Priority.YOUNGEST)
        self.office.with_rules(approval=replace(self.office.structure.approval, waitlist_priority=criteria))
        super().all_want_the_same_place(order)

    @rule(family=families, resident=st.booleans())
    def a_family_moves(self, family: int, resident: bool) -> None:
        say(self.office, "resident", **{self.key(family): "oui" if resident else "non"})

    @rule(family=families, day=days)
    def staff_raise_somebody(self, family: int, day: str) -> None:
        with self.office.sessions.reading() as session:
            number = session.scalar(
                select(Booking.id).join(Family, Family.id == Booking.family_id)
                .where(Family.key == self.key(family), Booking.state == State.WAITLISTED)
            )  # fmt: skip
        if number is not None:
            self.office.press_data(9001, f"wr:{number}:0")
        self.collect()

    def say(self, family: str, text: str) -> None:
        self.office.chat(family, text)
        self.told += self.office.chat(family, "valider")
        self.collect()

    @invariant()
    def no_rank_is_lost(self) -> None:
        """Everybody who waits has a rank of their own, from 1 on, by staff, then residence, then age, then receipt."""
        with self.office.sessions.reading() as session:
            for rows in self.lists(session):
                line = sorted(rows, key=lambda row: self.place(session, row))
                found = waiting.ranks(session, self.office.structure, rows)
                assert [found[row.id] for row in line] == list(range(1, len(rows) + 1))

    @invariant()
    def who_is_first_is_served_first(self) -> None:
        """Nobody is offered a place in this step while somebody before them has none; no place lies idle."""
        with self.office.sessions.reading() as session:
            taken = self.taken(session)
            for rows in self.lists(session):
                line = sorted(rows, key=lambda row: self.place(session, row))
                offered = [row.offer_expires_at is not None for row in line]
                new = [row.id not in self.served for row in line]
                assert not any(offered[n] and new[n] and not all(offered[:n]) for n in range(len(line)))
                pools = waiting.pools_of(line[0], self.office.structure)
                assert all(offered) or any(taken[pool] >= pool.places for pool in pools)
            self.served = set(session.scalars(select(Booking.id).where(Booking.offer_expires_at.is_not(None))))

    @invariant()
    def the_rank_that_was_told_is_the_one_that_counts(self) -> None:
        with self.office.sessions.reading() as session:
            for sent in self.told[-1:]:
                ranks = _RANK.findall(sent.text) if "En liste d'attente" in sent.text else []
                data = [button.data for row in sent.buttons for button in row if button.data.startswith("wl:")]
                for rank, number in zip(ranks, data, strict=True):
                    row = session.get_one(Booking, int(number.removeprefix("wl:")))
                    assert waiting.ranks(session, self.office.structure, [row]) == {row.id: int(rank)}
        self.told = []

    def lists(self, session: Session) -> list[list[Booking]]:
        found = defaultdict(list)
        for row in session.scalars(select(Booking).where(Booking.state == State.WAITLISTED)):
            found[row.day].append(row)
        return list(found.values())

    def place(self, session: Session, row: Booking) -> tuple[object, ...]:
        resident = session.get_one(Family, row.family_id).resident
        born = row.child.birth_date
        assert born is not None
        return -row.priority, resident is not True, -born.toordinal(), row.received_at, row.id


TownWithCriteria.TestCase.settings = settings(
    max_examples=12, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTownWithCriteria = TownWithCriteria.TestCase
