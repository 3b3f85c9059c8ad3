"""What is told in passing: others' affairs, what is left open or not to be done, beside what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from domain.language.days.dates_listed import last_apart
from domain.language.lexicon import passing as lex
from domain.language.lexicon.ill_denied import ILLNESS
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Mark
from domain.language.notions.when import Days, Sort, When

_OPENS: Final = Expression(lex.OPENS)
_NOT_TO_DO: Final = Expression(lex.NOT_TO_DO)
_QUOTED: Final = Expression(lex.QUOTED)
_NOTHING_TO_US: Final = Expression(lex.NOTHING_TO_US)
_TO_BE_SEEN: Final = Expression(lex.TO_BE_SEEN)
_DECLINED: Final = Expression(lex.DECLINED)
_ASKED_OF: Final = Expression(lex.ASKED_OF)
_AVAILABLE_BUT: Final = Expression(lex.AVAILABLE_BUT)
_WHEN_KNOWN: Final = Expression(lex.WHEN_KNOWN)
#: Where a clause ends, or turns to what is asked.
_CLAUSE: Final = Expression(
    r"[.!?;:\n(),]|¤|\b(?:il (?:me |nous )?(?:manque|faut|faudrait)"
    r"|mais|par contre|en revanche|donc|du coup|alors|sinon|merci|svp|pouvez|pourriez)\b"
)
_BEGINS: Final = Expression(r"[.!?;:\n(,]|¤|\b(?:mais|par contre|en revanche|donc|du coup|alors|et)\b")
_SENTENCE: Final = Expression(r"[.!?;:\n]|¤")
#: A list that stands below its heading, row by row.
_ROWS: Final = Expression(r"\s*(?:\n *[-•*] ?[^\n]*)+|[^.!?;\n]*")
#: Something is demanded in the same sentence, and that is no telling.
_DEMANDS: Final = Expression(
    r"\b[a-z]{3,}(?:ez|er|ire)\b|\b(?:merci|svp|je (?:voudrais|souhaite\w*|veux|reserve|annule|inscris)"
    r"|j'(?:inscris|annule|aimerais)|il (?:me |nous )?fau\w+)\b"
    rf"|\b{ILLNESS}\b"
)
#: What stands farther before is another thing.
_LONGEST: Final = 80


def passing(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where folded text tells something in passing, which asks for nothing."""
    yield from ((m.start(), _CLAUSE.next_start(plain, m.end())) for m in _OPENS.finditer(plain))
    for heading in _NOT_TO_DO.finditer(plain):
        rows = _ROWS.match(plain, heading.end())
        yield heading.start(), rows.end() if rows else heading.end()
    for pattern in (_QUOTED, _ASKED_OF):
        yield from (m.span() for m in pattern.finditer(plain))
    yield from ((_since(plain, m.start()), m.end()) for m in _NOTHING_TO_US.finditer(plain))
    yield from ((_BEGINS.last_end(plain, m.start()), m.end()) for m in _TO_BE_SEEN.finditer(plain))
    yield from ((_SENTENCE.last_end(plain, m.start()), m.end()) for m in _DECLINED.finditer(plain))


def _since(plain: str, at: int) -> int:
    """Return where what is told up to `at` begins: with its sentence, or its clause where that sentence demands."""
    begins = _SENTENCE.last_end(plain, at)
    if _DEMANDS.search(plain, begins, at) or at - begins > _LONGEST:
        return _BEGINS.last_end(plain, at, begins)
    return begins


def needed_then(plain: str) -> str:
    """Return folded text without the day on which a grown-up is free, where another one is pointed to as needed."""
    for m in reversed(list(_AVAILABLE_BUT.finditer(plain))):
        start, end = m.span("day")
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def without_when_known(plain: str) -> str:
    """Return folded text without when something will be known: "jeudi est à voir quand j'aurai mon planning"."""
    return _WHEN_KNOWN.sub(blank, plain)


def pointed_at(days: Days, marks: list[Mark]) -> bool:
    """Say whether the next days named after it point to them: "le judo est annulé jeudi, donc cantine ce jour-là"."""
    after = next((m for m in marks if isinstance(m, Days) and m.start > days.start), None)
    return after is not None and bool(after.bases) and all(b.sort is Sort.SAME for b in after.bases)


def parted(plain: str, marks: list[Mark], told: list[tuple[int, int]]) -> list[Mark]:
    """Return `marks` with each list of days parted where what is told begins or ends within it."""
    return [part for m in marks for part in (_parts(plain, m, told) if isinstance(m, Days) else [m])]


def _parts(plain: str, days: Days, told: list[tuple[int, int]]) -> list[Mark]:
    each = last_apart(plain, days.bases)

    def inside(base: When) -> bool:
        return any(start <= base.start < end for start, end in told)

    kinds = [inside(b) for b in each]
    if len(set(kinds)) <= 1 or days.frames or days.week:
        return [days]
    runs = list[list[When]]()
    for n, base in enumerate(each):
        if n and kinds[n] is kinds[n - 1]:
            runs[-1].append(base)
        else:
            runs.append([base])
    last = len(runs) - 1
    return [
        replace(days, start=run[0].start, end=run[-1].end, bases=tuple(run), excepts=days.excepts if n == last else ())
        for n, run in enumerate(runs)
    ]
