"""So many weeks on: "pareil dans quinze jours", "décalez d'une semaine"."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import fold

_IN: Final = Expression(
    r"\bdans (?:(?P<one>8 jours|huit jours|une semaine)|(?P<two>15 jours|quinze jours|(?:deux|2) semaines)"
    r"|(?P<three>(?:trois|3) semaines))\b"
)
_WEEKS: Final = {"one": 1, "two": 2, "three": 3}
_MONTHS: Final = Expression(r"\bdans (?:un|deux|trois|\d) mois\b")
_PUT_OFF: Final = Expression(r"\b(?:decal|report|repouss)")
_BY_A_WEEK: Final = re.compile(r"\bd['\u2019]une semaine\b(?! (?:plus t|avant))", re.IGNORECASE)


def weeks_ahead(plain: str) -> int:
    """Return how many weeks on something is wanted again ("dans quinze jours": 2); 0 where it does not say so."""
    found = _IN.search(plain)
    return _WEEKS[found.lastgroup or ""] if found else 0


def counts_months(plain: str) -> bool:
    """Say whether it is wanted again after some months, which are no whole weeks: on which day, must be asked."""
    return _MONTHS.search(plain) is not None


def week_later(text: str) -> str:
    """Return "décalez d'une semaine" as what it says of the request: in the week after its own."""
    found = _BY_A_WEEK.search(text)
    if found is None or not _PUT_OFF.search(fold(text[: found.start()])):
        return text
    return f"{text[: found.start()]}à la semaine suivante{text[found.end() :]}"
