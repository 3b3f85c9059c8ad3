"""INSERT … ON CONFLICT: the same SQL on both databases, which SQLAlchemy spells per dialect."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from domain.store.tables import Base


def insert(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Begin an INSERT into `table` that can say what to do when the row is there already.

    Reading first and inserting then would be a race on PostgreSQL: the loser's whole unit of work would fail.
    """
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
