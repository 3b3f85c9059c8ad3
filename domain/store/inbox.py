"""Inbound exactly once: stored first, confirmed to the outside next, handled and marked in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store.conflicts import insert
from domain.store.tables import Inbox, InboxAlias

#: After so many failed tries a message is set aside for a person.
GIVE_UP_AFTER: Final = 3

_NEW: Final[ColumnElement[str]] = literal_column("'new'")  # in so many letters, for the partial index


def store(  # noqa: PLR0913 - the facts of one message
    session: Session, *, key: str, channel: Channel, raw: bytes, received_at: datetime, now: datetime, alias: str = ""
) -> Inbox:
    """Keep a message as it came; return its row, the old one when `key` was already stored."""
    message = insert(session, Inbox).values(key=key, channel=channel, raw=raw, received_at=received_at, stored_at=now)
    session.execute(message.on_conflict_do_nothing(index_elements=[Inbox.key]))
    row = session.scalars(select(Inbox).where(Inbox.key == key)).one()
    if alias:
        other_name = insert(session, InboxAlias).values(alias=alias, inbox_id=row.id)
        session.execute(other_name.on_conflict_do_nothing(index_elements=[InboxAlias.alias]))
    return row


def seen(session: Session, alias: str) -> Inbox | None:
    """Return the row known under `alias`, if any."""
    return session.scalar(select(Inbox).join(InboxAlias).where(InboxAlias.alias == alias))


def pending(session: Session, channel: Channel) -> Sequence[Inbox]:
    """Return what was stored and never finished, in the order of arrival."""
    return session.scalars(select(Inbox).where(Inbox.channel == channel, Inbox.state == _NEW).order_by(Inbox.id)).all()


def begin(session: Session, key: str) -> bool:
    """Take `key` for handling, under lock; False when it was finished already (or set aside).

    A key that was never stored (a line typed at the command line) is always taken.
    """
    row = _locked(session, key)
    return row is None or row.state == "new"


def finish(session: Session, key: str, *, outcome: str, now: datetime, ref: str = "") -> None:
    """Mark `key` handled, in the transaction of its effect; `ref` names the chat message, for later edits."""
    row = session.scalar(select(Inbox).where(Inbox.key == key))
    if row is not None:
        row.state, row.outcome, row.done_at, row.ref = "done", outcome, now, ref


def outcome_of(session: Session, ref: str) -> str | None:
    """Return what became of the chat message `ref` when it was last handled; None when it never was."""
    latest = select(Inbox.outcome).where(Inbox.ref == ref, Inbox.state == "done").order_by(Inbox.id.desc()).limit(1)
    return session.scalar(latest)


def failed(session: Session, key: str, *, error: str, now: datetime) -> bool:
    """Count a failed try (`error` is a class name, never the text); True when it is now set aside for good."""
    row = _locked(session, key)
    if row is None or row.state != "new":
        return False
    row.attempts += 1
    row.outcome = error
    if row.attempts >= GIVE_UP_AFTER:
        row.state, row.done_at = "failed", now
    return row.state == "failed"


def _locked(session: Session, key: str) -> Inbox | None:
    """Lock the row and read it anew: another process may have changed it while we waited."""
    query = select(Inbox).where(Inbox.key == key).with_for_update()
    return session.scalar(query, execution_options={"populate_existing": True})
