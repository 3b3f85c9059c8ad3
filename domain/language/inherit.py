"""After reading: moves become a cancellation and a booking, declined things go, and clauses take what they lack."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from domain.language.clauses import Clause, Reading
from domain.language.marks import Force, Part, Who
from domain.language.moves import split_move, without_declined
from domain.language.remarks import without_remarks
from domain.language.when import Days, Sort
from domain.model.wish import Do, Reason

_ABSENCES = (Reason.SICK, Reason.FAMILY)


def settle(reading: Reading) -> list[Clause]:
    """Return the clauses that ask for something, each with its action and all that its neighbours lend it."""
    clauses = [c for clause in reading.clauses for c in split_move(clause)]
    clauses = [c for c in clauses if c.verb or c.reason or c.whos or c.acts or c.days]
    for aside, clause in pairwise(clauses):
        if aside.aside and clause.negative and aside.sentence == clause.sentence:
            clause.days = clause.days or aside.days
    if any(c.verb or c.reason or not c.told for c in clauses):
        clauses = [c for c in clauses if c.verb or c.reason or not c.aside]
    clauses = without_remarks(clauses)
    clauses = without_declined(_without_occasions(clauses), reading)
    _absences(clauses)
    _verbs(clauses, reading)
    clauses = [c for c in clauses if not _is_remark(c, clauses)]
    _siblings(clauses)
    _same(clauses)
    _frames(clauses)
    _lend(clauses)
    return clauses


def _without_occasions(clauses: list[Clause]) -> list[Clause]:
    """Let "rendez-vous jeudi matin" lend its day to the "ne viendra pas" after it, and book nothing by itself."""
    kept = list[Clause]()
    for n, clause in enumerate(clauses):
        if clause.reason is not Reason.OTHER or clause.verb or clause.negative:
            kept.append(clause)
            continue
        after = next((c for c in clauses[n + 1 :] if c.verb and c.verb.do in (Do.CANCEL, Do.ABSENT)), None)
        if after is None:
            clause.told = True
            kept.append(clause)
        else:
            after.whos, after.days = after.whos or clause.whos, after.days or clause.days
    return kept


def _is_remark(clause: Clause, clauses: list[Clause]) -> bool:
    """Say whether it names things without asking for anything ("Victor, lui, …", "c'est pour mardi")."""
    if (
        clause.bare
        and len(clauses) > 1
        and (clause.do is not Do.ABSENT or any(c is not clause and c.do is Do.ABSENT for c in clauses))
    ):
        return True
    named = (bool(clause.whos), bool(clause.acts or clause.hours), bool(clause.days))
    goes_on = any(c is not clause and c.do and c.sentence == clause.sentence for c in clauses)
    if not clause.whos and goes_on and not clause.told:  # "lundi midi et jeudi"
        return False
    if (
        clause.verb is None
        and clause.do is not Do.ABSENT
        and not clause.negative
        and sum(named) == 1
        and not clause.same
        and not clause.but
    ):
        _give(clause, [c for c in clauses if c is not clause])
        return len(clauses) > 1
    return False


def _give(clause: Clause, others: list[Clause]) -> None:
    """Let a remark fill what the whole message lacks ("Il faudrait l'inscrire à la cantine. C'est pour mardi.")."""
    if clause.whos and not any(c.whos for c in others):
        for other in others:
            other.whos = list(clause.whos)
    if clause.days and not any(c.days for c in others):
        for other in others:
            other.days = clause.days
    if clause.acts and not any(c.acts for c in others):
        for other in others:
            other.acts = list(clause.acts) if other.do is Do.BOOK else other.acts


# -- actions -------------------------------------------------------------------------------------------------------


def _absences(clauses: list[Clause]) -> None:
    """Make an absence of what is said beside an illness or a death, for the same children."""
    for clause in clauses:
        reason = clause.reason
        if reason not in _ABSENCES or (clause.verb and clause.verb.do is Do.BOOK and clause.verb.force is Force.ASKED):
            continue
        if reason is Reason.SICK and clause.verb and clause.verb.do is Do.BOOK:  # "il tousse mais il vient"
            clause.do, clause.verb = None, None
            continue
        away = [c for c in clauses if c.verb and c.verb.do in (Do.CANCEL, Do.ABSENT) and _same_children(c, clause)]
        for other in away:
            other.do, other.reason = Do.ABSENT, reason
        if (
            clause in away
            or not away
            or (
                not clause.verb
                and clause.days
                and not clause.acts
                and all(c.days for c in away)
                and any(c.sentence == clause.sentence for c in away)
            )
        ):
            clause.do = Do.ABSENT
        elif clause.bare or not clause.verb:
            _fold(clause, away)


def _fold(clause: Clause, away: list[Clause]) -> None:
    """Let "Victor est malade" lend its child to "il ne viendra pas demain", and stand for nothing itself."""
    for other in away:
        other.whos = other.whos or list(clause.whos)
        other.days = other.days or clause.days
    clause.whos, clause.acts, clause.hours, clause.days = [], [], [], None
    clause.do = clause.verb = None


def _same_children(one: Clause, ill: Clause) -> bool:
    named = {n for w in one.whos for n in w.names}
    ill_named = {n for w in ill.whos for n in w.names}
    return not named or not ill_named or named <= ill_named


def _verbs(clauses: list[Clause], reading: Reading) -> None:
    """Give each clause its action: its own verb's, a neighbour's, or that of a verb which stands alone after it."""
    for clause in clauses:
        if clause.do is None and clause.verb:
            clause.do = clause.verb.do
        clause.whole = clause.verb is not None and clause.verb.whole
    _trailing(clauses)
    for n, clause in enumerate(clauses):
        if clause.do is None and not clause.bare:
            clause.do = _borrowed(clause, clauses[:n], clauses[n + 1 :], reading)


def _trailing(clauses: list[Clause]) -> None:
    """Let "Merci de les inscrire." decide for the clauses before it that say no more than "viendra"."""
    for n, clause in enumerate(clauses):
        if not clause.bare or clause.verb is None or clause.do not in (Do.BOOK, Do.CANCEL):
            continue
        for other in clauses[:n]:
            weaker = other.verb is None or (
                other.verb.force.value < clause.verb.force.value and other.verb.do is Do.BOOK
            )
            if weaker and other.do in (None, Do.BOOK) and not other.bare and not other.but:
                other.do = clause.do


def _own_matter(clause: Clause) -> bool:
    """Say whether a cancellation names its own days after its verb: "…, annulez vendredi" says nothing of the rest."""
    after = clause.verb is not None and clause.days is not None and clause.verb.start < clause.days.start
    return clause.do is Do.CANCEL and after and clause.verb is not None and clause.start == clause.verb.start


def _is_fronted(clause: Clause) -> bool:
    """Say whether its cancellation takes up only what stands before its verb ("la cantine, vous me l'enlevez")."""
    named = bool(clause.acts) and clause.days is not None
    return clause.verb is not None and clause.verb.fronted and clause.do is Do.CANCEL and named


def _borrowed(clause: Clause, before: list[Clause], after: list[Clause], reading: Reading) -> Do | None:
    until = any(h.word.startswith("jusqu") or h.to for h in clause.hours)
    if (clause.told and not clause.same) or (clause.hours and clause.whos and not clause.acts and not until):
        return None  # "Nahel a judo lundi à 17h, Sohan reste au goûter"
    for other in reversed(before):
        if other.do is None or other.negative or other.instead:
            continue
        near = other.sentence == clause.sentence
        listed = other.verb is not None and other.verb.force is Force.ASKED and other.do is not Do.ABSENT
        if near or listed or other.do is Do.BOOK:
            return other.do
        return Do.BOOK if clause.acts and clause.days and clause.whos and not reading.change else None
    lenders = [c for c in after if c.do and not (clause.acts and clause.days and (_own_matter(c) or _is_fronted(c)))]
    following = next((c.do for c in lenders if c.sentence == clause.sentence or c.bare or c.do is Do.BOOK), None)
    if following and following is not Do.ABSENT:
        return following
    if reading.change:
        return None
    complete = clause.acts or (until and (clause.whos or clause.days))
    return Do.BOOK if complete and not clause.told else None


# -- what neighbours lend ------------------------------------------------------------------------------------------


def _siblings(clauses: list[Clause]) -> None:
    """Leave "sa sœur" to be resolved against the children named before it in the message."""
    named = list[Who]()
    for clause in clauses:
        for n, who in enumerate(clause.whos):
            if who.sibling and named:
                clause.whos[n] = replace(who, options=named[-1].names)
            elif who.names:
                named.append(who)


def _copies(clause: Clause, before: list[Clause]) -> list[Clause]:
    """Return, for "Victor pareil", all that was said of the child before but the last thing, which it takes itself."""
    named = max((n for n, c in enumerate(before) if c.whos), default=0)
    return [replace(c, whos=list(clause.whos), same=False) for c in before[named:-1]]


def _same(clauses: list[Clause]) -> None:
    copies = list[Clause]()
    for n, clause in enumerate(clauses):
        model = clauses[n - 1] if n else None
        if not clause.same or model is None:
            continue
        if clause.whos and clause.days is None and not clause.acts and not model.whos:
            copies += _copies(clause, clauses[:n])
        if clause.days and model.days and not clause.acts:
            clause.days = replace(clause.days, bases=(*model.days.bases, *clause.days.bases), frames=model.days.frames)
    clauses += copies


def _frames(clauses: list[Clause]) -> None:
    """Let a limit at the end of a sentence hold for the open repetitions before it."""
    for n, clause in enumerate(clauses):
        if clause.days is None or not clause.days.frames or not clause.days.bases:
            continue
        for other in clauses[:n]:
            loose = other.days and other.days.bases and not other.days.frames and other.sentence == clause.sentence
            if loose and other.days and all(b.sort in (Sort.EVERY, Sort.WEEKDAY) for b in other.days.bases):
                other.days = replace(other.days, frames=clause.days.frames)


def _meaning(days: Days | None) -> bool:
    """Say whether days name something else than when an illness began or "the same days"."""
    return days is not None and not all(w.sort in (Sort.SAME, Sort.AGO) for w in (*days.bases, *days.frames))


def _lend(clauses: list[Clause]) -> None:
    for n, clause in enumerate(clauses):
        before, after = clauses[:n][::-1], clauses[n + 1 :]
        if not clause.whos:
            lenders = [c for c in (*before, *after) if c.whos and not (clause.do is Do.BOOK and _is_ill(c))]
            clause.whos = list(lenders[0].whos) if lenders else []
        if not _meaning(clause.days):
            clause.days = _days_for(clause, before, after)
        if _restates(clause) and any((c.acts or c.hours) and c.hours and _lends_acts(c, clause) for c in before):
            clause.acts = []  # "… jusqu'à 18h, inscrivez-le à la garderie"
        if not clause.acts and not clause.hours and not clause.whole and clause.do is not Do.ABSENT:
            lender = next((c for c in before if (c.acts or c.hours) and _lends_acts(c, clause)), None)
            lender = lender or next((c for c in after if _lends_back(c, clause)), None)
            if lender:
                clause.acts, clause.hours = list(lender.acts), list(lender.hours)


def _restates(clause: Clause) -> bool:
    """Say whether it names no more than "la garderie", whose hour stands before it."""
    return bool(clause.acts) and all(a.part is Part.CARE for a in clause.acts) and not clause.hours


def _is_ill(clause: Clause) -> bool:
    return clause.do is Do.ABSENT and clause.reason is Reason.SICK


def _lends_back(lender: Clause, clause: Clause) -> bool:
    """Say whether a later clause names the activity of both; "Elio mercredi et Luka mercredi après-midi" does not."""
    own = lender.days is not None and clause.days is not None and bool(lender.whos)
    glued = own and any(lender.days is not None and a.start == lender.days.end + 1 for a in lender.acts)
    return bool(lender.acts or lender.hours) and lender.sentence == clause.sentence and not glued


def _lends_acts(lender: Clause, clause: Clause) -> bool:
    return clause.do is Do.BOOK or lender.do is clause.do or lender.sentence == clause.sentence


def _others_absence(lender: Clause, clause: Clause) -> bool:
    """Say whether it is the absence of one child beside a booking for another, whose days need not be the same."""
    return lender.do is Do.ABSENT and clause.do is Do.BOOK and not _same_children(lender, clause)


def _days_for(clause: Clause, before: list[Clause], after: list[Clause]) -> Days | None:
    same = clause.days is not None and any(w.sort is Sort.SAME for w in clause.days.bases)
    if clause.do is Do.ABSENT and not same and clause.reason is Reason.SICK:
        together = [c for c in after if c.verb and c.verb.plural and c.sentence == clause.sentence and not clause.told]
        return next((c.days for c in (*before, *together) if _meaning(c.days) and c.do is Do.ABSENT), None)
    lenders = [c for c in before if _meaning(c.days) and not _others_absence(c, clause)]
    found = lenders[0].days if lenders else None
    if found or same:
        return found
    return next((c.days for c in after if _meaning(c.days) and c.sentence == clause.sentence), None)
