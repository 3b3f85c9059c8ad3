"""What no rule has read may turn the meaning of what was read: a booking must not rest on the rest of such a sentence.

"Loin de moi l'idée d'annuler jeudi", "l'inscription faite pour Zoé reste inchangée": where such a word stands unread
among what would book or call off, the message is for a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.language.lexicon.turning import TURNS
from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement

_TURNS: Final = Expression(TURNS)
#: What such a proposition comes to is done.
_ACTS: Final = (Mood.ASKED, Mood.STATED, Mood.BARE, Mood.REFUSED)


def may_be_turned(plain: str, said: Iterable[Statement], read: Iterable[tuple[int, int]]) -> bool:
    """Say whether a word that may turn it was not read in a proposition that acts; `read` are the places that were."""
    turns = [m.span() for m in _TURNS.finditer(plain)]
    if not turns:
        return False
    spans = list(read)
    unread = [(s, e) for s, e in turns if not any(start < e and s < end for start, end in spans)]
    acting = [s.prop for s in said if s.mood in _ACTS]
    return any(prop.start <= s < prop.end for s, _ in unread for prop in acting)
