"""Of whom a question is that follows a request: "annulez jeudi pour Zoé, et pour Luka j'ai jusqu'à quand ?"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark, Verb, Who

_AND_FOR: Final = Expression(r"(?:,|;|\b(?:et|mais|sinon)) ?(?:(?:et|mais|sinon) )?pour $")


def asked_of(sentence: str, before: Sequence[Mark], at: int) -> int:
    """Return where a question begins whose words stand at `at`: with the child, named just before it, that it is of."""
    who = before[-1] if len(before) > 1 and isinstance(before[-1], Who) else None
    if who is None or who.end > at or not any(isinstance(m, Verb) for m in before[:-1]):
        return at
    led = _AND_FOR.search(sentence, before[-2].end, who.start)
    return led.start() if led else at
