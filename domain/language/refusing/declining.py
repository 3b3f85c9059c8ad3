"""What declines: no booking is called off by it, only less is asked than might have been."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Act
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.language.notions.when import POINTING, Days
from domain.language.told.enough import wants_no_more
from domain.model.wish import Do

#: That and no more is called off.
_ENOUGH: Final = Expression(r"\bsuffi(?:t|ra|sent|ront|rait)\b|\b(?:uniquement|seulement|juste|rien que)\b")
_NEEDLESS: Final = Expression(r"\b(?:pas (?:la peine|necessaire|utile|besoin)|inutile)\b")


def only_that(plain: str, s: Statement, before: Statement | None) -> bool:
    """Say whether it only leaves the rest: "annuler la cantine suffit, pas la peine pour le goûter"."""
    off = before is not None and before.do is Do.CANCEL and before.prop.sentence == s.prop.sentence
    needless = s.do is Do.CANCEL and s.mood is Mood.STATED and not s.prop.same and s.prop.says_what
    needless = needless and _NEEDLESS.search(plain, s.prop.start, s.prop.end) is not None
    return (
        off and needless and before is not None and _ENOUGH.search(plain, before.prop.start, s.prop.start) is not None
    )


def no_need(s: Statement, before: Statement | None) -> bool:
    """Say whether it only tells why nothing is wanted: "JB : non merci, il rentre à la maison"."""
    called_off = s.do is Do.CANCEL and s.mood is Mood.STATED and not s.prop.slots
    return called_off and before is not None and before.mood is Mood.REFUSED


def beside(item: Clause, positive: Statement | None) -> Clause:
    """Keep "Sohan mange lundi, Nahel non" to that: what is asked of Nahel elsewhere stays."""
    theirs = {n for i in positive.items for n in i.names} if positive else set[str]()
    days = positive.items[-1].days if positive else None
    if days is None or not item.names or item.names & theirs or item.days or item.hours:
        return item
    if any(not a.implied for a in item.acts):
        return item
    return replace(item, days=days)


_NO_NEED: Final = Expression(r"\W*(?:et |mais )?pas besoin\b")


def declines(plain: str, s: Statement, before: list[Statement], after: list[Statement]) -> bool:
    """Say whether it only leaves a child out of what is booked here: "Victor le 2. Séverine ne vient pas."."""
    booked = [o for o in before if o.do is Do.BOOK and o.mood in (Mood.ASKED, Mood.BARE, Mood.STATED)]
    if wants_no_more(plain, s, booked[-1] if booked else None, after):
        return True
    if booked and _NO_NEED.match(plain, s.prop.start) and s.prop.says_when and not s.prop.says_who:
        return True  # "… lundi et mardi. Pas besoin vendredi."
    if booked and (_says_why_not(plain, s, booked[-1]) or _has_no_habit(plain, s, booked[-1], before)):
        return True
    named = any(not _leaves_open(x) for x in s.prop.slots if isinstance(x, Act | Days))
    told = before[-1] if before and before[-1].mood is Mood.TOLD else None
    who = s.prop.says_who or (told and told.prop.says_who and told.prop.sentence == s.prop.sentence)
    if named or not who:
        return False
    if s.prop.link is Link.SLIP:
        return True
    return bool(booked) and all(not (i.names & j.names) for i in booked[-1].items for j in s.items)


#: What a child never does, told in the present.
_NEVER: Final = Expression(
    r"(?:ne |n')?(?:y )?(?:frequente|mange|dejeune|va|vient|prend|goute|fait|reste|participe)(?:nt)? (?:pas|jamais)\b"
)


def _has_no_habit(plain: str, s: Statement, booked: Statement, before: list[Statement]) -> bool:
    """Say whether it tells of another child's habits: "Victor à la cantine jeudi. Séverine n'y mange pas."."""
    here = [o for o in before if o.prop.sentence == booked.prop.sentence]
    mine, theirs = ({n for o in those for i in o.items for n in i.names} for those in ([s], here))
    other = s.prop.says_who and bool(mine and theirs) and not mine & theirs and not s.prop.says_when
    parts, asked = ({(a.part, a.codes) for i in o.items for a in i.acts} for o in (s, booked))
    return other and parts <= asked and s.verb is not None and _NEVER.match(plain, s.verb.start) is not None


def _leaves_open(slot: Act | Days) -> bool:
    """Say whether it names no activity and no day of its own: "Ilyès reste avec moi ces jours-là"."""
    if isinstance(slot, Act):
        return slot.implied
    return not slot.frames and bool(slot.bases) and all(b.sort in POINTING for b in slot.bases)


#: Nobody wants it, or the child is elsewhere then.
_NOT_WANTED: Final = Expression(
    r"\b(?:pas (?:besoin|la peine|necessaire)|inutile|chez (?!vous)|avec (?:moi|nous|sa|son|ses|papa|maman|mamie"
    r"|papi))\b"
)


def _says_why_not(plain: str, s: Statement, booked: Statement) -> bool:
    """Say whether it only says why no more is asked: "… mercredi matin, l'après-midi il va chez Adam"."""
    other = s.prop.says_what and not (s.prop.says_when or s.prop.says_who)
    theirs = {a.part for i in booked.items for a in i.acts}
    apart = not any(a.part in theirs and not a.codes for i in s.items for a in i.acts)
    near = booked.mood is Mood.ASKED and s.prop.sentence - booked.prop.sentence <= 1
    return other and apart and near and _NOT_WANTED.search(plain, s.prop.start, s.prop.end) is not None


#: "Victor non".
_SAYS_NO: Final = Expression(r"\bnon\W*$")
#: Something booked becomes another.
_CHANGES: Final = Expression(r"\b(?:chang|modifi|devai|etai|prevu|rectifi|corrig|erreur|finalement)\w*")


def answers(plain: str, s: Statement, after: list[Statement]) -> bool:
    """Say whether a "no" stands beside what is wanted: "lundi non, mardi oui", "lundi Victor non, Séverine cantine"."""
    if _CHANGES.search(plain, 0, s.prop.start):
        return False  # "changement pour la cantine de Sohan : lundi non, jeudi oui"
    said = _SAYS_NO.search(plain, s.prop.start, s.prop.end) is not None and not s.prop.verbs
    here = [o for o in after if o.prop.sentence == s.prop.sentence and o.mood is Mood.BARE and o.do is Do.BOOK]
    return said and any(o.prop.yes or _is_of_another(s, o) for o in here)


def _is_of_another(s: Statement, o: Statement) -> bool:
    mine, theirs = ({n for i in said.items for n in i.names} for said in (s, o))
    return bool(mine and theirs) and o.prop.says_who and not mine & theirs


def spared_too(plain: str, s: Statement, before: Statement) -> bool:
    """Say whether "jeudi doit sauter, vendredi non" only says which day stays."""
    off = before.asks and before.do is Do.CANCEL and before.prop.sentence == s.prop.sentence and not before.prop.heads
    dated = bool(s.prop.slots) and all(isinstance(x, Days) for x in s.prop.slots) and not s.prop.verbs
    return off and dated and s.mood is Mood.REFUSED and _SAYS_NO.search(plain, s.prop.start, s.prop.end) is not None
