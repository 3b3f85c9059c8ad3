"""What is told around a child's illness: the cure and its days, the next visit, the weekend before, who catches it.

"Victor est malade, le médecin lui a donné un traitement de cinq jours": the five days are those of the cure. It is left
out only where an illness of now is told besides.
"""

from __future__ import annotations

import re
from typing import Final

from domain.language.intent.reasons import find_reasons
from domain.language.lexicon import beside_illness as lex
from domain.language.matching.expression import Expression
from domain.model.wish import Reason

_TO_GIVE: Final = Expression(lex.TO_GIVE)
_CURE: Final = Expression(lex.CURE)
_TOLD: Final = tuple(
    Expression(told)
    for told in (
        lex.VISITS,
        lex.NO_ROOM,
        lex.RINGS,
        lex.AT_HOME,
        lex.CATCHING,
        lex.ALL_ROUND,
        lex.FIXED,
        lex.BEFORE_NOW,
        lex.AWAY_BEFORE,
        lex.NEWS_FIRST,
        lex.NEWS_LAST,
        lex.TURN_BEFORE,
        lex.SIBLING_BEFORE,
        lex.NEVER_MIND,
        lex.WEEK_STAYS,
    )
)
#: A paper may be of days that are over.
_PAPER: Final = Expression(r"certif")
_SENTENCE: Final = Expression(r"[.!?;\n]")


def without_beside_illness(plain: str) -> str:
    """Return folded text, letter for letter, without what is only told around an illness that it tells."""
    for told in _TOLD:
        for m in told.finditer(plain):
            plain = _left_out(plain, m)
    for m in _CURE.finditer(plain):
        if not _is_to_give(plain, m):
            plain = _left_out(plain, m)
    return plain


def _left_out(plain: str, m: re.Match[str]) -> str:
    """Return the text without what was matched, or its part that is told, where an illness is told besides."""
    start, end = next((m.span(name) for name, said in m.groupdict().items() if said), m.span())
    rest = plain[:start] + " " * (end - start) + plain[end:]
    return rest if _is_ill(rest) else plain


def _is_ill(plain: str) -> bool:
    """Say whether an illness is told, and not only a paper handed in."""
    sick = (w for w in find_reasons(plain) if w.reason is Reason.SICK)
    return any(not _PAPER.match(plain, w.start) for w in sick)


def _is_to_give(plain: str, m: re.Match[str]) -> bool:
    """Say whether the staff shall give it, or are asked: that is for a person."""
    end = _SENTENCE.next_start(plain, m.end())
    return plain.startswith("?", end) or _TO_GIVE.search(plain, m.end(), end) is not None
