"""The waiting list by the clock: offers and lists that end, and places that came free by themselves."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from domain.model.structure import Structure
from domain.services import waitlist
from domain.store import settings
from domain.store.session import Session

_SWEPT: Final = "waiting_swept"


def end_waiting(session: Session, structure: Structure, now: datetime) -> int:
    """End the offers and the lists whose last second has passed, and offer what is freed; return how many lines."""
    return waitlist.end_waiting(session, structure, now)


def offer_free_places(session: Session, structure: Structure, now: datetime) -> int:
    """Offer places that nobody gave back: once an hour, and whenever the number of places has changed; return how many.

    What a family or staff give back is offered at once, with the change itself: this is for more places in the
    configuration, and for those who asked too late, whose turn comes when nobody can ask in time any more.
    """
    places = [
        (
            a.code,
            a.pool,
            sorted(a.capacity.items()),
            sorted((s, sorted(d.items())) for s, d in a.weekday_capacity.items()),
        )
        for a in structure.activities
    ]
    rules = hashlib.blake2b(repr((places, structure.capacity_pools)).encode(), digest_size=8).hexdigest()
    mark = f"{now:%Y-%m-%dT%H} {rules}"
    if settings.read(session, _SWEPT) == mark:
        return 0
    settings.write(session, _SWEPT, mark)
    return waitlist.sweep(session, structure, now)
