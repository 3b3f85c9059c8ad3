"""From statements to clauses: actions, corrections, refusals, absences, and what neighbours lend each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from domain.language.clauses import Clause
from domain.language.corrections import moved, refuse
from domain.language.lending import lend
from domain.language.hours import Hour
from domain.language.marks import Act, Mark
from domain.language.absences import settle_absences
from domain.language.propositions import Link, propositions
from domain.language.statements import AWAY, Mood, Statement, statements
from domain.model.wish import Do


@dataclass(slots=True)
class Settled:
    """What a message comes to: clauses, those that take something back from them, and what was said of the whole."""

    clauses: list[Clause] = field(default_factory=list)
    refused: list[Clause] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def settle(plain: str, marks: list[Mark]) -> Settled:
    """Return the clauses of a message, given its marks in order."""
    said = statements(plain, propositions(plain, marks))
    said = moved(plain, said)
    _contexts(said)
    _actions(said)
    refused = refuse(plain, said)
    settle_absences(plain, said)
    lend(plain, said)
    clauses = [_done(item, s) for s in said for item in s.items if s.do is not None or s.mood is Mood.BARE]
    return Settled([c for c in clauses if c.do or not c.bare], refused, said)


def _done(item: Clause, statement: Statement) -> Clause:
    item.do = item.do or statement.do
    return item


def _contexts(said: list[Statement]) -> None:
    """Set apart what names one sort of thing only, or heads a list: it lends, and asks for nothing itself."""
    for n, s in enumerate(said):
        if s.mood is not Mood.BARE:
            continue
        kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
        others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT)]
        goes_on = s.prop.same or s.prop.yes or s.prop.equates or s.prop.link in (Link.BUT, Link.AND, Link.SLIP)
        after = said[n + 1 : n + 2]
        if s.prop.heads and after and len(kinds) < 3 and not _full(s):
            s.mood = Mood.CONTEXT
        elif len(kinds) <= 1 and others and not goes_on:
            s.mood = Mood.CONTEXT


def _full(s: Statement) -> bool:
    return s.prop.says_what and s.prop.says_when


def _actions(said: list[Statement]) -> None:
    """Give what names things without a verb the action of the demand it belongs to."""
    for n, statement in enumerate(said):
        if statement.mood is Mood.BARE:
            statement.do = _borrowed(statement, said[:n][::-1], said[n + 1 :])
    for n, frame in enumerate(said):
        if frame.mood is Mood.FRAME and frame.do in (Do.BOOK, Do.CANCEL):
            _trail(frame, said[:n])


def _trail(frame: Statement, before: list[Statement]) -> None:
    """Let "merci de les inscrire" decide for what was only named or stated before it."""
    for other in before:
        weak = other.mood is Mood.BARE or (other.mood is Mood.STATED and other.do is Do.BOOK)
        if weak and other.do in (None, Do.BOOK):
            other.do = frame.do


def _borrowed(bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    for other in before:
        if other.mood is Mood.ASKED and other.do in (Do.BOOK, Do.CANCEL):
            return other.do
        if other.mood is Mood.FRAME and other.do in (Do.BOOK, Do.CANCEL):
            return other.do
        if other.mood is Mood.STATED and other.do and other.prop.sentence == bare.prop.sentence:
            return other.do
    for other in after:
        if other.mood is Mood.FRAME and other.do in (Do.BOOK, Do.CANCEL):
            return other.do
        if other.mood is Mood.ASKED and other.do:
            same = other.prop.sentence == bare.prop.sentence or bare.prop.heads
            complete = bare.prop.says_what and bare.prop.says_when
            if not complete and (same or other.do is Do.BOOK):
                return other.do
            break
    if any(s.prop.change for s in (*before, *after, bare)):
        return None
    return Do.BOOK if bare.prop.says_what else None
