"""What families ask for: a cart until it is validated, a request from then on."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.store.tables.base import Base, Id, partial_index
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family


class Cart(Base):
    """What a family asked and has not validated yet.

    `version` grows with each change: a button of an older version is stale.
    """

    __tablename__ = "cart"

    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[datetime]
    lines: Mapped[list[CartLine]] = relationship(order_by="CartLine.id")


class CartLine(Base):
    """One line of a cart; it holds no place. `source_key` is the inbox key of the message that asked for it."""

    __tablename__ = "cart_line"
    __table_args__ = (Index("uq_cart_line_slot", "family_id", "child_id", "activity", "day", unique=True),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("cart.family_id"))
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    do: Mapped[str]
    activity: Mapped[str]
    day: Mapped[date]
    hour: Mapped[time | None]
    reason: Mapped[str | None]
    exception: Mapped[str | None]  # the code of a reason that opens a late request
    source_key: Mapped[str] = mapped_column(index=True)
    source_ref: Mapped[str] = mapped_column(default="")  # the chat message it came from, for later edits
    channel: Mapped[str]
    asked_at: Mapped[datetime]
    tied: Mapped[bool] = mapped_column(default=False, server_default=false())  # a place for all children, or for none
    child: Mapped[Child] = relationship()


class Request(Base):
    """A validated cart: what staff decide and what is answered in one go. `received_at` orders the queue."""

    __tablename__ = "request"
    __table_args__ = (partial_index("ix_request_open", "received_at", where="decided_at IS NULL"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"), index=True)
    channel: Mapped[str]
    received_at: Mapped[datetime]
    promised_by: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    source_key: Mapped[str]
    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"))
    address: Mapped[str]  # where the answer goes: the chat or the mail address that asked
    card_chats: Mapped[str] = mapped_column(
        default=""
    )  # chats with a card ("<chat>", a later copy "<chat>:again:…"), joined by ","
    refusing: Mapped[str | None]  # "<staff id>:<line id or 0>" while a reason for refusal is awaited
    mail_message: Mapped[str] = mapped_column(default="")  # the Message-ID to answer in thread
    lines: Mapped[list[RequestLine]] = relationship(order_by="RequestLine.id")
    family: Mapped[Family] = relationship()


class RequestLine(Base):
    """One booking, cancellation or change of hour within a request; `outcome` is what became of it, None while open.

    `wanted_hour` makes it a change of hour: it keeps the hours and prices (cents) before and after.
    """

    __tablename__ = "request_line"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    do: Mapped[str]
    outcome: Mapped[str | None]  # the booking's state when the line was settled
    reason: Mapped[str] = mapped_column(default="")
    hour_before: Mapped[time | None]
    cents_before: Mapped[int | None]
    wanted_hour: Mapped[time | None]
    wanted_cents: Mapped[int | None]  # all in all, as told; the three below are parts of it
    wanted_surcharge_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    wanted_reduction_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    wanted_aid_cents: Mapped[int] = mapped_column(default=0, server_default="0")
    late: Mapped[bool] = mapped_column(default=False)  # a change that was asked after its limit
    exception: Mapped[str | None]  # the code of a reason given for a late line: staff decide on its proof
    booking: Mapped[Booking] = relationship()
