"""Numbers of several words written in figures: "vingt-et-un" → 21, "deux mille dix-huit" → 2018, "15e juillet" → 15."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import Edit, Text

_UNITS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_TENS: Final = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_UNIT: Final = "|".join(_UNITS)
_TEEN: Final = r"dix[ -](?:sept|huit|neuf)"
_TWO_DIGITS: Final = (
    rf"(?:quatre[ -]vingts?(?:[ -](?:{_TEEN}|{_UNIT}))?"
    rf"|(?:vingt|trente|quarante|cinquante|soixante)(?:[ -]et[ -](?:une?|onze)|[ -](?:{_TEEN}|{_UNIT}))|{_TEEN})"
)
_YEAR: Final = (
    rf"(?:deux[ -]mille|(?:(?:mille|dix)[ -](?:neuf|huit|sept|six|cinq)[ -]cents?))"
    rf"(?:[ -](?:{_TWO_DIGITS}|vingt|trente|quarante|cinquante|soixante|{_UNIT}))?"
)
_WORDS: Final = Expression(rf"\b(?:{_YEAR}|{_TWO_DIGITS}|quarante|cinquante|soixante)\b(?! ?- ?\d)")
_MONTH: Final = r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_ORDINAL: Final = Expression(rf"(?<=\d)(?:e|eme)(?= (?:au|jusqu'au|et le|{_MONTH})\b)")
#: "vendredi quinze": after a weekday a number above ten is a day of the month.
_AFTER_WEEKDAY: Final = Expression(
    r"(?<=di )(?P<n>onze|douze|treize|quatorze|quinze|seize|vingt|trente)\b(?! ?(?:h\b|heures?|enfants?|repas|jours?))"
)
#: Most texts have none of these words.
_MAYBE: Final = Expression(
    r"\de|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|mille"
)


def value(words: str) -> int:
    """Return what number `words` say ("quatre-vingt-dix" → 90)."""
    total, thousands = 0, 0
    for word in re.split(r"[ -]", words):
        if word == "mille":
            thousands, total = (total or 1) * 1_000, 0
        elif word in ("cent", "cents"):
            total = (total or 1) * 100
        elif word.startswith("vingt") and total % 100 == _UNITS["quatre"]:
            total += 76
        else:
            total += _UNITS.get(word) or _TENS.get(word) or 0
    return thousands + total


def in_figures(text: Text) -> Text:
    """Return `text` with numbers of several words, and day numbers after a weekday, in figures."""
    if not _MAYBE.search(text.plain):
        return text
    edits = [Edit(m.start(), m.end(), str(value(m.group()))) for m in _WORDS.finditer(text.plain)]
    edits += [Edit(m.start(), m.end(), "") for m in _ORDINAL.finditer(text.plain)]
    text = text.rewritten(edits)
    return text.rewritten(Edit(*m.span("n"), str(value(m["n"]))) for m in _AFTER_WEEKDAY.finditer(text.plain))
