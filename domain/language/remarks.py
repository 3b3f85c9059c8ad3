"""Clauses that ask for nothing: what children just do, headings over what follows, things told beside a request."""

from __future__ import annotations

from domain.language.clauses import Clause
from domain.language.marks import Force, Part, Who
from domain.model.wish import Do

_WIDE = (Part.CENTRE, Part.CARE)


def without_remarks(clauses: list[Clause]) -> list[Clause]:
    """Drop clauses that ask for nothing, after lending what they head to the clauses under them."""
    kept = list[Clause]()
    for n, clause in enumerate(clauses):
        if _just_comes(clause, clauses) or _told_beside(clause, clauses):
            continue
        if _heads(clause, clauses[n + 1 :]):
            _head(clause, clauses[n + 1 :])
            continue
        kept.append(clause)
    return kept


def _names(clause: Clause) -> set[str]:
    return {name for who in clause.whos for name in who.names}


def _calls_off(clause: Clause) -> bool:
    away = clause.verb is not None and clause.verb.do in (Do.ABSENT, Do.CANCEL)
    return away or clause.reason is not None


def _just_comes(clause: Clause, clauses: list[Clause]) -> bool:
    """Say whether it only tells that others come, beside an absence: "Sohan est absent. Nahel sera là. Léah aussi."."""
    only_named = bool(clause.whos) and not (clause.acts or clause.days or clause.hours or clause.reason)
    said = clause.verb is not None and clause.verb.do is Do.BOOK and clause.verb.force is Force.SAID
    comes = said or (clause.same and clause.verb is None)
    others = [c for c in clauses if c is not clause and c.whos and _calls_off(c)]
    asked = any(c.verb and c.verb.do is Do.BOOK and c.verb.force is Force.ASKED for c in clauses)
    alone = bool(others) and all(not (_names(c) & _names(clause)) for c in others)
    return only_named and comes and alone and not asked and not any(c.acts for c in clauses)


def _told_beside(clause: Clause, clauses: list[Clause]) -> bool:
    """Say whether it tells of a day without any activity, beside a whole request in another sentence."""
    asks = clause.verb or clause.reason or clause.acts or clause.hours or clause.negative or clause.same or clause.but
    if asks or not (clause.told and clause.days):
        return False
    return any(
        c.sentence != clause.sentence and c.verb and c.verb.force is Force.ASKED and c.acts and c.days and c.whos
        for c in clauses
    )


def _under(clause: Clause, after: list[Clause]) -> list[Clause]:
    """Return the clauses right after it, in its sentence, that say the particulars."""
    return [c for c in after if c.sentence == clause.sentence and (c.acts or c.days)]


def _heads(clause: Clause, after: list[Clause]) -> bool:
    """Say whether it only says for whom, when or where the clauses under it are.

    "Pour Elio, la semaine prochaine, pas mardi mais jeudi"; "les deux au centre mercredi, elle le matin, lui …".
    """
    under = _under(clause, after)
    if not under or clause.reason or clause.negative or not clause.whos or clause.hours:
        return False
    if not clause.acts and clause.verb is None and clause.days and not clause.days.bases:
        return under[0].negative and not under[0].whos
    wide = bool(clause.acts) and all(a.part in _WIDE for a in clause.acts) and clause.days is not None
    split = [c for c in under if c.whos and c.acts and c.days is None and all(a.part not in _WIDE for a in c.acts)]
    return wide and len(split) > 1


def _head(clause: Clause, after: list[Clause]) -> None:
    for other in _under(clause, after):
        other.whos = other.whos or list[Who](clause.whos)
        other.days = other.days or clause.days
        other.verb = other.verb or clause.verb
