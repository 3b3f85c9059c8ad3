"""Short words for the outbox, shared by its tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import select

from domain.model.messages import Channel, Outgoing
from domain.store import outbox
from domain.store.outbox import Parcel
from domain.store.session import Sessions
from domain.store.tables.messages import Outbox

#: Monday 3 March 2025, nine o'clock in France.
NINE: Final = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)
EITHER: Final = (Channel.CHAT, Channel.EMAIL)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def post(
    sessions: Sessions,
    key: str,
    *,
    to: str = "7314",
    by: Channel = Channel.CHAT,
    at: datetime = NINE,
    expires_at: datetime | None = None,
    message: Outgoing | None = None,
) -> bool:
    with sessions.begin() as session:
        return outbox.post(
            session,
            key=key,
            kind="answer",
            channel=by,
            address=to,
            message=message or Outgoing(f"texte {key}"),
            now=at,
            expires_at=expires_at,
        )


def take(sessions: Sessions, at: datetime = NINE, limit: int = 16) -> Sequence[Parcel]:
    with sessions.begin() as session:
        return outbox.take_due(session, channels=EITHER, now=at, limit=limit)


def settle(sessions: Sessions, parcel: Parcel, sent_id: str = "1", at: datetime = NINE) -> None:
    with sessions.begin() as session:
        outbox.settle(session, parcel.id, sent_id=sent_id, now=at)


def keys(parcels: Sequence[Parcel]) -> list[str]:
    return [parcel.key for parcel in parcels]


def row(sessions: Sessions, key: str) -> Outbox:
    with sessions.reading() as session:
        return session.scalars(select(Outbox).where(Outbox.key == key)).one()


def next_due(sessions: Sessions) -> datetime | None:
    with sessions.reading() as session:
        return outbox.next_due(session, EITHER)
