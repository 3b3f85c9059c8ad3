"""Outbound at least once: posted with the fact, leased to one sender, settled, put off or given up.

Facts and what expires go by the program's clock (`now`); leases and back-offs by the machine's own (`wall`), which
neither a trial's clock (PREAU_NOW) nor a restart sets back.

The partial indexes hold `state = 'queued'`, so the queries say it in so many letters (`_QUEUED`): a plan that a driver
prepares for any state cannot use them.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Executable, Select, bindparam, exists, func, literal_column, select, update
from sqlalchemy.orm import Session, aliased

from domain.model.messages import Button, Channel, Outgoing
from domain.store import documents, mail_ids, retries
from domain.store.conflicts import insert_once, table_of
from domain.store.documents import File
from domain.store.tables.messages import Outbox

#: How long a sender may keep a row; after that another one tries. A killed process frees its rows within it.
LEASE: Final = timedelta(seconds=20)

#: Nothing holds a new row back.
_AT_ONCE: Final = datetime(1970, 1, 1, tzinfo=UTC)

_TABLE: Final = table_of(Outbox)
_FIELDS: Final = frozenset(field.name for field in dataclasses.fields(Outgoing))
_QUEUED: Final[ColumnElement[str]] = literal_column("'queued'")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row on its way out. `edits` is resolved: the id of the chat message that is replaced."""

    id: int
    key: str
    kind: str
    family_id: int | None
    channel: Channel
    address: str
    attempts: int
    created_at: datetime
    message: Outgoing
    refusal: str = ""  # the server's code, when it refused the address for good
    mail_id: str = ""  # mail: its Message-ID up to the "@", signed
    doubts: int = 0  # so many tries ended without our knowing whether it was taken
    unsure: bool = False  # given up: it may have arrived
    file: File | None = field(default=None, repr=False)  # what goes with it, when it is to go and still there


def post(  # noqa: PLR0913 - the facts of one message
    session: Session,
    *,
    key: str,
    kind: str,
    channel: Channel,
    address: str,
    message: Outgoing,
    now: datetime,
    family_id: int | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Queue `message` once; a key that is already there changes nothing and returns False."""
    session.flush()  # the family may be as new as the message
    row = {
        "key": key,
        "kind": kind,
        "family_id": family_id,
        "channel": channel,
        "address": address,
        "payload": dataclasses.asdict(message),
        "state": "queued",
        "created_at": now,
        "due_at": now,
        "held_until": _AT_ONCE,
        "expires_at": expires_at,
    }
    return session.scalar(_post(session.get_bind().dialect.name), row) is not None


@functools.cache
def _post(dialect: str) -> Executable:
    return insert_once(dialect, _TABLE, "key").returning(_TABLE.c.id)


def take_due(
    session: Session, *, channels: Collection[Channel], now: datetime, wall: datetime | None = None, limit: int = 16
) -> Sequence[Parcel]:
    """Lease at most `limit` due rows of each channel, and at most one per chat: words arrive in the order written.

    Mails have no such order: a mail that waits for a retry must not hold back the next one. `wall` is the machine's
    clock, by default the same as `now`.
    """
    wall = wall or now
    rows = [row for channel in channels for row in _fresh(session, channel, now, wall, limit)]
    for row in rows:
        row.held_until, row.attempts = wall + LEASE, row.attempts + 1
    secret = mail_ids.secret(session) if any(row.channel == Channel.EMAIL for row in rows) else ""
    return [_with_file(session, _parcel(session, row, secret)) for row in rows]


def keep(session: Session, parcel_ids: Collection[int], *, wall: datetime) -> None:
    """Renew the lease of what is still being sent: a slow server is no reason for a second sender."""
    held = update(Outbox).where(Outbox.id.in_(parcel_ids), Outbox.state == _QUEUED)
    session.execute(held.values(held_until=wall + LEASE))


def newest(session: Session) -> int:
    """Return the id of the row that was posted last; 0 when there is none."""
    return session.scalar(select(func.max(Outbox.id))) or 0


def posted_to(session: Session, address: str, *, after: int) -> Sequence[Parcel]:
    """Return what was posted to one address after row `after`, in order: for a reader who needs no sender."""
    rows = session.scalars(select(Outbox).where(Outbox.address == address, Outbox.id > after).order_by(Outbox.id))
    return [_parcel(session, row) for row in rows]


def settle(session: Session, parcel_id: int, *, sent_id: str, now: datetime) -> None:
    """Note that the message was handed over, under the id that the server gave it."""
    row = _queued(session, parcel_id)
    if row is not None:
        row.state, row.sent_at, row.sent_id, row.error = "sent", now, sent_id, ""


def supersede(session: Session, *, kind: str, prefix: str, chats: Collection[str]) -> None:
    """Take back chat messages of `kind` whose key begins with `prefix` and that wait still: a newer one says more."""
    waiting = (Outbox.channel == Channel.CHAT, Outbox.state == _QUEUED, Outbox.address.in_(chats))
    ours = (Outbox.kind == kind, Outbox.key.startswith(prefix, autoescape=True))
    session.execute(update(Outbox).where(*waiting, *ours).values(state="expired"))


def put_off(  # noqa: PLR0913
    session: Session,
    parcel_id: int,
    *,
    error: str,
    wall: datetime,
    after: float | None = None,
    counts: bool = True,
    unsure: bool = False,
) -> None:
    """Try again later: after `after` seconds when the server named them, else by the channel's back-off.

    `unsure` notes for good that the message may have been taken.
    """
    row = _queued(session, parcel_id)
    if row is None:
        return
    row.doubts += unsure
    if not counts:
        row.attempts = max(row.attempts - 1, 0)
    wait = after if after is not None else retries.back_off(Channel(row.channel), row.attempts)
    row.held_until, row.error = wall + timedelta(seconds=wait), error


def give_up(session: Session, parcel_id: int, *, error: str, unsure: bool = False) -> None:
    """Never try again: the address is gone, the server refused the message for good, or may have taken it."""
    row = _queued(session, parcel_id)
    if row is not None:
        row.state, row.error = "unknown" if unsure else "failed", error


def free_after_step(session: Session, channel: Channel, *, wall: datetime, beyond: timedelta) -> int:
    """Hold what is held for longer than `beyond` no longer than a lease: the machine's clock was set back meanwhile.

    A lease is left to whoever may be sending still. Return how many rows were freed.
    """
    late = _held_beyond(channel, wall + beyond)
    freed = session.scalars(update(Outbox).where(*late).values(held_until=wall + LEASE).returning(Outbox.id))
    return len(freed.all())


def is_any_held(session: Session, channel: Channel, *, until: datetime) -> bool:
    """Say whether a row of the channel is held for longer than `until`."""
    return session.scalar(select(Outbox.id).where(*_held_beyond(channel, until)).limit(1)) is not None


def _held_beyond(channel: Channel, instant: datetime) -> tuple[ColumnElement[bool], ...]:
    return Outbox.channel == channel, Outbox.state == _QUEUED, Outbox.held_until > instant


def next_due(session: Session, channels: Collection[Channel]) -> datetime | None:
    """Return from when on (machine's clock) the next row may be sent, if one is queued."""
    heads = (session.scalar(_head(channel)) for channel in channels)
    return min((due for due in heads if due is not None), default=None)


@functools.cache
def _head(channel: Channel) -> Select[datetime]:
    return _line(channel).with_only_columns(Outbox.held_until).limit(1)


@functools.cache
def _due(channel: Channel) -> Select[Outbox]:
    due = _line(channel).where(Outbox.held_until <= bindparam("wall")).limit(bindparam("most"))
    return due.with_for_update(skip_locked=True)


def _line(channel: Channel) -> Select[Outbox]:
    """Select the queued rows of a channel, soonest first; of each chat only the oldest one."""
    queued = select(Outbox).where(Outbox.channel == channel, Outbox.state == _QUEUED)
    if channel is Channel.CHAT:
        earlier = aliased(Outbox)
        before = (earlier.channel == channel, earlier.state == _QUEUED, earlier.address == Outbox.address)
        queued = queued.where(~exists().where(*before, earlier.id < Outbox.id))
    return queued.order_by(Outbox.held_until, Outbox.id)


def _fresh(session: Session, channel: Channel, now: datetime, wall: datetime, limit: int) -> Sequence[Outbox]:
    """Lock what is due and still worth sending; what is not is marked, and makes room for the next of its chat."""
    asked = {"wall": wall, "most": limit}
    while rows := session.scalars(_due(channel), asked, execution_options={"populate_existing": True}).all():
        stale = [row for row in rows if row.expires_at is not None and row.expires_at <= now]
        if not stale:
            break
        for row in stale:
            row.state = "expired"
    return rows


_ROW: Final = select(Outbox).where(Outbox.id == bindparam("parcel"), Outbox.state == _QUEUED).with_for_update()


def _queued(session: Session, parcel_id: int) -> Outbox | None:
    """Lock the row; None when another sender was quicker, or when it was erased with its family."""
    return session.scalar(_ROW, {"parcel": parcel_id}, execution_options={"populate_existing": True})


def _parcel(session: Session, row: Outbox, secret: str = "") -> Parcel:
    message = _unpack(row.payload)
    if message.edits_key and not message.edits:
        sent_id = session.scalar(select(Outbox.sent_id).where(Outbox.key == message.edits_key))
        message = dataclasses.replace(message, edits=sent_id or "")
    return Parcel(
        id=row.id,
        key=row.key,
        kind=row.kind,
        family_id=row.family_id,
        channel=Channel(row.channel),
        address=row.address,
        attempts=row.attempts,
        doubts=row.doubts,
        created_at=row.created_at,
        message=message,
        mail_id=mail_ids.mail_id(secret, row.id, row.key) if secret and row.channel == Channel.EMAIL else "",
    )


def _with_file(session: Session, parcel: Parcel) -> Parcel:
    number = parcel.message.file
    return dataclasses.replace(parcel, file=documents.file_of(session, number)) if number else parcel


def _unpack(payload: dict[str, Any]) -> Outgoing:
    """Read a message back; one that an older program wrote may name what is no longer there."""
    fields = {name: payload[name] for name in _FIELDS & payload.keys()}
    rows = payload.get("buttons", ())
    fields["buttons"] = tuple(tuple(Button(button["label"], button["data"]) for button in row) for row in rows)
    fields["references"] = tuple(payload.get("references", ()))
    fields["instead"] = _unpack(payload["instead"]) if payload.get("instead") else None
    return Outgoing(**fields)
