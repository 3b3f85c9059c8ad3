"""Alembic's way in, on the connection and in the transaction of `domain.store.migrate`; there is no alembic.ini."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from domain.store.tables.base import Base


def plain_types(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write a column type as SQLAlchemy's own: a revision must outlive the types of `domain.store.types`."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
    render_item=plain_types,
)
with context.begin_transaction():
    context.run_migrations()
