"""Illness and other absences: what is said of one child's illness in several breaths is one absence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from domain.language.distribution import as_return
from domain.language.marks import Who
from domain.language.propositions import Link
from domain.language.statements import AWAY, Mood, Statement
from domain.language.when import Days, Sort
from domain.model.wish import Do, Reason


def settle_absences(said: list[Statement]) -> None:
    """Make absences of what is called off for illness or a death; fold "il est malade" into what follows from it."""
    _same_illness(said)
    ill = [s for s in said if s.prop.reason in AWAY and s.mood is not Mood.ASKED]
    for s in ill:
        if s.mood in (Mood.STATED, Mood.REFUSED) or s.do in (Do.CANCEL, Do.BOOK):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    _return_too(said)
    for s in said:
        lasts = s.prop.returns or (_how_long(s) and s.mood in (Mood.TOLD, Mood.BARE, Mood.CONTEXT, Mood.STATED))
        if s.do is not Do.ABSENT and lasts and not s.prop.says_what and _illness_of(s, said):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    _returning(said)
    _coming_all_the_same(said, ill)
    for s in said:
        reason = _illness_of(s, said) if s.do in (Do.CANCEL, Do.ABSENT) else None
        for item in s.items if reason else ():
            s.do, item.reason = Do.ABSENT, item.reason or reason
    _end_with_return(said)
    _fold(said)


def _end_with_return(said: list[Statement]) -> None:
    """Let "elle n'ira pas au centre demain. Retour lundi." be one absence, of what it was said of."""
    for n, s in enumerate(said):
        back = s.items[0].days
        alone = s.prop.returns and not s.prop.verbs and all(isinstance(x, Days) for x in s.prop.slots)
        dated = [
            o for o in said[:n] if o.do is Do.ABSENT and _dated(o) and not o.prop.returns and o.mood is not Mood.ILL
        ]
        if not (alone and dated and back):
            continue
        for item in dated[-1].items:
            item.days = replace(item.days, frames=(*item.days.frames, *back.frames)) if item.days else back
        s.do, s.mood = None, Mood.TOLD


def _coming_all_the_same(said: list[Statement], ill: list[Statement]) -> None:
    """Take "il tousse mais il vient à la cantine" for neither an absence nor a booking."""
    for s in said:
        if s.mood is Mood.STATED and s.do is Do.BOOK and s.prop.link is Link.BUT and _illness_of(s, said):
            for other in (s, *ill):
                if not _names(other) or not _names(s) or _names(other) & _names(s):
                    other.do, other.mood = None, Mood.TOLD


def _same_illness(said: list[Statement]) -> None:
    """Read "Sohan pareil" after "Nahel a une angine" as the same illness."""
    for before, s in pairwise(said):
        names = s.prop.says_who and not s.prop.says_what
        if before.mood is Mood.ILL and s.prop.same and names and s.mood in (Mood.BARE, Mood.CONTEXT):
            s.mood, s.do, s.prop.reason = Mood.ILL, Do.ABSENT, before.prop.reason
            if not _dated(before) and s.prop.sentence == before.prop.sentence:
                for item in before.items:
                    item.days = s.items[-1].days


def _return_too(said: list[Statement]) -> None:
    """Read "Séverine revient jeudi, mais pour Victor ce sera vendredi" as two days of return."""
    for n, s in enumerate(said):
        earlier = any(o.prop.returns and o.prop.sentence == s.prop.sentence for o in said[:n])
        again = earlier and (s.prop.only or s.prop.equates) and not s.prop.says_what
        back = as_return(s.items[0].days) if again and s.mood is not Mood.ASKED and _illness_of(s, said) else None
        if back:
            s.items[0].days = back
            s.do, s.mood = Do.ABSENT, Mood.STATED


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
    mine, theirs = _names(s) or _spoken_of(s, said), frozenset(n for o in ill for n in _names(o))
    if not ill or (mine and theirs and not mine <= theirs and not all(o is s for o in ill)):
        return None
    return next((o.prop.reason for o in ill if not _names(o) or not mine or _names(o) & mine), None)


def _spoken_of(s: Statement, said: list[Statement]) -> frozenset[str]:
    """Return whom the sentence was about just before ("JB sera à l'école, par contre annulez son goûter")."""
    before = [o for o in said[: said.index(s)] if o.prop.sentence == s.prop.sentence]
    return next((_names(o) for o in reversed(before) if _names(o)), frozenset())


def _patients(before: list[Statement]) -> list[Who]:
    """Return who was last told to be ill, all of them where one sentence tells of several."""
    ill = [o for o in before if o.mood is Mood.ILL and _names(o)]
    together = [o for o in ill if o.prop.sentence == ill[-1].prop.sentence]
    return [w for o in together for i in o.items for w in i.whos]


def _dated(s: Statement) -> bool:
    return any(i.days for i in s.items)


def _fold(said: list[Statement]) -> None:
    """Let an illness stand for nothing by itself when an absence of the same children is announced beside it."""
    for n, s in enumerate(said):
        unnamed = s.do is Do.ABSENT and (_dated(s) or s.mood is Mood.STATED) and not _names(s) and not s.prop.says_who
        patients = _patients(said[:n]) if unnamed else []
        for item in s.items if patients else ():
            item.whos = list(patients)
    for s in (o for o in said if o.mood is Mood.ILL):
        mine = _names(s)
        away = [
            o
            for o in said
            if o is not s and o.do is Do.ABSENT and (not o.prop.says_who or not mine or _names(o) & mine)
        ]
        plain_away = [o for o in away if o.mood is not Mood.ILL or (_dated(o) and not _dated(s) and mine <= _names(o))]
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
