"""A remark before a demand in one sentence: "le site refuse ma demande, pouvez-vous inscrire Zoé jeudi ?"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from domain.language.intent.commands import topic_of
from domain.language.intent.doubts import is_ill
from domain.language.intent.tones import Tone, tones
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Cue, Force, Mark, Sign, Verb, Who, Why
from domain.language.notions.when import Days
from domain.model.wish import Command

_ENDS: Final = Expression(r"[.!?;\n]")
#: What hangs on it is no remark, and what is asked first is no remark either.
_HANGS: Final = Expression(
    r"\W*(?:(?:bonjour|bonsoir)\W+)?(?:et |mais )?(?:si|s'|quand|lorsque|pour|a moins|avant|apres)\b"
)
_QUESTIONS: Final = frozenset({Tone.DIRECT, Tone.INDIRECT, Tone.SHOW})


def parted_remarks(plain: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with the end of a sentence at the comma between a remark and the whole demand behind it."""
    commas = [m for m in marks if isinstance(m, Sign) and m.cue is Cue.BREAK and plain.startswith(",", m.start)]
    starts = [m.start for m in marks]
    parted = [m for m in commas if _parts(plain, marks, starts, m)]
    stops = [Sign(m.start, m.end, Cue.STOP) for m in parted]
    return sorted([*(m for m in marks if m not in parted), *stops], key=lambda m: (m.start, m.end)) if parted else marks


def _parts(plain: str, marks: list[Mark], starts: list[int], comma: Sign) -> bool:
    """Say whether a remark that is about something else stands before the comma, and a whole demand behind it."""
    start, end = _ENDS.last_end(plain, comma.start), _ENDS.next_start(plain, comma.end)
    front = marks[bisect_left(starts, start) : bisect_left(starts, comma.start)]
    if any(isinstance(m, Who | Act | Verb | Why) for m in front) or _HANGS.match(plain, start):
        return False
    about, told = topic_of(plain[start : end + 1]), topic_of(plain[start : comma.start])
    matters = told is not None and told.command is not Command.HELP  # by itself
    if about is None or about.grave or matters or not _QUESTIONS.isdisjoint(tones(plain[start : comma.start])):
        return False
    return _demands(marks[bisect_left(starts, comma.end) : bisect_left(starts, end)])


def _demands(marks: list[Mark]) -> bool:
    """Say whether a verb that asks stands with an activity and a day, or a child is said to come, or to be ill."""
    days, acts = (any(isinstance(m, kind) for m in marks) for kind in (Days, Act))
    first = next((m for m in marks if isinstance(m, Verb | Who)), None)
    verb = next((m for m in marks if isinstance(m, Verb)), None)
    if is_ill(marks) and isinstance(first, Who):
        return True
    if verb is None or verb.do is None or not (days and acts):
        return False
    return verb.force is Force.ASKED or (verb.force is Force.SAID and isinstance(first, Who))
