"""What holds for every line, whatever a family has booked and whenever it asks."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model.state import ACTIVE, State
from domain.model.verdict import ACCEPTED, Booked, Code, Facts, Line
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from tests.rules.world import LUKA, VICTOR, WORLD, counted

CHILDREN = st.sampled_from([VICTOR, LUKA])
ACTIVITIES = st.sampled_from(WORLD.activities)
DAYS = st.dates(WORLD.year.start, WORLD.year.end) | st.dates()
INSTANTS = st.datetimes(datetime(2024, 7, 1), datetime(2025, 9, 1), timezones=st.just(UTC))  # noqa: DTZ001 - UTC is added
STATES = st.sampled_from(State)
LINES = st.builds(
    Line,
    do=st.sampled_from(Do),
    child=CHILDREN,
    activity=ACTIVITIES,
    day=DAYS,
    hour=st.none() | st.times(),
    reason=st.none() | st.sampled_from(Reason),
)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Line, Facts]:
    """Draw a line, and a world in which its day is often booked, full, or about to be cancelled."""
    line = draw(LINES)
    codes = st.sampled_from([activity.code for activity in WORLD.activities])
    keys = st.tuples(st.just(line.child.id), codes | st.just(line.activity.code), st.just(line.day) | DAYS)
    booking = st.builds(Booked, st.just(1), STATES, st.none(), st.none() | st.integers(0, 3000))
    places = st.dictionaries(st.just(line.slot), st.integers(-2, 2))
    return line, Facts(
        structure=WORLD,
        asked_at=draw(INSTANTS),
        places=counted(WORLD, draw(places), draw(places.map(lambda d: {slot: abs(n) for slot, n in d.items()}))),
        booked=draw(st.dictionaries(keys, booking, max_size=4)),
        adding=draw(st.frozensets(keys, max_size=3)),
        removing=draw(st.frozensets(keys, max_size=3)),
    )


@given(asked())
def test_every_line_gets_an_answer(case: tuple[Line, Facts]) -> None:
    line, facts = case
    verdict = examine(line, facts)
    assert verdict.line is line
    assert verdict.accepted == (verdict.code in ACCEPTED)
    assert verdict.closes_at is None or verdict.closes_at.utcoffset() is not None


@given(asked())
def test_no_place_is_ever_granted_twice(case: tuple[Line, Facts]) -> None:
    line, facts = case
    left = facts.places.left(facts.pools(line))
    if line.do is Do.BOOK and left is not None and left < 1:
        assert examine(line, facts).code is not Code.OK


@given(asked())
def test_nothing_is_granted_for_a_day_that_is_over(case: tuple[Line, Facts]) -> None:
    line, facts = case
    if line.day < WORLD.day_of(facts.asked_at):
        assert examine(line, facts).code is Code.NOT_OPEN


@given(asked())
def test_only_what_is_booked_can_be_cancelled_or_billed(case: tuple[Line, Facts]) -> None:
    line, facts = case
    verdict = examine(line, facts)
    if line.do is not Do.BOOK and verdict.accepted:
        booking = facts.booked[line.child.id, line.activity.code, line.day]
        assert booking.state in ACTIVE
        assert verdict.price_cents == booking.price_cents
    assert verdict.code is not Code.BILLED or line.do is not Do.BOOK
