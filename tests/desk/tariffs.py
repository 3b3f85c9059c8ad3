"""Règlements with tariffs of their own, what the office says of its families for them, and what is charged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from domain.model.deadline import DaysBefore, DeadlineRule, Late, Purpose, Surcharge
from domain.services import billing
from domain.services.families_import import import_families
from domain.store.tables.bookings import Booking
from tests.desk.office import WORLD, Office, Seen

EARLY = "2025-02-27 18:00"
BOOKING = frozenset({Purpose.BOOK, Purpose.CHANGE})


def with_tariff(office: Office, code: str = "MIDI", **tariff: Any) -> Office:
    """Go on with another tariff of one activity."""
    activities = office.structure.activities
    return office.with_rules(activities=tuple(replace(a, **tariff) if a.code == code else a for a in activities))


def with_late(office: Office, late: Late, surcharge: Surcharge | None = None) -> Office:
    """Go on under a règlement that closes two days before, at midnight, and then does `late`."""
    book = DeadlineRule(BOOKING, DaysBefore(2), late, surcharge=surcharge)
    cancel = DeadlineRule(frozenset({Purpose.CANCEL}), DaysBefore(2), Late.BILLED)
    return office.with_rules(deadlines=(book, cancel))


def say(office: Office, columns: str, **families: str) -> None:
    """Import the list again with more columns; `families` are their cells, on the guardian's row."""
    rows = (WORLD / "families.csv").read_text().splitlines()
    header, *people = rows
    empty = "," * columns.count(",")
    written = [f"{row},{families.get(row.split(',')[0], empty) if ',guardian,' in row else empty}" for row in people]
    with office.sessions.begin() as session:
        import_families(session, "\n".join([f"{header},{columns}", *written]), office.structure, office.clock.now())


def booking(office: Office, child: str) -> Booking:
    with office.sessions.reading() as session:
        rows = session.scalars(select(Booking).order_by(Booking.id)).all()
        return next(row for row in reversed(rows) if row.child.first_name == child)


def asked(office: Office, family: str, text: str, *, at: str = EARLY) -> Seen:
    (answer,) = office.chat(family, text, at=at)
    return answer


def validated(office: Office, family: str, text: str, *, at: str = EARLY) -> Seen:
    """Ask, validate; return the acknowledgement."""
    answer = asked(office, family, text, at=at)
    return office.press(family, answer, "✅ Valider")[0]


def march_invoice(office: Office) -> Seen:
    """Have the Durands' invoice of March prepared, issued and sent."""
    office.at("2025-04-02 09:00")
    with office.sessions.begin() as session:
        for step in (billing.prepare, billing.issue, billing.send):
            step(session, office.structure, "2025-03", office.clock.now())
    (notice,) = office.read("claire.durand@example.org")
    return notice


def accepted(office: Office) -> None:
    for card in office.cards():
        office.press(9001, card, "✅ Accepter")
    office.read()
