"""What is told of a household beside a request: where its grown-ups are, who lets whom down, what falls through.

"Jeudi leur père est là, mais mardi il faudrait la cantine": that he is there books nothing, and Thursday is his. The
days of such a clause are told; they may be lent to a request that names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from domain.language.lexicon import household as lex
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Verb, Who
from domain.language.notions.when import Days
from domain.language.told.passing import parted

_ALWAYS: Final = tuple(
    Expression(told)
    for told in (lex.OF_ADULT, lex.OF_ADULT_BUSY, lex.OF_HIM_ALONE, lex.OF_IT, lex.LETS_DOWN, lex.WITH_WHOM, lex.THERE)
)
_OF_HIM: Final = Expression(lex.OF_HIM)
_NAMED: Final = Expression(lex.NAMED)
_LED: Final = Expression(lex.LED)
_OWING: Final = Expression(lex.OWING)
_TAKES_ALL: Final = Expression(lex.TAKES_ALL)
_CARED_FOR: Final = Expression(lex.CARED_FOR)
#: Where such a clause ends, with the days behind its verb.
_ENDS: Final = Expression(
    r"[.!?;:\n()]|¤|,|\b(?:mais|donc|du coup|alors|sinon|merci|svp|et (?:je|il|elle|on|vous)|pouvez|pourriez"
    r"|il (?:me |nous )?fau\w+|je (?:voudrais|souhaite|veux))\b"
)
#: How far back somebody may have been named.
_FAR: Final = 160


def without_household(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with what is told of grown-ups cut off as told: their verbs ask for nothing."""
    others = [m.span("all") for m in _TAKES_ALL.finditer(plain)]
    marks = [m for m in marks if not (isinstance(m, Who) and any(s <= m.start < e for s, e in others))]
    marks = [*marks, *_begun(plain, marks)]
    told = sorted(set(_told(plain, marks)))
    if not told:
        return sorted(marks, key=lambda m: (m.start, m.end))

    def inside(at: int) -> bool:
        return any(start <= at < end for start, _, end in told)

    kept = [m for m in parted(plain, marks, [(s, e) for s, _, e in told]) if not inside(m.start) or _stays(m)]
    for start, verb, end in told:
        kept += [Sign(start, start, Cue.BUT)] if plain[:start].strip(" ,;") else []
        kept += [Sign(start, start, Cue.OTHER_VERB), Sign(verb, verb, Cue.OTHER_VERB)]
        kept += [Sign(end, end, Cue.AND)] if plain[end : end + 1] == "," else []
    return sorted(kept, key=lambda m: (m.start, m.end))


def _begun(plain: str, marks: list[Mark]) -> Iterator[Sign]:
    """Yield where what is asked begins behind a grown-up's clause: "mamie part lundi, Victor et Zoé à la cantine"."""
    for m in _LED.finditer(plain):
        within = [x for x in marks if m.end("who") <= x.start < m.end()]
        first = [x for x in marks if isinstance(x, Who) and x.start == m.end()]
        verb = bool(within) and isinstance(within[0], Sign) and within[0].cue is Cue.OTHER_VERB
        ours = any(isinstance(x, Act) and x.start > m.end() for x in marks)
        if verb and first and ours and not any(isinstance(x, Verb | Who | Act) for x in within):
            yield Sign(m.end(), m.end(), Cue.SO)
    for m in _OWING.finditer(plain):
        if any(isinstance(x, Days) and m.start() <= x.start < m.end() for x in marks):
            yield Sign(m.end(), m.end(), Cue.SO)


def _stays(mark: Mark) -> bool:
    """Say whether a mark of such a clause keeps its meaning: whom and when it names."""
    return not isinstance(mark, Verb) and not (isinstance(mark, Sign) and mark.cue in (Cue.NOT, Cue.NOT_BUT, Cue.IS))


def _told(plain: str, marks: list[Mark]) -> Iterator[tuple[int, int, int]]:
    """Yield where each such clause begins, has its verb, and ends."""
    for pattern in _ALWAYS:
        yield from (_clause(plain, m) for m in pattern.finditer(plain))
    for m in _OF_HIM.finditer(plain):
        if _is_of_adult(plain, m.start("clause"), marks):
            yield _clause(plain, m)
    for who in (m for m in marks if isinstance(m, Who)):
        if cared := _CARED_FOR.match(plain, who.end):
            yield who.start, cared.end("verb"), _clause(plain, cared)[2]


def _clause(plain: str, m: re.Match[str]) -> tuple[int, int, int]:
    verb = m.end("verb") if m["verb"] else m.end("clause")
    return m.start("clause"), verb, _ENDS.next_start(plain, m.end("clause"))


def _is_of_adult(plain: str, at: int, marks: list[Mark]) -> bool:
    """Say whether "il" is a grown-up: one was named before it, and no child since."""
    named = [m.end() for m in _NAMED.finditer(plain, max(0, at - _FAR), at)]
    return bool(named) and not any(isinstance(m, Who) and named[-1] <= m.start < at for m in marks)
