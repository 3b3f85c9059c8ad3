"""The engine and its sessions: SQLite in WAL with `BEGIN IMMEDIATE`, or PostgreSQL; same code on both.

`sessions.begin()` is the unit of work of everything that writes; `sessions.reading()` never waits for a writer and
sees one moment of the database, however many questions it asks.

Writers, SQLite: `BEGIN IMMEDIATE` lets one in at a time, so what it read is still true when it writes.

Writers, PostgreSQL: READ COMMITTED and row locks. Who must not be overtaken (the last place, an invoice number) first
locks the row that stands for the thing (`with_for_update()`, with `populate_existing` when it may be loaded already)
and reads afterwards: each statement then sees what the last holder of the lock committed. Under REPEATABLE READ or
SERIALIZABLE the ones who waited would fail instead (SQLSTATE 40001), and every door would need a retry loop.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import RLock
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session as Session  # noqa: PLC0414 - rooms without SQLAlchemy name it by ours
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import QueuePool, StaticPool

#: What a unit of work raises when the database is away, busy for too long, or refuses; for rooms without SQLAlchemy.
StoreFailure = SQLAlchemyError

_PATIENCE_SECONDS: Final = 30  # for another one's lock, on both databases

#: A process that hangs in the middle of a unit of work must not keep its locks for ever.
_POSTGRESQL_OPTIONS: Final = f"-c lock_timeout={_PATIENCE_SECONDS}s -c idle_in_transaction_session_timeout=60s"


class Sessions:
    """Opens units of work on one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Open sessions on `engine`."""
        self.engine = engine
        reading = engine.execution_options(reading=True)
        if engine.dialect.name != "sqlite":
            reading = reading.execution_options(isolation_level="REPEATABLE READ")
        self._write = sessionmaker(engine, expire_on_commit=False)
        self._read = sessionmaker(reading, expire_on_commit=False)
        # SQLite lets one writer in at a time. Its others sleep and try again, longer each time, and the unlucky one
        # for seconds; ours stand in a queue. In memory all threads share one connection, so readers queue as well.
        lock = RLock() if engine.dialect.name == "sqlite" else nullcontext()
        self._writer: AbstractContextManager[object] = lock
        self._reader: AbstractContextManager[object] = lock if isinstance(engine.pool, StaticPool) else nullcontext()

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Open one writing transaction; commit at the end, roll back on any exception."""
        with self._writer, self._write.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open one reading transaction; nothing is ever committed, and the rows read may be used after it."""
        with self._reader, self._read() as session:
            yield session

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_database(url: str) -> Sessions:
    """Open the database at `url` (an SQLAlchemy URL); nothing is read or created yet.

    Raises:
        ValueError: it is neither SQLite nor PostgreSQL.

    """
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            return Sessions(_sqlite(parsed))
        case "postgresql" | "postgres":
            return Sessions(_postgresql(parsed))
        case other:
            message = f"neither SQLite nor PostgreSQL: {other!r}"
            raise ValueError(message)


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="READ COMMITTED",  # whatever the server's default says
        pool_pre_ping=True,
        hide_parameters=True,
        pool_size=10,
        max_overflow=10,
        connect_args={"connect_timeout": 10, "options": _POSTGRESQL_OPTIONS},
    )


def _sqlite(url: URL) -> Engine:
    in_memory = url.database in {None, "", ":memory:"}
    engine = create_engine(
        url,
        poolclass=StaticPool if in_memory else QueuePool,
        hide_parameters=True,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    """Take transactions into our own hands: the driver's default loses updates (reading before BEGIN)."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={_PATIENCE_SECONDS * 1000}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()
    _switch_to_wal(connection)


def _switch_to_wal(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
    """Switch the file to WAL, or find that it is; when two open a new file at once SQLite fails without waiting."""
    last = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError:
            if time.monotonic() > last:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
