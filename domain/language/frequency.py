"""How often a price question supposes that a child comes: "2 soirs par semaine", "pour 4 repas"."""

from __future__ import annotations

from typing import Final

from domain.language.expression import Expression
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
    rf"{_NUMBER} (?:fois|soirs?|soirees?|midis?|matins?|matinees?|repas|cantines?|dejeuners?|gouters?|jours?"
    r"|journees?|demi-journees?|mercredis?|apres-midis?|garderies?)\b"
)
_LEAST: Final = 2


def how_often(plain: str) -> Often | None:
    """Return what a question (folded) supposes; None when it names no number, or one day only."""
    if _RANGE.search(plain):
        return None
    if rhythm := _RHYTHM.search(plain):
        per = Per.MONTH if rhythm["per"] == "mois" else Per.WEEK
        return _often(rhythm["n"], per)
    counted = _COUNTED.search(plain)
    found = _often(counted["n"], Per.ONCE) if counted else None
    return found if found and found.times >= _LEAST else None


def _often(number: str, per: Per) -> Often | None:
    times = _WORDS.get(number) or int(number)
    return Often(times, per) if times else None
