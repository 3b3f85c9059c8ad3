"""The schema: what the migrations build is what the tables say, once, whoever comes first."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from domain.store.migrate import ReferencesBroken, SchemaUnknown, current, is_current, newest, upgrade
from domain.store.session import Sessions, open_database
from domain.store.tables.base import Base
from tests.store.crowd import together


def set_revision(sessions: Sessions, revision: str) -> None:
    with sessions.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_the_migrations_build_exactly_the_tables_of_the_program(database: Sessions) -> None:
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_partial_indexes_are_partial_in_the_database_too(database: Sessions) -> None:
    catalogue = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'",
        "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%WHERE%'",
    }
    with database.reading() as session:
        partial = {name for name, _ in session.execute(text(catalogue[database.engine.dialect.name]))}

    expected = {
        index.name
        for table in Base.metadata.tables.values()
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }
    assert partial == expected
    assert "ix_outbox_open" in partial


def test_an_empty_database_goes_from_nothing_to_the_newest_revision(empty_url: str) -> None:
    sessions = open_database(empty_url)
    assert (current(sessions), is_current(sessions)) == (None, False)

    assert upgrade(sessions) == (None, newest())

    assert (current(sessions), is_current(sessions)) == (newest(), True)
    sessions.close()


def test_a_second_upgrade_changes_nothing(database: Sessions) -> None:
    assert upgrade(database) == (newest(), newest())


def test_processes_that_start_together_migrate_once(empty_url: str) -> None:
    def come() -> tuple[str | None, str | None]:
        sessions = open_database(empty_url)
        try:
            return upgrade(sessions)
        finally:
            sessions.close()

    assert sorted(together(come, 4), key=str) == [(newest(), newest())] * 3 + [(None, newest())]


def test_a_database_of_a_newer_program_is_refused(database: Sessions) -> None:
    set_revision(database, "9999")

    with pytest.raises(SchemaUnknown, match="9999"):
        upgrade(database)


def test_a_migration_that_fails_leaves_everything_as_it_was(empty_url: str) -> None:
    sessions = open_database(empty_url)
    with sessions.begin() as session:
        session.execute(text("CREATE TABLE setting (somebody_elses INTEGER)"))

    with pytest.raises(Exception, match="already exists"):
        upgrade(sessions)

    assert current(sessions) is None
    with sessions.engine.connect() as connection:
        assert not connection.dialect.has_table(connection, "family")
    sessions.close()


def test_a_sqlite_file_that_holds_something_is_copied_first_as_privately_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "preau.db"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE memory (words)")
        old.execute("INSERT INTO memory VALUES ('avant')")
    old.close()
    file.chmod(0o600)
    sessions = open_database(f"sqlite:///{file}")

    upgrade(sessions)
    upgrade(sessions)
    sessions.close()

    copy = tmp_path / f"preau.before-{newest()}.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with sqlite3.connect(copy) as kept:
        assert kept.execute("SELECT words FROM memory").fetchall() == [("avant",)]
    kept.close()
    assert sorted(path.name for path in tmp_path.glob("*.db")) == [copy.name, "preau.db"]


def test_a_new_sqlite_file_needs_no_copy(tmp_path: Path) -> None:
    sessions = open_database(f"sqlite:///{tmp_path / 'preau.db'}")

    upgrade(sessions)
    sessions.close()

    assert [path.name for path in tmp_path.glob("*.before-*")] == []


def test_a_migration_that_would_leave_dangling_references_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "preau.db"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE a (id PRIMARY KEY)")
        old.execute("CREATE TABLE b (a REFERENCES a)")
        old.execute("INSERT INTO b VALUES (404)")
    old.close()
    sessions = open_database(f"sqlite:///{file}")

    with pytest.raises(ReferencesBroken, match="b"):
        upgrade(sessions)

    assert current(sessions) is None
    sessions.close()


def test_foreign_keys_are_watched_again_after_a_migration(tmp_path: Path) -> None:
    sessions = open_database(f"sqlite:///{tmp_path / 'preau.db'}")

    upgrade(sessions)

    with sessions.reading() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA busy_timeout")) == 30_000
    sessions.close()
