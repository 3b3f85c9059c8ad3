"""What came in and what leaves, each exactly once: the inbox and the outbox."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from domain.store.tables.base import Base, Id, partial_index


class Inbox(Base):
    """Every update and every mail, stored before it is confirmed to the outside and handled exactly once.

    `key` is unique ("tg:991", "mail:<sha256>"); `alias` a second unique name (a mailbox's UID). `raw` is the update
    or the mail as it came; its words are blanked after a while.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        partial_index("ix_inbox_open", "channel", "id", where="state = 'new'"),
        partial_index("ix_inbox_words", "done_at", where="length(raw) > 0"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str]
    state: Mapped[str] = mapped_column(default="new")  # new | done | failed
    outcome: Mapped[str] = mapped_column(default="")
    ref: Mapped[str] = mapped_column(default="", index=True)  # the chat message it was, to recognise its edits
    received_at: Mapped[datetime]
    stored_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    raw: Mapped[bytes] = mapped_column(LargeBinary)


class InboxAlias(Base):
    """Another name under which an inbox row was seen (a folder, UIDVALIDITY and UID)."""

    __tablename__ = "inbox_alias"

    alias: Mapped[str] = mapped_column(primary_key=True)
    inbox_id: Mapped[int] = mapped_column(ForeignKey("inbox.id"), index=True)


class MailAttempt(Base):
    """A mail whose fetching was begun and not yet ended, by its place (a mailbox, UIDVALIDITY and UID)."""

    __tablename__ = "mail_attempt"

    place: Mapped[str] = mapped_column(primary_key=True)
    attempts: Mapped[int]
    tried_at: Mapped[datetime]


class Outbox(Base):
    """Everything that leaves, written in the transaction of the fact it tells. `key` makes it unique."""

    __tablename__ = "outbox"
    __table_args__ = (
        partial_index("ix_outbox_open", "channel", "held_until", "id", where="state = 'queued'"),
        partial_index("ix_outbox_address_open", "channel", "address", "id", where="state = 'queued'"),
        Index("ix_outbox_sent_id", "sent_id"),
        Index("ix_outbox_address", "address", "created_at"),
        partial_index("ix_outbox_stranger", "created_at", where="kind = 'stranger'"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    family_id: Mapped[int | None] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    address: Mapped[str]  # a chat's id, or a mail address
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(default="queued")  # queued | sent | failed | expired | unknown
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    held_until: Mapped[datetime]  # a lease or a back-off, by the machine's own clock: not to be sent before
    expires_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0, server_default="0")  # tries that the server may have taken
    sent_at: Mapped[datetime | None]
    sent_id: Mapped[str | None]  # the chat message's id, or the Message-ID
    error: Mapped[str] = mapped_column(default="")
