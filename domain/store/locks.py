"""One at a time for the places of a day: who counts them must not be overtaken before it writes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Keeps our advisory locks apart from anybody else's in the same PostgreSQL database.
_NAMESPACE: Final = 0x50726561  # "Prea"


def lock_days(session: Session, days: Collection[date]) -> None:
    """Hold the places of `days` until the transaction ends.

    SQLite's writers are alone already (BEGIN IMMEDIATE). On PostgreSQL counting free places and taking one are two
    statements, so transactions that want places of the same day take turns by an advisory lock per day, always in
    the order of the calendar so that none waits for another in a circle.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    for day in sorted(days):
        session.execute(
            text("SELECT pg_advisory_xact_lock(:space, :day)"), {"space": _NAMESPACE, "day": day.toordinal()}
        )
