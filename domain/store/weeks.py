"""Which bookings a child already has in a week: asked only where the règlement sets a maximum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.state import HOLDS_A_PLACE, State
from domain.model.verdict import BookingKey
from domain.store.tables.bookings import Booking

#: Who waits for a place may get it: it counts. Who is absent has given its place back.
_COUNTS: Final = HOLDS_A_PLACE | {State.WAITLISTED}


def held_in_weeks(
    session: Session, children: Collection[int], mondays: Collection[date]
) -> dict[tuple[int, date], frozenset[BookingKey]]:
    """Return the bookings of `children` in the weeks that begin on `mondays`, by child and Monday, in one query."""
    days = {monday + timedelta(days=n): monday for monday in mondays for n in range(7)}
    rows = session.execute(
        select(Booking.child_id, Booking.activity, Booking.day).where(
            Booking.child_id.in_(children), Booking.day.in_(days), Booking.state.in_(_COUNTS)
        )
    )
    held: defaultdict[tuple[int, date], set[BookingKey]] = defaultdict(set)
    for child, activity, day in rows:
        held[child, days[day]].add((child, activity, day))
    return {week: frozenset(keys) for week, keys in held.items()}
