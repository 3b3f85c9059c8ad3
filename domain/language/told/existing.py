"""A booking that exists is told of, and asks for nothing: "Victor va déjà au goûter lundi", "… tient toujours"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from domain.language.lexicon import existing as lex
from domain.language.lexicon.ill_denied import ILLNESS
from domain.language.matching.expression import Expression

_TOLD_ON: Final = Expression(lex.TOLD_ON)
_TOLD_APART: Final = Expression(lex.TOLD_APART)
_TOLD_OUT: Final = Expression(lex.TOLD_OUT)
_LEFT_ALONE: Final = Expression(lex.LEFT_ALONE)
_KEPT_BESIDE: Final = Expression(lex.KEPT_BESIDE)
_DONE_ALREADY: Final = Expression(lex.DONE_ALREADY)
_BESIDES: Final = Expression(lex.BESIDES)
_IN_IT: Final = Expression(lex.IN_IT)
_OUT_OF_SEVERAL: Final = Expression(lex.OUT_OF_SEVERAL)
_BRACKET: Final = Expression(r"\([^()\n]{4,90}\)")
_GOES_ON: Final = Expression(lex.GOES_ON)
_SIBLING: Final = Expression(rf"\b(?:{lex.SIBLING}|(?:sa|son|ses|leurs?) (?:place|inscription|reservation|repas)s?\b)")
#: Something is asked in it, after all.
_ASKED: Final = Expression(
    r"\b(?:annul|desinscri|enlev|retir|supprim|r?ajout|reserve[rz]|inscri(?:re|vez)|malade|fievre)"
)
_ASKS: Final = (
    r"pouvez|pourriez|peut-on|merci|svp|il (?:me |nous )?(?:faut|faudrait|faudra)|je (?:voudrais|souhaite\w*|veux)"
    r"|j'(?:aimerais|en )|(?:r?ajout|inscri|annul|reserv|enlev|retir|desinscri|supprim)(?:ez|er|re|vez)"
)
#: Where a clause ends, and something else may be asked.
_CLAUSE: Final = Expression(
    rf"[.!?;:,\n(/]|¤|,? ?\b(?:mais|sauf|hormis|excepte|donc|du coup|alors|et|par contre|en revanche|{_ASKS})\b"
)
#: The same, or a pronoun that goes on.
_PRONOUN: Final = Expression(rf"{_CLAUSE.pattern}|,? ?\b(?:j'|je|il|elle|on|nous|vous)\b")
_SENTENCE: Final = Expression(
    rf"[.!?;\n]|¤|,? ?\b(?:mais|finalement|sauf|hormis|excepte|a part|par contre|en revanche|(?:a )?(?:{_ASKS}))\b"
)
#: "le reste de ses réservations ne change pas, Victor est malade".
_ILL_AFTER: Final = Expression(rf", [^.,;!?\n]{{0,40}}\b{ILLNESS}\b")
_COMMA: Final = Expression(r"[.!?;:\n(,]|¤|\b(?:et|mais)\b")
_BEGINS: Final = Expression(r"[.!?;\n]|¤|,\s")
_ITEM: Final = Expression(r"[.!?;:\n,]|¤|\bet\b")


def existing(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where folded text tells of what is booked already, or goes on as it is."""
    yield from existing_apart(plain)
    for opening, ending in ((_TOLD_ON, _CLAUSE), (_OUT_OF_SEVERAL, _CLAUSE), (_IN_IT, _PRONOUN)):
        for m in opening.finditer(plain):
            yield m.start(), ending.next_start(plain, m.end())
    for m in _LEFT_ALONE.finditer(plain):
        yield _BEGINS.last_end(plain, m.start()), m.end()
    yield from (m.span() for m in _BESIDES.finditer(plain) if not _ASKED.search(m.group()))
    for m in _DONE_ALREADY.finditer(plain):
        start = _ITEM.last_end(plain, m.start())
        if not _ASKED.search(plain, start, m.start()):
            yield start, m.end()


def existing_apart(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where it does so in words to which nothing before them belongs: "…, tout en gardant la place de Luka"."""
    for m in _KEPT_BESIDE.finditer(plain):
        yield _COMMA.last_end(plain, m.start()), m.end()
    for opening, ending in ((_TOLD_APART, _CLAUSE), (_TOLD_OUT, _SENTENCE)):
        for m in opening.finditer(plain):
            end = ending.next_start(plain, m.end())
            ill = _ILL_AFTER.search(plain, m.end(), end)
            yield m.start(), ill.start() if ill else end


def without_asides(plain: str, names: Iterable[str]) -> str:
    """Return folded text without brackets that only say of a child what goes on: "(pour Léah, rien de changé)"."""
    if "(" not in plain:
        return plain
    named = tuple(names)

    def blank(match: re.Match[str]) -> str:
        said = match.group()
        whose = any(n in said for n in named) or _SIBLING.search(said) is not None
        told = whose and _GOES_ON.search(said) is not None and not _ASKED.search(said)
        return " " * len(said) if told else said

    return _BRACKET.sub(blank, plain)
