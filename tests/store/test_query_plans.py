"""The outbox stays quick after years: what was sent is never read again to find what is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store import inbox, mail_ids, outbox
from domain.store.session import Sessions
from tests.store.posting import EITHER, NINE, keys, post, take

_YEARS_OF_MESSAGES: Final = """
    INSERT INTO outbox (key, kind, channel, address, payload, state, created_at, due_at, held_until, attempts,
                        error, sent_id)
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 100000)
    SELECT 'old:' || n, 'answer', CASE WHEN n % 2 = 0 THEN 'chat' ELSE 'email' END, 'address ' || (n % 500),
           '{}', 'sent', '2024-01-01 00:00:00', '2024-01-01 00:00:00', '2024-01-01 00:00:00', 1, '',
           'sent ' || n FROM counted"""

_YEARS_OF_ARRIVALS: Final = """
    INSERT INTO inbox (key, channel, state, outcome, ref, received_at, stored_at, attempts, raw)
    SELECT key, channel, 'done', '', '', created_at, created_at, 0, '' FROM outbox WHERE state = 'sent'"""

Statement = tuple[str, Any]


@pytest.fixture
def old(database: Sessions) -> Sessions:
    with database.begin() as session:
        session.execute(text(_YEARS_OF_MESSAGES))
        session.execute(text(_YEARS_OF_ARRIVALS))
    for number in range(50):
        post(database, f"chat:{number}", to=str(number % 10))
        post(database, f"mail:{number}", by=Channel.EMAIL)
    with database.begin() as session:
        session.execute(text("ANALYZE"))
    return database


def selects(sessions: Sessions, do: Callable[[Session], object]) -> list[Statement]:
    """Return the SELECTs that `do` sends, with their parameters."""
    seen: list[Statement] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.startswith("SELECT"):
            seen.append((statement, parameters))

    event.listen(sessions.engine, "before_cursor_execute", note)
    with sessions.begin() as session:
        do(session)
    event.remove(sessions.engine, "before_cursor_execute", note)
    return seen


def plan(sessions: Sessions, statement: Statement) -> list[str]:
    explain = "EXPLAIN QUERY PLAN" if sessions.engine.dialect.name == "sqlite" else "EXPLAIN"
    with sessions.engine.connect() as connection:
        return [str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {statement[0]}", statement[1])]


@pytest.mark.parametrize(
    ("ask", "indexes"),
    [
        pytest.param(
            lambda session: outbox.take_due(session, channels=EITHER, now=NINE), "ix_outbox_", id="taking what is due"
        ),
        pytest.param(lambda session: outbox.next_due(session, EITHER), "ix_outbox_", id="asking when the next is due"),
        pytest.param(lambda session: inbox.pending(session, Channel.CHAT), "ix_inbox_open", id="what is not handled"),
    ],
)
def test_an_index_of_what_is_open_answers(old: Sessions, ask: Callable[[Session], object], indexes: str) -> None:
    statements = [asked for asked in selects(old, ask) if "FROM setting" not in asked[0]]  # a table of a few rows

    assert statements
    for statement in statements:
        lines = plan(old, statement)
        assert any(indexes in line for line in lines), lines
        assert not [line for line in lines if line.startswith("SCAN") or "Seq Scan" in line]


def test_the_mails_of_a_thread_are_found_among_a_hundred_thousand(old: Sessions) -> None:
    ids = (f"<preau.4.{'0f' * 16}@prea.test>", "<preau.0f@prea.test>", "<other@example.org>")
    (statement,) = selects(old, lambda session: mail_ids.mails_named(session, ids))

    assert not [line for line in plan(old, statement) if line.startswith("SCAN") or "Seq Scan on outbox" in line]


def test_what_is_due_is_found_among_a_hundred_thousand(old: Sessions) -> None:
    found = keys(take(old, limit=5))

    assert found == [f"chat:{number}" for number in range(5)] + [f"mail:{number}" for number in range(5)]
