"""A month's invoices: drafts from what is billed, then final (numbered, immutable), then notices, each step once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.orm import Session, selectinload

from domain.letters.catalogue.invoices import InvoiceLineShown, InvoiceNotice
from domain.model.messages import Channel
from domain.model.state import BILLED, State
from domain.model.structure import Structure
from domain.rules.billing import due_on, invoice_number
from domain.services import announce
from domain.store import queries
from domain.store.conflicts import insert
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice, InvoiceCounter, InvoiceLine

DRAFT: Final = "draft"
ISSUED: Final = "issued"
CARE: Final = "care"
SURCHARGE: Final = "surcharge"
AID: Final = "aid"


def prepare(session: Session, structure: Structure, month: str, now: datetime) -> int:
    """Write or renew the drafts of `month` ("YYYY-MM"); return how many are new or have changed.

    Raises:
        ValueError: `month` is no month, or is not over yet.

    """
    first, last = _span(month)
    if structure.day_of(now) <= last:
        message = f"{month} is not over: its invoices can be prepared from {last + timedelta(days=1)}"
        raise ValueError(message)
    invoices = {row.family_id: row for row in invoices_of(session, month)}
    by_family: dict[int, list[Booking]] = {}
    for booking in _billed(session, first, last):
        by_family.setdefault(booking.family_id, []).append(booking)
    for family_id, row in invoices.items():
        if row.status == DRAFT:
            by_family.setdefault(family_id, [])
    return sum(
        _draft(session, structure, month, family_id, bookings, invoices.get(family_id))
        for family_id, bookings in sorted(by_family.items())
    )


def issue(session: Session, structure: Structure, month: str, now: datetime) -> int:
    """Make the drafts of `month` final, with gapless numbers taken under lock; return how many were issued.

    Raises:
        ValueError: `month` is no month, or is not over yet.

    """
    prepare(session, structure, month, now)
    today = structure.day_of(now)
    drafts = [row for row in invoices_of(session, month) if row.status == DRAFT]
    counter = _counter(session, today.year) if drafts else None
    for row in drafts:
        if counter is not None:
            counter.last += 1
            row.number = invoice_number(structure.invoices, today, counter.last)
        row.status, row.issued_on, row.due_on = ISSUED, today, due_on(today, structure.invoices)
    session.flush()
    return len(drafts)


def send(session: Session, structure: Structure, month: str, now: datetime) -> int:
    """Queue the notices of `month`: by mail always, by chat to linked guardians; return how many are new."""
    _span(month)
    return sum(_notify(session, structure, row, now) for row in invoices_of(session, month) if row.status == ISSUED)


def _notify(session: Session, structure: Structure, invoice: Invoice, now: datetime) -> int:
    letter = notice(invoice, structure)
    count = 0
    for guardian in queries.guardians_of(session, invoice.family_id):
        reached = [Channel.EMAIL] if guardian.email else []
        if guardian.chat_id is not None and guardian.chat_lost_at is None:
            reached.append(Channel.CHAT)
        for channel in reached:
            count += announce.notify(
                session,
                structure,
                guardian,
                letter,
                key=f"invoice:{invoice.number}",
                kind="invoice",
                now=now,
                channel=channel,
            )
    return count


def notice(invoice: Invoice, structure: Structure) -> InvoiceNotice:
    """Write the notice of an issued invoice: lines gathered by child, activity and price."""
    if invoice.number is None or invoice.due_on is None:
        message = "a draft has no number and no due date to tell"
        raise ValueError(message)
    counted = Counter((line.child, line.activity, line.part, line.cents) for line in invoice.lines)
    absences, excused = (_counted_in(invoice, state) for state in (State.ABSENCE_BILLED, State.ABSENCE_EXCUSED))
    lines = tuple(
        InvoiceLineShown(child, activity, count, cents, absences[key], excused[key], part)
        for key, count in counted.items()
        for child, activity, part, cents in (key,)
    )
    return InvoiceNotice(
        number=invoice.number,
        month=invoice.month,
        lines=lines,
        total_cents=invoice.total_cents,
        due_on=invoice.due_on,
        payment_means=structure.invoices.payment_means,
    )


def _counted_in(invoice: Invoice, state: State) -> Counter[tuple[str, str, str, int]]:
    """Count the lines of care in a state, by what is shown together."""
    own = (line for line in invoice.lines if line.state == state and line.part == CARE)
    return Counter((line.child, line.activity, line.part, line.cents) for line in own)


def _draft(  # noqa: PLR0913
    session: Session,
    structure: Structure,
    month: str,
    family_id: int,
    bookings: Sequence[Booking],
    invoice: Invoice | None,
) -> bool:
    """Bring one family's draft up to date; an issued invoice is never touched. True when something changed."""
    if invoice is not None and invoice.status != DRAFT:
        return False
    wanted = [(b.id, b.state, part, cents) for b in bookings for part, cents in parts_of(b)]
    if invoice is None:
        invoice = Invoice(family_id=family_id, month=month, status=DRAFT, total_cents=0, paid_cents=0, lines=[])
        session.add(invoice)
    elif wanted == [(line.booking_id, line.state, line.part, line.cents) for line in invoice.lines]:
        return False
    session.flush()
    session.execute(delete(InvoiceLine).where(InvoiceLine.invoice_id == invoice.id))
    session.expire(invoice, ["lines"])
    if not bookings:
        session.delete(invoice)
        session.flush()
        return True
    for booking in bookings:
        session.add_all(_line(structure, invoice, booking, *part) for part in parts_of(booking))
    invoice.total_cents = sum(cents for *_, cents in wanted)
    session.flush()
    session.expire(invoice, ["lines"])
    return True


def parts_of(booking: Booking) -> tuple[tuple[str, int], ...]:
    """Return the lines of a booking on an invoice: its care, the supplement for lateness, the aid that is deducted.

    Of an excused absence it is what the règlement keeps of its price.
    """
    if booking.state == State.ABSENCE_EXCUSED:
        return ((CARE, booking.kept_cents),) if booking.kept_cents else ()
    surcharge, aid = booking.surcharge_cents, booking.aid_cents
    care = (booking.price_cents or 0) - surcharge + aid
    return tuple((part, cents) for part, cents in ((CARE, care), (SURCHARGE, surcharge), (AID, -aid)) if cents)


def _line(structure: Structure, invoice: Invoice, booking: Booking, part: str, cents: int) -> InvoiceLine:
    name = structure.activity(booking.activity).name if structure.knows(booking.activity) else booking.activity
    return InvoiceLine(
        invoice_id=invoice.id,
        booking_id=booking.id,
        child=booking.child.first_name,
        activity=name,
        day=booking.day,
        state=booking.state,
        part=part,
        cents=cents,
    )


def _billed(session: Session, first: date, last: date) -> Sequence[Booking]:
    """Return the month's billed bookings that have a price of their own, in the order they are listed."""
    return session.scalars(
        select(Booking)
        .where(
            Booking.day.between(first, last),
            or_(
                and_(Booking.state.in_(BILLED), Booking.price_cents > 0),
                and_(Booking.state == State.ABSENCE_EXCUSED, Booking.kept_cents > 0),
            ),
        )
        .order_by(Booking.family_id, Booking.child_id, Booking.day, Booking.id)
        .options(selectinload(Booking.child))
    ).all()


def invoices_of(session: Session, month: str) -> Sequence[Invoice]:
    """Return the invoices of `month`, drafts included, in the order they were made."""
    return session.scalars(
        select(Invoice).where(Invoice.month == month).order_by(Invoice.id).options(selectinload(Invoice.lines))
    ).all()


def _counter(session: Session, year: int) -> InvoiceCounter:
    """Take the year's counter under lock, so that numbers have neither gaps nor doubles."""
    new = insert(session, InvoiceCounter).values(year=year, last=0)
    session.execute(new.on_conflict_do_nothing(index_elements=[InvoiceCounter.year]))
    taken = select(InvoiceCounter).where(InvoiceCounter.year == year).with_for_update()
    return session.scalars(taken.execution_options(populate_existing=True)).one()


def _span(month: str) -> tuple[date, date]:
    """Return the first and last day of "YYYY-MM"; raise ValueError when it is no month."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        message = f"{month!r} is not a month: write YYYY-MM, for example 2025-03"
        raise ValueError(message) from None
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)
