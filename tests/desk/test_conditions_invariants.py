"""Whatever families and staff do, in whatever order: what excludes each other is never both had, and nothing alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select

from domain.model.conditions import Maximum
from domain.model.state import HOLDS_A_PLACE, State
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import RequestLine
from tests.desk.test_conditions import with_activity
from tests.desk.test_invariants import MOST, Town, days, families
from tests.desk.waiting_list import with_places

STANDS = HOLDS_A_PLACE | {State.WAITLISTED}
WORDS = {"MATIN": "matin", "MIDI": "midi", "GOUTER": "goûter", "CREATIF": "créatif"}
some = st.lists(st.sampled_from(sorted(WORDS.values())), min_size=1, max_size=3, unique=True).map(" et ".join)


class TownWithConditions(Town):
    """Lunch or the morning, not both, and once a week; Créatif, of which there is one place, only with Goûter."""

    @initialize(order=st.permutations(range(MOST)))
    def all_want_the_same_place(self, order: list[int]) -> None:
        with_activity(self.office, "MIDI", incompatible=("MATIN",))
        with_places(self.office, 1, "CREATIF")
        self.office.with_rules(maxima=(Maximum(frozenset({"MIDI", "MATIN"}), per_week=1),))
        super().all_want_the_same_place(order)

    @rule(family=families, day=days, what=some)
    def a_family_books_several(self, family: int, day: str, what: str) -> None:
        self.say(self.key(family), f"inscrire {self.child(family)} {what} {day}")

    @rule(family=families, day=days, what=some)
    def a_family_cancels_several(self, family: int, day: str, what: str) -> None:
        self.say(self.key(family), f"annuler {self.child(family)} {what} {day}")

    @rule(number=st.integers(1, 16), grants=st.booleans())
    def staff_decide_one_line(self, number: int, *, grants: bool) -> None:
        with self.office.sessions.reading() as session:
            line = session.get(RequestLine, number)
            press = "" if line is None else f"la:{number}" if grants else f"rr:{line.request_id}:{number}:0"
        if press:
            self.office.press_data(9001, press)
            self.collect()

    @invariant()
    def what_excludes_each_other_is_never_both_had(self) -> None:
        for codes in self.had(STANDS).values():
            assert not {"MATIN", "MIDI"} <= codes

    @invariant()
    def nothing_is_granted_without_what_it_needs(self) -> None:
        beside = self.had(HOLDS_A_PLACE)
        for key, codes in self.had({State.CONFIRMED}).items():
            assert "CREATIF" not in codes or "GOUTER" in beside[key]

    @invariant()
    def nobody_comes_more_often_than_the_maximum(self) -> None:
        often = Counter(child for (child, _), codes in self.had(STANDS).items() for _ in codes & {"MIDI", "MATIN"})
        assert all(times <= 1 for times in often.values()), often

    def had(self, states: set[State] | frozenset[State]) -> dict[tuple[int, object], set[str]]:
        """Return what each child has on each day in one of `states`."""
        found: dict[tuple[int, object], set[str]] = {}
        with self.office.sessions.reading() as session:
            for row in session.scalars(select(Booking).where(Booking.state.in_(states))):
                found.setdefault((row.child_id, row.day), set()).add(row.activity)
        return found


TownWithConditions.TestCase.settings = settings(
    max_examples=15, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestTownWithConditions = TownWithConditions.TestCase
