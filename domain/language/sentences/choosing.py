"""What is only named to choose from: "entre Victor et Séverine, je n'inscris qu'un enfant"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Who

_BETWEEN: Final = Expression(r"\bentre (?:la |le |l'|les )?$")
_NOT_BETWEEN: Final = Expression(r"\b(?:difference|repart\w*|partag\w*|disput\w*|echange\w*) entre ")
_AND: Final = Expression(r" et (?:la |le |l'|les )?")


def without_choices(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the children or activities of folded text that are only named to choose from."""
    if "entre " not in plain:
        return marks
    gone = [m for one, other in pairwise(marks) if _are_choice(plain, one, other) for m in (one, other)]
    return [m for m in marks if m not in gone] if gone else marks


def _are_choice(plain: str, one: Mark, other: Mark) -> bool:
    alike = (isinstance(one, Who) and isinstance(other, Who)) or (isinstance(one, Act) and isinstance(other, Act))
    if not alike or _BETWEEN.search(plain, max(0, one.start - 12), one.start) is None:
        return False
    joined = _AND.fullmatch(plain, one.end, other.start) is not None
    return joined and not _NOT_BETWEEN.search(plain, 0, one.start)
