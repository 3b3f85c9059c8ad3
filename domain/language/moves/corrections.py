"""Moves and slips: "décaler de mardi à jeudi", "jeudi, pardon, vendredi", "au lieu de jeudi, vendredi"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from domain.language.cutting.taken_back import taken_back
from domain.language.matching.expression import Expression
from domain.language.moves.each import below_move, split_each
from domain.language.moves.gathered import gather_move, take_away, take_from_before
from domain.language.moves.given_over import given_over
from domain.language.moves.moves import put_elsewhere, split_move
from domain.language.moves.rebooking import rebooked
from domain.language.moves.said import restated
from domain.language.moves.slips import without_slips
from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_TWO: Final = 2


def moved(plain: str, said: list[Statement]) -> list[Statement]:
    """Turn moves and slips into what they come to."""
    said = restated(plain, given_over(plain, _instead_last(plain, said)))
    take_away(plain, said)
    for n, s in enumerate(said):
        told = [o for o in said[:n] if o.prop.slots or o.mood is not Mood.TOLD]  # "…, que j'avais pris trop vite, …"
        take_from_before(s, told[-1] if told else None)
        gather_move(plain, s, said[n + 1 : n + 3])
    said = below_move(plain, said)
    parts = (part for s in said for part in split_each(plain, s) or split_move(plain, s))
    said = put_elsewhere(plain, list(parts))
    said = without_slips(plain, taken_back(said))
    rebooked(plain, said)
    for s in said:
        if s.verb and s.verb.move and not s.prop.slots and {o.do for o in said if o is not s} >= {Do.BOOK, Do.CANCEL}:
            s.mood, s.do = Mood.TOLD, None  # "…, vous pouvez échanger ?"
    _only_head(said)
    return said


def _only_head(said: list[Statement]) -> None:
    """Let "un échange pour JB : enlevez …, mettez …" ask for no more than what stands below it."""
    for n, s in enumerate(said):
        names = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots)
        below = {o.do for o in said[n + 1 :] if o.prop.sentence == s.prop.sentence}
        if s.verb and s.verb.move and s.prop.heads and names and below >= {Do.BOOK, Do.CANCEL}:
            s.mood, s.do = Mood.CONTEXT, None
            for item in s.items:
                item.days, item.do = None, None


#: "au lieu du goûter mardi et de la cantine jeudi": of both.
_AND_OF: Final = Expression(r"[\s,]*(?:et )?(?:de la|du|de l'|des|de|d') ?")


def _instead_last(plain: str, said: list[Statement]) -> list[Statement]:
    """Read "au lieu de jeudi, Zoé viendra vendredi" as "Zoé viendra vendredi au lieu de jeudi"."""
    said = list(said)
    for s, after in pairwise(said):
        listed = s.prop.link is Link.INSTEAD and after.prop.link is Link.AND and after.mood is Mood.BARE
        if listed and after.prop.sentence == s.prop.sentence and _AND_OF.match(plain, after.prop.start):
            after.prop.link, after.prop.opens = Link.INSTEAD, False
    for n, (s, after) in enumerate(pairwise(said)):
        opens = s.prop.opens and s.prop.link is Link.INSTEAD and n > 0
        same = after.prop.sentence == s.prop.sentence and after.prop.predicate
        if opens and same and (after.prop.says_when or after.prop.says_what):
            said[n], said[n + 1] = after, s
            after.prop.link = Link.START
    return said
