"""Who waits for what they could not have: the activity that it needs was refused, or is not booked any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from domain.model.structure import Structure
from domain.rules.needs import lacked_need
from domain.store import queries
from domain.store.tables.bookings import Booking


def lacking(session: Session, structure: Structure, rows: Sequence[Booking]) -> Mapping[int, str]:
    """Return the name of the activity that is missing beside each of `rows` that lacks one, by booking id.

    One query, and only where some activity of theirs (each must be known) needs another one.
    """
    asked = [row for row in rows if structure.activity(row.activity).needs]
    if not asked:
        return {}
    booked = queries.booked_on(session, {row.child_id for row in asked}, {row.day for row in asked})
    needs = {row.id: lacked_need(structure.activity(row.activity), row.child_id, row.day, booked) for row in asked}
    return {number: structure.activity(code).name for number, code in needs.items() if code is not None}
