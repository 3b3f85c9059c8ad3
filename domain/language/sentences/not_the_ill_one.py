"""Who is said not to be the one who is ill: "ce n'est pas Victor qui est malade, c'est Séverine"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.intent.doubts import is_ill
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Mark, Sign, Who

#: Before the one who is not, and after whom the right one follows.
_IT_IS_NOT: Final = Expression(
    r"\b(?:ce n'est|c'est|ce n'etait|c'etait|n'est|il ne s'agi\w+|il s'agi\w+) (?:donc |en fait |finalement )?"
    r"pas (?:de |d')?$"
)
_BUT: Final = Expression(
    r"[^.!?\n]{0,45}?[,;:.]? ?(?:mais|c'est|c'etait|il s'agit (?:de |d')|plutot) ?(?:bien |plutot |donc |pour |de |d')*"
)
#: "Séverine et non Victor", "Séverine, pas Victor,".
_NOT: Final = Expression(
    r",? (?:et (?:non|pas)|non pas|pas|et non pas|au lieu de|a la place de) (?:de |d'|pour |chez )?"
)
#: What may follow the wrong one: the sentence of the right one goes on.
_GOES_ON: Final = Expression(r"\s*(?:$|[,:;.)]|(?:qui |a |est |sera |tousse|vomit|reste|doit|ne |n'))")
#: A pardon, or an illness told right behind.
_MISTAKE: Final = Expression(r"\b(?:erreur|tromp\w+|rectifi\w*|corrig\w*|correction|voulais dire|confondu|melang\w*)\b")


def without_the_well_one(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop the child of whom an illness is denied for another's, where one is told at all."""
    if not is_ill(marks):
        return marks
    gone = [span for one, other in pairwise(_named(marks)) for span in _denied(plain, one, other, marks)]
    if not gone:
        return marks
    dropped = (Who, Sign)
    return [m for m in marks if not (isinstance(m, dropped) and _is_stop(m) and any(a <= m.start < b for a, b in gone))]


def _named(marks: list[Mark]) -> list[Who]:
    return [m for m in marks if isinstance(m, Who) and m.names]


def _is_stop(mark: Mark) -> bool:
    """Say whether a mark may be dropped: the ends of sentences stay."""
    return not (isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK))


def _denied(plain: str, one: Who, other: Who, marks: list[Mark]) -> list[tuple[int, int]]:
    """Return where the wrong one of two children is named with its "not"."""
    if set(one.names) & set(other.names):
        return []
    leads = _IT_IS_NOT.search(plain, max(0, one.start - 40), one.start)
    if leads and _BUT.fullmatch(plain, one.end, other.start):
        return [(leads.start(), other.start)]
    near = _MISTAKE.search(plain, max(0, one.start - 60), one.start) is not None or any(
        is_ill([m]) and other.end <= m.start < other.end + 12 for m in marks
    )
    if near and _NOT.fullmatch(plain, one.end, other.start) and _GOES_ON.match(plain, other.end):
        return [(one.end, other.end)]
    return []
