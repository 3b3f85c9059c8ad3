"""Every tick asks for the waiting list: after years of bookings it still reads only those who wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.pools import Ages, CapacityPool, Pool
from domain.store import places, queries, waiting
from domain.store.session import Sessions
from tests.rules.world import WORLD
from tests.store.posting import NINE
from tests.store.test_query_plans import plan, selects

_FAMILY: Final = "INSERT INTO family (id, key, created_at) VALUES (1, 'durand', '2024-01-01')"
_CHILD: Final = """
    INSERT INTO child (id, family_id, first_name, last_name, site, position) VALUES (1, 1, 'Zoé', 'D', 'EUROPA', 0)"""
_YEARS_OF_BOOKINGS: Final = """
    INSERT INTO booking (family_id, child_id, site, activity, day, state, late, source, received_at, reason)
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 50000)
    SELECT 1, 1, 'EUROPA', 'A' || n, '2025-03-04', CASE WHEN n % 5000 = 0 THEN 'waitlisted' ELSE 'confirmed' END,
           false, 'chat', '2024-01-01 00:00:00', '' FROM counted"""
DAY: Final = date(2025, 3, 4)
POOL: Final = Pool("A5000", DAY, "EUROPA", ("A5000",))
LITTLE: Final = replace(POOL, name="Moins de 6 ans", ages=Ages(until=6))


@pytest.fixture
def old(database: Sessions) -> Sessions:
    days = _YEARS_OF_BOOKINGS
    if database.engine.dialect.name == "postgresql":
        days = days.replace("'2025-03-04'", "DATE '2025-03-04'").replace("'2024-01-01 0", "TIMESTAMPTZ '2024-01-01 0")
    with database.begin() as session:
        for statement in (_FAMILY, _CHILD, days):
            session.execute(text(statement))
        session.execute(text("UPDATE booking SET offer_expires_at = received_at WHERE activity = 'A10000'"))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return database


@pytest.mark.parametrize(
    ("ask", "indexes"),
    [
        pytest.param(waiting.waited_for, "ix_booking_waiting", id="what anybody waits for"),
        pytest.param(lambda session: waiting.lapsing(session, NINE), "ix_booking_offer", id="offers that end"),
        pytest.param(lambda session: waiting.lapsed(session, NINE), "ix_booking_offer", id="their lines"),
        pytest.param(lambda session: waiting.in_order(session, WORLD, [POOL]), "ix_booking_", id="who waits in order"),
    ],
)
def test_an_index_of_those_who_wait_answers(old: Sessions, ask: Callable[[Session], object], indexes: str) -> None:
    (statement,) = selects(old, ask)

    lines = plan(old, statement)

    assert any(indexes in line for line in lines), lines
    assert not [line for line in lines if "Seq Scan on booking" in line or line == "SCAN booking"]


@pytest.mark.parametrize("pool", [pytest.param(POOL, id="of all"), pytest.param(LITTLE, id="of an age group")])
def test_counting_places_reads_the_index_of_the_day_and_the_few_offers(pool: Pool, old: Sessions) -> None:
    (statement,) = selects(old, lambda session: places.taken(session, [POOL, pool]))

    lines = plan(old, statement)

    assert any("ix_booking_offered" in line or "ix_booking_offer_expires_at" in line for line in lines), lines
    assert not [line for line in lines if "Seq Scan on booking" in line or line == "SCAN booking"]


@pytest.mark.parametrize("by_age", [False, True])
def test_counting_a_term_and_who_waits_is_two_statements_whatever_the_pools(by_age: bool, old: Sessions) -> None:
    group = CapacityPool("Moins de 6 ans", ("MIDI", "MATIN"), {"EUROPA": 2}, ages=Ages(until=6))
    structure = replace(WORLD, capacity_pools=(group,) if by_age else ())
    slots = [Slot(code, DAY + timedelta(weeks=n), "EUROPA") for n in range(13) for code in ("MIDI", "MATIN")]
    wanted = [structure.pools_of(slot, date(2020, 5, 5)) for slot in slots]

    statements = selects(old, lambda session: waiting.counted(session, structure, wanted))

    assert len(statements) == 2
    for statement in statements:
        lines = plan(old, statement)
        assert not [line for line in lines if "Seq Scan on booking" in line or line == "SCAN booking"]


@pytest.mark.parametrize("pool", [pytest.param(POOL, id="of all"), pytest.param(LITTLE, id="of an age group")])
def test_the_cards_to_count_anew_are_found_among_those_that_are_open(pool: Pool, old: Sessions) -> None:
    statement, *_ = selects(old, lambda session: queries.open_requests_in(session, [pool], besides="", limit=5))

    lines = plan(old, statement)

    assert any("ix_request_open" in line or "ix_booking_slot" in line for line in lines), lines
    assert not [line for line in lines if "Seq Scan on booking" in line or line == "SCAN booking"]
