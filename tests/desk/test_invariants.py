"""Whatever families and staff do, in whatever order: no place is sold twice, and every step leaves its trace."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.pools import Ages, CapacityPool, Pool
from domain.model.state import ACTIVE, HOLDS_A_PLACE, Move, State, after
from domain.store import migrate
from domain.store.session import open_database
from domain.store.tables.bookings import Booking, BookingEvent
from domain.store.tables.people import Guardian
from domain.store.waiting import pools_of
from scheduler.jobs import run_all
from tests.desk.office import Office, reference_structure

PLACES = 1
MOST = 4

#: Each number stands for a family of the town.
families = st.integers(0, MOST - 1)
days = st.sampled_from(["mardi 4 mars", "jeudi 6 mars"])


class Town(RuleBasedStateMachine):
    """Three families, two days, one place a day, one agent."""

    children = MappingProxyType({"durand": "Victor", "coralis": "Zoé", "nguyen": "Anne-Lise"})
    places = PLACES
    pools: tuple[CapacityPool, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        sessions = open_database("sqlite://")
        migrate.upgrade(sessions)
        structure = reference_structure()
        activities = tuple(
            dataclasses.replace(a, capacity=dict.fromkeys(a.capacity, self.places)) if a.code == "MIDI" else a
            for a in structure.activities
        )
        self.office = Office(sessions, dataclasses.replace(structure, activities=activities, capacity_pools=self.pools))

    @initialize(order=st.permutations(range(MOST)))
    def all_want_the_same_place(self, order: list[int]) -> None:
        for number in order:
            self.a_family_books(number, "jeudi 6 mars")

    @rule(family=families, day=days)
    def a_family_books(self, family: int, day: str) -> None:
        self.say(self.key(family), f"inscrire {self.child(family)} midi {day}")

    @rule(family=families, day=days)
    def a_family_cancels(self, family: int, day: str) -> None:
        self.say(self.key(family), f"annuler {self.child(family)} midi {day}")

    @rule(family=families)
    def a_child_is_sick(self, family: int) -> None:
        self.office.chat(self.key(family), f"{self.child(family)} est malade mardi 4 mars")
        self.collect()

    @rule(family=families)
    def it_was_a_false_alarm(self, family: int) -> None:
        self.office.chat(self.key(family), "/annuler")
        self.collect()

    @precondition(lambda self: self.offers())
    @rule(takes=st.booleans())
    def who_holds_an_offer_answers(self, takes: bool) -> None:
        for chat, number in self.offers():
            self.office.press_data(chat, f"{'wa' if takes else 'wd'}:{number}")
        self.collect()

    @precondition(lambda self: not self.offers())
    @rule()
    def who_has_a_place_gives_it_back(self) -> None:
        for family, child in self.children.items():
            held = [line for line in self.office.bookings(family) if line.endswith(("requested", "confirmed"))]
            for day in {line.split()[2] for line in held}:
                self.say(family, f"annuler {child} midi le {date.fromisoformat(day):%d/%m/%Y}")

    @rule(family=families)
    def a_family_leaves_the_list(self, family: int) -> None:
        self.office.chat(self.key(family), "quitter toutes les listes d'attente")
        self.collect()

    @rule(hours=st.sampled_from([1, 5, 24, 25]))
    def time_passes(self, hours: int) -> None:
        self.office.clock.move_to(self.office.clock.now() + timedelta(hours=hours))
        run_all(self.office.sessions, self.office.structure, self.office.clock, None)
        self.collect()

    @rule(label=st.sampled_from(["sa", "sx", "rr"]), number=st.integers(1, 8))
    def staff_decide(self, label: str, number: int) -> None:
        self.office.press_data(9001, f"rr:{number}:0:0" if label == "rr" else f"{label}:{number}")
        self.collect()

    def key(self, family: int) -> str:
        return sorted(self.children)[family % len(self.children)]

    def child(self, family: int) -> str:
        return self.children[self.key(family)]

    def say(self, family: str, text: str) -> None:
        self.office.chat(family, text)
        self.office.chat(family, "valider")
        self.collect()

    def collect(self) -> None:
        self.office.read()

    def offers(self) -> list[tuple[int, int]]:
        """Return who is offered a place (the chat), and the booking it is for."""
        with self.office.sessions.reading() as session:
            query = select(Guardian.chat_id, Booking.id).join(Booking, Booking.family_id == Guardian.family_id)
            offered = query.where(Booking.offer_expires_at.is_not(None), Guardian.chat_id.is_not(None))
            return [(int(chat or 0), number) for chat, number in session.execute(offered)]

    @invariant()
    def no_place_is_sold_twice(self) -> None:
        """Granted, asked or offered: each holds a place."""
        with self.office.sessions.reading() as session:
            taken = self.taken(session)
        assert all(count <= pool.places for pool, count in taken.items()), taken

    @invariant()
    def no_rank_is_lost(self) -> None:
        """Of two who want the same the first is offered it first; whoever could have a place is offered it at once.

        For a day that is over nobody is offered anything, whatever staff still decide ("the month is invoiced").
        """
        today = self.office.structure.local(self.office.clock.now()).date()
        with self.office.sessions.reading() as session:
            taken = self.taken(session)
            in_line = select(Booking).where(Booking.state == State.WAITLISTED, Booking.day >= today)
            rows = session.scalars(in_line.order_by(Booking.received_at, Booking.id)).all()
            waiting_for = [(pools_of(row, self.office.structure), row.offer_expires_at is not None) for row in rows]
        for pools, offered in waiting_for:
            assert offered or any(taken[pool] == pool.places for pool in pools)
        for pools in {pools for pools, _ in waiting_for}:
            offers = [offered for others, offered in waiting_for if others == pools]
            assert offers == sorted(offers, reverse=True)

    def taken(self, session: Session) -> Counter[Pool]:
        """Count who was granted, asked or is offered a place, in each pool."""
        held = select(Booking).where(Booking.state.in_(HOLDS_A_PLACE) | Booking.offer_expires_at.is_not(None))
        return Counter(pool for row in session.scalars(held) for pool in pools_of(row, self.office.structure))

    @invariant()
    def an_offer_is_only_for_who_waits(self) -> None:
        with self.office.sessions.reading() as session:
            offered = session.scalars(select(Booking).where(Booking.offer_expires_at.is_not(None)))
            assert {row.state for row in offered} <= {State.WAITLISTED}

    @invariant()
    def a_child_stands_once_for_a_slot(self) -> None:
        with self.office.sessions.reading() as session:
            active = session.scalars(select(Booking).where(Booking.state.in_(ACTIVE)))
            by_slot = Counter((row.child_id, row.activity, row.day) for row in active)
        assert all(count == 1 for count in by_slot.values())

    @invariant()
    def every_step_left_its_trace(self) -> None:
        with self.office.sessions.reading() as session:
            states = {row.id: row.state for row in session.scalars(select(Booking))}
            trace: dict[int, str | None] = dict.fromkeys(states)
            for event in session.scalars(select(BookingEvent).order_by(BookingEvent.id)):
                assert event.before == trace[event.booking_id]
                if event.move in set(Move):
                    assert after(State(str(event.before)), Move(event.move)) == event.after
                trace[event.booking_id] = event.after
        assert trace == states


class TownWithAgeGroups(Town):
    """Four families, two places a day, of which one for the two children under six."""

    children = MappingProxyType({**Town.children, "rousseau": "Nahel"})
    places = 2
    pools = (
        CapacityPool("Moins de 6 ans", ("MIDI",), {"EUROPA": 1}, ages=Ages(until=6)),
        CapacityPool("6 ans et plus", ("MIDI",), {"EUROPA": 2}, ages=Ages(low=6)),
    )


_AS_OFTEN = settings(
    max_examples=20, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
Town.TestCase.settings = TownWithAgeGroups.TestCase.settings = _AS_OFTEN
TestTown = Town.TestCase
TestTownWithAgeGroups = TownWithAgeGroups.TestCase
