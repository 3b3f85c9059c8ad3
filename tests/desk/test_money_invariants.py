"""Whatever families and staff do, in whatever order: no cent is lost, and none is asked for twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.deadline import Late, Surcharge
from domain.model.state import BILLED, State
from domain.model.tariff import SiblingDiscount
from domain.services import billing
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice
from tests.desk.tariffs import with_late, with_tariff
from tests.desk.test_invariants import MOST, Town, days

LUNCH, HALF = 1150, 575
#: With a place, or asking for one: who waits, or will not come, makes nobody's lunch cheaper.
COUNTS = {State.REQUESTED, State.CONFIRMED, State.CANCEL_REQUESTED, State.ABSENCE_EXCUSED, State.ABSENCE_BILLED}


class TownThatBills(Town):
    """Two places a day; half price for Victor beside Séverine, half as much again when late, a tenth when excused."""

    places = 2

    @initialize(order=st.permutations(range(MOST)))
    def all_want_the_same_place(self, order: list[int]) -> None:
        self.issued: dict[str, tuple[int, ...]] = {}
        with_late(self.office, Late.SURCHARGE, Surcharge(percent=50))
        with_tariff(self.office, sibling_discount=(SiblingDiscount(2, 50),))
        absence = replace(self.office.structure.absence, kept_percent=10)
        self.office.with_rules(absence=absence)
        super().all_want_the_same_place(order)

    @rule(day=days, books=st.booleans())
    def the_elder_sister_changes_her_plans(self, day: str, *, books: bool) -> None:
        self.say("durand", f"{'inscrire' if books else 'annuler'} Séverine midi {day}")

    @precondition(lambda self: not self.issued)
    @rule()
    def the_month_is_invoiced(self) -> None:
        self.office.at("2025-04-02 09:00")
        with self.office.sessions.begin() as session:
            billing.issue(session, self.office.structure, "2025-03", self.office.clock.now())
            due = Counter[int]()
            for row in session.scalars(select(Booking)):
                due[row.family_id] += self.owed(row)
            assert {i.family_id: i.total_cents for i in session.scalars(select(Invoice))} == +due
            self.issued = self.invoices(session)

    def owed(self, row: Booking) -> int:
        """Return what the booking costs as it stands."""
        if row.state == State.ABSENCE_EXCUSED:
            return row.kept_cents or 0
        return (row.price_cents or 0) if row.state in BILLED else 0

    def invoices(self, session: Session) -> dict[str, tuple[int, ...]]:
        rows = session.scalars(select(Invoice).where(Invoice.status == billing.ISSUED))
        return {str(row.number): (row.total_cents, *(line.cents for line in row.lines)) for row in rows}

    @invariant()
    def a_price_is_the_sum_of_its_parts(self) -> None:
        with self.office.sessions.reading() as session:
            for row in session.scalars(select(Booking).where(Booking.price_cents.is_not(None))):
                assert row.price_cents == LUNCH - row.reduction_cents - row.aid_cents + row.surcharge_cents
                assert row.reduction_cents in {0, HALF}
                assert row.surcharge_cents in ({0, HALF} if row.late else {0})

    @invariant()
    def the_younger_pays_half_exactly_when_the_elder_comes_too(self) -> None:
        if self.issued:
            return
        with self.office.sessions.reading() as session:
            counting: dict[object, dict[str, int]] = defaultdict(dict)
            for row in session.scalars(select(Booking).where(Booking.state.in_(COUNTS))):
                counting[row.family_id, row.day][row.child.first_name] = row.reduction_cents
        for reductions in counting.values():
            both = {"Victor", "Séverine"} <= reductions.keys()
            assert reductions == dict.fromkeys(reductions, 0) | ({"Victor": HALF} if both else {})

    @invariant()
    def an_issued_invoice_stays_as_it_is_and_is_the_sum_of_its_lines(self) -> None:
        if not self.issued:
            return
        with self.office.sessions.reading() as session:
            assert self.invoices(session) == self.issued
        assert all(total == sum(lines) for total, *lines in self.issued.values())

    @invariant()
    def nobody_owes_for_what_was_never_granted_or_was_given_back_in_time(self) -> None:
        free = {State.REQUESTED, State.WAITLISTED, State.REFUSED, State.CANCELLED, State.WITHDRAWN}
        with self.office.sessions.reading() as session:
            assert all(not self.owed(row) for row in session.scalars(select(Booking).where(Booking.state.in_(free))))


TownThatBills.TestCase.settings = settings(
    max_examples=20, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTownThatBills = TownThatBills.TestCase
