"""What lines cannot be: one side of an exchange alone, or called off where nothing is booked yet."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.given_over import EXCHANGE, NOTHING_YET
from domain.language.matching.expression import Expression
from domain.model.wish import Do, Wish

_EXCHANGE: Final = Expression(EXCHANGE)
_NOTHING_YET: Final = Expression(NOTHING_YET)
_PAIR: Final = 2


def is_half(plain: str, wishes: list[Wish]) -> bool:
    """Say whether all of several lines of an exchange are booked, or all called off: "échange : jeudi, vendredi"."""
    kinds = {w.do for w in wishes}
    one_thing = len({(w.child, w.activity) for w in wishes}) == 1 or len({(w.child, w.day) for w in wishes}) == 1
    several = len(wishes) == _PAIR or (len(wishes) > _PAIR and one_thing)
    return len(kinds) == 1 and kinds <= {Do.BOOK, Do.CANCEL} and several and _EXCHANGE.search(plain) is not None


def without_impossible(plain: str, wishes: list[Wish]) -> list[Wish]:
    """Return the lines without those called off where "nous n'avons encore rien réservé" says that nothing can be."""
    books = any(w.do is Do.CANCEL for w in wishes) and _NOTHING_YET.search(plain) is not None
    return [w for w in wishes if w.do is not Do.CANCEL] if books else wishes
