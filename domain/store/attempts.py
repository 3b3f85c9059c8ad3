"""How often fetching a mail was begun, counted before each try: what kills the process must not do so for ever."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Executable, delete, select
from sqlalchemy.orm import Session

from domain.store.conflicts import insert_into, table_of
from domain.store.tables.messages import MailAttempt

_TABLE: Final = table_of(MailAttempt)


def count(session: Session, places: Collection[str], now: datetime) -> None:
    """Count one more try for each of `places` (a mailbox, UIDVALIDITY and UID); commit it before the try."""
    if not places:
        return
    tried = [{"place": place, "attempts": 1, "tried_at": now} for place in sorted(places)]
    session.execute(_count(session.get_bind().dialect.name), tried)


@functools.cache
def _count(dialect: str) -> Executable:
    tried = insert_into(dialect, _TABLE)
    again = {"attempts": _TABLE.c.attempts + 1, "tried_at": tried.excluded.tried_at}
    return tried.on_conflict_do_update(index_elements=[_TABLE.c.place], set_=again)


def counted(session: Session) -> Mapping[str, int]:
    """Return the tries that nothing has ended, by place; hardly ever any."""
    rows = session.execute(select(MailAttempt.place, MailAttempt.attempts))
    return {place: tries for place, tries in rows}  # noqa: C416 - a row is not yet a pair


def forget(session: Session, places: Collection[str]) -> None:
    """Forget the tries of mails that were fetched."""
    if places:
        session.execute(delete(MailAttempt).where(MailAttempt.place.in_(list(places))))


def forget_before(session: Session, then: datetime) -> None:
    """Forget tries older than `then`: their mails are gone."""
    session.execute(delete(MailAttempt).where(MailAttempt.tried_at < then))
