"""What has no end: "jusqu'à nouvel ordre", whose last day is asked, and "toutes les réservations", for a person."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.spoken import long_day
from domain.language.writing.text import fold

#: In the words as they were typed: they are replaced there by the day that is answered.
_NO_END: Final = re.compile(
    r"(?:et )?(?:jusqu['\u2019 ]?(?:à|a) (?:nouvel (?:ordre|avis)|ce que (?:je|nous|on) (?:vous|te) \w+)"
    r"|pour une dur[ée]+e ind[ée]termin[ée]+e)",
    re.IGNORECASE,
)
_EVERYTHING: Final = Expression(
    r"\b(?:annul|supprim|desinscri|resili|effac)[a-z]* (?:\w+ )?(?:tou(?:te)?s) (?:les|nos|mes|ses|leurs) "
    r"(?:reservations?|inscriptions?|repas|jours reserves)\b"
)


def has_no_end(text: str) -> bool:
    """Say whether `text` names no last day on purpose."""
    return _NO_END.search(text) is not None


def ending_on(text: str, day: date) -> str:
    """Return `text` with `day` as the last one that it speaks of."""
    return _NO_END.sub(f"jusqu'au {long_day(day)} {day.year}", text, count=1)


def cancels_everything(text: str) -> bool:
    """Say whether `text` (folded or not) calls off all that is booked; whether it names days is for others to see."""
    return _EVERYTHING.search(fold(text)) is not None
