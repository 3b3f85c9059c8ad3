"""The buttons that end a wait, on whatever message says that one waits."""

from __future__ import annotations

from collections.abc import Sequence

from domain.letters import labels
from domain.letters.catalogue.letter import Buttons
from domain.letters.items import Item
from domain.model.messages import Button
from domain.store.tables.bookings import Booking

#: A message that lists more is answered in words: "quitter la liste d'attente mardi 4 mars".
_MOST = 30


def buttons(waiting: Sequence[tuple[Booking, Item]]) -> Buttons:
    """Offer to leave the list with one tap for each line that waits."""
    if len(waiting) == 1:
        return ((Button(labels.LEAVE_LIST, f"wl:{waiting[0][0].id}"),),)
    return tuple(
        (Button(labels.leave_list(item.child, item.day, item.activity), f"wl:{row.id}"),)
        for row, item in waiting[:_MOST]
    )
