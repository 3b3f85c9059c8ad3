"""Days of an illness: in whose place it is another day, and what is no first day of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

#: "opérée jeudi au lieu de mardi", "jeudi et non mardi".
_NOT_THEN: Final = Expression(r"[\s,]*(?:au lieu|a la place|plutot que?|et non|non pas)\b")


def another_day(plain: str, said: list[Statement]) -> None:
    """Let a day in whose place an illness or an absence is told keep nobody away."""
    for before, s in pairwise(said):
        away = before.prop.reason in AWAY or (before.do is Do.ABSENT and before.prop.says_when)
        alone = bool(s.prop.slots) and all(isinstance(x, Days) for x in s.prop.slots) and not s.prop.verbs
        near = before.prop.sentence == s.prop.sentence
        if away and near and alone and _NOT_THEN.match(plain, s.prop.start):
            s.mood, s.do = Mood.TOLD, None
            s.items = [Clause(s.prop.sentence, s.prop.start)]


#: The row of a form that says when: "Jour : jeudi".
_WHEN: Final = Expression(r"\W*(?:(?:le |la |les )?(?:jours?|dates?|quand|periode|duree|jours? concernes?|pour)\W*)?")


def dated_below(plain: str, said: list[Statement]) -> None:
    """Let "Absence maladie Zoé", with the row "Jour : jeudi" below it, be an absence of that day and no other."""
    for n, s in enumerate(said):
        bare = s.mood is Mood.ASKED and s.do is Do.ABSENT and not s.prop.says_when
        rows = [o for o in said[n + 1 :] if bare and o.prop.sentence > s.prop.sentence]
        for head, o in pairwise(rows):
            answers = head.prop.heads and _WHEN.fullmatch(plain, head.prop.start, head.prop.end)
            alone = bool(o.prop.slots) and all(isinstance(x, Days) for x in o.prop.slots) and not o.prop.verbs
            if answers and alone and o.prop.link is Link.COLON:
                for item in s.items:
                    item.days = o.items[0].days
                o.mood, o.do = Mood.TOLD, None
                break


def is_open(days: Days) -> bool:
    """Say whether it only begins on a day: "à partir de demain"."""
    return bool(days.frames) and all(w.sort is Sort.SINCE for w in days.frames)


def begins_nothing(days: Days) -> bool:
    """Say whether it is over, or names no day: "malade encore quelques jours, notez-la absente jusqu'à demain"."""
    return all(w.sort in (Sort.AGO, Sort.VAGUE) for w in days.bases)
