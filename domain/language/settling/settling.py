"""From marks to clauses: propositions are cut, cast in their parts, given their actions, corrected, and lent to."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from domain.language.cutting.pieces import propositions
from domain.language.cutting.sparing import keep_beside, spare_that_day
from domain.language.dealing.statements import end_habits, statements
from domain.language.lending.lending import lend
from domain.language.moves.corrections import moved
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act, Force, Mark, Part, Verb, Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import POINTING, Days
from domain.language.periods.later import await_days
from domain.language.refusing.only_that import spare_the_rest
from domain.language.refusing.refusals import refuse
from domain.language.settling.absences import settle_absences
from domain.language.settling.apart import apart
from domain.language.settling.borrowing import LINES, borrowed
from domain.language.settling.dropped import dropped_again
from domain.language.settling.half_days import tell_other_half
from domain.language.settling.lacking import wanted_on_list
from domain.language.settling.not_by_others import not_by_others
from domain.language.settling.nouns import only_named
from domain.language.settling.others_affairs import others_affairs
from domain.language.settling.roles import WIDE, cast
from domain.language.settling.set_aside import set_aside
from domain.language.settling.settled_already import settled_already
from domain.language.settling.standing import named_apart, stand
from domain.language.settling.there_already import without_those_there
from domain.model.wish import Command, Do

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
    said = moved(plain, dropped_again(plain, statements(plain, props)))
    only_named(plain, said)
    set_aside(plain, said)
    settled_already(plain, said)
    wanted_on_list(plain, said)
    keep_beside(plain, said)
    others_affairs(plain, said)
    spare_that_day(plain, said)
    cast(plain, said)
    not_by_others(said)
    tell_other_half(plain, said)
    _actions(plain, said)
    spare_the_rest(plain, said)
    refused = refuse(plain, said)
    settle_absences(plain, said)
    lend(plain, said)
    without_those_there(plain, said)
    await_days(plain, said)
    end_habits(plain, said)
    spoken = [s for s in said if s.mood not in _SILENT and (s.do is not None or s.mood is Mood.BARE)]
    spoken = spoken or [s for s in said if s.mood is Mood.FRAME and s.do][:1]
    clauses = [_done(item, s) for s in spoken for item in s.items]
    return Settled(_without_headings([c for c in clauses if c.do or not c.bare]), refused, said)


def only_change(settled: Settled, marks: list[Mark], command: Command | None) -> bool:
    """Say whether all that is asked is "a change", without saying which; a new number is a person's affair."""
    if command is Command.HUMAN and not any(isinstance(m, Act | Days) for m in marks):
        return False
    verbs = [m for m in marks if isinstance(m, Verb) and not m.change and m.force is not Force.NOUN]
    said = [s for s in settled.statements if not _leaves_out(s)]
    turned = (settled.refused and len(said) == len(settled.statements)) or any(
        s.mood in (Mood.REFUSED, Mood.ILL) or s.do is Do.CANCEL for s in said
    )
    return any(s.prop.change for s in settled.statements) and not verbs and not turned


def _leaves_out(s: Statement) -> bool:
    """Say whether it only names a child whom a change does not touch: "… un changement pour Zoé, pas pour Léah"."""
    return s.mood is Mood.REFUSED and bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)


def _without_headings(clauses: list[Clause]) -> list[Clause]:
    """Drop "au centre mercredi" where each child's part of that day is said beside it."""

    def says_of(c: Clause, clause: Clause) -> bool:
        timed = bool(c.hours) or any(a.part in (Part.MORNING, Part.EVENING) for a in c.acts)
        return timed if clause.added else c.days == clause.days

    def is_parted(clause: Clause) -> bool:
        if not clause.acts or clause.hours or any(a.part not in WIDE for a in clause.acts):
            return False
        parts = [
            c for c in clauses if c.do is clause.do and not all(a.part in WIDE for a in c.acts) and says_of(c, clause)
        ]
        named = frozenset(n for c in parts if c.acts for n in c.names)
        return bool(named) and clause.names <= named

    return [c for c in clauses if not is_parted(c)]


def _done(item: Clause, statement: Statement) -> Clause:
    item.do = item.do or statement.do
    return item


def _actions(plain: str, said: list[Statement]) -> None:
    """Give what names things without a verb the action of the demand it belongs to."""
    stand(plain, said)
    named_apart(plain, said)
    for n, s in enumerate(said):
        if n and _stays(s, said[n - 1]):
            s.mood = Mood.TOLD
        elif s.mood is Mood.BARE and (s.prop.slots or not s.prop.equates):
            s.do = borrowed(plain, s, said[:n][::-1], said[n + 1 :])
    _promote(said)
    for n, frame in enumerate(said):
        if frame.mood is Mood.FRAME and frame.do in LINES and not _has_below(frame, said[n + 1 :]):
            _give_action(frame, said[:n])


def _stays(s: Statement, before: Statement) -> bool:
    """Say whether "il ne mange pas mardi, vendredi oui" only says which day is not called off."""
    off = before.do is Do.CANCEL and before.mood in (Mood.STATED, Mood.ASKED) and not before.prop.heads
    dated = bool(s.prop.slots) and all(isinstance(x, Days) for x in s.prop.slots)
    return off and dated and s.prop.yes and s.prop.link is Link.AND and s.prop.sentence == before.prop.sentence


def _has_below(frame: Statement, after: list[Statement]) -> bool:
    """Say whether "à annuler :" is said of what follows it in its line, and of nothing above."""
    below = after[0] if after else None
    return frame.prop.heads and below is not None and below.prop.link is Link.COLON and bool(below.prop.slots)


def _give_action(frame: Statement, before: list[Statement]) -> None:
    """Let "…, à annuler" be said of what stands before it, up to what was demanded otherwise or refused by itself."""
    own = [o for o in before if o.prop.sentence == frame.prop.sentence and o.prop.slots and o.mood is not Mood.TOLD]
    for other in reversed(own or before):
        calls_off = frame.do is Do.CANCEL and frame.prop.sentence == other.prop.sentence
        if frame.do is Do.CANCEL and other.mood is Mood.REFUSED:
            return  # "Ce soir pas de goûter pour Zoé. À annuler donc"
        if calls_off and other.mood is Mood.FRAME and other.do is Do.BOOK:
            return
        noun = calls_off and other.mood is Mood.ASKED and other.verb is not None and other.verb.force is Force.NOUN
        if (other.mood in (Mood.BARE, Mood.STATED) or noun) and other.do in (None, Do.BOOK):
            other.do = frame.do  # "la réservation faite pour Zoé, la cantine jeudi, est à annuler"


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
        only_told = s.mood is Mood.TOLD and not (s.booked or s.prop.unaffected) and s.prop.link is not Link.CAUSE
        only_told &= all(v.do is Do.BOOK for v in s.prop.verbs)  # not "il n'ira pas au goûter jeudi, merci de noter"
        if only_told and s.prop.says_what and s.prop.says_when:
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
        times = [i for o in told for i in o.items]
        if len(times) > 1 and all(i.hours for i in times):
            for o in told:
                o.mood, o.do = Mood.BARE, Do.BOOK
            s.mood = Mood.FRAME
