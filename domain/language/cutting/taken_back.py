"""Whom a second thought leaves: "… Zoé et Luka. Ah non Luka a judo, juste Zoé", "…, enfin non juste Zoé"."""

from __future__ import annotations

from dataclasses import replace

from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link, Proposition
from domain.language.notions.statement import Mood, Statement


def leaves_only(last: Proposition, piece: Proposition) -> bool:
    """Say whether a piece names whom alone it is for after why another one is not: no more is told of that child."""
    names, others = ({n for s in p.slots if isinstance(s, Who) for n in s.names} for p in (piece, last))
    alone = bool(piece.slots) and all(isinstance(s, Who) for s in piece.slots)
    return piece.only and alone and last.link is Link.SLIP and bool(others) and not names & others


def taken_back(said: list[Statement]) -> list[Statement]:
    """Return what is said without such second thoughts, which leave fewer children to what was said before them."""
    kept = list[Statement]()
    for s in said:
        if not (kept and _narrows(kept, s)):
            kept.append(s)
    return kept


def _narrows(kept: list[Statement], s: Statement) -> bool:
    """Leave only the children that `s` names, or those of whom it tells nothing; say whether it was that."""
    here = {n for i in s.items for n in i.names}
    alone = bool(s.prop.slots) and all(isinstance(x, Who) and x.names for x in s.prop.slots)
    told = s.mood is Mood.TOLD and s.prop.link is Link.SLIP and not s.prop.yes
    only = s.mood is not Mood.TOLD and s.prop.only and not s.prop.predicate and s.prop.link in (Link.SLIP, Link.AND)
    before = next((o for o in reversed(kept) if o.mood in (Mood.ASKED, Mood.BARE, Mood.STATED)), None)
    if before is None or not alone or not (told or only) or (only and not _is_second_thought(kept, s)):
        return False
    narrowed = [i for i in before.items if here < i.names]
    for item in narrowed:
        left = [replace(w, names=tuple(n for n in w.names if (n in here) is not told)) for w in item.whos]
        item.whos = [w for w in left if w.names]
    return bool(narrowed) or (only and all(i.names <= here for i in before.items))


def _is_second_thought(kept: list[Statement], s: Statement) -> bool:
    return s.prop.link is Link.SLIP or kept[-1].prop.link is Link.SLIP or bool(s.items and not s.prop.says_what)
