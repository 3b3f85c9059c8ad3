"""How a message is laid out: lines that a mail program has broken are joined, dot leaders are colons."""

from __future__ import annotations

import re
from typing import Final

from domain.language.expression import Expression
from domain.language.text import Text

#: A line break inside a sentence, where a mail program has wrapped it.
_LINE_END: Final = Expression(r"(?<=[a-z0-9])\n(?=[a-z0-9])(?![^\n]{0,40}[:>])")
_LONG_LINE: Final = 46
_COMMA_END: Final = Expression(r",\n(?=[^\n-])")
#: Dots that lead from a name to what is wanted for it.
_LEADERS: Final = Expression(
    r"^(?P<name> *[a-z][a-z' -]{1,24}?)(?P<dots> *(?:\.{4,}|(?:\. ){3,}\.?|_{4,}))(?= *[^\s.])", re.MULTILINE
)


def laid_out(text: Text) -> str:
    """Return the folded text, letter for letter, with broken sentences on one line."""
    plain = _LEADERS.sub(_colon, text.plain) if len(_LEADERS.findall(text.plain)) > 1 else text.plain
    return _unwrapped(text, plain)


def _colon(leader: re.Match[str]) -> str:
    """Write a table's leader as a colon ("Anne-Lise ........ lundi")."""
    return leader["name"] + ":".ljust(len(leader["dots"]))


def _unwrapped(text: Text, plain: str) -> str:
    """Join the lines that a mail program has broken inside a sentence; an item of a list keeps its own line."""
    ends = [m.end() - 1 for m in _COMMA_END.finditer(plain)]
    ends += [m.start() for m in _LINE_END.finditer(plain) if _is_long(plain, m.start()) and not text.capital(m.end())]
    if not ends:
        return plain
    letters = list(plain)
    for at in ends:
        letters[at] = " "
    return "".join(letters)


def _is_long(plain: str, end: int) -> bool:
    """Say whether the line that ends there is so long that a program may have broken it."""
    return end - plain.rfind("\n", 0, end) > _LONG_LINE
