"""A demand that something holds up between its verbs: "il faudrait, pour la semaine du 20, inscrire Léah à la cantine".

The commas round what stands between them end nothing: "je voudrais que Zoé, à partir du 7, déjeune tous les jours".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb, Who
from domain.language.notions.when import Days

#: What cannot stand without another verb, or "que".
_OPENS: Final = Expression(
    r"(?:il (?:me |nous |lui |leur )?(?:faudrait|faudra|faut|conviendrait)"
    r"|(?:je|on|nous) (?:voudr|souhait|aimer|desir)\w+|(?:j'|nous )aimeri?\w+|j'aimerais|possible d)"
)
_BEGINS: Final = Expression(r"(?:^|[.!?\n]|\b(?:bonjour|bonsoir)\b[,!]?|\bque)\s*$")
_RIGHT_BEHIND: Final = Expression(r"\s*(?:de |d'|que |qu'|a )?")
_THAT: Final = Expression(r"\s*qu(?:e |')")


def hold_ups(plain: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return where the commas stand that hold a demand up, and cut nothing."""
    opened = ((mark, marks[n + 1 :]) for n, mark in enumerate(marks) if _opens(plain, mark))
    return [(m.start, m.end) for mark, after in opened for m in _commas(plain, mark, after)]


def _opens(plain: str, mark: Mark) -> bool:
    if isinstance(mark, Who):  # "Zoé, à partir du 7, déjeune à la cantine"
        return _BEGINS.search(plain, 0, mark.start) is not None
    return isinstance(mark, Verb) and not mark.change and _OPENS.match(plain, mark.start) is not None


def _is_comma(mark: Mark) -> bool:
    return isinstance(mark, Sign) and mark.cue is Cue.BREAK


def _commas(plain: str, opening: Mark, after: Sequence[Mark]) -> list[Mark]:
    """Return the commas between the opening and its verb, where nothing but whom and when stands between them."""
    between = list(takewhile(lambda m: isinstance(m, Who | Days) or _is_comma(m), after))
    verb = after[len(between)] if len(between) < len(after) else None
    at = [n for n, m in enumerate(between) if _is_comma(m)]
    if not at or not isinstance(verb, Verb):
        return []
    before, within, behind = between[: at[0]], between[at[0] + 1 : at[-1]], between[at[-1] + 1 :]
    if isinstance(opening, Who) and (before or verb.force is not Force.SAID or _tells(plain, opening, between[0])):
        return []
    if not within or not all(isinstance(m, Who) for m in (*before, *behind)) or any(isinstance(m, Who) for m in within):
        return []
    said = _THAT if behind else _RIGHT_BEHIND
    return [between[n] for n in at] if said.fullmatch(plain, between[at[-1]].end, (*behind, verb)[0].start) else []


def _tells(plain: str, who: Who, comma: Mark) -> bool:
    """Say whether something is told of the child before the comma."""
    return bool(plain[who.end : comma.start].strip())
