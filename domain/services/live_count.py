"""The places on the cards that wait: brought up to date when somebody else took or gave back one of them."""

from __future__ import annotations

from typing import Final

from domain.model.pools import Pool
from domain.services import bookings, cards
from domain.services.turn import Turn
from domain.store import outbox, places, queries

#: So many cards are written anew at once, the oldest first: a chat takes about twenty messages a minute.
_MOST_CARDS: Final = 5
#: Nobody decides otherwise for 41 places than for 42; a rush must not fill the staff's chat with counts.
_FEW: Final = 5


def refresh(turn: Turn) -> int:
    """Write the open cards anew on which this unit of work changed the places left; return how many.

    Only where few places are left, by the activity's threshold or ours: one query where a place changed hands (two
    where places go by age), two more where it counts, none otherwise. What is still on its way to a chat gives way to
    the newer count, so that a rush makes no queue. Cards of this very message, or on which a reason is being chosen,
    are left.
    """
    structure = turn.structure
    known = [each for each in bookings.recounted(turn.session) if structure.knows(each[0].activity)]
    born = queries.birth_dates(turn.session, {child for _, child in known}) if structure.age_groups else {}
    limits: dict[Pool, int] = {}
    for slot, child in known:
        below = max(structure.activity(slot.activity).warn_below or 0, _FEW)
        pools = structure.pools_of(slot, born.get(child))
        limits |= {pool: max(below, pool.warn_below or 0, limits.get(pool, 0)) for pool in pools}
    bookings.recounted(turn.session).clear()
    few = [pool for pool, left in places.free(turn.session, limits).items() if left <= limits[pool]]
    if not few:
        return 0
    stale = queries.open_requests_in(turn.session, few, besides=turn.incoming.key, limit=_MOST_CARDS)
    for request in stale:
        outbox.supersede(turn.session, kind="count", prefix=cards.key_of(request), chats=cards.chats_of(request))
        cards.refresh(turn, request, kind="count")
    return len(stale)
