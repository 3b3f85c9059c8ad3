"""Messages of ours, looked up afterwards: which one an answer is to, and how many mails went to whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store import mail_ids
from domain.store.tables.messages import Outbox

_STRANGER: Final[ColumnElement[str]] = literal_column("'stranger'")  # in so many letters, for the partial index


def replied_to(session: Session, messages: Collection[str], chat: str, *kinds: str) -> Sequence[str]:
    """Return the keys of those of `kinds` that stand in `chat` under one of the ids `messages`."""
    here = (Outbox.sent_id.in_(messages), Outbox.address == chat)
    return session.scalars(select(Outbox.key).where(*here, Outbox.kind.in_(kinds))).all()


def office_messages(session: Session, messages: Collection[str], chat: str) -> Sequence[str]:
    """Return the keys of what the office was told in `chat` under one of the ids `messages`, the first one first."""
    here = (Outbox.sent_id.in_(messages), Outbox.address == chat)
    ours = Outbox.family_id.is_(None) | (Outbox.kind == "file")
    return session.scalars(select(Outbox.key).where(*here, ours).order_by(Outbox.id)).all()


def sent_as(session: Session, ids: Sequence[str]) -> Outbox | None:
    """Return the mail of ours that the first of the Message-IDs `ids` to name one names, under lock."""
    named = mail_ids.mails_named(session, ids)
    return session.get(Outbox, named[0].id, populate_existing=True, with_for_update=True) if named else None


def mailed_since(session: Session, address: str, since: datetime) -> bool:
    """Say whether a mail left for `address` (lower case) since then."""
    mails = select(Outbox.id).where(Outbox.address == address, Outbox.created_at > since)
    sent = mails.where(Outbox.channel == Channel.EMAIL, Outbox.state.in_(("sent", "unknown"))).limit(1)
    return session.scalar(sent) is not None


def count_mails_to(session: Session, address: str, since: datetime) -> int:
    """Count the mails posted to `address` (lower case) since then."""
    mails = select(func.count()).where(Outbox.address == address, Outbox.channel == Channel.EMAIL)
    return session.scalar(mails.where(Outbox.created_at > since)) or 0


def count_mails_to_strangers(session: Session, since: datetime) -> int:
    """Count the mails posted since then to people of no family."""
    mails = select(func.count()).where(Outbox.kind == _STRANGER, Outbox.created_at > since)
    return session.scalar(mails.where(Outbox.channel == Channel.EMAIL)) or 0
