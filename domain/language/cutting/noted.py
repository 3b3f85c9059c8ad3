"""What is to be noted of a child: an absence, or an illness, and no booking."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act, Force, Verb, Who, Why
from domain.language.notions.propositions import Proposition
from domain.model.wish import Do

#: "noter Ilyès (comme) absent", "noter qu'Ilyès sera absent".
_AS: Final = Expression(r" (?:(?:est|sera|sont|seront|soit|soient|comme|etant|comme etant) )?")
_NOTING: Final = Expression(r"\b(?:not|enregistr|mett|mettr|compt|declar|signal|consider|pass)(?:er|ez|e|re)\b")


def noted_absent(plain: str, now: Proposition, verb: Verb) -> bool:
    """Say whether an absence is what is to be noted of a child: "pouvez-vous noter Ilyès absent vendredi"."""
    named = all(isinstance(s, Who) for s in now.slots)
    return verb.do is Do.ABSENT and named and _stands_beside(plain, now, verb.start) is not None


#: "besoins vendredi : aucun": the word heads a row, and asks for nothing there.
_NEEDS: Final = Expression(r"(?:besoins?|demandes?|reservations?|inscriptions?)\b")


def without_needs(plain: str, heading: Proposition) -> None:
    """Take "besoins" and the like, which stand before a colon and "aucun", for no demand."""
    if all(v.do is Do.BOOK and _NEEDS.match(plain, v.start) for v in heading.verbs):
        heading.verbs.clear()


def noted_ill(plain: str, now: Proposition, why: Why) -> bool:
    """Say whether an illness is what is to be noted: "pouvez-vous noter Ilyès en maladie", "notez Zoé malade"."""
    noted = _stands_beside(plain, now, why.start)
    if noted is None or any(isinstance(s, Act) for s in now.slots):
        return False
    return _NOTING.search(plain, noted.start, noted.end) is not None


def _stands_beside(plain: str, now: Proposition, at: int) -> Verb | None:
    """Return the one verb that asks to put something down, where what stands `at` belongs to it."""
    noted = now.verbs[0] if len(now.verbs) == 1 else None
    if noted is None or noted.do is not Do.BOOK or noted.force is not Force.ASKED:
        return None
    since = max(noted.end, now.slots[-1].end if now.slots else 0)
    return noted if _AS.fullmatch(plain, since, at) else None
