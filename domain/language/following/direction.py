"""Which way a leaning sentence goes on: adding, taking back, or in place of what was taken back."""

from __future__ import annotations

from dataclasses import replace

from domain.language.leaning.meant import Leaning, Named
from domain.language.leaning.words import NOR
from domain.model.following import Said, Turn
from domain.model.wish import Do


def wants_what_is_gone(leaning: Leaning, said: Said) -> bool:
    """Say whether it asks for something where all was taken back, or in place of that ("mets lundi à la place")."""
    wants = leaning.turn in (Turn.COPY, Turn.INSTEAD) and bool(leaning.named.sorts) and not leaning.again
    in_its_place = leaning.turn is Turn.INSTEAD and said.taking and not leaning.out.sorts
    return wants and bool(said.gone) and (in_its_place or not said.wishes)


def directed(leaning: Leaning, said: Said | None) -> Leaning:
    """Let "et jeudi aussi" go on in the direction of what was said last: adding, or taking back."""
    if said is None:
        return leaning
    if leaning.turn is Turn.COPY and said.taking and not (leaning.whole or leaning.again) and leaning.do is not Do.BOOK:
        return replace(leaning, turn=Turn.TAKE_BACK, named=Named(), out=leaning.named)
    cancels = bool(said.wishes) and all(w.do is Do.CANCEL for w in said.wishes)
    if leaning.turn is Turn.INSTEAD and cancels and leaning.do is Do.BOOK:  # "annule mardi", "mets jeudi à la place"
        return replace(leaning, turn=Turn.COPY)
    nor = leaning.turn is Turn.TAKE_BACK and NOR.search(leaning.plain)
    if cancels and (nor or (leaning.also and leaning.do is Do.CANCEL)):  # "annule mardi", "annule aussi jeudi"
        return replace(leaning, turn=Turn.COPY, named=leaning.out, out=Named())
    return leaning
