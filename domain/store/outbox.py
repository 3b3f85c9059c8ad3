"""Outbound at least once: posted with the fact, leased to one sender, settled, put off or given up."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from domain.model.messages import Button, Channel, Outgoing
from domain.store.tables import Outbox

#: How long a sender may keep a row; after that another one tries. A killed process frees its rows within it.
LEASE: Final = timedelta(seconds=20)

#: How long to wait after the first, second… failed try.
BACKOFF: Final[dict[Channel, tuple[int, ...]]] = {
    Channel.CHAT: (1, 2, 5, 10, 20, 60),
    Channel.EMAIL: (5, 15, 60, 300, 900, 3600),
}


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
    if session.scalar(select(Outbox.id).where(Outbox.key == key)) is not None:
        return False
    session.add(
        Outbox(
            key=key, kind=kind, family_id=family_id, channel=channel, address=address, payload=_pack(message),
            state="queued", created_at=now, due_at=now, expires_at=expires_at, attempts=0,
        )
    )
    session.flush()
    return True


def take_due(
    session: Session, *, channels: Collection[Channel], now: datetime, limit: int = 16
) -> Sequence[Parcel]:
    """Lease what is due, at most one row per chat so that messages arrive in the order they were written.

    Mails have no such order: a mail that waits for a retry must not hold back the next one.
    """
    earlier = aliased(Outbox)
    blocked = exists().where(
        earlier.channel == Channel.CHAT,
        earlier.address == Outbox.address,
        earlier.state == "queued",
        earlier.id < Outbox.id,
    )
    due = (
        select(Outbox)
        .where(Outbox.state == "queued", Outbox.due_at <= now, Outbox.channel.in_(channels))
        .where(or_(Outbox.channel != Channel.CHAT, ~blocked))
        .order_by(Outbox.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = session.scalars(due).all()
    for row in rows:
        row.due_at = now + LEASE
        row.attempts += 1
    return [_parcel(session, row) for row in rows if not _expire(row, now)]


def settle(session: Session, parcel_id: int, *, sent_id: str, now: datetime) -> None:
    """Note that the message was handed over, under the id that the server gave it."""
    row = session.get_one(Outbox, parcel_id)
    row.state, row.sent_at, row.sent_id, row.error = "sent", now, sent_id, ""


def put_off(  # noqa: PLR0913
    session: Session, parcel_id: int, *, error: str, now: datetime, after: float | None = None, counts: bool = True
) -> None:
    """Try again later: after `after` seconds when the server named them, else by the channel's back-off."""
    row = session.get_one(Outbox, parcel_id)
    if not counts:
        row.attempts = max(row.attempts - 1, 0)
    steps = BACKOFF[Channel(row.channel)]
    wait = after if after is not None else steps[min(row.attempts, len(steps)) - 1 if row.attempts else 0]
    row.due_at, row.error = now + timedelta(seconds=wait), error


def give_up(session: Session, parcel_id: int, *, error: str) -> None:
    """Never try again: the address is gone, or the server refused the message for good."""
    row = session.get_one(Outbox, parcel_id)
    row.state, row.error = "failed", error


def next_due(session: Session, channels: Collection[Channel]) -> datetime | None:
    """Return when the next queued row falls due, if there is one."""
    return session.scalar(
        select(func.min(Outbox.due_at)).where(Outbox.state == "queued", Outbox.channel.in_(channels))
    )


def _expire(row: Outbox, now: datetime) -> bool:
    if row.expires_at is None or row.expires_at > now:
        return False
    row.state = "expired"
    return True


def _parcel(session: Session, row: Outbox) -> Parcel:
    message = _unpack(row.payload)
    if message.edits_key and not message.edits:
        sent_id = session.scalar(select(Outbox.sent_id).where(Outbox.key == message.edits_key))
        message = dataclasses.replace(message, edits=sent_id or "")
    return Parcel(
        id=row.id, key=row.key, kind=row.kind, family_id=row.family_id, channel=Channel(row.channel),
        address=row.address, attempts=row.attempts, created_at=row.created_at, message=message,
    )


def _pack(message: Outgoing) -> dict[str, Any]:
    return dataclasses.asdict(message)


def _unpack(payload: dict[str, Any]) -> Outgoing:
    fields = dict(payload)
    fields["buttons"] = tuple(tuple(Button(**button) for button in row) for row in fields.get("buttons", ()))
    fields["references"] = tuple(fields.get("references", ()))
    return Outgoing(**fields)
