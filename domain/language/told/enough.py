"""No more is asked for: "et c'est tout jusqu'aux vacances", "… on n'en aura plus besoin", "Zoé une autre fois"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from domain.language.lexicon import enough as lex
from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_ALL: Final = Expression(lex.ALL)
_ANOTHER_TIME: Final = Expression(lex.ANOTHER_TIME)
_NO_MORE: Final = Expression(lex.NO_MORE_OF_IT)
_NO_NEED: Final = Expression(lex.NO_NEED)
_ALONE: Final = Expression(lex.ALONE)
_BEGINS: Final = Expression(r"[.!?;:\n(,]|¤|\b(?:mais|par contre|en revanche|donc|du coup|alors)\b")


def enough(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where folded text says that this is all, or that something is for another time."""
    yield from (m.span() for m in _ALL.finditer(plain))
    for m in _ANOTHER_TIME.finditer(plain):
        yield _BEGINS.last_end(plain, m.start()), m.end()


def wants_no_more(plain: str, s: Statement, booked: Statement | None, after: Sequence[Statement]) -> bool:
    """Say whether it only bounds what is booked beside it, so that nothing is called off.

    "… cette semaine, la semaine prochaine on n'en aura plus besoin"; "pas besoin de l'atelier, mettez le goûter seul".
    """
    here = booked is not None and booked.prop.sentence == s.prop.sentence and not (s.prop.says_what or s.prop.says_who)
    if here and s.prop.says_when and _NO_MORE.search(plain, s.prop.start, s.prop.end):
        return True
    needless = s.prop.says_what and _NO_NEED.search(plain, s.prop.start, s.prop.end) is not None
    return needless and any(_only_this(plain, s, o) for o in after)


def _only_this(plain: str, s: Statement, o: Statement) -> bool:
    """Say whether nothing but another activity is asked for."""
    asked = o.mood is Mood.ASKED and o.do is Do.BOOK and o.prop.says_what and o.prop.sentence == s.prop.sentence
    return asked and _ALONE.search(plain, o.prop.start, o.prop.end) is not None
