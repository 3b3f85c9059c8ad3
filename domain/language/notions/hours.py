"""Hours of the day in folded text: "18h", "18 h 30", "de 16h à 18h", "17:00"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Final

from domain.language.matching.expression import Expression

_H: Final = r"(?:[01]?\d|2[0-4])"
_CLOCK: Final = (
    rf"(?:{_H} ?(?:h|heures?)(?: ?(?:[0-5]\d)\b| (?:et )?(?:demie|quart|trente|quinze))?|{_H}:[0-5]\d)(?![\da-z])"
)
_RANGE: Final = Expression(
    r"\b(?P<word>jusqu'? ?a|jusqu'au|jusqu[e']?(?= ?\d)|a partir de|des|avant|vers|pour|de|a|entre)? ?"
    rf"\b(?P<from>{_CLOCK}"
    rf"|{_H}(?= ?(?:-|a) ?{_CLOCK}))"
    rf"(?: ?(?:-|a|et|jusqu'?a) ?(?P<to>{_CLOCK}))?"
    r"|\b(?P<noon>a midi)\b(?! et)"
)
_HOURS, _MINUTES = 24, 60
_HALF: Final = Expression(r"demie|trente")
_QUARTER: Final = Expression(r"quart|quinze")
_PIECES: Final = Expression(r"(\d+)(?:\D+(\d+))?")


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour, or two ("de 16h à 18h"), at `start` to `end` of the folded text; `word` is the preposition before it."""

    start: int
    end: int
    at: time
    to: time | None = None
    word: str = ""
    part: bool = False  # the part of the day was said with it: "8h du matin"


def _clock(words: str) -> time | None:
    pieces = _PIECES.match(words)
    if pieces is None:
        return None
    hour, minute = (
        int(pieces[1]),
        int(pieces[2] or (30 if _HALF.search(words) else 15 if _QUARTER.search(words) else 0)),
    )
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def find_hours(plain: str) -> list[Hour]:
    """Return the hours of folded text, in order."""
    found = list[Hour]()
    for match in _RANGE.finditer(plain):
        if match["noon"]:
            found.append(Hour(match.start(), match.end(), time(12), None, "a"))
        elif first := _clock(match["from"]):
            last = _clock(match["to"]) if match["to"] else None
            word = match["word"] or ""
            until = word.startswith("jusqu") and word != "jusqu'au"
            found.append(Hour(match.start(), match.end(), first, last, "jusqu'a" if until else word))
    return found
