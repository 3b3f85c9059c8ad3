"""What stays where something is called off: "Victor ne viendra pas à la cantine jeudi, seulement au goûter".

Whether the rest is booked already, or is to be booked, such a sentence does not say: it is not called off, no more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

#: Between what is called off and what stays; right before what stays.
_ONLY: Final = Expression(
    r"(?:[,;(]|\bmais) *(?:et )?(?:mais )?(?:bien )?(?:seulement|uniquement|juste|simplement|rien que|que)"
    r" (?:(?:a|au|aux|pour|de|du|le|la|les|des|en|l'|d') ?)*$"
)
#: A child stays away; an order ("annulez la cantine, seulement la cantine") only says it again.
_STAYS_AWAY: Final = Expression(r"\b(?:pas|plus|aucun|inutile)\b")


def spare_the_rest(plain: str, said: list[Statement]) -> None:
    """Take out of what is called off what only follows "seulement"."""
    for s in said:
        if s.do is not Do.CANCEL or s.mood is not Mood.STATED or not _ONLY.may_match(plain):
            continue
        if any(_STAYS_AWAY.search(plain, v.start, v.end) for v in s.prop.verbs):
            s.items = [item for item in s.items if _keeps(plain, item)] or s.items


def _keeps(plain: str, item: Clause) -> bool:
    """Take out of one item what stays; say whether any of it is called off."""

    def stays(at: int) -> bool:
        return _ONLY.search(plain, max(0, at - 40), at) is not None

    acts = [a for a in item.acts if not stays(a.start)]
    days = item.days
    bases = tuple(b for b in days.bases if not stays(b.start)) if days else ()
    if (item.acts and not acts) or (days and days.bases and not bases) or any(stays(w.start) for w in item.whos):
        return False
    item.acts = acts
    if days:
        item.days = replace(days, bases=bases)
    return True
