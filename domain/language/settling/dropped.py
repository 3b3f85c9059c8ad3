"""What is dropped again from what was just asked: "mardi, jeudi, non laissez tomber jeudi"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_DROP: Final = Expression(r"(?:laisse[rz]?|laissons) tomber\b|oublie[rz]?\b|oublions\b")
_ASKED: Final = (Mood.BARE, Mood.ASKED, Mood.STATED)


def dropped_again(plain: str, said: list[Statement]) -> list[Statement]:
    """Take "non, laissez tomber jeudi" out of what is asked just before it, rather than call off a booking."""
    for before, s in pairwise(said):
        asked = before.mood in _ASKED and before.do in (None, Do.BOOK) and not before.booked
        again = s.prop.link is Link.SLIP and s.mood is Mood.ASKED and s.do is Do.CANCEL and s.verb is not None
        if asked and again and s.verb and _DROP.match(plain, s.verb.start):
            s.mood, s.do, s.prop.link = Mood.REFUSED, None, Link.EXCEPT
            s.prop.verbs.clear()
    return said
