"""What a family may ask to see: its coming days, its requests, children and invoices, and how to write to us."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from domain.letters import labels
from domain.letters.catalogue.enquiries import ChildrenShown, Planning, RequestsShown
from domain.letters.catalogue.guidance import Help
from domain.letters.catalogue.invoices import InvoiceShown, InvoicesShown
from domain.services import cards
from domain.services.turn import Parent
from domain.store import queries, waiting
from domain.store.tables.invoices import Invoice

#: How far `/planning` looks ahead, and how many days it lists at most.
_AHEAD: Final = timedelta(days=60)
_MOST_DAYS: Final = 40

_DAYS_PER_YEAR: Final = 365.25


def planning(parent: Parent) -> Planning:
    """List the coming days of each child."""
    turn = parent.turn
    today = turn.structure.day_of(turn.asked_at)
    rows = queries.coming(turn.session, parent.family.id, today, today + _AHEAD)
    ranks = waiting.ranks(turn.session, turn.structure, rows[:_MOST_DAYS])
    items = [(row.child_id, cards.shown(turn.structure, row, ranks.get(row.id))) for row in rows[:_MOST_DAYS]]
    listed = tuple(
        (child.first_name, tuple(item for owner, item in items if owner == child.id))
        for child in parent.family.children
    )
    return Planning(children=listed, more=max(len(rows) - _MOST_DAYS, 0), queued=bool(ranks))


def requests(parent: Parent) -> RequestsShown:
    """List what still waits for the office, and what waits for a place."""
    turn = parent.turn
    listed = tuple(
        (
            row.id,
            turn.structure.local(row.promised_by),
            tuple(cards.item_of_line(turn, line) for line in row.lines if line.outcome is None),
        )
        for row in queries.open_requests(turn.session, parent.family.id)
    )
    rows = waiting.of_family(turn.session, parent.family.id)
    ranks = waiting.ranks(turn.session, turn.structure, rows)
    queued = tuple(cards.shown(turn.structure, row, ranks.get(row.id)) for row in rows)
    return RequestsShown(requests=listed, queued=queued)


def children(parent: Parent) -> ChildrenShown:
    """List the family's children with age and site."""
    structure = parent.turn.structure
    today = structure.day_of(parent.turn.asked_at)
    ages = {
        child.id: int((today - child.birth_date).days / _DAYS_PER_YEAR) if child.birth_date else None
        for child in parent.family.children
    }
    rows = tuple((c.first_name, ages[c.id], structure.site(c.site).name) for c in parent.family.children)
    return ChildrenShown(children=rows)


def invoices(parent: Parent) -> InvoicesShown:
    """List the family's last twelve invoices."""
    rows = parent.turn.session.scalars(
        select(Invoice)
        .where(Invoice.family_id == parent.family.id, Invoice.status == "issued")
        .order_by(Invoice.month.desc())
        .limit(12)
    )
    shown = tuple(
        InvoiceShown(row.number, row.month, row.total_cents, row.paid_cents, row.due_on)
        for row in rows
        if row.number and row.due_on
    )
    return InvoicesShown(invoices=shown)


def how_to(parent: Parent) -> Help:
    """Say what one may write."""
    return Help(example_child=labels.example_child(parent.family))
