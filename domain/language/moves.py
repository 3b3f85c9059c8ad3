"""Moves, corrections and what is declined: "décaler de mardi à jeudi", "pas jeudi mais vendredi", "pas Léah"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.clauses import Clause, Reading
from domain.language.marks import Act, Force, Verb
from domain.language.when import Days, Sort, When
from domain.model.wish import Do, Reason

_ABSENCES: Final = (Reason.SICK, Reason.FAMILY)
_TWO: Final = 2


def split_move(clause: Clause) -> list[Clause]:
    """Return a move as a cancellation and a booking; any other clause as it is."""
    if not clause.moving:
        return [clause]
    said = [(way, d) for way, d in clause.moved if isinstance(d, Days)]
    both = ([("", clause.days)] if clause.days else []) + said
    pairs = [p for way, d in both for p in _ends(way, d, alone=len(both) == 1)]
    acts = [(way, a) for way, a in clause.moved if isinstance(a, Act)]
    if len(pairs) == 1 and len(acts) >= _TWO and acts[-1][0] == "a":
        gone, come = acts[0][1], acts[-1][1]
        old = _copied(clause, Do.CANCEL, pairs[0][1], [gone])
        return [old, _copied(clause, Do.BOOK, pairs[0][1], [come])]
    if len(pairs) < _TWO:
        vague = Days(clause.start, clause.start, (When(Sort.VAGUE),))
        return [_copied(clause, Do.BOOK, vague, clause.acts)]
    if pairs[0][0] == "a" and pairs[1][0] != "a":
        pairs = [pairs[1], pairs[0]]
    return [_copied(clause, Do.CANCEL, pairs[0][1], clause.acts), _copied(clause, Do.BOOK, pairs[1][1], clause.acts)]


def _ends(way: str, days: Days, *, alone: bool) -> list[tuple[str, Days]]:
    """Read "de mardi à jeudi" beside "décaler" as two days, not as a period or a list."""
    if alone and len(days.bases) == _TWO and not days.frames:
        return [("", replace(days, bases=(base,))) for base in days.bases]
    span = days.bases[0] if len(days.bases) == 1 and days.bases[0].ends else None
    if span is None or span.ends is None:
        return [(way, days)]
    return [("", replace(days, bases=(When(Sort.DAY, days=(d,)),))) for d in span.ends]


def _copied(clause: Clause, do: Do, days: Days, acts: list[Act]) -> Clause:
    verb = Verb(clause.start, clause.start, do)
    return replace(clause, verb=verb, do=do, days=days, acts=list(acts), whos=list(clause.whos), moved=[])


def without_declined(clauses: list[Clause], reading: Reading) -> list[Clause]:
    """Turn "pas jeudi mais vendredi" into a move, and drop what is merely declined ("mardi et jeudi, pas vendredi")."""
    kept = list[Clause]()
    for n, clause in enumerate(clauses):
        if clause.verb and clause.verb.do is None and not clause.moving:  # "ne pas inscrire Léah"
            continue
        if clause.none:
            continue
        if not clause.negative:
            if clause.but and kept and kept[-1].do is Do.CANCEL and clause.verb is None:
                clause.do = Do.BOOK
            elif (
                clause.but
                and kept
                and kept[-1].verb
                and kept[-1].verb.do is Do.CANCEL
                and clause.verb is None
                and clause.days
            ):
                clause.do = Do.BOOK
                kept[-1].acts = kept[-1].acts or list(clause.acts)
            kept.append(clause)
            continue
        if _explained(clause, kept[-1] if kept else None):
            _take_over(clause, kept.pop())
        else:
            _judge_negative(clause, kept, clauses[n + 1 :], reading)
        if clause.do is Do.CANCEL:
            kept.append(clause)
    return kept


def _explained(clause: Clause, before: Clause | None) -> bool:
    """Say whether what stands before only tells why or when: "Elio voit le kiné mardi, donc pas de créatif"."""
    if (
        before is None
        or before.verb
        or before.reason not in (None, Reason.OTHER)
        or (clause.but and not before.told)
        or before.negative
        or not clause.acts
        or clause.instead
    ):
        return False
    return (
        before.told
        or before.reason is Reason.OTHER
        or not (before.acts or before.hours)
        or (not before.acts and clause.days is None)
    )


def _take_over(clause: Clause, before: Clause) -> None:
    if before.days and clause.days and not before.told:  # "lundi pas cantine mardi cantine": which day is off?
        clause.days = Days(clause.start, clause.start, (When(Sort.VAGUE),))
    clause.whos, clause.days = clause.whos or before.whos, clause.days or before.days
    clause.verb, clause.do = Verb(clause.start, clause.start, Do.CANCEL, Force.SAID), Do.CANCEL
    clause.negative = False


def _judge_negative(clause: Clause, before: list[Clause], after: list[Clause], reading: Reading) -> None:
    positive = before[-1] if before and not before[-1].bare else None
    asked = any(c.verb and c.verb.force is Force.ASKED and c.verb.do in (Do.BOOK, Do.CANCEL) for c in before)
    only_child = bool(clause.whos) and not clause.acts and not clause.days
    if only_child and positive is None and not after:
        return
    if positive and not only_child and _away(positive):  # "malade, pas de cantine ce midi"
        clause.verb, clause.do = Verb(clause.start, clause.start, Do.CANCEL, Force.SAID), Do.CANCEL
        return
    if clause.instead:
        clause.do = Do.CANCEL
        if positive and positive.verb is None:
            positive.do = Do.BOOK
        return
    if after and after[0].but and not asked:  # "pas jeudi mais vendredi"
        clause.do = Do.CANCEL
        return
    if (
        positive
        and (reading.mistake or clause.but)
        and not asked
        and not only_child
        and not (positive.verb and not reading.mistake)
    ):
        clause.do = Do.CANCEL
        if positive.verb is None:
            positive.do, positive.but = Do.BOOK, True
        return
    if (positive is None and not after and not only_child) or (
        positive is None
        and not only_child
        and not asked
        and (clause.days or (clause.acts and not _asked_for(after)))
        and not (after and after[0].but)
    ):
        clause.do = Do.CANCEL


def _asked_for(after: list[Clause]) -> bool:
    """Say whether a booking follows, which "pas le matin, seulement la cantine" only narrows."""
    return any(c.verb and c.verb.force is Force.ASKED and c.verb.do is Do.BOOK for c in after)


def _away(clause: Clause) -> bool:
    return clause.reason in _ABSENCES or (clause.verb is not None and clause.verb.do is Do.ABSENT)
