"""What is only said to be part of a day that is missed: "ne viendra pas jeudi, repas compris" is no meal alone."""

from __future__ import annotations

from typing import Final

from domain.language.intent.doubts import is_ill
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Verb
from domain.model.wish import Do

_INCLUDED: Final = Expression(
    r"(?: et (?:le |la |l')?[a-z]+)? ?(?:y )?(?:compris|inclus)e?s?\b(?! (?:entre|jusqu|dans))"
)
_INCLUDING: Final = Expression(r"\by compris (?:pour |a |au |la |le |l'|du |de (?:la |l')?)*$")


def without_included(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the activities that are only included in a whole day of absence, told in the same sentence before them."""
    if "compris" not in plain and "inclus" not in plain:
        return marks
    return [m for m in marks if not (isinstance(m, Act) and _is_included(plain, m, marks))]


def _is_included(plain: str, act: Act, marks: list[Mark]) -> bool:
    said = _INCLUDED.match(plain, act.end) or _INCLUDING.search(plain, 0, act.start)
    before = [m for m in marks if m.end <= act.start]
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    here = before[stops[-1] + 1 if stops else 0 :]
    verbs = [m for m in here if isinstance(m, Verb)]
    away = is_ill(here) or any(v.do is Do.ABSENT for v in verbs)
    whole = not any(isinstance(m, Act) and _INCLUDED.match(plain, m.end) is None for m in here)
    return bool(said) and away and whole and not any(v.do is Do.BOOK for v in verbs)
