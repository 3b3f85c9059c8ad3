"""From marks to clauses: propositions are cut, cast in their parts, given their actions, corrected, and lent to."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from domain.language.absences import settle_absences
from domain.language.apart import apart
from domain.language.clauses import Clause
from domain.language.corrections import moved
from domain.language.expression import Expression
from domain.language.lending import lend
from domain.language.marks import Force, Mark, Part
from domain.language.periods_later import await_days
from domain.language.pieces import propositions
from domain.language.propositions import Link, Proposition
from domain.language.refusals import refuse
from domain.language.roles import WIDE, cast
from domain.language.statements import Mood, Statement, end_habits, statements
from domain.language.when import POINTING, Days
from domain.model.wish import Do

_LINES = (Do.BOOK, Do.CANCEL)
_SILENT = (Mood.FRAME, Mood.TOLD, Mood.CONTEXT, Mood.REFUSED)


@dataclass(slots=True)
class Settled:
    """What a message comes to: clauses, those that take something back from them, and what each proposition said."""

    clauses: list[Clause] = field(default_factory=list)
    refused: list[Clause] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def settle(plain: str, marks: list[Mark]) -> Settled:
    """Return the clauses of a message, given its marks in order."""
    whole = Settled()
    for block in apart(plain, propositions(plain, marks)):
        part = _settle(plain, block)
        whole.clauses += part.clauses
        whole.refused += part.refused
        whole.statements += part.statements
    return whole


def _settle(plain: str, props: list[Proposition]) -> Settled:
    """Return the clauses of propositions that may lend each other what they do not say."""
    said = moved(plain, statements(plain, props))
    cast(plain, said)
    _actions(plain, said)
    refused = refuse(plain, said)
    settle_absences(plain, said)
    lend(plain, said)
    await_days(plain, said)
    end_habits(plain, said)
    spoken = [s for s in said if s.mood not in _SILENT and (s.do is not None or s.mood is Mood.BARE)]
    spoken = spoken or [s for s in said if s.mood is Mood.FRAME and s.do][:1]
    clauses = [_done(item, s) for s in spoken for item in s.items]
    return Settled(_without_headings([c for c in clauses if c.do or not c.bare]), refused, said)


def _without_headings(clauses: list[Clause]) -> list[Clause]:
    """Drop "au centre mercredi" where each child's part of that day is said beside it."""

    def is_parted(clause: Clause) -> bool:
        if not clause.acts or clause.hours or any(a.part not in WIDE for a in clause.acts):
            return False
        parts = [
            c
            for c in clauses
            if c.do is clause.do and c.days == clause.days and not all(a.part in WIDE for a in c.acts)
        ]
        named = frozenset(n for c in parts if c.acts for n in c.names)
        return bool(named) and clause.names <= named

    return [c for c in clauses if not is_parted(c)]


def _done(item: Clause, statement: Statement) -> Clause:
    item.do = item.do or statement.do
    return item


def _actions(plain: str, said: list[Statement]) -> None:
    """Give what names things without a verb the action of the demand it belongs to."""
    for n, s in enumerate(said):
        if n and _stays(s, said[n - 1]):
            s.mood = Mood.TOLD
        elif s.mood is Mood.BARE and (s.prop.slots or not s.prop.equates):
            s.do = _borrowed(plain, s, said[:n][::-1], said[n + 1 :])
    _promote(said)
    for n, frame in enumerate(said):
        if frame.mood is Mood.FRAME and frame.do in _LINES:
            _give_action(frame, said[:n])


def _stays(s: Statement, before: Statement) -> bool:
    """Say whether "il ne mange pas mardi, vendredi oui" only says which day is not called off."""
    off = before.do is Do.CANCEL and before.mood in (Mood.STATED, Mood.ASKED) and not before.prop.heads
    dated = bool(s.prop.slots) and all(isinstance(x, Days) for x in s.prop.slots)
    return off and dated and s.prop.yes and s.prop.link is Link.AND and s.prop.sentence == before.prop.sentence


def _give_action(frame: Statement, before: list[Statement]) -> None:
    """Let "…, à annuler" be said of what stands before it, up to what was demanded otherwise or refused by itself."""
    own = [o for o in before if o.prop.sentence == frame.prop.sentence and o.prop.slots and o.mood is not Mood.TOLD]
    for other in reversed(own or before):
        calls_off = frame.do is Do.CANCEL and frame.prop.sentence == other.prop.sentence
        if frame.do is Do.CANCEL and other.mood is Mood.REFUSED:
            return  # "Ce soir pas de goûter pour Zoé. À annuler donc"
        if calls_off and other.mood is Mood.FRAME and other.do is Do.BOOK:
            return
        if other.mood in (Mood.BARE, Mood.STATED) and other.do in (None, Do.BOOK):
            other.do = frame.do


def _promote(said: list[Statement]) -> None:
    """Let "je récupère JB à 18h jeudi … à inscrire" ask for what it tells, when nothing else says what is asked."""
    for told, frame in pairwise(said):
        bare = frame.mood is Mood.FRAME and frame.do is Do.BOOK and not frame.prop.slots
        same = told.prop.sentence == frame.prop.sentence and told.prop.link is not Link.CAUSE
        if bare and same and told.mood is Mood.TOLD and told.prop.says_what and told.prop.says_when:
            told.mood, told.do = Mood.BARE, Do.BOOK  # "… et je récupère Elio à 17h30 mardi, à ajouter aussi"
    _promote_pick_ups(said)
    _promote_sibling(said)
    asked = any(s.mood is Mood.FRAME and s.do is Do.BOOK for s in said)
    if not asked or any(s.do is Do.BOOK and s.mood is not Mood.FRAME for s in said):
        return
    for s in said:
        if s.mood is Mood.TOLD and s.prop.says_what and s.prop.says_when and s.prop.link is not Link.CAUSE:
            s.mood, s.do = Mood.BARE, Do.BOOK


def _promote_sibling(said: list[Statement]) -> None:
    """Let "Elio ne mange pas demain. Luka oui, inscrivez-le" ask for the other child what is called off for the one."""
    for n, (told, frame) in enumerate(pairwise(said)):
        bare = frame.mood is Mood.FRAME and frame.do is Do.BOOK and told.prop.sentence == frame.prop.sentence
        comes = told.prop.yes or any(v.do is Do.BOOK and v.force is Force.SAID for v in told.prop.verbs)
        silent = told.mood in (Mood.CONTEXT, Mood.TOLD) and told.prop.says_who and not told.prop.says_when
        off = [o for o in said[:n] if o.prop.says_what and (o.mood is Mood.REFUSED or o.do in (Do.CANCEL, Do.ABSENT))]
        mine = {x for i in told.items for x in i.names}
        if bare and comes and silent and off and not any(mine & i.names for o in off for i in o.items):
            told.mood, told.do = Mood.BARE, Do.BOOK


def _promote_pick_ups(said: list[Statement]) -> None:
    """Let "je viens à 17h30 mardi et à 18h15 jeudi. Merci de l'inscrire ces soirs-là" ask for each of them."""
    for n, s in enumerate(said):
        pointing = [d for i in s.items if (d := i.days) and all(w.sort in POINTING for w in (*d.bases, *d.frames))]
        wide = all(a.part in (Part.CARE, Part.EVENING) for i in s.items for a in i.acts)
        told = [o for o in said[max(0, n - 2) : n] if o.mood in (Mood.TOLD, Mood.BARE) and o.prop.says_when]
        if s.mood is not Mood.ASKED or s.do is not Do.BOOK or not pointing or not wide:
            continue
        if len(told) > 1 and all(i.hours for o in told for i in o.items):
            for o in told:
                o.mood, o.do = Mood.BARE, Do.BOOK
            s.mood = Mood.FRAME


def _borrowed(plain: str, bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    """Return the action of what was demanded before, or after, or else a booking of what is named fully enough."""
    if bare.prop.yes and bare.prop.slots:
        before = [o for o in before if not o.prop.negative]  # "lundi non, jeudi oui"
    below = _is_done_below(before, after)
    if not below and _is_others_cancellation(plain, bare, before):
        return None
    if not below and not bare.prop.same and (own := _demanded_behind(bare, before, after)):
        return own
    for other in after[:1] if below else before:
        if not _is_day_off(bare, other) and (_lends_action(other, bare) or _goes_on(plain, bare, other)):
            return other.do
    if (do := _demanded_later(bare, after)) is not None:
        return do
    if bare.prop.same and (done := [o.do for o in before if o.do in _LINES and o.mood is not Mood.TOLD]):
        return done[0]  # "Et mardi non plus"
    swaps = bool(after) and _swaps(bare, after[0])
    later = [o for o in after if o.prop.sentence == bare.prop.sentence or not o.prop.slots]
    if any(s.prop.change for s in (*before, *later, bare)) and not (bare.prop.yes or swaps):
        return None
    return Do.BOOK if bare.prop.says_what or _is_listed(bare, before, after) else None


def _demanded_behind(bare: Statement, before: list[Statement], after: list[Statement]) -> Do | None:
    """Return what its own sentence demands, or "je réserve" right behind it, whatever was demanded in another one.

    "Retirez Victor du goûter vendredi. Victor et Séverine : midi demain. Je réserve." `before` begins with the nearest.
    """
    if any(o.prop.sentence == bare.prop.sentence and o.do is not None for o in before):
        return None
    for other in after:
        if other.mood in (Mood.FRAME, Mood.ASKED) and other.do in _LINES:
            here = other.prop.sentence == bare.prop.sentence and (other.mood is Mood.FRAME or other.do is Do.BOOK)
            return other.do if here or not other.prop.slots else None
        if other.mood is not Mood.BARE:
            return None
    return None


def _lends_action(other: Statement, bare: Statement) -> bool:
    """Say whether what is demanded there, or said in the same sentence, is to be done with `bare` too."""
    demanded = other.mood is Mood.FRAME or (other.mood is Mood.ASKED and other.do in _LINES)
    stated = other.mood is Mood.STATED and other.prop.sentence == bare.prop.sentence
    return other.do is not None and (demanded or stated)


def _goes_on(plain: str, bare: Statement, other: Statement) -> bool:
    """Say whether the next sentence is one more of the same: "Elio mange jeudi. Et Luka vendredi."."""
    stated = other.mood is Mood.STATED and other.do in _LINES and other.prop.sentence == bare.prop.sentence - 1
    named = bare.prop.says_who and bare.prop.says_when and not bare.prop.says_what
    return stated and named and _AND.match(plain, bare.prop.start) is not None


def _is_day_off(bare: Statement, before: Statement) -> bool:
    """Say whether a day was called off, and it goes on with something else: "… tout vendredi. Et cantine lundi"."""
    whole = before.do is Do.CANCEL and before.verb is not None and before.verb.whole
    own = bare.prop.says_what and bare.prop.says_when and bare.prop.says_who and not bare.prop.same
    return whole and own and bare.prop.sentence != before.prop.sentence


_AND: Final = Expression(r"\W*(?:et|puis|ainsi que|aussi|idem)\b")


def _is_others_cancellation(plain: str, bare: Statement, before: list[Statement]) -> bool:
    """Say whether "Luka au goûter jeudi" stands whole behind "Annulez la cantine d'Elio lundi.", which ends there.

    `before` begins with what stands nearest.
    """
    here = [o for o in before if o.prop.sentence == bare.prop.sentence]
    earlier = [o for o in before if o.prop.sentence != bare.prop.sentence and o.mood is not Mood.TOLD]
    goes_on = bare.prop.same or _AND.match(plain, (here[-1] if here else bare).prop.start) is not None
    last = earlier[0] if earlier else None
    if last is None or last.do is not Do.CANCEL or last.prop.heads or goes_on or not bare.prop.says_what:
        return False
    if any(o.do is not None for o in here):
        return False  # its own sentence says what is to be done
    named = [o for o in earlier if o.prop.sentence >= last.prop.sentence - 1]
    mine, theirs = ({n for o in said for i in o.items for n in i.names} for said in ((bare, *here), named))
    asked = last.mood is Mood.ASKED or (last.mood is Mood.FRAME and bare.prop.says_when)
    whole = any(o.prop.says_when for o in named) and bool(theirs)
    return asked and whole and bool(mine) and not mine & theirs


def _is_done_below(before: list[Statement], after: list[Statement]) -> bool:
    """Say whether what is to be done stands behind each: "midi jeudi à annuler, midi vendredi à ajouter"."""
    behind, ahead = after[0] if after else None, before[0] if before else None
    frames = [
        o for o in (behind, ahead) if o is not None and o.mood is Mood.FRAME and not (o.prop.slots or o.prop.heads)
    ]
    return len(frames) > 1 and {o.do for o in frames} == set(_LINES)


def _swaps(bare: Statement, after: Statement) -> bool:
    """Say whether a change is said whole: "modifier jeudi : A au lieu de B", "cantine jeudi et non vendredi"."""
    if after.prop.link is Link.INSTEAD:
        return bare.prop.says_what or bare.prop.says_when
    return bare.prop.says_what and bare.prop.says_when and after.prop.link is Link.BUT and after.prop.negative


def _demanded_later(bare: Statement, after: list[Statement]) -> Do | None:
    for n, other in enumerate(after):
        if other.mood is Mood.FRAME and other.do in _LINES:
            here = other.prop.sentence == bare.prop.sentence
            if not here and other.do is Do.CANCEL and _is_complete(bare) and _has_its_own(other, after[:n]):
                return None  # "Un repas pour Luka mardi. Pas besoin du goûter vendredi pour Elio, à enlever"
            busy = any(o.prop.sentence == other.prop.sentence and o.mood is Mood.ILL for o in after)
            if other.do is Do.CANCEL and any(o.mood is Mood.REFUSED for o in after[:n] if not here):
                return None  # "Ce soir pas de goûter pour Zoé. À annuler donc"
            if here or not busy:  # "Sohan est malade, annulez tout pour lui" says nothing of the sentence before
                return other.do
            continue
        if other.mood is Mood.ASKED and other.do:
            same = other.prop.sentence == bare.prop.sentence or bare.prop.heads
            complete = bare.prop.says_what and bare.prop.says_when
            return other.do if not complete and (same or other.do is Do.BOOK) else None
    return None


def _is_complete(bare: Statement) -> bool:
    return bare.prop.says_who and bare.prop.says_what and bare.prop.says_when


def _has_its_own(frame: Statement, before: list[Statement]) -> bool:
    """Say whether what is to be done is said of things named in its own sentence."""
    silent = (Mood.TOLD, Mood.CONTEXT)
    return any(o.prop.sentence == frame.prop.sentence and o.prop.slots and o.mood not in silent for o in before)


def _is_listed(bare: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether what it does not name is named by its list ("lundi : Ilyès cantine / jeudi : les deux")."""
    silent = (Mood.TOLD, Mood.REFUSED)
    passed = (o for o in before if o.mood not in silent and not (o.mood is Mood.CONTEXT and not o.prop.says_what))
    nearest = next(passed, None)
    if bare.prop.yes and bare.prop.says_when and nearest is None:
        return True
    narrowed = bare.prop.only and bare.prop.says_who and bare.prop.says_when
    if narrowed and nearest is not None and nearest.do is Do.BOOK and any(o.prop.says_what for o in before):
        return True  # "Les deux mangent jeudi. Vendredi que Victor."
    if nearest is not None and (nearest.mood is Mood.CONTEXT or (nearest.mood is Mood.BARE and nearest.do is Do.BOOK)):
        return True
    return bare.prop.says_who and any(o.mood is Mood.CONTEXT and o.prop.says_what for o in after)
