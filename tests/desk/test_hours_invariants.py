"""Whatever is asked about hours, in whatever order: places stay as they are, and money is the price of the hour."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from domain.model.state import State
from domain.rules.pricing import price
from domain.store import migrate
from domain.store.session import open_database
from domain.store.tables.bookings import Booking, BookingEvent
from domain.store.tables.requests import RequestLine
from tests.desk.office import Office

HOURS = ["17h", "17h30", "18h", "18h30"]
Rows = dict[int, tuple[str, str, object, int | None]]


class Evening(RuleBasedStateMachine):
    """Two children in the same evening, one agent; hours are changed, granted, refused and taken back."""

    @initialize()
    def both_are_booked(self) -> None:
        sessions = open_database("sqlite://")
        migrate.upgrade(sessions)
        self.office = Office(sessions)
        self.office.granted("benali", "inscrire Yasmine et Ilyès soir mardi jusqu'à 17h30")
        self.before = self.rows()

    @rule(child=st.sampled_from(["Yasmine", "Ilyès"]), hour=st.sampled_from(HOURS))
    def a_parent_gives_another_hour(self, child: str, hour: str) -> None:
        other = {number for number, row in self.rows().items() if row[0] != child}
        kept = {number: row for number, row in self.rows().items() if number in other}

        self.office.chat("benali", f"{child} partira à {hour} mardi au lieu de 16h45")
        self.office.chat("benali", "valider")
        self.office.read()

        assert {number: row for number, row in self.rows().items() if number in other} == kept

    @rule(decision=st.sampled_from(["sa", "rr"]), number=st.integers(2, 9))
    def staff_decide(self, decision: str, number: int) -> None:
        before = self.rows()
        self.office.press_data(9001, f"rr:{number}:0:0" if decision == "rr" else f"{decision}:{number}")
        self.office.read()
        after = self.rows()
        assert sum(before[number] != after[number] for number in before) <= 1

    @rule()
    def a_parent_takes_the_last_request_back(self) -> None:
        self.office.chat("benali", "annule ma dernière demande")
        self.office.chat("benali", "vider le panier")
        assert self.office.cart("benali") == []
        self.office.read()

    @invariant()
    def the_same_bookings_hold_the_same_places(self) -> None:
        assert {number: row[:2] for number, row in self.rows().items()} == {n: r[:2] for n, r in self.before.items()}

    @invariant()
    def money_is_the_price_of_the_hour(self) -> None:
        soir = self.office.structure.activity("SOIR")
        with self.office.sessions.reading() as session:
            for row in session.scalars(select(Booking)):
                assert row.price_cents == price(soir, row.hour)

    @invariant()
    def what_waits_on_a_booking_waits_on_one_card(self) -> None:
        with self.office.sessions.reading() as session:
            open_lines = select(RequestLine.booking_id, RequestLine.wanted_hour).where(RequestLine.outcome.is_(None))
            waiting = sorted(map(tuple, session.execute(open_lines)))
            wanted = select(Booking.id, Booking.wanted_hour).where(Booking.wanted_hour.is_not(None))
            assert waiting == sorted(map(tuple, session.execute(wanted)))

    @invariant()
    def every_change_of_hour_left_its_trace(self) -> None:
        with self.office.sessions.reading() as session:
            for row in session.scalars(select(Booking)):
                events = session.scalars(
                    select(BookingEvent.reason)
                    .where(BookingEvent.booking_id == row.id, BookingEvent.move == "change")
                    .order_by(BookingEvent.id)
                ).all()
                assert f"{row.hour:%H:%M}" == (events[-1][-5:] if events else "17:30")

    def rows(self) -> Rows:
        with self.office.sessions.reading() as session:
            return {
                row.id: (row.child.first_name, State(row.state), row.hour, row.price_cents)
                for row in session.scalars(select(Booking))
            }


Evening.TestCase.settings = settings(
    max_examples=8, stateful_step_count=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestEvening = Evening.TestCase
