"""From statements to clauses: actions, corrections, refusals, absences, and what neighbours lend each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.language.absences import settle_absences
from domain.language.clauses import Clause
from domain.language.corrections import moved, refuse
from domain.language.hours import Hour
from domain.language.lending import lend
from domain.language.marks import Act, Mark, Part
from domain.language.propositions import Link, propositions
from domain.language.statements import Mood, Statement, statements
from domain.model.wish import Do

_WIDE = (Part.CARE, Part.CENTRE)


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
    _restated(said)
    _actions(said)
    refused = refuse(plain, said)
    settle_absences(plain, said)
    lend(plain, said)
    spoken = [s for s in said if s.mood is not Mood.FRAME and (s.do is not None or s.mood is Mood.BARE)]
    spoken = spoken or [s for s in said if s.mood is Mood.FRAME and s.do][:1]
    clauses = [_done(item, s) for s in spoken for item in s.items]
    return Settled([c for c in clauses if c.do or not c.bare], refused, said)


def _done(item: Clause, statement: Statement) -> Clause:
    item.do = item.do or statement.do
    return item


def _contexts(said: list[Statement]) -> None:
    """Set apart what names one sort of thing only, or heads a list: it lends, and asks for nothing itself."""
    for n, s in enumerate(said):
        if s.mood is Mood.ASKED and s.do is Do.BOOK and _announces(s, said[n + 1 :]):
            s.mood = Mood.FRAME
        if s.mood is not Mood.BARE:
            continue
        kinds = {Act if isinstance(x, Hour) else type(x) for x in s.prop.slots}
        others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT)]
        turns = (Link.BUT, Link.AND, Link.SLIP, Link.COLON, Link.EXCEPT, Link.INSTEAD)
        goes_on = s.prop.same or s.prop.yes or (s.prop.equates and n > 0) or s.prop.link in turns
        after = said[n + 1 : n + 2]
        if (s.prop.heads and after and len(kinds) < 3 and not _full(s)) or (len(kinds) <= 1 and others and not goes_on):
            s.mood = Mood.CONTEXT


def _restated(said: list[Statement]) -> None:
    """Take "…, inscrivez-le à la garderie" for a demand of what was said before it, and "Nahel sera là" for a remark."""
    for n, s in enumerate(said):
        named = [o for o in said[:n] if o.mood in (Mood.BARE, Mood.STATED, Mood.TOLD) and o.do in (None, Do.BOOK)]
        whole = [o for o in named if o.mood is not Mood.TOLD and (o.prop.says_what or o.prop.says_when)]
        if s.mood is Mood.ASKED and s.do is Do.BOOK and not s.prop.says_when and whole and not s.prop.same:
            plain_act = all(a.part in _WIDE for i in s.items for a in i.acts) and not any(i.hours for i in s.items)
            said_what = any(o.prop.says_what for o in whole)
            if (not s.prop.says_what or (plain_act and said_what)) and _same_people(s, whole):
                s.mood = Mood.FRAME
                if s.prop.only:
                    _narrow(s, whole)
        others = [o for o in said if o is not s and o.mood not in (Mood.TOLD, Mood.CONTEXT, Mood.FRAME)]
        idle = s.mood in (Mood.STATED, Mood.BARE) and s.do in (None, Do.BOOK) and s.prop.says_who
        away = all(o.do in (Do.ABSENT, Do.CANCEL) or o.mood is Mood.ILL for o in others)
        if idle and not (s.prop.says_what or s.prop.says_when) and others and (away or not s.prop.yes):
            copies = s.prop.same and any(o.do is not Do.ABSENT for o in others)
            if not copies and s.prop.link in (Link.START, Link.COLON, Link.BUT, Link.SO):
                s.mood = Mood.CONTEXT if s.mood is Mood.BARE else Mood.TOLD


def _narrow(s: Statement, whole: list[Statement]) -> None:
    """Keep only the children of "…, donc juste Luka à inscrire"."""
    for other in whole:
        for item in other.items:
            if s.items[0].names < item.names:
                item.whos = list(s.items[0].whos)


def _same_people(s: Statement, whole: list[Statement]) -> bool:
    if any(w.sibling for o in whole for i in o.items for w in i.whos):
        return True
    mine = {n for i in s.items for n in i.names}
    theirs = {n for o in whole for i in o.items for n in i.names}
    return not mine or not theirs or mine <= theirs


def _announces(s: Statement, after: list[Statement]) -> bool:
    """Say whether a demand only heads the list that follows it: "merci d'inscrire au centre :", "inscrire mon fils"."""
    passed = [
        o
        for o in after
        if o.mood is not Mood.FRAME and (o.mood is not Mood.BARE or o.prop.says_what or o.prop.says_when)
    ]
    listed = [o for o in passed if o.mood is Mood.BARE]
    if not listed or listed[0] is not passed[0] or s.verb is None or s.verb.move:
        return False
    named = s.prop.says_what or (s.prop.says_when and s.prop.says_who)
    return s.prop.heads or (not named and any(o.prop.says_what or o.prop.says_when for o in listed))


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
