"""The places on the cards that wait: brought up to date when somebody else took or gave back one of them."""

from __future__ import annotations

from typing import Final

from domain.services import bookings, cards
from domain.services.turn import Turn
from domain.store import outbox, queries

#: So many cards are written anew at once, the oldest first: a chat takes about twenty messages a minute.
_MOST_CARDS: Final = 5


def refresh(turn: Turn) -> int:
    """Write the open cards anew on which this unit of work changed the places left; return how many.

    Two queries where a place changed hands, none otherwise. What is still on its way to a chat gives way to the newer
    count, so that a rush makes no queue. Cards of this very message, or on which a reason is being chosen, are left.
    """
    structure = turn.structure
    slots = {slot for slot in bookings.recounted(turn.session) if structure.knows(slot.activity)}
    bookings.recounted(turn.session).clear()
    if not slots:
        return 0
    pools = {structure.pool_of(slot) for slot in slots}
    stale = queries.open_requests_in(turn.session, pools, besides=turn.incoming.key, limit=_MOST_CARDS)
    for request in stale:
        outbox.supersede(turn.session, kind="count", prefix=cards.key_of(request), chats=request.card_chats.split(","))
        cards.refresh(turn, request, kind="count")
    return len(stale)
