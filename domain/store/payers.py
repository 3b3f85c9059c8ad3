"""Who pays: what prices depend on of a family, and which of its bookings an issued invoice holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, false, select
from sqlalchemy.orm import Session, aliased

from domain.model.tariff import Aid, Payer
from domain.store.tables.invoices import Invoice, InvoiceLine
from domain.store.tables.people import Child, Family, Quotient
from domain.store.tables.requests import Request


def payers_of(session: Session, children: Collection[int], before: datetime | None = None) -> Mapping[int, Payer]:
    """Return who pays, by the id of each child of the families that `children` belong to; two queries.

    Whether a family had asked for nothing `before` is looked up where that is said.
    """
    rows = session.execute(_people(children, before)).all()
    ages: dict[int, list[tuple[date, int]]] = {}
    for child, born, family, *_ in rows:
        ages.setdefault(family, []).append((born or date.max, child))
    history = _quotients(session, ages)
    payers = {
        family: Payer(
            quotients=tuple(history.get(family, ())),
            resident=resident,
            aid=Aid(cents, percent) if cents or percent else None,
            children=tuple(child for _, child in sorted(ages[family])),
            newcomer=bool(first),
        )
        for _, _, family, resident, cents, percent, first in rows
    }
    return {child: payers[family] for child, _, family, *_ in rows}


def _people(children: Collection[int], before: datetime | None) -> Select[*tuple[Any, ...]]:
    """Return every child of the families of `children`, with what is known of its family."""
    asked = aliased(Child)
    mine = select(asked.family_id).where(asked.id.in_(children))
    newcomer: ColumnElement[bool] = false()
    if before is not None:
        newcomer = ~exists().where(Request.family_id == Family.id, Request.received_at < before)
    return (
        select(Child.id, Child.birth_date, Family.id, Family.resident, Family.aid_cents, Family.aid_percent, newcomer)
        .join(Family, Family.id == Child.family_id)
        .where(Family.id.in_(mine))
    )


def invoiced(session: Session, bookings: Collection[int]) -> Collection[int]:
    """Return which of `bookings` stand on an issued invoice: they never change again."""
    lines = select(InvoiceLine.booking_id).join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    return set(session.scalars(lines.where(InvoiceLine.booking_id.in_(bookings), Invoice.status == "issued")))


def _quotients(session: Session, families: Collection[int]) -> dict[int, list[tuple[date, int]]]:
    rows = session.execute(
        select(Quotient.family_id, Quotient.valid_from, Quotient.value)
        .where(Quotient.family_id.in_(families))
        .order_by(Quotient.valid_from)
    )
    history: dict[int, list[tuple[date, int]]] = {}
    for family, since, value in rows:
        history.setdefault(family, []).append((since, value))
    return history
