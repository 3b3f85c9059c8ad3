"""The tick that looks for overdue proofs reads what awaits one, never the years of bookings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from domain.store import absences, closures
from domain.store.session import Sessions
from tests.store.posting import NINE
from tests.store.test_query_plans import plan, selects

_YEARS_OF_BOOKINGS = """
    INSERT INTO booking (family_id, child_id, site, activity, day, state, late, source, received_at, reason)
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 20000)
    SELECT f.id, c.id, 'EUROPA', 'A' || n, DATE '2025-03-03', 'confirmed', {false}, 'chat', '2025-01-01 00:00:00', ''
    FROM counted, family f, child c WHERE c.family_id = f.id"""


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda session: absences.overdue(session, NINE, 100), id="what is overdue"),
        pytest.param(
            lambda session: absences.to_remind_of(session, NINE, NINE + timedelta(days=2)), id="what to remind of"
        ),
    ],
)
def test_an_index_of_what_awaits_a_proof_answers(ask: Callable[[Session], object], database: Sessions) -> None:
    sqlite = database.engine.dialect.name == "sqlite"
    rows = _YEARS_OF_BOOKINGS.format(false="0" if sqlite else "false")
    with database.begin() as session:
        session.execute(text("INSERT INTO family (key, created_at) VALUES ('x', '2025-01-01 00:00:00')"))
        session.execute(text(
            "INSERT INTO child (family_id, first_name, last_name, site, position)"
            " SELECT id, 'Victor', 'X', 'EUROPA', 0 FROM family"
        ))  # fmt: skip
        session.execute(text(rows.replace("DATE '", "'") if sqlite else rows))
        session.execute(text("ANALYZE"))

    statements = selects(database, ask)

    lines = plan(database, statements[0])
    assert any("ix_booking_proof_due" in line for line in lines), "\n".join(lines)


def test_nothing_is_asked_about_closures_where_nothing_is_booked(database: Sessions) -> None:
    assert selects(database, lambda session: closures.standing(session, None, ())) == []  # type: ignore[arg-type]
