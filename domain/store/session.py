"""The engine and its sessions: SQLite in WAL with `BEGIN IMMEDIATE`, or PostgreSQL; same code on both.

`sessions.begin()` is the unit of work of everything that writes; `sessions.reading()` never waits for a writer.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

_BUSY_TIMEOUT_MS: Final = 30_000


class Sessions:
    """Opens units of work on one database."""

    def __init__(self, engine: Engine) -> None:
        """Open sessions on `engine`."""
        self.engine = engine
        self._write = sessionmaker(engine, expire_on_commit=False)
        self._read = sessionmaker(engine.execution_options(reading=True), expire_on_commit=False)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Open one writing transaction; commit at the end, roll back on any exception."""
        with self._write.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open one reading transaction; what it did not mean to change is rolled back."""
        with self._read() as session:
            yield session
            session.rollback()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_database(url: str) -> Sessions:
    """Open the database at `url` (an SQLAlchemy URL); nothing is read or created yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return Sessions(create_engine(parsed, pool_pre_ping=True, pool_size=10, max_overflow=10))
    if parsed.database in (None, "", ":memory:"):
        engine = create_engine(parsed, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(parsed, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Sessions(engine)


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    """Take transactions into our own hands: the driver's default loses updates (reading before BEGIN)."""
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
