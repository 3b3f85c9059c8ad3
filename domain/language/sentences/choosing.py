"""What is only named to choose from: "entre Victor et Séverine, je n'inscris qu'un enfant, et c'est Victor".

So is "Victor ou Séverine, je ne sais pas encore qui": one of them, and which one must be asked.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Mark, Who

_BETWEEN: Final = Expression(r"\bentre (?:la |le |l'|les )?$")
_NOT_BETWEEN: Final = Expression(r"\b(?:difference|repart\w*|partag\w*|disput\w*|echange\w*) entre ")
_AND: Final = Expression(r" et (?:la |le |l'|les )?")
_OR: Final = Expression(r",? (?:ou(?: bien| alors)?|soit) (?:pour |a )?")
_EITHER: Final = Expression(r"\b(?:soit|ou bien) (?:pour |a )?$")
#: Which of them is left open.
_WHICH: Final = Expression(
    r"\b(?:sais|sait|savons|sait-on|decide|decides|dirai|dira|dirons|confirmerai|confirmerons|preciserai|verra|verrons"
    r"|choisi\w*|tranche\w*|voir|defini\w*|determin\w*|revi\w+|revenons|tien\w*|hesit\w+|previendrai|previendrons)\b"
    r"[^.;!?\n]{0,30}\b(?:qui|lequel|laquelle|vous|des deux|au courant|plus tard)\b"
    r"|\b(?:l'une? ou l'autre|l'une? des deux|une? (?:seule? )?de(?:s deux| mes (?:deux )?enfants)|un seul des deux"
    r"|un des (?:deux )?enfants|pas (?:encore )?(?:decide|sur|fixe|tranche)|a (?:voir|decider|confirmer|definir))\b"
)
_SENTENCE: Final = Expression(r"[.!?;\n]")


def without_choices(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the children or activities of folded text that are only named to choose from."""
    if "entre " in plain:
        gone = [m for one, other in pairwise(marks) if _are_choice(plain, one, other) for m in (one, other)]
        marks = [m for m in marks if m not in gone] if gone else marks
    return _left_open(plain, marks) if " ou " in plain or "soit " in plain else marks


def _are_choice(plain: str, one: Mark, other: Mark) -> bool:
    alike = (isinstance(one, Who) and isinstance(other, Who)) or (isinstance(one, Act) and isinstance(other, Act))
    if not alike or _BETWEEN.search(plain, max(0, one.start - 12), one.start) is None:
        return False
    joined = _AND.fullmatch(plain, one.end, other.start) is not None
    return joined and not _NOT_BETWEEN.search(plain, 0, one.start)


def _left_open(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with "Victor ou Séverine" as one of the two, where it is left open which of them."""
    open_pairs = [(a, b) for a, b in pairwise(marks) if _are_either(plain, a, b)]
    merged, second = dict[Mark, Mark](), set[Mark]()
    for one, other in open_pairs:
        if isinstance(one, Who) and isinstance(other, Who):
            merged[one] = replace(one, end=other.end, names=(), options=(*one.names, *other.names))
            second.add(other)
    return [merged.get(m, m) for m in marks if m not in second]


def _are_either(plain: str, one: Mark, other: Mark) -> bool:
    if not (isinstance(one, Who) and isinstance(other, Who) and one.names and other.names):
        return False
    if _OR.fullmatch(plain, one.end, other.start) is None or set(one.names) & set(other.names):
        return False
    since, until = _SENTENCE.last_end(plain, one.start), _SENTENCE.next_start(plain, other.end)
    return _EITHER.search(plain, 0, one.start) is not None or _WHICH.search(plain, since, until) is not None
