"""Waiting lists by criteria ask no further question, and look at nobody but those who wait and their families' day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.standing import Asking, Priority
from domain.model.state import State
from domain.store import births, waiting
from domain.store.payers import payers_of
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family, Guardian
from domain.store.tables.requests import Request
from tests.rules.world import WORLD
from tests.store.posting import NINE
from tests.store.test_query_plans import Statement, plan, selects

TOWN: Final = replace(WORLD, approval=replace(WORLD.approval, waitlist_priority=tuple(Priority)))
TUESDAY: Final = date(2025, 3, 4)
LUNCH: Final = TOWN.pools_at(Slot("MIDI", TUESDAY, "EUROPA"))
ASKING: Final = Asking(NINE, (date(2019, 9, 14), date(2020, 2, 29)))
FAMILIES: Final = 500
DAYS: Final = 40


@pytest.fixture
def old(database: Sessions) -> Sessions:
    """Five hundred families and their bookings of 40 days, 20,000, of which 100 wait for lunch on 4 March."""
    families = range(1, FAMILIES + 1)
    with database.begin() as session:
        session.execute(insert(Family), [{"id": n, "key": f"f{n}", "created_at": NINE} for n in families])
        session.execute(insert(Guardian), [{"id": 1, "family_id": 1, "first_name": "Marie", "last_name": "D"}])
        session.execute(insert(Child), [_of(n, id=n, first_name="Zoé", last_name="D", position=0) for n in families])
        session.execute(insert(Booking), [_booking(n, day) for n in families for day in range(DAYS)])
        session.execute(insert(Request), [_request(n) for n in families for _ in range(10)])
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return database


def _of(family: int, **facts: object) -> dict[str, object]:
    return {"family_id": family, "site": "EUROPA", **facts}


def _booking(family: int, number: int) -> dict[str, object]:
    day = date(2025, 2, 17) + timedelta(days=number)
    waits = day == TUESDAY and family % 5 == 0
    state = State.WAITLISTED if waits else State.CONFIRMED
    return _of(family, child_id=family, activity="MIDI", day=day, state=state, source="chat", received_at=NINE)


def _request(family: int) -> dict[str, object]:
    moments = {"received_at": NINE, "promised_by": NINE}
    return {"family_id": family, "channel": "chat", "source_key": "", "guardian_id": 1, "address": "7", **moments}


def whole_scans(sessions: Sessions, statement: Statement) -> list[str]:
    """Return the steps of a statement's plan that read all of a large table."""
    whole = ("Seq Scan on booking", "SCAN booking", "Seq Scan on request", "SCAN request")
    return [line for line in plan(sessions, statement) if line.strip(" ->").startswith(whole)]


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda session: births.coming(session, [1, 2, 3], TUESDAY), id="what is still to come"),
        pytest.param(lambda session: births.priced_since(session, {1, 2}, TUESDAY), id="what siblings price"),
    ],
)
def test_what_a_corrected_birth_date_concerns_is_found_by_index(
    old: Sessions, ask: Callable[[Session], object]
) -> None:
    (statement,) = selects(old, ask)

    assert not whole_scans(old, statement)


@pytest.mark.parametrize(
    ("ask", "most"),
    [
        pytest.param(lambda session: waiting.in_order(session, TOWN, LUNCH, lock=True), 1, id="in order"),
        pytest.param(lambda session: waiting.counted(session, TOWN, [LUNCH], ASKING), 2, id="places and ranks"),
        pytest.param(lambda session: payers_of(session, [1, 2], NINE), 2, id="who never asked"),
    ],
)
def test_criteria_ask_nothing_more_and_read_by_indexes(
    old: Sessions, ask: Callable[[Session], object], most: int
) -> None:
    statements = selects(old, ask)

    assert len(statements) <= most
    for statement in statements:
        assert not whole_scans(old, statement)
