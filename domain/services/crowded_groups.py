"""Bookings that a corrected birth date moves into an age group that has no place for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.staff import Crowd
from domain.model.pools import Pool
from domain.model.state import State
from domain.model.structure import Structure
from domain.services import cards
from domain.store import places, waiting
from domain.store.tables.bookings import Booking

#: What was granted; what is only asked is judged by its new group when staff approve.
_GRANTED: Final = frozenset({State.CONFIRMED, State.CANCEL_REQUESTED})


@dataclass(frozen=True, slots=True)
class Crowding:
    """A booking in a group of more than there are places for: `held` of them."""

    booking: Booking
    pool: Pool
    held: int


def beyond_places(
    session: Session, structure: Structure, rows: Sequence[Booking], before: Mapping[int, date | None]
) -> list[Crowding]:
    """Return which of `rows` are in a group they were not in by the birth dates `before`, and that is too full.

    One query, and only where places go by age.
    """
    if not structure.age_groups:
        return []
    entered = [
        (row, pool)
        for row in rows
        if row.state in _GRANTED
        for pool in waiting.pools_of(row, structure)
        if pool not in structure.pools_of(waiting.slot_of(row), before[row.child_id])
    ]
    free = places.free(session, {pool for _, pool in entered})
    return [Crowding(row, pool, pool.places - free[pool]) for row, pool in entered if free[pool] < 0]


def shown(structure: Structure, crowded: Sequence[Crowding]) -> Iterator[Crowd]:
    """Yield what is shown of `crowded`: days that are alike together."""

    def alike(each: Crowding) -> tuple[int, str, str, int, int]:
        return each.booking.child_id, each.booking.activity, each.pool.name, each.held, each.pool.places

    for (_, _, group, held, there), own in groupby(sorted(crowded, key=alike), key=alike):
        rows = [each.booking for each in own]
        child = rows[0].child
        yield Crowd(
            child=child.first_name,
            last_name=child.last_name,
            site=structure.site(rows[0].site).name,
            born=child.birth_date,
            group=group,
            held=held,
            places=there,
            items=tuple(cards.shown(structure, row) for row in rows),
        )
