"""Days of which something is only told: "jeudi tout devrait rentrer dans l'ordre", "aujourd'hui c'est déjà signalé"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from domain.language.intent.doubts import asking, is_ill
from domain.language.lexicon import days_told as lex
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Mark, Sign, Who, Why
from domain.language.notions.when import Days, When

#: A question of it is no telling: "et jeudi, ce sera comme d'habitude ?"; nor is a heading.
_NO_QUESTION: Final = r"(?![^.!?\n,;]{0,15}:)(?![^.!?\n]*\?)"
_TOLD: Final = tuple(
    Expression(rf"{lex.ABOUT_A_DAY}{said}{lex.NOT_OF_ANOTHER}{_NO_QUESTION}")
    for said in (lex.AS_EVER_THEN, lex.SEEN_TO)
)
_ENDS_THERE: Final = Expression(lex.ENDS_THERE)
_LEAVES: Final = Expression(lex.LEAVES)
_AS_USUAL: Final = Expression(lex.AS_USUAL)
_FAREWELL: Final = Expression(lex.FAREWELL)
_ASKED_TODAY: Final = Expression(lex.ASKED_TODAY)
_NEAR: Final = 60


def without_days_told(plain: str, marks: list[Mark]) -> list[Mark]:
    """Drop days of which folded text only tells something, where other days are named or a child is ill.

    Whom and what is named beside such a day stays, as told: "absent demain, aujourd'hui c'est déjà signalé".
    """
    spans = list(_spans(plain, marks))
    if not spans:
        return marks

    def inside(mark: Mark | When) -> bool:
        return any(start <= mark.start < end for start, end in spans)

    rest = [left for m in marks if (left := _outside(m, inside) if isinstance(m, Days) else m)]
    usual = any(_AS_USUAL.match(plain, start) for start, _ in spans)
    if not (usual or is_ill(marks) or any(isinstance(m, Days) for m in rest)):
        return marks  # "jeudi c'est déjà réservé, ajoutez le goûter": it is about that day
    kept = [m for m in rest if not inside(m) or isinstance(m, Who | Act | Why) or _parts(m)]
    told: list[Mark] = [Sign(end - 1, end, _told_by(plain, start, end, rest)) for start, end in spans]
    return sorted([*kept, *told], key=lambda m: (m.start, m.end))


def _told_by(plain: str, start: int, end: int, marks: list[Mark]) -> Cue:
    """Return how it is told: where nothing is asked in its sentence and no day named, all goes on as ever."""
    stops = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.STOP]
    since = max((m.end for m in stops if m.end <= start), default=0)
    until = min((m.start for m in stops if m.start >= end), default=len(plain))
    here = [m for m in marks if since <= m.start < until]
    usual = _AS_USUAL.match(plain, start) is not None and not any(isinstance(m, Days) for m in here)
    return Cue.UNAFFECTED if usual and not asking(here) else Cue.OTHER_VERB


def _spans(plain: str, marks: list[Mark]) -> Iterator[tuple[int, int]]:
    for pattern in (*_TOLD, _ENDS_THERE, _AS_USUAL, _ASKED_TODAY):
        yield from (m.span() for m in pattern.finditer(plain))
    if is_ill(marks):
        yield from (m.span() for m in _FAREWELL.finditer(plain))
        for days in (m for m in marks if isinstance(m, Days)):
            if _LEAVES.search(plain, max(0, days.start - _NEAR), days.start):
                yield days.start, days.bases[0].end if days.bases else days.end


def _outside(days: Days, inside: Callable[[When], bool]) -> Days | None:
    """Return `days` without those of which something is told, None where none is left."""
    bases, frames = ([w for w in said if not inside(w)] for said in (days.bases, days.frames))
    left = [*bases, *frames]
    if len(left) == len(days.bases) + len(days.frames):
        return days
    start, end = min((w.start for w in left), default=0), max((w.end for w in left), default=0)
    return replace(days, start=start, end=end, bases=tuple(bases), frames=tuple(frames)) if left else None


def _parts(mark: Mark) -> bool:
    return isinstance(mark, Sign) and mark.cue in (Cue.STOP, Cue.BREAK)
