"""Bring a database to the newest schema, once, however many processes start at the same time.

The whole way is one transaction, so a failed migration leaves the database as it was. The first process holds the
lock (`BEGIN IMMEDIATE`, or an advisory lock on PostgreSQL); the next ones wait and then find nothing left to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.pool import StaticPool

from domain.errors import DomainError
from domain.store.session import Sessions

#: Any number will do, as long as nobody else on the server takes it ("PREAU" in bytes).
_ADVISORY_LOCK: Final = int.from_bytes(b"PREAU")

_PATIENCE_MS: Final = 15 * 60 * 1000  # another process may be copying millions of rows


class SchemaUnknown(DomainError):
    """The database stands at a revision that this program does not know: a newer program wrote it."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the database is at revision {revision!r}, which this version does not know")
        self.revision = revision


class ReferencesBroken(DomainError):
    """After a migration, rows point to rows that are not there; the migration was rolled back."""

    def __init__(self, tables: set[str]) -> None:
        super().__init__(f"foreign keys point nowhere in: {', '.join(sorted(tables))}")
        self.tables = tables


def configuration() -> Config:
    """Return Alembic's configuration; the revisions lie in this package."""
    config = Config()
    config.set_main_option("script_location", "domain.store:migrations")
    return config


def newest() -> str | None:
    """Return the newest revision that this program knows."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def current(sessions: Sessions) -> str | None:
    """Return the revision of the database; None when it is empty."""
    with sessions.reading() as session:
        return _revision(session.connection())


def is_current(sessions: Sessions) -> bool:
    """Return whether the database has the tables that this program expects."""
    return current(sessions) == newest()


def upgrade(sessions: Sessions) -> tuple[str | None, str | None]:
    """Bring the database to the newest schema; return the revisions (from, to), equal when there was nothing to do.

    A SQLite file that holds something is first copied beside itself, as `<name>.before-<revision>.db`.

    Raises:
        SchemaUnknown: a newer program was here.
        ReferencesBroken: the migration would have left dangling references.

    """
    target = newest()
    with _alone(sessions.engine) as connection:
        before = _revision(connection)
        if before == target:
            return before, target
        if before is not None:
            _refuse_unknown(before)
        _copy_beside(sessions.engine, connection, target)
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_references(connection)
    return before, target


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Open the one transaction that may change tables; everyone else waits."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            with _relaxed(connection), connection.begin():
                yield connection
        else:
            with connection.begin():
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_PATIENCE_MS}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
                yield connection


@contextmanager
def _relaxed(connection: Connection) -> Iterator[None]:
    """Let SQLite wait for long and drop a table that others refer to; outside a transaction, or it is ignored.

    Batch mode copies a table and drops the old one: with foreign keys on, that deletes the rows that point to it.
    """
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - it was just connected
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}").close()
    driver.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON").close()
        driver.execute(f"PRAGMA busy_timeout={patience}").close()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_unknown(revision: str) -> None:
    try:
        ScriptDirectory.from_config(configuration()).get_revision(revision)
    except CommandError as unknown:
        raise SchemaUnknown(revision) from unknown


def _copy_beside(engine: Engine, connection: Connection, target: str | None) -> None:
    """Copy a SQLite file; through a second connection, while the first one keeps writers out."""
    in_a_file = engine.dialect.name == "sqlite" and not isinstance(engine.pool, StaticPool)
    if not in_a_file or not inspect(connection).get_table_names():
        return
    original = Path(str(engine.url.database))
    copy = original.with_name(f"{original.stem}.before-{target}.db")
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    part.touch(mode=original.stat().st_mode & 0o777)  # the copy is as private as the original
    with engine.connect() as second:
        driver = second.connection.driver_connection
        assert driver is not None  # noqa: S101 - it was just connected
        driver.execute("VACUUM INTO ?", (str(part),)).close()
    with part.open("rb") as written:
        os.fsync(written.fileno())  # VACUUM INTO leaves that to us
    part.replace(copy)


def _check_references(connection: Connection) -> None:
    """Look at every foreign key again: they were not watched while SQLite changed its tables."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise ReferencesBroken({row[0] for row in broken})
