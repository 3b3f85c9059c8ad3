"""How things go in general, whatever the day: "d'habitude il mange ici"."""

from __future__ import annotations

from typing import Final

from domain.language.matching.expression import Expression

_USUALLY: Final = Expression(
    r"(?<!comme )(?<!contrairement a )(?<!que )\b(?:d'habitude|habituellement|a l'ordinaire|d'ordinaire"
    r"|en temps normal)\b"
)
#: What only says which child, or what, is meant: "Zoé, qui va d'habitude au goûter, n'ira pas jeudi".
_RELATIVE: Final = Expression(r"\bqu(?:i|e|') ?(?:[a-z']+ ){0,3}$")


def is_usual(plain: str, start: int, end: int, verb: int) -> bool:
    """Say whether a proposition, whose verb begins at `verb`, tells of a habit as a whole."""
    said = _USUALLY.finditer(plain, start, end)
    return any(m.end() > verb or not _RELATIVE.search(plain, start, m.start()) for m in said)
