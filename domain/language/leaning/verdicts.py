"""Things named one by one with a yes or a no: "jeudi oui, vendredi non", "oui pour Victor, non pour Séverine"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark

_WORD: Final = Expression(r"\b(?:(?P<yes>oui|ok|ouais)|non|nan)\b(?! plus)")
_TWO: Final = 2
_REFUSES: Final = Expression(r"\b(?:pas|sauf|sans|hormis|au lieu)\b")


def by_yes_and_no(plain: str, marks: Sequence[Mark]) -> tuple[list[Mark], list[Mark]] | None:
    """Return what is wanted and what is not; None where not both are said, or a refusal is worded otherwise.

    The word stands after each thing where the first one does ("jeudi oui"), else before it; a thing at the end may
    have its own after it all the same ("oui jeudi, mardi non").
    """
    words = list(_WORD.finditer(plain))
    if len(marks) < _TWO or len({bool(word["yes"]) for word in words}) < _TWO or _REFUSES.search(plain):
        return None
    after = words[0].start() > marks[0].start
    sides: tuple[list[Mark], list[Mark]] = ([], [])
    for n, mark in enumerate(marks):
        before = [word for word in words if word.end() <= mark.start]
        behind = [word for word in words if word.start() >= mark.end]
        shared = n > 0 and bool(before) and before[-1].end() <= marks[n - 1].start
        word = behind[0] if behind and (after or shared) else before[-1] if before else behind[0]
        sides[0 if word["yes"] else 1].append(mark)
    return sides
