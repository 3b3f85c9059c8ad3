"""For whom a leaning sentence is: whom it names, else whom the request was for."""

from __future__ import annotations

from dataclasses import replace

from domain.language.leaning.meant import Leaning
from domain.language.notions.points_open import Open
from domain.language.people.kin import siblings_of
from domain.language.sentences.sentences import World
from domain.model.family import Child
from domain.model.following import Said
from domain.model.wish import Ask


def whose(leaning: Leaning, said: Said, world: World) -> tuple[tuple[Child, ...], Open | None]:
    """Return for whom it is; who is meant is asked when a name is doubtful, or when some were spoken of last."""
    family, hinted = world.family, world.hints.child
    before = tuple(dict.fromkeys(w.child for w in said.wishes))
    names, doubtful = list[str](), list[Open]()
    for who in leaning.named.whos:
        found = who.names or (siblings_of(replace(who, options=before), family) if who.sibling else ())
        names += found
        doubtful += [] if found else [Open(Ask.CHILD, names=who.options)]
    if not leaning.named.whos:
        names = list(before)
        if not leaning.whole and {w.child for w in said.last} != set(before):
            doubtful = [Open(Ask.CHILD, names=before)]
    if hinted and doubtful:
        names, doubtful = hinted.split(","), []
    chosen = tuple(c for c in family.children if c.first_name in names)
    return chosen, doubtful[0] if doubtful else None
