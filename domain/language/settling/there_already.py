"""Who goes already needs no booking: "mettez Zoé avec Luka au goûter jeudi, Luka y va déjà" asks for Zoé alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.statement import Mood, Statement
from domain.model.wish import Do

_DOES: Final = r"(?:va|vont|est|sont|mange|mangent|reste|restent|participe|participent)"
_ALREADY: Final = Expression(
    rf"\by {_DOES}(?: (?:bien|tous les deux))? deja\b|\b{_DOES} deja (?:inscrit|prevu|note|compte|reserve)e?s?\b"
    r"|\bc'est (?:deja )?(?:bien )?(?:fait|regle|bon|reserve|note)\b|\b(?:l'est|le sont) deja\b"
)


def without_those_there(plain: str, said: list[Statement]) -> None:
    """Take out of what is asked for several those of whom it is said that they go already."""
    for told in said:
        there = {n for i in told.items for n in i.names} or _company(plain, said, told)
        if told.mood is Mood.TOLD and there and _ALREADY.search(plain, told.prop.start, told.prop.end):
            _take_out(there, [o for o in said if o is not told and o.do is Do.BOOK and o.mood is not Mood.TOLD])


#: Whom another one is with: "mettez Zoé avec Luka jeudi, il y va déjà".
_WITH: Final = Expression(r"\bavec $")


def _company(plain: str, said: list[Statement], told: Statement) -> set[str]:
    """Return whom something is asked together with, where it is not said who goes already."""
    before = [w for o in said if o.prop.start < told.prop.start for i in o.items for w in i.whos]
    return {n for w in before[-1:] if _WITH.search(plain, 0, w.start) for n in w.names}


def _take_out(there: set[str], asked: list[Statement]) -> None:
    for item in (i for o in asked for i in o.items if there < i.names):
        left = [replace(w, names=tuple(n for n in w.names if n not in there)) for w in item.whos]
        item.whos = [w for w in left if w.names or w.options]
