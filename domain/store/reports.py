"""The tables behind `preau show`: each function returns flat rows whose keys are the contract's field names.

Values are plain (text, whole cents, dates, aware instants); the command line decides how to write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from domain.model.structure import Structure
from domain.store import settings
from domain.store.cart_prices import cart_prices
from domain.store.tables.bookings import Booking
from domain.store.tables.documents import Document
from domain.store.tables.invoices import Invoice
from domain.store.tables.messages import Inbox, Outbox
from domain.store.tables.people import Child, Family, Guardian, Staff
from domain.store.tables.requests import CartLine, Request, RequestLine

Row = dict[str, Any]

#: What the office is told unasked; what families are told unasked is marked in the letter itself.
_STAFF_NOTICES: Final = ("digest", "invoices_ready")


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show: one family (its key), and days from `first` to `last`, both included; None does not limit."""

    zone: ZoneInfo
    family: str | None = None
    first: date | None = None
    last: date | None = None

    def days(self, column: InstrumentedAttribute[date]) -> list[ColumnElement[bool]]:
        """Limit a column of days."""
        limits = [(self.first, column.__ge__), (self.last, column.__le__)]
        return [compare(day) for day, compare in limits if day is not None]

    def instants(self, column: InstrumentedAttribute[datetime]) -> list[ColumnElement[bool]]:
        """Limit a column of instants to the same days of the structure's calendar."""
        end = None if self.last is None else self.last + timedelta(days=1)
        limits = [(self.first, column.__ge__), (end, column.__lt__)]
        return [compare(datetime.combine(day, time.min, self.zone)) for day, compare in limits if day is not None]

    def months(self, column: InstrumentedAttribute[str]) -> list[ColumnElement[bool]]:
        """Limit a column of months (YYYY-MM) to those that the days touch."""
        limits = [(self.first, column.__ge__), (self.last, column.__le__)]
        return [compare(f"{day:%Y-%m}") for day, compare in limits if day is not None]

    def families(self) -> list[ColumnElement[bool]]:
        """Limit to the family."""
        return [] if self.family is None else [Family.key == self.family]


def bookings(session: Session, wanted: Filter) -> list[Row]:
    """Return bookings in all their states, by day, family, child and activity."""
    query = (
        select(Booking, Family.key, Child.first_name)
        .join(Family, Family.id == Booking.family_id)
        .join(Child, Child.id == Booking.child_id)
        .where(*wanted.families(), *wanted.days(Booking.day))
        .order_by(Booking.day, Family.key, Child.first_name, Booking.activity, Booking.id)
    )
    return [
        {
            "family": family, "child": child, "site": booking.site, "activity": booking.activity,
            "date": booking.day, "hour": booking.hour, "state": booking.state, "late": booking.late,
            "price_cents": booking.price_cents, "source": booking.source, "received_at": booking.received_at,
            "decided_by": booking.decided_by, "reason": booking.reason, "surcharge_cents": booking.surcharge_cents,
            "reduction_cents": booking.reduction_cents, "aid_cents": booking.aid_cents,
        }
        for booking, family, child in session.execute(query)
    ]  # fmt: skip


def requests(session: Session, wanted: Filter) -> list[Row]:
    """Return validated requests by receipt time, with how many of their lines are still open."""
    open_lines = func.count(case((RequestLine.outcome.is_(None), 1)))
    query = (
        select(Request, Family.key, func.count(RequestLine.id), open_lines)
        .join(Family, Family.id == Request.family_id)
        .outerjoin(RequestLine, RequestLine.request_id == Request.id)
        .where(*wanted.families(), *wanted.instants(Request.received_at))
        .group_by(Request.id, Family.key)
        .order_by(Request.received_at, Request.id)
    )
    return [
        {
            "id": request.id, "family": family, "channel": request.channel, "lines": lines, "open": still_open,
            "received_at": request.received_at, "promised_by": request.promised_by,
            "decided_at": request.decided_at, "decided_by": request.decided_by,
        }
        for request, family, lines, still_open in session.execute(query)
    ]  # fmt: skip


def carts(session: Session, wanted: Filter, structure: Structure) -> list[Row]:
    """Return the lines of the carts; only a booking has a price there, as the règlement has it now."""
    query = (
        select(CartLine, Family.key, Child.first_name)
        .join(Family, Family.id == CartLine.family_id)
        .join(Child, Child.id == CartLine.child_id)
        .where(*wanted.families(), *wanted.days(CartLine.day))
        .order_by(Family.key, CartLine.id)
        .options(joinedload(CartLine.child))
    )
    rows = session.execute(query).all()
    prices = cart_prices(session, structure, [line for line, *_ in rows])
    return [
        {
            "family": family, "child": child, "activity": line.activity, "date": line.day, "hour": line.hour,
            "do": line.do, "price_cents": prices.get(line.id),
        }
        for line, family, child in rows
    ]  # fmt: skip


def documents(session: Session, wanted: Filter) -> list[Row]:
    """Return the documents of families, without the names of their files; `kept` says that the file is still there."""
    query = (
        select(Document, Family.key)
        .join(Family, Family.id == Document.family_id)
        .where(*wanted.families(), *wanted.instants(Document.received_at))
        .options(selectinload(Document.children))
        .order_by(Document.id)
    )
    return [
        {
            "number": row.id, "family": family, "children": ",".join(c.first_name for c in row.children),
            "kind": row.kind, "state": row.state, "media": row.media, "bytes": row.size,
            "received_at": row.received_at, "valid_until": row.valid_until, "decided_by": row.decided_by,
            "reason": row.reason, "kept": row.purged_at is None,
        }
        for row, family in session.execute(query)
    ]  # fmt: skip


def families(session: Session, wanted: Filter) -> list[Row]:
    """Return families with their people, in the order of import; `linked` counts guardians with a chat."""
    query = select(Family).options(
        selectinload(Family.guardians), selectinload(Family.children), selectinload(Family.quotients)
    )
    found = session.scalars(query.where(*wanted.families()).order_by(Family.id))
    return [
        {
            "family": family.key,
            "guardians": ", ".join(_name(guardian) for guardian in family.guardians),
            "emails": ", ".join(guardian.email for guardian in family.guardians if guardian.email),
            "linked": sum(guardian.chat_id is not None for guardian in family.guardians),
            "children": ", ".join(_child(child) for child in family.children),
            "resident": family.resident,
            "quotient": family.quotients[-1].value if family.quotients else None,
            "quotient_from": family.quotients[-1].valid_from if family.quotients else None,
            "aid": _aid(family),
        }
        for family in found
    ]


def invoices(session: Session, wanted: Filter) -> list[Row]:
    """Return invoices, drafts too, by month and number."""
    query = (
        select(Invoice, Family.key)
        .join(Family, Family.id == Invoice.family_id)
        .where(*wanted.families(), *wanted.months(Invoice.month))
        .order_by(Invoice.month, Invoice.number, Family.key)
    )
    return [
        {
            "number": invoice.number, "family": family, "month": invoice.month, "total_cents": invoice.total_cents,
            "paid_cents": invoice.paid_cents, "due_on": invoice.due_on, "status": invoice.status,
        }
        for invoice, family in session.execute(query)
    ]  # fmt: skip


def outbox(session: Session, wanted: Filter) -> list[Row]:
    """Return everything that left or waits to leave, without its words."""
    return _letters(session, wanted)


def notices(session: Session, wanted: Filter) -> list[Row]:
    """Return what Préau wrote by itself: reminders, digests, invoice notices."""
    return _letters(session, wanted, Outbox.payload["notice"].as_boolean() | Outbox.kind.in_(_STAFF_NOTICES))


def staff_members(session: Session) -> list[Row]:
    """Return the staff in order of name; a member without a chat cannot decide anything."""
    rows = session.scalars(select(Staff).order_by(Staff.name))
    return [{"name": each.name, "role": each.role, "linked": each.chat_id is not None} for each in rows]


def figures(session: Session, now: datetime) -> dict[str, float]:
    """Return what a watchdog wants to know, by name: what waits on its way in and out, and for how long (seconds)."""
    waiting_in = select(func.count()).select_from(Inbox).where(Inbox.state == "new")
    waiting_out = select(func.count()).select_from(Outbox).where(Outbox.state == "queued")
    oldest = session.scalar(select(func.min(Outbox.created_at)).where(Outbox.state == "queued"))
    undecided = select(func.count()).select_from(Request).where(Request.decided_at.is_(None))
    searched = settings.read(session, settings.MAIL_SEEN)
    silent = max((now - datetime.fromisoformat(searched)).total_seconds(), 0) if searched else None
    return ({} if silent is None else {"mailbox_silent_seconds": silent}) | {
        "inbox_waiting": session.scalar(waiting_in) or 0,
        "outbox_queued": session.scalar(waiting_out) or 0,
        "outbox_oldest_seconds": max((now - oldest).total_seconds(), 0) if oldest is not None else 0,
        "requests_open": session.scalar(undecided) or 0,
    }


def _letters(session: Session, wanted: Filter, *conditions: ColumnElement[bool]) -> list[Row]:
    query = (
        select(Outbox, Family.key)
        .outerjoin(Family, Family.id == Outbox.family_id)
        .where(*wanted.families(), *wanted.instants(Outbox.created_at), *conditions)
        .order_by(Outbox.id)
    )
    return [
        {
            "key": letter.key, "kind": letter.kind, "family": family, "channel": letter.channel,
            "state": letter.state, "due_at": letter.due_at, "attempts": letter.attempts,
        }
        for letter, family in session.execute(query)
    ]  # fmt: skip


def _aid(family: Family) -> str | None:
    if family.aid_percent:
        return f"{family.aid_percent}%"
    return f"{family.aid_cents / 100:.2f}" if family.aid_cents else None


def _child(child: Child) -> str:
    return f"{child.first_name} ({', '.join(filter(None, (child.site, child.school_class)))})"


def _name(guardian: Guardian) -> str:
    return f"{guardian.first_name} {guardian.last_name}"
