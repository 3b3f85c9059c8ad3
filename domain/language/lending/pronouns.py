"""Whom or what "les", "les deux" and "sa sœur" stand for, by what was told just before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Who
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

#: Several are meant: "merci de les garder".
_THEM: Final = Expression(r"\bles (?=[a-z]+(?:er|ez|e|es|ir|re)\b)")


def resolve_them(plain: str, s: Statement, before: list[Statement]) -> None:
    """Let "je récupère Yasmine à 17h30 et Ilyès à 18h, merci de les garder" be for each what was told of it."""
    told = before[-1] if before else None
    if told is not None:
        _both_activities(plain, s, told)
    if s.mood is not Mood.ASKED or s.prop.says_who or len(s.items) > 1 or told is None or told.mood is not Mood.TOLD:
        return
    if _THEM.search(plain, s.prop.start, s.prop.end) and len(told.items) > 1 and all(i.whos for i in told.items):
        own = s.items[0]
        s.items = [
            replace(own, whos=list(i.whos), hours=own.hours or list(i.hours), days=own.days or i.days)
            for i in told.items
        ]


#: Two, of whatever kind.
_TWO: Final = 2
_BOTH: Final = Expression(r"les (?:deux|2)")


def _both_activities(plain: str, s: Statement, told: Statement) -> None:
    """Let "Elio était inscrit au midi et au goûter vendredi, annulez les deux" be of two activities, not children."""
    item, near = s.items[0], s.prop.sentence == told.prop.sentence and told.mood is Mood.TOLD
    one, two = len(told.items) == 1 and len(told.items[0].names) == 1, len(told.prop.of(Act)) == _TWO
    alone = s.do is Do.CANCEL and len(item.whos) == 1 and not item.says_what
    if near and one and two and alone and _BOTH.fullmatch(plain, item.whos[0].start, item.whos[0].end):
        item.whos = list(told.items[0].whos)


def resolve_siblings(said: list[Statement]) -> None:
    """Leave "sa sœur" to be resolved against the children named before it."""
    named = list[Who]()
    for s in said:
        for item in s.items:
            for n, who in enumerate(item.whos):
                if who.sibling and named:
                    item.whos[n] = replace(who, options=named[-1].names)
                elif who.names:
                    named.append(who)


def is_siblings(s: Statement, before: list[Statement]) -> bool:
    """Say whether it is said of a brother or sister, named in it or right before it in its sentence."""
    here = [s, *(o for o in before[::-1] if o.prop.sentence == s.prop.sentence)]
    whos = next((i.whos for o in here for i in o.items if i.whos), [])
    return any(w.sibling for w in whos)
