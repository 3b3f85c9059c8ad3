"""Bookings that have an hour, for tests."""

from __future__ import annotations

from sqlalchemy import select

from domain.store.tables.bookings import Booking
from tests.desk.office import Office

BOOKED = "inscrire Luka soir mardi jusqu'à 17h30"


def hours(office: Office) -> list[str]:
    """Return "Luka 2025-03-04 17:30 310 confirmed" for each booking, with the hour that waits behind an arrow."""
    with office.sessions.reading() as session:
        rows = session.scalars(select(Booking).order_by(Booking.day, Booking.id)).all()
        return [
            f"{row.child.first_name} {row.day} {row.hour:%H:%M} {row.price_cents} {row.state}"
            + (f" → {row.wanted_hour:%H:%M}" if row.wanted_hour else "")
            for row in rows
        ]
