"""A place that was offered, and is taken: "on m'a dit qu'il restait une place jeudi, je la prends pour Zoé"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.marks import Force, Verb
from domain.model.wish import Do

#: A child may be taken home as well ("je la prends à 16h"); so it is said of a place, and of nobody's hour or home.
_TAKEN: Final = Expression(
    r"\b(?:places?|creneaux?|disponibilites?)\b[^.!?\n]{0,90}?\b(?P<take>(?:je|on|nous) (?:la|le|les) "
    r"(?:prends|prend|prenons|prendrais|reserve|reservons|veux bien|voudrais bien))\b"
    r"(?! (?:a \d|vers|chez|avec|apres|en |moi|plus tot|tot\b|pas\b|plus\b|ou\b))(?![^.!?\n]{0,60}\?)"
)


def find_taken_offers(plain: str) -> Iterator[Verb]:
    """Yield "je la prends", said of a place, as a demand."""
    for m in _TAKEN.finditer(plain):
        yield Verb(*m.span("take"), Do.BOOK, Force.ASKED)
