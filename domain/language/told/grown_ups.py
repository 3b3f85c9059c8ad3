"""Grown-ups beside a child's days: what they have settled, whose day it is, when they have no time.

"Cantine tous les jours sauf vendredi où leur père les prend": why a day is left out asks for nothing.
"""

from __future__ import annotations

import re
from typing import Final

from domain.language.lexicon import grown_ups as lex
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

_LEFT_TO_THEM: Final = Expression(lex.LEFT_TO_THEM)
_AGREED: Final = Expression(rf"{lex.AGREED}(?:{lex.OF_ONE_MIND})?")
_THEIR_DAY: Final = Expression(lex.THEIR_DAY)
_SWAPPED: Final = Expression(lex.SWAPPED)
_BEHIND: Final = Expression(lex.BEHIND)
_CALLS_OFF: Final = Expression(lex.CALLS_OFF)
_WHILE_THEY: Final = Expression(lex.WHILE_THEY)
_NOT_FREE: Final = Expression(lex.NOT_FREE)
_NO_WAY_OUT: Final = Expression(lex.NO_WAY_OUT)
_NOT_BEFORE: Final = Expression(lex.NOT_BEFORE)


def without_grown_ups(plain: str) -> str:
    """Return folded text, letter for letter, without what grown-ups have settled, and whose day it is."""
    plain = _LEFT_TO_THEM.sub(lambda m: _blanked(m, "why"), plain)
    plain = _AGREED.sub(blank, plain)
    for told in (_SWAPPED, _BEHIND, _WHILE_THEY):
        plain = told.sub(blank, plain)
    if _CALLS_OFF.search(plain):
        return plain  # "annulez mardi, vendredi c'est son papa qui l'a"
    return _THEIR_DAY.sub(lambda m: _blanked(m, "day"), plain)


def _blanked(match: re.Match[str], part: str) -> str:
    start, end = (at - match.start() for at in match.span(part))
    said = match.group()
    return said[:start] + " " * (end - start) + said[end:]


def has_no_time(plain: str, start: int, end: int) -> bool:
    """Say whether a clause tells that a grown-up is not free, or that there is nobody else."""
    return bool(_NOT_FREE.search(plain, start, end) or _NO_WAY_OUT.search(plain, start, end))


def comes_late(plain: str, start: int, end: int) -> bool:
    """Say whether a clause only tells before which hour a grown-up cannot be there."""
    return _NOT_BEFORE.fullmatch(plain, start, end) is not None
