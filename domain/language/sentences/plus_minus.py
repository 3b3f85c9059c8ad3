"""Lines that begin with a plus or a minus, where both are used: what is added and what is taken out."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Cue, Force, Sign, Verb
from domain.model.wish import Do

#: At the start of a line, or after the colon behind a name: "Elio : +cantine lundi".
_SIGNS: Final = Expression(r"(?:^|(?<=\n)|(?<=: )|(?<=:)) *(?P<sign>[+=-]) ?(?=[a-z])")


def plus_and_minus(plain: str) -> list[Verb | Sign]:
    """Return what the signs of folded text ask for; a minus by itself, or a plus, only marks the lines of a list."""
    found = list(_SIGNS.finditer(plain))
    if not {"+", "-"} <= {m["sign"] for m in found}:
        return []
    marks = list[Verb | Sign]()
    for m in found:
        at = m.span("sign")
        do = {"+": Do.BOOK, "-": Do.CANCEL}.get(m["sign"])
        marks.append(Verb(*at, do, Force.ASKED) if do else Sign(*at, Cue.UNAFFECTED))
    return marks
