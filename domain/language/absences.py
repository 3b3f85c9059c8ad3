"""Illness and other absences: what is said of one child's illness in several breaths is one absence."""

from __future__ import annotations

import itertools
import re
from typing import Final

from domain.language.distribution import as_return
from domain.language.marks import Who
from domain.language.propositions import Link
from domain.language.statements import AWAY, Mood, Statement
from domain.language.when import Days, Sort
from domain.model.wish import Do, Reason

#: Of several children: "ils reviennent jeudi".
_SEVERAL: Final = re.compile(r"\b(?:ils|elles|tous|toutes|les deux)\b|\b[a-z]+(?:ront|ennent)\b")


def settle_absences(plain: str, said: list[Statement]) -> None:
    """Make absences of what is called off for illness or a death, and fold "il est malade" into what follows from it."""
    _likewise(said)
    _back_as_well(said)
    _only_late(plain, said)
    ill = [s for s in said if s.prop.reason in AWAY and s.mood is not Mood.ASKED]
    for s in ill:
        if s.mood in (Mood.STATED, Mood.REFUSED) or s.do in (Do.CANCEL, Do.BOOK):
            s.do, s.mood = Do.ABSENT, Mood.STATED
    for s in said:
        lasts = (
            s.prop.returns
            or _only_days(s, said)
            or (_how_long(s) and s.mood in (Mood.TOLD, Mood.BARE, Mood.CONTEXT, Mood.STATED))
        )
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
    _fold(plain, said)


#: "sera en retard, il a rendez-vous chez le kiné".
_LATE: Final = re.compile(r"\b(?:en|du|de) retard\b|\barrivera?(?:ont)? (?:plus tard|vers|apres)\b")


def _only_late(plain: str, said: list[Statement]) -> None:
    """Let who only comes late not be absent."""
    for before, s in itertools.pairwise(said):
        late = before.mood is Mood.TOLD and _LATE.search(plain, before.prop.start, before.prop.end) is not None
        if late and s.mood is Mood.ILL and not (s.prop.says_when or s.prop.says_who):
            s.mood, s.do, s.prop.reason = Mood.TOLD, None, None


def _likewise(said: list[Statement]) -> None:
    """Read "Elio a la gastro, Luka aussi": both are ill."""
    for before, s in itertools.pairwise(said):
        alone = s.prop.same and s.prop.says_who and not (s.prop.says_what or s.prop.says_when or s.prop.verbs)
        if alone and before.mood is Mood.ILL and s.mood in (Mood.BARE, Mood.CONTEXT):
            s.mood, s.do, s.prop.reason = Mood.ILL, Do.ABSENT, before.prop.reason
            for item in s.items:
                item.reason, item.days = before.prop.reason, item.days or before.items[-1].days


def _back_as_well(said: list[Statement]) -> None:
    """Read "Séverine revient jeudi, mais pour Victor ce sera vendredi" as two days of return."""
    for n, s in enumerate(said):
        days_only = s.prop.says_when and all(isinstance(x, Days | Who) for x in s.prop.slots)
        returning = any(o.prop.returns for o in said[:n])
        if not (s.prop.equates and days_only and returning) or s.mood not in (Mood.BARE, Mood.CONTEXT):
            continue
        s.mood, s.do = Mood.STATED, Do.ABSENT
        for item in s.items:
            item.days = as_return(item.days)
            item.whos = item.whos or next((list(i.whos) for o in said[:n][::-1] for i in o.items if i.whos), [])


def _only_days(s: Statement, said: list[Statement]) -> bool:
    """Say whether it names days and nothing else, where nothing but an illness is told ("Pour lundi et mardi. …")."""
    dated = bool(s.prop.slots) and all(isinstance(x, Days) and x.bases for x in s.prop.slots)
    asked = any(o.do in (Do.BOOK, Do.CANCEL) for o in said if o is not s)
    return s.mood in (Mood.BARE, Mood.CONTEXT) and dated and not asked


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


def _of_several(plain: str, s: Statement) -> bool:
    """Say whether it is said of several children: "absents lundi", "ils reviennent jeudi"."""
    plural = s.verb is not None and s.verb.plural
    return plural or _SEVERAL.search(plain, s.prop.start, s.prop.end) is not None


def _fold(plain: str, said: list[Statement]) -> None:
    """Let an illness stand for nothing by itself when an absence of the same children is announced beside it."""
    several = {id(o) for o in said if not o.prop.says_who and _of_several(plain, o)}
    for s in reversed(said):
        if s.mood is not Mood.ILL:
            continue
        mine = _names(s)
        away = [
            o
            for o in said
            if o is not s and o.do is Do.ABSENT and (id(o) in several or not _names(o) or not mine or _names(o) & mine)
        ]
        plain_away = [o for o in away if o.mood is not Mood.ILL]
        if not plain_away:
            continue
        days = next((i.days for i in s.items if i.days), None)
        for other in plain_away:
            for item in other.items:
                if not item.whos or id(other) in several:
                    item.whos = [*item.whos, *(w for i in s.items for w in i.whos if w not in item.whos)]
                if item.days is None and days is not None:
                    item.days = days
        s.do, s.mood = None, Mood.TOLD
