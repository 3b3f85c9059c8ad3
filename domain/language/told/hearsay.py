"""Courtesies about who has told us before, which leave nothing open: "je ne sais pas si leur père vous l'a dit"."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.household import HEARSAY
from domain.language.matching.blanks import blank
from domain.language.matching.expression import Expression

_HEARSAY: Final = Expression(HEARSAY)


def without_hearsay(plain: str) -> str:
    """Return folded text, letter for letter, without such courtesies: what follows is said all the same."""
    return _HEARSAY.sub(blank, plain)
