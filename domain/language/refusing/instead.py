"""One thing in place of another: "18h au lieu de 17h", "plutôt vendredi que jeudi", "pas Victor mais Séverine"."""

from __future__ import annotations

from typing import Final

from domain.language.cutting.clefts import is_not
from domain.language.lending.lending import PICKED_UP
from domain.language.matching.expression import Expression
from domain.language.moves.rebooking import call_off, complete
from domain.language.notions.marks import Part, Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import AWAY, Mood, Statement
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do

#: What may be only told of what is meant.
MEANT: Final = (Mood.TOLD, Mood.BARE, Mood.CONTEXT)


def _swap_hours(plain: str, s: Statement, before: Statement | None) -> None:
    """Read "je la récupère à 18h au lieu de 17h" as what the one hour needs more, or less, than the other."""
    evening = all(a.part is Part.EVENING for a in s.items[-1].acts)  # "17h15 au lieu de 18h ce soir"
    alone = before is not None and s.items[-1].hours and evening
    if before is None or not alone or not before.items[-1].hours or before.mood is Mood.REFUSED:
        return
    told = before.mood is Mood.TOLD
    if told and not (before.prop.says_who or PICKED_UP.search(plain, before.prop.start, before.prop.end)):
        s.do, s.mood = None, Mood.TOLD  # "la réunion est à 18h au lieu de 17h"
        return
    one, other = before.items[-1], s.items[-1]
    one.swapped = other.swapped = True
    other.acts = list(one.acts)
    one.whos, one.days = one.whos or list(other.whos), one.days or other.days  # "18h au lieu de 17h jeudi pour Elio"
    if told or before.mood is Mood.CONTEXT:
        before.do, before.mood = Do.BOOK, Mood.BARE


def set_instead(plain: str, s: Statement, before: Statement | None) -> None:
    """Book what stands before "au lieu de …": another hour, or the day that is preferred."""
    _swap_hours(plain, s, before)
    _prefer(plain, s, before)


_PREFERRED: Final = Expression(r"\bplutot\b|\bmieux\b|\bprefer|\barrang|\bconvien")


def _prefer(plain: str, s: Statement, before: Statement | None) -> None:
    """Book the day that is preferred: "Zoé sera plutôt là vendredi que jeudi à la cantine"."""
    if before is None or before.do is not None or before.mood not in MEANT:
        return
    other = before.prop.says_when and s.prop.says_when and before.prop.sentence == s.prop.sentence
    days = before.items[0].days
    one = days is not None and all(b.sort in (Sort.DAY, Sort.WEEKDAY) for b in days.bases) and bool(days.bases)
    if other and one and (before.mood is not Mood.TOLD or _PREFERRED.search(plain, before.prop.start, s.prop.start)):
        before.do, before.mood = Do.BOOK, Mood.BARE
        complete(s, before)


def not_but(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Give "… mais Séverine" what "ce n'est pas Victor qui mange jeudi" says of him; say whether it was that."""
    other, first = after[0] if after else None, s.prop.slots[0] if s.prop.slots else None
    if other is None or not isinstance(first, Who) or not is_not(plain, first) or other.prop.link is not Link.BUT:
        return False
    if s.prop.reason in AWAY and other.prop.says_who:
        other.mood, other.do, other.prop.reason = Mood.ILL, Do.ABSENT, s.prop.reason
        s.do, s.mood, s.prop.reason = None, Mood.TOLD, None
        return True
    if {type(x) for x in other.prop.slots} != {Who} or other.mood is Mood.REFUSED or other.prop.verbs:
        return False
    called_off = any(v.do is Do.CANCEL for v in s.prop.verbs)
    other.do, other.mood = (Do.CANCEL, Mood.STATED) if called_off else (Do.BOOK, Mood.BARE)
    complete(s, other)
    if called_off:
        s.do, s.mood = None, Mood.TOLD
    else:
        call_off(s)
    return True


#: "non pas pour Séverine mais pour Victor".
_NOT_FOR: Final = Expression(r"\W*(?:et |mais )?(?:(?:non )?pas|non)\b(?: (?:pour|de|d'|a|le|celui|celle|jeudi))*")


def rather_for(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Let "j'annule le goûter jeudi, non pas pour Zoé mais pour Luka" be of Luka; say whether it was that.

    Of days so only where something is called off: "j'annule le goûter, non pas jeudi mais vendredi".
    """
    other, demand = next(iter(after), None), _demand_here(s, before)
    if other is None or demand is None or s.mood is not Mood.REFUSED or s.prop.verbs or s.prop.reason:
        return False
    kinds = {type(x) for x in s.prop.slots}
    alike = {type(x) for x in other.prop.slots} == kinds and other.prop.link is Link.BUT and not other.prop.predicate
    led = _NOT_FOR.match(plain, s.prop.start) is not None and other.mood in (Mood.BARE, Mood.CONTEXT)
    if not (alike and led) or len(kinds) > 1:
        return False
    if kinds == {Who} and not demand.prop.says_who:
        for item in demand.items:
            item.whos = list(other.items[0].whos)
    elif kinds == {Days} and not demand.prop.says_when and demand.do is Do.CANCEL:
        for item in demand.items:
            item.days = other.items[0].days
    else:
        return False
    for o in (s, other):
        o.mood, o.do = Mood.TOLD, None
    return True


def _demand_here(s: Statement, before: list[Statement]) -> Statement | None:
    """Return what is demanded right before it in its own sentence."""
    near = before[-1] if before else None
    asked = near is not None and near.mood is Mood.ASKED and near.do in (Do.BOOK, Do.CANCEL)
    return (
        near if asked and near is not None and near.prop.sentence == s.prop.sentence and near.prop.says_what else None
    )
