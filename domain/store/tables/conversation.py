"""What is still open between a family and us: questions, what was asked last, what a person was handed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from domain.store.tables.base import Base, Id


class OpenQuestion(Base):
    """What we asked a family and what it was about; answered by a button, a number or a sentence."""

    __tablename__ = "open_question"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    source_key: Mapped[str]  # the message that is being understood
    payload: Mapped[dict[str, Any]]


class LastRequest(Base):
    """What a guardian asked last, by either channel, for a follow-up to lean on until `expires_at`.

    `payload` holds the request as built up so far and, for an edit of the last message, what that message changed.
    """

    __tablename__ = "last_request"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), primary_key=True, autoincrement=False)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    source_key: Mapped[str]
    source_ref: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime] = mapped_column(index=True)
    expires_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]]


class HandedOver(Base):
    """A message that was handed to a person: whom an answer to it goes to, and in which thread.

    `thread` holds the mail or chat message to answer and its references, `answers` who answered and when.
    """

    __tablename__ = "handed_over"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # the inbox row's
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    channel: Mapped[str]
    subject: Mapped[str]
    thread: Mapped[dict[str, Any]]
    answers: Mapped[dict[str, Any]]
