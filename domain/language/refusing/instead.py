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
from domain.language.notions.when import Sort
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
