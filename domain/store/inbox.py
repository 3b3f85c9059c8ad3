"""Inbound exactly once: stored first, confirmed to the outside next, handled and marked in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, bindparam, literal_column, select, update
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store.conflicts import insert_once, table_of
from domain.store.tables.messages import Inbox, InboxAlias

#: After so many failed tries a message is set aside for a person.
GIVE_UP_AFTER: Final = 3

_NEW: Final[ColumnElement[str]] = literal_column("'new'")  # in so many letters, for the partial index

# What every message asks is built once.
_TABLE: Final = table_of(Inbox)
_ALIASES: Final = table_of(InboxAlias)
_BY_KEYS: Final = select(_TABLE.c.key, _TABLE.c.id, _TABLE.c.state, _TABLE.c.attempts).where(
    _TABLE.c.key.in_(bindparam("names"))
)
_BY_KEY: Final = select(Inbox).where(Inbox.key == bindparam("name"))
_BY_ALIASES: Final = (
    select(_ALIASES.c.alias, _TABLE.c.state, _TABLE.c.outcome)
    .join_from(_ALIASES, _TABLE)
    .where(_ALIASES.c.alias.in_(bindparam("names")))
)
_STATE: Final = select(_TABLE.c.state).where(_TABLE.c.key == bindparam("name")).with_for_update()
_FINISH: Final = (
    update(_TABLE)
    .where(_TABLE.c.key == bindparam("name"))
    .values(state="done", outcome=bindparam("what"), done_at=bindparam("now"), ref=bindparam("of"))
)
_DISMISS: Final = _FINISH.where(_TABLE.c.state == _NEW)


def store(  # noqa: PLR0913 - the facts of one message
    session: Session, *, key: str, channel: Channel, raw: bytes, received_at: datetime, now: datetime, alias: str = ""
) -> Inbox:
    """Keep a message as it came; return its row, the old one when `key` was already stored."""
    message = {"key": key, "channel": channel, "raw": raw, "received_at": received_at, "stored_at": now}
    session.execute(insert_once(session.get_bind().dialect.name, _TABLE, "key"), message)
    row = session.scalars(_BY_KEY, {"name": key}).one()
    if alias:
        other_name = {"alias": alias, "inbox_id": row.id}
        session.execute(insert_once(session.get_bind().dialect.name, _ALIASES, "alias"), other_name)
    return row


class Seen(NamedTuple):
    """What the inbox knows of a message that it keeps: its state, the tries at handling it, what became of it."""

    state: str
    attempts: int = 0
    outcome: str = ""


class Message(NamedTuple):
    """What came in, as it came; `key` names it for ever, `alias` is its place on the mail server."""

    key: str
    channel: Channel
    raw: bytes
    received_at: datetime
    alias: str


def journal(session: Session, messages: Sequence[Message], now: datetime) -> Mapping[str, Seen]:
    """Keep many messages in one transaction; return what is known of each key."""
    if not messages:
        return {}
    told = {
        m.key: {
            "key": m.key, "channel": m.channel, "raw": m.raw, "received_at": m.received_at, "stored_at": now,
        }
        for m in messages
    }  # fmt: skip
    dialect = session.get_bind().dialect.name
    session.execute(insert_once(dialect, _TABLE, "key"), list(told.values()))  # in their order, which the ids keep
    rows = session.execute(_BY_KEYS, {"names": list(told)}).all()
    ids = {row.key: row.id for row in rows}
    if names := {m.alias: ids[m.key] for m in messages if m.alias}:
        aliases = [{"alias": alias, "inbox_id": names[alias]} for alias in sorted(names)]
        session.execute(insert_once(dialect, _ALIASES, "alias"), aliases)
    return {row.key: Seen(row.state, row.attempts) for row in rows}


def seen_among(session: Session, aliases: Collection[str]) -> Mapping[str, Seen]:
    """Return what is known of the messages that have one of `aliases`, by alias."""
    rows = session.execute(_BY_ALIASES, {"names": list(aliases)})
    return {alias: Seen(state, outcome=outcome) for alias, state, outcome in rows}


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
    state = session.scalar(_STATE, {"name": key})
    return state is None or state == "new"


def finish(session: Session, key: str, *, outcome: str, now: datetime, ref: str = "") -> None:
    """Mark `key` handled, in the transaction of its effect; `ref` names the chat message, for later edits."""
    session.execute(_FINISH, {"name": key, "what": outcome, "now": now, "of": ref})


def dismiss(session: Session, key: str, *, outcome: str, now: datetime) -> None:
    """Mark `key` handled, if it was not finished already: all that is done with a message that must have no effect."""
    session.execute(_DISMISS, {"name": key, "what": outcome, "now": now, "of": ""})


def outcome_of(session: Session, ref: str) -> str | None:
    """Return what became of the chat message `ref` when it was last handled; None when it never was."""
    latest = select(Inbox.outcome).where(Inbox.ref == ref, Inbox.state == "done").order_by(Inbox.id.desc()).limit(1)
    return session.scalar(latest)


def attempt(session: Session, key: str, *, missed: int = 0) -> int:
    """Count a try before it is made, so that a message which kills the process is counted too; return how many.

    `missed` are tries before it that nobody counted.
    """
    row = _locked(session, key)
    if row is None:
        return 1 + missed
    row.attempts += 1 + missed
    return row.attempts


def failed(session: Session, key: str, *, error: str, now: datetime, tries: int | None = None) -> bool:
    """Count a failed try (`error` is a class name, never the text); True when it is now set aside for good.

    `tries` are all there were, this one included, where its caller counts them.
    """
    row = _locked(session, key)
    if row is None or row.state != "new":
        return False
    row.attempts = row.attempts + 1 if tries is None else tries
    row.outcome = error
    if row.attempts >= GIVE_UP_AFTER:
        row.state, row.done_at = "failed", now
    return row.state == "failed"


def _locked(session: Session, key: str) -> Inbox | None:
    """Lock the row and read it anew: another process may have changed it while we waited."""
    query = select(Inbox).where(Inbox.key == key).with_for_update()
    return session.scalar(query, execution_options={"populate_existing": True})
