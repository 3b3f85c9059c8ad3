"""Thanks, and what was nice: the days and activities named in them are no request."""

from __future__ import annotations

from typing import Final

from domain.language.expression import Expression
from domain.language.lexicon_tones import PERFECT, PLEASED, THANKS, TOO_LATE
from domain.language.marks import Cue, Mark, Sign, Verb, Who, Why
from domain.model.wish import Reason

_CLAUSE_ENDS: Final = Expression(r"[,.!?;:\n(]+|¤+|\bmais\b|\bpar contre\b|\bdonc\b")
_THANKS: Final = Expression(THANKS)
_PERFECT: Final = Expression(PERFECT)
_PLEASED: Final = Expression(PLEASED)
_TOO_LATE: Final = Expression(TOO_LATE)


def without_thanks(plain: str, marks: list[Mark]) -> tuple[list[Mark], bool]:
    """Drop from `marks` what only says thank you in folded text; say also whether anybody was thanked.

    "Merci d'avoir gardé Léah jeudi" asks for nothing; "merci de garder Léah jeudi" has a verb of ours, and does.
    """
    dropped, thanked = list[tuple[int, int]](), False
    for start, end in _clauses(plain):
        since = _since(plain, start, end, [m for m in marks if start <= m.start < end])
        if since is not None:
            dropped.append((since, end))
            thanked = True
        elif not plain[start:end].endswith("?") and (late := _TOO_LATE.search(plain, start, end)):
            dropped.append((late.start(), end))
    return [m for m in marks if _stays(m) or not any(s <= m.start < e for s, e in dropped)], thanked


def _clauses(plain: str) -> list[tuple[int, int]]:
    ends = list(_CLAUSE_ENDS.finditer(plain))
    return list(zip([0, *[m.end() for m in ends]], [*[m.end() for m in ends], len(plain)], strict=True))


def _since(plain: str, start: int, end: int, marks: list[Mark]) -> int | None:
    """Return from where on a clause only thanks, or None."""
    if perfect := _PERFECT.search(plain, start, end):
        return perfect.start()
    if plain[start:end].endswith("?") or any(_asks(m) for m in marks):
        return None
    thanks = _THANKS.search(plain, start, end)
    if thanks:
        return thanks.start()
    return start if _PLEASED.search(plain, start, end) else None


def _asks(mark: Mark) -> bool:
    return (isinstance(mark, Why) and mark.reason is not Reason.OTHER) or (isinstance(mark, Verb) and bool(mark.do))


def _stays(mark: Mark) -> bool:
    return isinstance(mark, Who) or (isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK))
