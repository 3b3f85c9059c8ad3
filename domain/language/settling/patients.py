"""Of whom an illness is told when nobody is named: of the one who is ill, not of the sibling who comes."""

from __future__ import annotations

from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.people.gender import speaks_of_another
from domain.model.wish import Do


def of_the_patient(plain: str, said: list[Statement]) -> None:
    """Let "Victor est malade, Séverine viendra. Il a vomi toute la nuit" be told of Victor alone, in any order.

    The same of who is kept at home: "…, Séverine viendra normalement, je le garde avec moi".
    """
    for n, s in enumerate(said):
        if not (s.mood is Mood.ILL or _keeps_home(s)) or any(i.whos for i in s.items):
            continue
        named = [*(o for o in said[n::-1] if any(i.whos for i in o.items)), *(o for o in said[n:] if o.names)]
        near, patient = named[0] if named else None, next((o for o in named if o.prop.reason in AWAY), None)
        if near is None or patient is None or not _comes(near) or near.names & patient.names:
            continue
        if not speaks_of_another(plain, s.prop.start, s.prop.end, patient.names):
            for item in s.items:
                item.whos = list(patient.items[-1].whos)


def told_at_first(said: list[Statement]) -> None:
    """Let "Je le garde avec moi. Victor a de la fièvre, il sera absent demain" be one absence, of tomorrow."""
    for n, s in enumerate(said):
        home = _keeps_home(s) and not (s.prop.says_when or s.prop.says_what)
        away = (o for o in said[n + 1 :] if o.do is Do.ABSENT or _keeps_home(o))
        after = [o for o in away if o.mood is not Mood.ILL and not o.prop.same]
        if home and any(_is_of_same(s, o) and any(i.days for i in o.items) for o in after):
            s.mood, s.do = Mood.TOLD, None


def _keeps_home(s: Statement) -> bool:
    """Say whether a child is said to stay at home: "je le garde avec moi"."""
    return s.mood is Mood.STATED and s.do is Do.CANCEL and s.verb is not None and s.verb.whole


def _comes(s: Statement) -> bool:
    """Say whether it tells that a child comes: "Séverine viendra normalement"."""
    return s.prop.reason not in AWAY and (s.prop.unaffected or (s.verb is not None and s.verb.do is Do.BOOK))


def _is_of_same(s: Statement, other: Statement) -> bool:
    return not s.names or not other.names or bool(s.names & other.names)
