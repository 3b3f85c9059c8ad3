"""A trace for people: which words gave which piece, what was assumed, what was left out, and why it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

import click
from sqlalchemy.orm import Session

from domain.language.tracing.evidence import Explained
from domain.language.tracing.trace import Piece, Skipped, Source, Step, Take, Value, Words
from domain.letters.wording import verdict_words
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.verdict import Verdict
from domain.model.wish import ANY_ACTIVITY, Question
from domain.services.consider import Why, judge_wishes
from preau.commands.explain_words import BASES, GROUNDS, KINDS, LEFT, ROLES, UNSURE

#: Longer stretches are quoted by their beginning.
_MAX_QUOTED: Final = 160
_MAX_DAYS: Final = 4
_LABEL: Final = 10


@dataclass(frozen=True, slots=True)
class Quoting:
    """What was typed, to quote from."""

    text: str
    subject: str = ""

    def quote(self, *all_words: Words) -> str:
        """Return words as typed, on one line; words of the subject say so."""
        return ", ".join(map(self._quoted, all_words))

    def _quoted(self, words: Words) -> str:
        typed = " ".join(words.quoted(self.text, self.subject).split())
        short = typed if len(typed) <= _MAX_QUOTED else typed[:_MAX_QUOTED].rstrip()
        more = "" if short == typed else f" … ({len(typed)} characters)"
        return f"“{short}”{more}{' in the subject' if words.source is Source.SUBJECT else ''}"


def judged_line(verdict: Verdict, structure: Structure) -> dict[str, Any]:
    """Return a judged line as the contract's object."""
    line = verdict.line
    return {
        "do": line.do, "child": line.child.first_name, "activity": line.activity.code or ANY_ACTIVITY,
        "date": line.day, "hour": line.hour, "verdict": verdict.code, "closes_at": verdict.closes_at,
        "price_cents": verdict.price_cents, "places_left": verdict.places_left,
        "message": verdict_words(verdict, structure),
    }  # fmt: skip


def print_trace(  # noqa: PLR0913 - who said what, and when
    session: Session, structure: Structure, family: Family, explained: Explained, typed: Quoting, asked_at: datetime
) -> None:
    """Print how `typed` was understood, and judge each line as of `asked_at`."""
    understood = explained.understanding
    judged = judge_wishes(session, structure, family, understood.wishes, Why.of(understood), asked_at)
    lines = [judged_line(verdict, structure) for each in judged for verdict in each.verdicts]
    for row in trace_rows(explained, typed, lines):
        click.echo(row)


def trace_rows(explained: Explained, typed: Quoting, lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the rows of a trace; `lines` are the judged lines."""
    trace, understood = explained.trace, explained.understanding
    if trace.source is Source.SUBJECT:
        yield "Only the subject asks for something."
    for step in trace.steps:
        yield from _step(step, typed)
    for piece in trace.reasons:
        yield _row("reason", _values(piece.values), f"← {typed.quote(*piece.words)}", indent="")
    yield from _command(explained, typed)
    yield from _section("read as", (f"{typed.quote(r.words)} → {r.read}" for r in trace.respelt))
    yield from _section("left out", (f"{typed.quote(left.words)}: {LEFT[left.why]}" for left in trace.left))
    yield from _section("lines", _aligned(lines))
    yield from _section("asks", _asks(explained, typed))
    if not (understood.wishes or understood.command or understood.ask):
        yield "nothing was understood"


def _step(step: Step, typed: Quoting) -> Iterator[str]:
    yield f"{typed.quote(step.words)} {ROLES[step.role]}"
    for n, take in enumerate(step.takes):
        if n:
            yield ""
        yield from _take(take, typed)


def _take(take: Take, typed: Quoting) -> Iterator[str]:
    for piece in take.pieces:
        yield _row(KINDS[piece.kind], _values(piece.values), _origin(piece, typed))
    for skipped in take.skipped:
        yield _row("not", *_skipped(skipped))


def _origin(piece: Piece, typed: Quoting) -> str:
    """Say where a piece comes from: its words, and what was assumed."""
    words = f"← {typed.quote(*piece.words)}" if piece.words else ""
    assumed = "; ".join(GROUNDS[ground] for ground in piece.grounds)
    return " ".join(part for part in (words, f"(assumed: {assumed})" if assumed else "") if part)


def _skipped(skipped: Skipped) -> tuple[str, str]:
    return _values(skipped.days), f"({LEFT[skipped.why]})"


def _command(explained: Explained, typed: Quoting) -> Iterator[str]:
    command = explained.understanding.command
    if command is None:
        return
    words = [heard.words for heard in explained.trace.heard if heard.command is command]
    origin = f"← {typed.quote(*words)}" if words else f"({BASES[explained.trace.basis]})"
    yield _row("command", command, origin, indent="")


def _asks(explained: Explained, typed: Quoting) -> Iterator[str]:
    questions = {question.ask: question for question in explained.understanding.questions}
    for doubt in explained.trace.doubts:
        on = f" on {_value(doubt.day)}" if doubt.day else ""
        words = f"{typed.quote(*doubt.words)}{on}: " if doubt.words else ""
        yield f"{doubt.ask}: {words}{UNSURE[doubt.why]}{_offered(questions[doubt.ask])}"


def _offered(question: Question) -> str:
    return f" (offered: {', '.join(choice.label for choice in question.choices)})" if question.choices else ""


# -- the form of rows -----------------------------------------------------------------------------------------------


def _row(label: str, value: str, origin: str, *, indent: str = "  ") -> str:
    return f"{indent}{label:<{_LABEL}}{value or '?'}  {origin}".rstrip()


def _section(title: str, rows: Iterable[str]) -> Iterator[str]:
    """Yield a title and its rows, or nothing when there are none."""
    for n, row in enumerate(rows):
        if not n:
            yield title
        yield f"  {row}"


def _aligned(lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    names = ("do", "child", "activity", "date", "verdict")
    cells = [[_value(line[name]) for name in names] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row, line in zip(cells, lines, strict=True):
        told = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{told}  {line['message']}"


def _values(values: Sequence[Value]) -> str:
    shown = [_value(value) for value in values]
    if len(shown) <= _MAX_DAYS:
        return ", ".join(shown)
    return f"{', '.join(shown[: _MAX_DAYS - 1])} … {shown[-1]} ({len(shown)})"


def _value(value: Value) -> str:
    match value:
        case date():
            return f"{value:%a %Y-%m-%d}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)
