"""Invoices: the list of a family's, the monthly notice, and the drafts that wait for the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.letters.catalogue.letter import Letter


@dataclass(frozen=True, slots=True)
class InvoiceShown:
    """One invoice in a list; money in cents."""

    number: str
    month: str
    total_cents: int
    paid_cents: int
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicesShown(Letter):
    """The family's last invoices."""

    template: ClassVar[str] = "invoices_shown"
    invoices: tuple[InvoiceShown, ...]


@dataclass(frozen=True, slots=True)
class InvoiceLineShown:
    """Days of one child and activity on an invoice: how many, at what price each, how many billed absences.

    `excused` of them are excused absences, of which the règlement keeps a share of the price.
    `part` is care, surcharge (for lateness) or aid (below 0).
    """

    child: str
    activity: str
    count: int
    cents_each: int
    absences: int
    excused: int = 0
    part: str = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceNotice(Letter):
    """The monthly notice: lines, total, number, due date, means of payment."""

    template: ClassVar[str] = "invoice_notice"
    number: str
    month: str
    lines: tuple[InvoiceLineShown, ...]
    total_cents: int
    due_on: date
    payment_means: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffInvoicesReady(Letter):
    """The month's drafts are prepared and wait for `preau invoices issue`."""

    template: ClassVar[str] = "staff_invoices_ready"
    month: str
    count: int
    total_cents: int
