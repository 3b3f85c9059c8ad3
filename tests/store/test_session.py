"""The unit of work: what was committed stays, what was read is still true when it is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from domain.store.conflicts import insert
from domain.store.migrate import upgrade
from domain.store.session import Sessions, StoreFailure, open_database
from domain.store.tables.bookings import Booking
from domain.store.tables.installation import Setting
from domain.store.tables.invoices import InvoiceCounter
from domain.store.tables.people import Family
from tests.store.crowd import together
from tests.store.posting import NINE


def next_number(session: Session, year: int) -> int:
    """Take a number without gaps: make sure of the row, lock it, only then read it."""
    row = insert(session, InvoiceCounter).values(year=year, last=0)
    session.execute(row.on_conflict_do_nothing(index_elements=[InvoiceCounter.year]))
    locked = select(InvoiceCounter).where(InvoiceCounter.year == year).with_for_update()
    counter = session.scalars(locked, execution_options={"populate_existing": True}).one()
    counter.last += 1
    return counter.last


def numbers_taken_together(sessions: Sessions) -> list[int]:
    def five() -> list[int]:
        taken = []
        for _ in range(5):
            with sessions.begin() as session:
                taken.append(next_number(session, 2025))
        return taken

    return sorted(number for numbers in together(five) for number in numbers)


def set_value(sessions: Sessions, value: str) -> None:
    with sessions.begin() as session:
        session.merge(Setting(name="a", value=value))


def value(session: Session) -> str | None:
    return session.scalar(select(Setting.value).where(Setting.name == "a"))


def family_since(sessions: Sessions, created_at: datetime) -> datetime:
    with sessions.begin() as session:
        session.add(Family(key="durand", created_at=created_at))
        session.flush()
        kept = session.scalars(select(Family.created_at)).one()
        session.rollback()
    return kept


def test_eight_threads_take_invoice_numbers_without_gap_or_double(database: Sessions) -> None:
    assert numbers_taken_together(database) == list(range(1, 41))


def test_a_number_whose_invoice_failed_is_taken_by_the_next(database: Sessions) -> None:
    def number_and_fail() -> None:
        with database.begin() as session:
            next_number(session, 2025)
            raise KeyError

    with pytest.raises(KeyError):
        number_and_fail()

    with database.begin() as session:
        assert next_number(session, 2025) == 1


def test_the_last_place_is_sold_once(database: Sessions) -> None:
    def want() -> bool:
        with database.begin() as session:
            free = next_number(session, 2025) <= 1
            if not free:
                session.rollback()
            return free

    assert sorted(together(want)) == [False] * 7 + [True]


def test_a_reader_sees_one_moment_and_waits_for_no_writer(database: Sessions) -> None:
    set_value(database, "before")
    with database.reading() as reader:
        assert value(reader) == "before"
        with database.begin() as writer:
            writer.merge(Setting(name="a", value="after"))
            writer.flush()
            assert value(reader) == "before"
        assert value(reader) == "before"

    with database.reading() as reader:
        assert value(reader) == "after"


def test_a_reader_changes_nothing(database: Sessions) -> None:
    with database.reading() as session:
        session.add(Setting(name="a", value="tried"))
        session.flush()

    with database.reading() as session:
        assert value(session) is None


def test_rows_that_point_nowhere_are_refused(database: Sessions) -> None:
    booking = Booking(
        family_id=404,
        child_id=404,
        site="centre",
        activity="MIDI",
        day=NINE.date(),
        state="requested",
        source="chat",
        received_at=NINE,
    )
    with pytest.raises(IntegrityError), database.begin() as session:
        session.add(booking)


def test_a_naive_instant_is_refused(database: Sessions) -> None:
    naive = NINE.replace(tzinfo=None)

    with pytest.raises(StatementError, match="naive"):
        family_since(database, naive)


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    local=st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001 - made aware
    offset=st.integers(-14 * 60, 14 * 60),
)
def test_an_instant_comes_back_as_the_same_instant_in_utc(database: Sessions, local: datetime, offset: int) -> None:
    instant = local.replace(tzinfo=timezone(timedelta(minutes=offset)))

    kept = family_since(database, instant)

    assert (kept, kept.tzinfo) == (instant, UTC)


def test_text_no_database_can_hold_is_cleaned_rather_than_fatal(database: Sessions) -> None:
    set_value(database, "Été\0 \ud83d fin")

    with database.reading() as session:
        assert value(session) == "Été ? fin"


def test_a_long_reason_is_kept_whole(database: Sessions) -> None:
    set_value(database, "é" * 4096)

    with database.reading() as session:
        assert value(session) == "é" * 4096


def test_an_error_does_not_repeat_what_people_wrote(database: Sessions) -> None:
    with pytest.raises(StoreFailure) as caught, database.begin() as session:
        session.execute(text("SELECT nothing FROM nowhere WHERE a = :a"), {"a": "Léa a la varicelle"})

    assert "varicelle" not in str(caught.value)


def test_sqlite_keeps_its_promises(tmp_path: Path) -> None:
    sessions = open_database(f"sqlite:///{tmp_path / 'preau.db'}")
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")

    for open_one in (sessions.begin, sessions.reading):
        with open_one() as session:
            found = [session.scalar(text(f"PRAGMA {name}")) for name in names]
        assert found == ["wal", 2, 1, 30_000]
    sessions.close()


def test_many_processes_may_open_a_new_sqlite_file_at_once(tmp_path: Path) -> None:
    def come() -> None:
        sessions = open_database(f"sqlite:///{tmp_path / 'preau.db'}")
        with sessions.begin() as session:
            session.execute(text("CREATE TABLE IF NOT EXISTS a (b)"))
        sessions.close()

    together(come)


def test_postgresql_locks_rows_and_does_not_wait_for_ever(postgresql_server: str) -> None:
    sessions = open_database(f"{postgresql_server}/postgres".replace("postgresql+psycopg", "postgresql"))
    names = ("transaction_isolation", "lock_timeout", "idle_in_transaction_session_timeout")
    with sessions.begin() as session:
        assert [session.scalar(text(f"SHOW {name}")) for name in names] == ["read committed", "30s", "1min"]
    with sessions.reading() as session:
        assert session.scalar(text("SHOW transaction_isolation")) == "repeatable read"
    sessions.close()


def test_any_other_database_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="mysql"):
        open_database("mysql://localhost/preau")


def test_a_database_in_memory_serves_several_threads() -> None:
    sessions = open_database("sqlite://")
    upgrade(sessions)

    assert numbers_taken_together(sessions) == list(range(1, 41))
