"""Whatever families and staff do, in whatever order: no place is sold twice, and every step leaves its trace."""

from __future__ import annotations

import dataclasses
from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from domain.model.state import ACTIVE, HOLDS_A_PLACE
from domain.store import migrate
from domain.store.session import open_database
from domain.store.tables import Booking, BookingEvent
from tests.desk.office import Office, reference_structure

CHILDREN = {"durand": "Victor", "coralis": "Zoé", "nguyen": "Anne-Lise"}
PLACES = 1

families = st.sampled_from(sorted(CHILDREN))
days = st.sampled_from(["mardi 4 mars", "jeudi 6 mars"])


class Town(RuleBasedStateMachine):
    """Three families, two days, one place a day, one agent."""

    def __init__(self) -> None:
        super().__init__()
        sessions = open_database("sqlite://")
        migrate.upgrade(sessions)
        structure = reference_structure()
        activities = tuple(
            dataclasses.replace(a, capacity=dict.fromkeys(a.capacity, PLACES)) if a.code == "MIDI" else a
            for a in structure.activities
        )
        self.office = Office(sessions, dataclasses.replace(structure, activities=activities))

    @rule(family=families, day=days)
    def a_family_books(self, family: str, day: str) -> None:
        self.say(family, f"inscrire {CHILDREN[family]} midi {day}")

    @rule(family=families, day=days)
    def a_family_cancels(self, family: str, day: str) -> None:
        self.say(family, f"annuler {CHILDREN[family]} midi {day}")

    @rule(family=families)
    def a_child_is_sick(self, family: str) -> None:
        self.office.chat(family, f"{CHILDREN[family]} est malade mardi 4 mars")
        self.collect()

    @rule(family=families)
    def it_was_a_false_alarm(self, family: str) -> None:
        self.office.chat(family, "/annuler")
        self.collect()

    @rule(label=st.sampled_from(["sa", "sx", "rr"]), number=st.integers(1, 8))
    def staff_decide(self, label: str, number: int) -> None:
        self.office.press_data(9001, f"rr:{number}:0:0" if label == "rr" else f"{label}:{number}")
        self.collect()

    def say(self, family: str, text: str) -> None:
        self.office.chat(family, text)
        self.office.chat(family, "valider")
        self.collect()

    def collect(self) -> None:
        self.office.read()

    @invariant()
    def no_place_is_sold_twice(self) -> None:
        with self.office.sessions.reading() as session:
            held = session.scalars(select(Booking).where(Booking.state.in_(HOLDS_A_PLACE)))
            by_slot = Counter((row.day, row.site, row.activity) for row in held)
        assert all(count <= PLACES for count in by_slot.values()), by_slot

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
                trace[event.booking_id] = event.after
        assert trace == states


Town.TestCase.settings = settings(
    max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTown = Town.TestCase
