"""What others do not do either: "la nounou garde Sohan jeudi mais pas Nahel, du coup Nahel à la cantine"."""

from __future__ import annotations

from itertools import pairwise

from domain.language.notions.marks import Who
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Mood, Statement


def not_by_others(said: list[Statement]) -> None:
    """Take "mais pas Nahel" for told where it limits what is only told: nothing of ours is refused by it."""
    for told, s in pairwise(said):
        alone = bool(s.prop.slots) and all(isinstance(x, Who) for x in s.prop.slots) and not s.prop.verbs
        limits = told.mood is Mood.TOLD and told.prop.says_who and not (told.booked or told.prop.says_what)
        near = s.prop.link is Link.BUT and s.prop.sentence == told.prop.sentence
        if s.mood is Mood.REFUSED and alone and limits and near:
            s.mood, s.do = Mood.TOLD, None
