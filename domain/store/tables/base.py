"""What every table is built on: the root, the names of constraints, the identifiers, partial indexes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, BigInteger, Index, Integer, MetaData, text
from sqlalchemy.orm import DeclarativeBase

from domain.store.types import PlainText, UtcDateTime

#: A naming convention, because SQLite's batch migrations can only drop constraints that have a name.
NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

#: SQLite counts up only an INTEGER primary key; PostgreSQL gets 64 bits.
Id = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """The root of the tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it off the class
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),  # not JSONB: it refuses NUL, and nothing ever looks inside
        str: PlainText(),  # no length: a reason typed by staff or a Message-ID may be longer than any we would choose
    }


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Return an index of the rows for which the SQL `where` holds, on both databases."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))
