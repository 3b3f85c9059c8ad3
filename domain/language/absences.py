"""Illness and other absences: what is said of one child's illness in several breaths is one absence."""

from __future__ import annotations

from domain.language.propositions import Link
from domain.language.statements import AWAY, Mood, Statement
from domain.language.when import Sort
from domain.model.wish import Do, Reason


def settle_absences(said: list[Statement]) -> None:
    """Make absences of what is called off for illness or a death, and fold "il est malade" into what follows from it."""
    ill = [s for s in said if s.prop.reason in AWAY and s.mood is not Mood.ASKED]
    for s in ill:
        if s.mood in (Mood.STATED, Mood.REFUSED) or s.do in (Do.CANCEL, Do.BOOK):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    for s in said:
        lasts = s.prop.returns or (_how_long(s) and s.mood in (Mood.TOLD, Mood.BARE, Mood.CONTEXT, Mood.STATED))
        if s.do is not Do.ABSENT and lasts and not s.prop.says_what and _illness_of(s, said):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    _returning(said)
    for s in said:
        if s.mood is Mood.STATED and s.do is Do.BOOK and s.prop.link is Link.BUT and _illness_of(s, said):
            for other in (s, *ill):  # "il tousse mais il vient à la cantine"
                if not _names(other) or not _names(s) or _names(other) & _names(s):
                    other.do, other.mood = None, Mood.TOLD
    for s in said:
        reason = _illness_of(s, said)
        if reason and (s.do is Do.CANCEL or s.do is Do.ABSENT):
            s.do = Do.ABSENT
            for item in s.items:
                item.reason = item.reason or reason
    _fold(said)


def _returning(said: list[Statement]) -> None:
    """Take "elle devrait être là demain", said of a child who is ill, for no booking."""
    for s in said:
        plain = s.mood is Mood.STATED and s.do is Do.BOOK and not s.prop.says_what and not (s.verb and s.verb.meal)
        if plain and _illness_of(s, said):
            s.do, s.mood = None, Mood.TOLD


def _how_long(s: Statement) -> bool:
    """Say whether it says how long something lasts: "5 jours", "jusqu'à jeudi"."""
    lasting = (Sort.LASTING, Sort.UNTIL)
    return any(w.sort in lasting for i in s.items if i.days for w in (*i.days.bases, *i.days.frames))


def _names(s: Statement) -> frozenset[str]:
    return frozenset(n for item in s.items for n in item.names)


def _illness_of(s: Statement, said: list[Statement]) -> Reason | None:
    """Return the illness told of the children of `s`, or of nobody in particular."""
    ill = [o for o in said if o.prop.reason in AWAY]
    mine, theirs = _names(s), frozenset(n for o in ill for n in _names(o))
    if not ill or (mine and theirs and not mine <= theirs and not all(o is s for o in ill)):
        return None
    return next((o.prop.reason for o in ill if not _names(o) or not mine or _names(o) & mine), None)


def _fold(said: list[Statement]) -> None:
    """Let an illness stand for nothing by itself when an absence of the same children is announced beside it."""
    for s in said:
        if s.mood is not Mood.ILL:
            continue
        mine = _names(s)
        away = [
            o
            for o in said
            if o is not s and o.do is Do.ABSENT and (not o.prop.says_who or not mine or _names(o) & mine)
        ]
        plain_away = [o for o in away if o.mood is not Mood.ILL]
        if not plain_away:
            continue
        days = next((i.days for i in s.items if i.days), None)
        for other in plain_away:
            for item in other.items:
                if not item.whos or (other.verb and other.verb.plural and not other.prop.says_who):
                    item.whos = [*item.whos, *(w for i in s.items for w in i.whos if w not in item.whos)]
                if item.days is None and days is not None:
                    item.days = days
        s.do, s.mood = None, Mood.TOLD
