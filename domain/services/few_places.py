"""Staff hear once that a day is filling up: `warn_below` of its activity."""

from __future__ import annotations

from collections.abc import Iterable

from domain.letters.staff_catalogue import StaffFewPlaces
from domain.model.activity import Slot
from domain.model.state import HOLDS_A_PLACE
from domain.services import announce
from domain.services.turn import Turn
from domain.store import places
from domain.store.tables import Booking


def warn_staff(turn: Turn, taken: Iterable[Booking]) -> None:
    """Tell staff which slots of `taken` have come down to their threshold, once per slot and threshold.

    Costs one query, and only where a threshold is set; the key of the outbox makes it one word whatever happens later.
    """
    structure = turn.structure
    slots = {
        Slot(booking.activity, booking.day, booking.site)
        for booking in taken
        if booking.state in HOLDS_A_PLACE and structure.knows(booking.activity)
    }
    watched = {slot: below for slot in slots if (below := structure.activity(slot.activity).warn_below) is not None}
    pools = {slot: structure.pools_at(slot) for slot in watched}
    free = places.free(turn.session, {pool for own in pools.values() for pool in own})
    left = {slot: min(free[pool] for pool in own) for slot, own in pools.items()}
    for slot in sorted(watched):
        if left[slot] <= watched[slot]:
            letter = StaffFewPlaces(
                activity=structure.activity(slot.activity).name,
                site=structure.site(slot.site).name,
                day=slot.day,
                left=max(left[slot], 0),
            )
            key = f"places:{slot.activity}:{slot.site}:{slot.day}:{watched[slot]}"
            announce.notify_staff(
                turn.session, structure, turn.staff_chat, letter, key=key, kind="places", now=turn.now
            )
