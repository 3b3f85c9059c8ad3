"""Traces an understanding back to the words: the same reading as `understand`, and why it came to what it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.language.days.calendar import lay
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Mark, Who, Why
from domain.language.notions.points_open import Open
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import Sort
from domain.language.tracing.left import everything_left
from domain.language.tracing.pieces import Pieces, said_days
from domain.language.tracing.places import place, places, respelt
from domain.language.tracing.trace import Doubt, Heard, Kind, Piece, Respelt, Role, Source, Step, Trace, Unsure, Words
from domain.language.understand import read, with_late_reason
from domain.language.writing.text import composed
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask, Do, Understanding

_ROLES = {
    Mood.ASKED: Role.ASKED, Mood.STATED: Role.STATED, Mood.BARE: Role.NAMED, Mood.ILL: Role.ILL,
    Mood.FRAME: Role.FRAMES, Mood.CONTEXT: Role.FRAMES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explained:
    """An understanding, and the way to it."""

    understanding: Understanding
    trace: Trace


def explain(text: str, *, family: Family, structure: Structure, now: datetime, subject: str = "") -> Explained:
    """Return what `understand` returns, and why; its offsets are those of the composed text (`text.composed`)."""
    text, subject = composed(text), composed(subject)
    reading = read(text, family=family, structure=structure, now=now, subject=subject)
    pieces = Pieces.of(reading)
    found = reading.found
    reasons = [m for m in found.marks if isinstance(m, Why)] if found else []
    heard = zip(found.commands, found.spans, strict=True) if found else ()
    placed = ((command, place(reading.text, *span, pieces.source)) for command, span in heard)
    trace = Trace(
        reading.basis,
        pieces.source,
        tuple(_steps(pieces)),
        tuple(sorted(everything_left(pieces, text, subject), key=lambda left: left.words)),
        tuple(_doubts(pieces)),
        tuple(_respelt(pieces)),
        tuple(Heard(command, words) for command, words in placed if words),
        tuple(
            Piece(Kind.REASON, (reason,), places(reading.text, spans, pieces.source))
            for reason in dict.fromkeys(m.reason for m in reasons)
            if (spans := [(m.start, m.end) for m in reasons if m.reason is reason])
        ),
    )
    return Explained(with_late_reason(reading.understanding, text, subject, structure), trace)


def _respelt(pieces: Pieces) -> Iterator[Respelt]:
    reading = pieces.reading
    yield from respelt(reading.text, pieces.source)
    if reading.titled:
        yield from respelt(reading.title, Source.SUBJECT)


# -- propositions --------------------------------------------------------------------------------------------------


def _steps(pieces: Pieces) -> list[Step]:
    """Return the propositions that count, in order; the halves of a move are one."""
    text, done = pieces.reading.text, dict[Words, Step]()
    for s in pieces.reading.settled.statements:
        spoken = pieces.spoken(s)
        tells = not spoken and pieces.tells_of_absence(s)
        role = Role.ILL if tells else _ROLES.get(s.mood)
        words = place(text, s.prop.start, s.prop.end, pieces.source)
        if role is None or words is None or not (spoken or tells or role is Role.FRAMES):
            continue
        takes = tuple(pieces.take(item, s) for item in spoken)
        before = done[words].takes if words in done else ()
        done[words] = Step(words, Role.ASKED if spoken and role is Role.FRAMES else role, (*before, *takes))
    for prop in pieces.swallowed:
        words = place(text, prop.start, prop.end, pieces.source)
        if words:
            done.setdefault(words, Step(words, Role.CORRECTS))
    return sorted(done.values(), key=lambda step: step.words)


# -- questions ------------------------------------------------------------------------------------------------------


def _doubts(pieces: Pieces) -> Iterator[Doubt]:
    """Yield why each question is asked: the first reason for each, as the questions are the first of each."""
    first = dict[Ask, Doubt]()
    for s in pieces.reading.settled.statements:
        for item in pieces.spoken(s):
            for point in pieces.resolved(item).open:
                first.setdefault(point.ask, _doubt(pieces, s, item, point))
    for ask in pieces.reading.understanding.ask:
        yield first.get(ask) or _doubt_of_all(pieces, ask)


def _doubt_of_all(pieces: Pieces, ask: Ask) -> Doubt:
    """Return the doubt about an action that no item has: a mere "change", or what is wanted and called off at once."""
    changes = [(s.prop.start, s.prop.end) for s in pieces.reading.settled.statements if s.prop.change]
    words = places(pieces.reading.text, changes, pieces.source)
    return Doubt(ask, Unsure.NO_ACTION if words else Unsure.DISPUTED, words)


def _doubt(pieces: Pieces, s: Statement, item: Clause, point: Open) -> Doubt:
    why, marks = _unsure(pieces, item, point.ask)
    words = pieces.placed_marks(marks) or places(pieces.reading.text, [(s.prop.start, s.prop.end)], pieces.source)
    return Doubt(point.ask, why, words, point.day)


def _unsure(pieces: Pieces, item: Clause, ask: Ask) -> tuple[Unsure, list[Mark]]:
    match ask:
        case Ask.CHILD:
            return _unsure_child(item)
        case Ask.ACTIVITY:
            return (Unsure.WIDE_ACTIVITY if item.says_what else Unsure.NO_ACTIVITY), [*item.acts, *item.hours]
        case Ask.DATE:
            return _unsure_days(pieces, item)
        case Ask.ACTION:
            return Unsure.NO_ACTION, []


def _unsure_child(item: Clause) -> tuple[Unsure, list[Mark]]:
    doubtful: list[Mark] = [w for w in item.whos if not w.names]
    if item.puzzled:
        return Unsure.PUZZLED, list(item.whos)
    if not doubtful:
        return Unsure.NO_CHILD, []
    known = any(isinstance(w, Who) and (w.options or w.sibling) for w in doubtful)
    return (Unsure.SEVERAL if known else Unsure.STRANGER), doubtful


def _unsure_days(pieces: Pieces, item: Clause) -> tuple[Unsure, list[Mark]]:
    days = said_days(item)
    if days is None:
        return Unsure.NO_DAY, []
    sorts = {w.sort for w in (*days.bases, *days.frames)}
    if Sort.CLASH in sorts or any(b.doubt for b in days.bases):
        return Unsure.CLASH, [days]
    laid = lay(days, pieces.reading.world.scene, book=item.do is Do.BOOK)
    if laid.past:
        return Unsure.PAST, [days]
    return (Unsure.NOTHING_RUNS if laid.days else Unsure.VAGUE), [days]
