"""A corrected chat message: it replaces its own lines while they are in the cart; later it only explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.letters.catalogue.answers import Answer, EditedAway
from domain.letters.items import Item
from domain.services import asking_back, cart, conversation, enclosures, following, memory
from domain.services.acting import ABSENCE, CART, Outcome
from domain.services.conversation import WITHDRAWN
from domain.services.turn import Parent
from domain.store import inbox

#: What an edit of a message may have led to.
EXPLAINED: Final = "explained"
#: An edit of a message that led to one of these is explained, never acted on again.
_FINAL: Final = frozenset({CART, ABSENCE, enclosures.PROOF, enclosures.PAPER, EXPLAINED, WITHDRAWN})


def on_edit(parent: Parent) -> Outcome:
    """Handle a corrected message; what its new words do not ask for any more is told above the answer."""
    ref = parent.turn.ref
    earlier = inbox.outcome_of(parent.turn.session, ref)
    unwound = memory.unwind(parent, ref)
    stale = not unwound and following.is_leaning(parent, parent.turn.incoming.text)  # it leaned on what is over now
    replaced = cart.forget_source(parent, ref=ref) if not (stale and earlier in _FINAL) else ()
    if earlier in _FINAL and not (replaced or unwound):
        return replace(asking_back.tell_cart(parent, Answer(edited_too_late=True), EXPLAINED), ref=ref)
    outcome = conversation.on_text(replace(parent, above=lambda: _taken_out(parent, replaced)))
    return replace(outcome, ref=ref)


def _taken_out(parent: Parent, replaced: Sequence[Item]) -> EditedAway | None:
    """Tell of the lines of the first wording that the new one did not ask for again."""
    gone = cart.without(parent, replaced)
    return EditedAway(items=gone) if gone else None
