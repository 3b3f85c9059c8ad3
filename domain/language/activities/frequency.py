"""How often a price question supposes that a child comes: "2 soirs par semaine", "pour 4 repas"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.model.wish import Often, Per

_WORDS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10,
}  # fmt: skip
_FIGURE: Final = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_NUMBER: Final = rf"\b(?P<n>{_FIGURE})"
#: "2 à 3 fois" and "2 ou 3 fois" are no number.
_RANGE: Final = Expression(rf"\b{_FIGURE} (?:a|ou|et) {_FIGURE}\b")
_RHYTHM: Final = Expression(
    rf"{_NUMBER} ?(?:x\b ?)?(?:[a-z'-]+(?: |(?=/))){{0,3}}?(?:par|/|chaque|a la|toutes les) ?(?P<per>semaines?|mois)\b"
)
_COUNTED: Final = Expression(
    rf"{_NUMBER} (?P<what>fois|jours?|soirs?|soirees?|midis?|matins?|matinees?|repas|cantines?|dejeuners?|gouters?"
    r"|journees?|demi-journees?|mercredis?|apres-midis?|garderies?)\b"
)
#: These count days, whatever is done on them.
_ANY: Final = ("fois", "jour", "jours")
_LEAST: Final = 2


def how_often(plain: str, things: int = 1) -> Often | None:
    """Return what a question (folded) about so many `things` supposes; None when it names no number, or one day only.

    Different numbers, or a number of one thing beside another one ("2 soirs et la cantine"), are no single answer.
    """
    counted = list(_COUNTED.finditer(plain))
    of_each = things == 1 or not counted or len(counted) == things or any(m["what"] in _ANY for m in counted)
    if _RANGE.search(plain) or not of_each or len({_number(m["n"]) for m in counted}) > 1:
        return None
    if rhythm := _RHYTHM.search(plain):
        return _often(rhythm["n"], Per.MONTH if rhythm["per"] == "mois" else Per.WEEK)
    found = _often(counted[0]["n"], Per.ONCE) if counted else None
    return found if found and found.times >= _LEAST else None


def _often(number: str, per: Per) -> Often | None:
    return Often(_number(number), per) if _number(number) else None


def _number(word: str) -> int:
    return _WORDS.get(word) or int(word)
