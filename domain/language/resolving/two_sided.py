"""An exchange has two sides: where one is announced and several lines come to one side only, it was not understood."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.given_over import EXCHANGE
from domain.language.matching.expression import Expression
from domain.model.wish import Do, Wish

_EXCHANGE: Final = Expression(EXCHANGE)


def is_half(plain: str, wishes: list[Wish]) -> bool:
    """Say whether all of several lines of an exchange are booked, or all called off: "échange : jeudi, vendredi"."""
    kinds = {w.do for w in wishes}
    lines = {(w.child, w.activity) for w in wishes}, {(w.child, w.day) for w in wishes}
    several = len(wishes) > 1 and min(map(len, lines)) == 1 < max(map(len, lines)) or len(wishes) == 2  # noqa: PLR2004
    return len(kinds) == 1 and kinds <= {Do.BOOK, Do.CANCEL} and several and _EXCHANGE.search(plain) is not None
