"""Staff hear once that a day is filling up: `warn_below` of its activity."""

from __future__ import annotations

from collections.abc import Iterable

from domain.letters.catalogue.staff import StaffFewPlaces
from domain.model.pools import Pool
from domain.model.state import HOLDS_A_PLACE
from domain.model.structure import Structure
from domain.services import announce
from domain.services.turn import Turn
from domain.store import places, waiting
from domain.store.tables.bookings import Booking


def warn_staff(turn: Turn, taken: Iterable[Booking]) -> None:
    """Tell staff which places of `taken` have come down to their threshold, once per day, pool and threshold.

    A pool that has none of its own has that of the activity. Costs one query, and only where a threshold is set; the
    key of the outbox makes it one word whatever happens later.
    """
    watched: dict[str, tuple[str, Pool, int]] = {}
    for booking in sorted(taken, key=waiting.slot_of):
        if booking.state in HOLDS_A_PLACE and turn.structure.knows(booking.activity):
            watched |= _watched(turn.structure, booking)
    free = places.free(turn.session, {pool for _, pool, _ in watched.values()})
    for key, (name, pool, below) in watched.items():
        if free[pool] <= below:
            site = turn.structure.site(pool.site).name
            letter = StaffFewPlaces(activity=name, site=site, day=pool.day, left=max(free[pool], 0))
            announce.notify_staff(
                turn.session, turn.structure, turn.staff_chat, letter, key=key, kind="places", now=turn.now
            )


def _watched(structure: Structure, booking: Booking) -> dict[str, tuple[str, Pool, int]]:
    """Return the pools of `booking` that have a threshold, with what they are called, by the key of the word."""
    activity = structure.activity(booking.activity)
    own, *further = waiting.pools_of(booking, structure)
    found = {}
    if own.warn_below is not None:
        key = f"places:{booking.activity}:{booking.site}:{booking.day}:{own.warn_below}"
        found[key] = (activity.name, own, own.warn_below)
    for pool in further:
        below = activity.warn_below if pool.warn_below is None else pool.warn_below
        if below is not None:
            found[f"places:[{pool.name}]:{booking.site}:{booking.day}:{below}"] = (pool.name, pool, below)
    return found
