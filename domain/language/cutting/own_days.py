"""A day that was read as one list with the day before it, though a clause of its own begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days
from domain.model.wish import Do, Reason

_ILL: Final = (Reason.SICK, Reason.FAMILY)
#: What parts two clauses: without a comma "… aujourd'hui et demain Luka vient normalement" may be of both days.
_JOINT: Final = Expression(r"\s*[,;]\s*(?:(?:et|mais|puis|le|pour|ce)\b[\s,]*)*")


def with_own_days(plain: str, marks: Sequence[Mark]) -> list[Mark]:
    """Part "Elio est malade aujourd'hui, et lundi il me faut la cantine pour Luka": lundi is no day of illness."""
    parted = list[Mark]()
    for n, mark in enumerate(marks):
        leads = isinstance(mark, Days) and _is_ill_before(marks[:n]) and _books_next(plain, mark, marks[n + 1 :])
        parted += _parts(plain, mark) if leads and isinstance(mark, Days) else [mark]
    return parted


def _is_ill_before(before: Sequence[Mark]) -> bool:
    """Say whether an illness is all that its sentence has told so far."""
    stops = [n for n, m in enumerate(before) if isinstance(m, Sign) and m.cue is Cue.STOP]
    here = before[stops[-1] + 1 :] if stops else before
    ill = any(isinstance(m, Why) and m.reason in _ILL for m in here)
    return ill and not any(isinstance(m, Verb) and m.force is Force.ASKED for m in here)


def _books_next(plain: str, days: Days, after: Sequence[Mark]) -> bool:
    """Say whether a booking follows right behind the days, maybe with its child: "…, et lundi Luka mangera"."""
    who = after[0] if after and isinstance(after[0], Who) else None
    verb = next((m for m in after[1 if who else 0 :][:1] if isinstance(m, Verb)), None)
    if verb is None or verb.do is not Do.BOOK or verb.force is Force.NOUN:
        return False
    start = who.start if who else verb.start
    return not plain[days.end : start].strip(" ,") and (who is None or not plain[who.end : verb.start].strip())


def _parts(plain: str, days: Days) -> list[Mark]:
    if len(days.bases) < len(("before", "own")) or days.frames or days.week or days.excepts:
        return [days]
    *before, own = days.bases
    if _JOINT.fullmatch(plain, before[-1].end, own.start) is None:
        return [days]
    return [replace(days, end=before[-1].end, bases=tuple(before)), replace(days, start=own.start, bases=(own,))]
