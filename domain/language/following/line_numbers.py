"""Lines of the cart taken out by their numbers: "enlever 2", "retirez la ligne 1 et 3", "supprimer le 2"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.language.leaning.answers import PLACES, plain_words
from domain.language.matching.expression import Expression

#: Words about three lines of a cart (4, 6 and 11 March), and the lines they take out; "?" is asked, "" is none of ours.
EXAMPLES: Final = (
    ("enlever 2", "2"),
    ("Retirez la ligne 1 et 3", "1 3"),
    ("supprimer les lignes 1 à 3 svp", "1 2 3"),
    ("enlevez la deuxième ligne et validez", "2 validate"),
    ("supprimer le 2", "2"),
    ("enlever 4", ""),
    ("enlever le 2 mars", ""),
    ("enlever 2 repas", ""),
    ("2", ""),
)

_VERB: Final = (
    r"(?:(?:je (?:veux|voudrais|souhaite)|vous pouvez|pouvez[ -]vous|merci de|veuillez|il faut|finalement|non) )*"
    r"(?:enleve[rz]?|retire[rz]?|supprime[rz]?|ote[rz]?|efface[rz]?|annule[rz]?)"
)
_PLACE: Final = rf"(?:\d{{1,2}}|{'|'.join(sorted(PLACES, key=len, reverse=True))})"
_LINE: Final = r"(?:lignes?|numeros?|n°|no\.?)"
_ONE: Final = rf"(?:(?:les?|la) )?(?:{_LINE} ?)?{_PLACE}(?: lignes?)?"
_REMOVAL: Final = Expression(
    rf"{_VERB} (?P<list>{_ONE}(?:(?: ?, ?| et | ?\+ ?| ?& ?| puis | a | ?- ?| )(?:{_ONE}))*)"
    r"(?: (?:du|de mon|de la|de ma|dans le|de ce) (?:panier|liste|demande))?"
    r"(?P<validate>(?: et| puis| ,)? (?:valide[rz]?|je valide)(?: le reste)?)?"
)
_NUMBER: Final = re.compile(rf"(?P<day>\ble )?(?P<word>\b\d{{1,2}}\b(?!er|e\b|eme)|\b(?:{'|'.join(PLACES)})\b)")
_SPAN: Final = re.compile(r"(\d{1,2})(?: a | ?- ?)(?:la |le )?(?:ligne )?(\d{1,2})")
_NAMES_LINES: Final = re.compile(rf"\b{_LINE}(?= |\d)|\blignes?\b|\bla \d")


@dataclass(frozen=True, slots=True)
class Removal:
    """Which lines are taken out, by their places from 1.

    `as_lines` says that the words call them lines; `as_days` that a place is said as days of the month are ("le 2").
    `validate` says that the rest is to be sent.
    """

    places: tuple[int, ...]
    as_lines: bool = False
    as_days: bool = False
    validate: bool = False


def lines_taken_out(text: str, count: int) -> Removal | None:
    """Return which of `count` lines `text` takes out by number; None when it says something else, or other numbers."""
    found = _REMOVAL.fullmatch(plain_words(text))
    if found is None:
        return None
    words = _SPAN.sub(_spelled_out, found["list"])
    numbers = list(_NUMBER.finditer(words))
    places = tuple(dict.fromkeys(_place(match["word"], count) for match in numbers))
    if not places or not all(1 <= place <= count for place in places):
        return None
    as_days = any(match["day"] and _is_figure(match) for match in numbers)
    ordinal = any(not _is_figure(match) for match in numbers)
    as_lines = bool(_NAMES_LINES.search(words)) or ordinal
    return Removal(places, as_lines, as_days and not as_lines, bool(found["validate"]))


def places_on_days(removal: Removal, days: Sequence[date]) -> tuple[int, ...]:
    """Return the places of those lines (with their `days` in order) that the numbers mean as days of the month."""
    return tuple(place for place, day in enumerate(days, start=1) if day.day in removal.places)


def may_be_days(removal: Removal, days: Sequence[date], booked: Collection[date], *, numbered: bool) -> bool:
    """Say whether the numbers may as well be days of the month: other lines, or bookings, stand on such days.

    "ligne 2" is never a day; "2" is none where the lines were shown with their numbers (`numbered`: by mail).
    """
    if removal.as_lines or (numbered and not removal.as_days):
        return False
    on_days = set(places_on_days(removal, days))
    elsewhere = bool(on_days) and on_days != set(removal.places)
    return elsewhere or (removal.as_days and any(day.day in removal.places for day in booked))


def _spelled_out(span: re.Match[str]) -> str:
    first, last = int(span[1]), int(span[2])
    return " ".join(map(str, range(first, last + 1))) if first < last else span.group()


def _is_figure(match: re.Match[str]) -> bool:
    return match["word"].isdigit() or match["word"] == "1er"  # "le 1er" is a day as well


def _place(word: str, count: int) -> int:
    if word.isdigit():
        return int(word)
    return count if PLACES[word] < 0 else PLACES[word]
