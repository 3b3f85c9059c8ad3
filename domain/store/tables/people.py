"""Who is known: families with their guardians and children, the office, and the invitations that link them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.store.tables.base import Base, Id


class Family(Base):
    """A household, by the key the office gives it ("durand")."""

    __tablename__ = "family"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    resident: Mapped[bool | None]  # lives in the town; None: nobody has said
    aid_cents: Mapped[int | None]  # what somebody else pays of each child's day of care…
    aid_percent: Mapped[int | None]  # …or which part of it
    quotients: Mapped[list[Quotient]] = relationship(order_by="Quotient.valid_from")
    children: Mapped[list[Child]] = relationship(order_by="Child.position")
    guardians: Mapped[list[Guardian]] = relationship(order_by="Guardian.id")


class Quotient(Base):
    """A family's quotient (CAF), from the day on which it is valid until the next one."""

    __tablename__ = "quotient"

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class Guardian(Base):
    """A parent or other holder of parental authority; `chat_id` is the Telegram user's id once linked."""

    __tablename__ = "guardian"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    civility: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str]
    last_name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)  # lower case
    phone: Mapped[str] = mapped_column(default="")
    chat_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    linked_at: Mapped[datetime | None]
    shown_key: Mapped[str | None]  # the outbox row whose message carries live buttons in their chat
    chat_lost_at: Mapped[datetime | None]  # the bot was blocked: write by mail instead
    mail_lost_at: Mapped[datetime | None]  # a permanent bounce


class Child(Base):
    """A child of a family, at one site; `school_class` as the office writes it, "" where nobody has said."""

    __tablename__ = "child"
    __table_args__ = (
        Index("uq_child_family_id_first_name", "family_id", "first_name", unique=True),
        Index("ix_child_site_school_class", "site", "school_class"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    first_name: Mapped[str]
    last_name: Mapped[str]
    birth_date: Mapped[date | None]
    site: Mapped[str]
    school_class: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[int]


class Staff(Base):
    """Somebody of the office; linked by a one-time code, never by being in a group."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    chat_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    linked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class LinkCode(Base):
    """A one-time invitation; only the code's SHA-256 is kept."""

    __tablename__ = "link_code"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
