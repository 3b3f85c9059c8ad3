"""The other half of a day that is asked for: "au centre l'après-midi, le matin elle reste avec sa mamie"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Part
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Days
from domain.model.wish import Do

_STAYS_WITH: Final = Expression(r"\brest(?:e|era|ent|eront)\b")
_HALVES: Final = frozenset({Part.MORNING, Part.AFTERNOON, Part.EVENING})


def tell_other_half(plain: str, said: list[Statement]) -> None:
    """Take as told where a child is in the part of a day that nothing is asked for: nothing was booked then."""
    for n, s in enumerate(said):
        if s.do is not Do.CANCEL or s.mood is not Mood.STATED or not _names_half(s):
            continue
        with_others = any(_STAYS_WITH.search(plain, v.start, v.end) for v in s.prop.verbs)
        asked = any(o.do is Do.BOOK and o.prop.sentence == s.prop.sentence and o.prop.says_when for o in said[:n])
        if with_others and asked:
            s.mood, s.do = Mood.TOLD, None


def _names_half(s: Statement) -> bool:
    """Say whether it names a part of the day, and no day of its own."""
    acts = [x for x in s.prop.slots if isinstance(x, Act)]
    return bool(acts) and all(a.part in _HALVES for a in acts) and not any(isinstance(x, Days) for x in s.prop.slots)
