"""What a closing of classes asks of the database stays quick after years: indexes answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from sqlalchemy import insert, text

from domain.store import classes, closures
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking, Closure
from domain.store.tables.people import Child, Family
from tests.rules.world import WORLD
from tests.store.test_query_plans import plan, selects

_THEN: Final = datetime(2024, 1, 1, tzinfo=UTC)
_MANY: Final = 5_000
TUESDAY: Final = date(2025, 3, 4)


@pytest.fixture
def old(database: Sessions) -> Sessions:
    """Five thousand children in fifty classes of two sites, with four days each over two years."""
    numbers = range(1, _MANY + 1)
    sites = ("EUROPA", "SOETRICH")
    with database.begin() as session:
        session.execute(insert(Family), [{"id": n, "key": f"f{n}", "created_at": _THEN} for n in numbers])
        session.execute(
            insert(Child),
            [
                {"id": n, "family_id": n, "first_name": "Zoé", "last_name": "P", "site": sites[n % 2],
                 "school_class": f"CE1 {n % 50}", "position": 0}
                for n in numbers
            ],
        )  # fmt: skip
        session.execute(
            insert(Booking),
            [
                {"family_id": n, "child_id": n, "site": sites[n % 2], "activity": "MIDI",
                 "day": TUESDAY + timedelta(days=(n * 7 + k * 181) % 730), "state": "confirmed", "source": "chat",
                 "received_at": _THEN, "reason": ""}
                for n in numbers for k in range(4)
            ],
        )  # fmt: skip
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return database


def test_the_bookings_of_a_class_are_found_without_reading_all(old: Sessions) -> None:
    row = Closure(site="EUROPA", activities="", classes="CE1 2", first_day=TUESDAY, last_day=TUESDAY, reason="")

    statements = selects(old, lambda session: closures.taken_back(session, row, WORLD))
    statements += selects(old, lambda session: closures.without_class(session, row, WORLD))

    for statement in statements:
        lines = plan(old, statement)
        assert not [line for line in lines if line.startswith("SCAN booking") or "Seq Scan on booking" in line], lines


def test_the_classes_of_a_site_are_read_from_their_index(old: Sessions) -> None:
    (statement,) = selects(old, lambda session: classes.classes_at(session, "EUROPA"))

    assert any("ix_child_site_school_class" in line for line in plan(old, statement))
