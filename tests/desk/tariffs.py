"""Règlements with tariffs of their own, and what the office says of its families for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.model.deadline import DaysBefore, DeadlineRule, Late, Purpose, Surcharge
from domain.services.families_import import import_families
from tests.desk.office import WORLD, Office

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
