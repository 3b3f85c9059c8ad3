"""Whom "pour elle", "pour lui" and "inscrivez-le" cannot mean: a boy, a girl."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.names import BOYS, GIRLS
from domain.language.writing.text import fold

#: Only whom one registers is a child for certain: what one cancels or adds may be "la cantine", "le goûter".
_FOR_ONE: Final = Expression(
    r"\bpour (?P<who>elle|lui)\b(?! (?:permettre|eviter|faire|donner|laisser))"
    r"|\b(?:des)?inscrivez[- ](?P<clitic>l[ea])\b"
)
#: The subject of a verb of being or having, and who is kept: "il est brûlant", "je la garde", "avec lui".
_SAID_OF: Final = Expression(
    r"\b(?P<subject>il|elle) (?:n'|ne |s'|l')?(?:est|a|tousse|vomit|dort|va|reste|avait|etait)\b"
    r"(?! (?:fallu|possible|important|preferable|tard|prevu|convenu|falloir|y a)\b)"
    r"|\b(?:je|on|nous|mamie|papi|papa|maman|pere|mere|mari|femme) (?P<object>l[ea]) (?:gard|surveill|laiss)"
    r"|\b(?:avec|pres d[e']|aupres d[e']) ?(?P<with>lui|elle)\b"
)
_WORD: Final = Expression(r"[a-z]+")


def contradicts(plain: str, start: int, end: int, names: Iterable[str]) -> bool:
    """Say whether "pour elle" there cannot be any of these: "le midi de Victor, et pour elle le goûter"."""
    said, called = _FOR_ONE.search(plain, start, end), list(names)
    if said is None or not called:
        return False
    others = BOYS - GIRLS if said["who"] == "elle" or said["clitic"] == "la" else GIRLS - BOYS
    return all(_first(name) in others for name in called)


def speaks_of_another(plain: str, start: int, end: int, names: Iterable[str]) -> bool:
    """Say whether the pronoun there can be none of these: "elle est brûlante" is not told of Victor."""
    said, called = _SAID_OF.search(plain, start, end), list(names)
    if said is None or not called:
        return False
    female = said["subject"] == "elle" or said["object"] == "la" or said["with"] == "elle"
    return all(_first(name) in (BOYS - GIRLS if female else GIRLS - BOYS) for name in called)


def _first(name: str) -> str:
    word = _WORD.search(fold(name))
    return word.group() if word else ""
