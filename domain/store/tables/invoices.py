"""What is billed: a family's invoice of a month, its lines, and the count of invoice numbers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.store.tables.base import Base, Id
from domain.store.tables.people import Family


class Invoice(Base):
    """A month's invoice of a family: draft until issued, then numbered and immutable."""

    __tablename__ = "invoice"
    __table_args__ = (Index("uq_invoice_family_id_month", "family_id", "month", unique=True),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("family.id"))
    month: Mapped[str] = mapped_column(String(7), index=True)  # YYYY-MM
    status: Mapped[str]  # draft | issued
    number: Mapped[str | None] = mapped_column(unique=True)
    total_cents: Mapped[int]
    paid_cents: Mapped[int] = mapped_column(default=0)
    issued_on: Mapped[date | None]
    due_on: Mapped[date | None]
    lines: Mapped[list[InvoiceLine]] = relationship(order_by="InvoiceLine.id")
    family: Mapped[Family] = relationship()


class InvoiceLine(Base):
    """A part of one billed booking on an invoice, with the price used (cents) and the words it was shown with.

    A booking's care, the supplement for lateness and the aid (below 0) are lines of their own; they add up to its
    price.
    """

    __tablename__ = "invoice_line"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"), index=True)
    child: Mapped[str]
    activity: Mapped[str]
    day: Mapped[date]
    state: Mapped[str]
    part: Mapped[str] = mapped_column(default="care", server_default="care")  # care | surcharge | aid
    cents: Mapped[int]


class InvoiceCounter(Base):
    """The gapless count of invoice numbers, taken under lock, by year of issue."""

    __tablename__ = "invoice_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
