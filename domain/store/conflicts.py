"""INSERT … ON CONFLICT: the same SQL on both databases, which SQLAlchemy spells per dialect."""

from __future__ import annotations

import functools

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from domain.store.tables.base import Base


def insert(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Begin an INSERT into `table` that can say what to do when the row is there already.

    Reading first and inserting then would be a race on PostgreSQL: the loser's whole unit of work would fail.
    """
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


@functools.cache
def insert_once(dialect: str, table: Table, key: str) -> postgresql.Insert | sqlite.Insert:
    """Return the INSERT into `table` that leaves a row alone whose `key` is there already; its values are given later.

    It is built once for each database, and on the table itself: what the ORM adds to it costs five times as much.
    """
    return insert_into(dialect, table).on_conflict_do_nothing(index_elements=[table.c[key]])


def insert_into(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Begin such an INSERT for the database of that name, passing by the ORM."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def table_of(row: type[Base]) -> Table:
    """Return the table of `row`, for statements that pass by the ORM."""
    return Base.metadata.tables[row.__tablename__]
