"""What is booked for children whose birth date was corrected: what is still to come, and what siblings' ranks price."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from domain.model.state import ACTIVE, State
from domain.store.tables.bookings import Booking

#: So many ids go into one statement.
_CHUNK: Final = 400
#: Granted or asked, and neither absent nor there already.
_STANDS: Final = (State.REQUESTED, State.WAITLISTED, State.CONFIRMED, State.CANCEL_REQUESTED)


def coming(session: Session, children: Collection[int], first: date) -> Sequence[Booking]:
    """Return what is booked or asked for `children` from `first` on, child by child and activity by activity."""
    query = select(Booking).where(Booking.day >= first, Booking.state.in_(_STANDS)).options(joinedload(Booking.child))
    ordered = query.order_by(Booking.child_id, Booking.activity, Booking.day)
    return list(
        chain.from_iterable(
            session.scalars(ordered.where(Booking.child_id.in_(some))) for some in _chunks(sorted(children))
        )
    )


def priced_since(session: Session, families: Collection[int], first: date) -> set[tuple[int, date]]:
    """Return the days from `first` on, by family, on which `families` have bookings: their prices may be due anew."""
    query = select(Booking.family_id, Booking.day).where(Booking.day >= first, Booking.state.in_(ACTIVE)).distinct()
    found = (session.execute(query.where(Booking.family_id.in_(some))) for some in _chunks(sorted(families)))
    return {(family, day) for family, day in chain.from_iterable(found)}


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
