"""Short weekdays written out: "lun mar jeu", "Mar 11/03", "lu/ve", "Lu : matin / Ma : midi"."""

from __future__ import annotations

import re
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.text import Edit, Taken, Text

_DAY: Final = r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)"
_SHORT: Final = r"(?:lun|mar|merc?|jeu|vend?|vendr|sam|dim)"
_SHORT_DAYS: Final = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "merc": "mercredi", "jeu": "jeudi", "ven": "vendredi",
    "vend": "vendredi", "vendr": "vendredi", "sam": "samedi", "dim": "dimanche",
}  # fmt: skip
_JOIN: Final = r"(?:\s*(?:,|\+|/|&|-|\bet\b|\bau\b|\ba\b)\s*|\s+)"
#: "lun mar jeu", "Mar 11/03", "merc. 12", "jeu midi": short for a weekday only in such company ("la mer" is not).
_RUN: Final = Expression(
    rf"(?<!\bla )(?<!\bun )\b(?:{_SHORT}|{_DAY})\b\.?(?:{_JOIN}(?:{_SHORT}|{_DAY})\b\.?){{0,8}}"
    rf"(?P<more>{_JOIN}(?:\d{{1,2}}\b|1er\b|midi|matin|soir|apres|rien))?"
)
#: Short for a weekday by itself: "lun" and "ven" are no words; "mar.", "jeu." with their dot, or after "midi", "sauf".
_ALONE: Final = Expression(
    r"\b(?P<short>lun|merc|vendr?|ven)\b\.?|(?<!\bla )(?<!\bde )\b(?P<dotted>mar|jeu|mer)\.(?! ?$)"
    r"|(?<!\bla )(?<!\bun )\b(?P<dotted2>mar|jeu|mer)\.(?= ?$)"
    r"|(?:^|(?<=\n)|(?<=\n )|(?<=\n  )|(?<=\n   )|(?<=\n    )|(?<=[|/;>*-] )|(?<=\t))(?P<lined>mar|jeu|mer)(?= ?[:=])"
    r"|(?:(?<=tous les )|(?<=chaque )|(?<=sauf )|(?<=sauf le )|(?<=midi )|(?<=soir )|(?<=matin )"
    r"|(?<=cantine )|(?<=gouter )|(?<=\dh )|(?<=\dh\d\d )|(?<=[+&] ))"
    r"(?P<after>mar|jeu|mer)\b"
    r"|(?<!\bla )(?<!\bde )(?<!\bun )(?<!\ble )\b(?P<only>mar|jeu|mer)\b(?= (?:seulement|uniquement|aussi|rien)\b)"
)
_IN_RUN: Final = Expression(rf"\b(?:(?P<short>{_SHORT})\b\.?|{_DAY}\b)")
#: "Lu : matin / Ma : midi", where two or more stand so.
_LETTERED: Final = Expression(r"(?:^|(?<=[/,;>|\n.] )|(?<=[/,;>|\n]))(?P<short>lu|ma|me|je|ve)(?= ?:)")
_LETTERS: Final = {"lu": "lundi", "ma": "mardi", "me": "mercredi", "je": "jeudi", "ve": "vendredi"}
#: "Victor : lu ma je", "cantine lu/ve": a row of them that ends its line or stands before an activity; no "je me …".
_LETTER_ROW: Final = Expression(
    r"(?:^|(?<=[\n:(,;|/-])|(?<=[\n:(,;|/-] )|(?<=cantine )|(?<=midi )|(?<=matin )|(?<=soir )|(?<=gouter )|(?<=repas ))"
    r"(?!je (?:me|ve)\b|ma me\b|me (?:je|ma)\b)"
    r"(?P<row>(?:lu|ma|me|je|ve)(?:(?: ?[,/+&-] ?| et | )(?:lu|ma|me|je|ve)){1,4})"
    r"(?= ?(?:$|[,;.()|\n]|(?:midi|matin|soir|cantine|gouter|garderie|repas)\b))"
)
_LETTER: Final = Expression(r"\b(?:lu|ma|me|je|ve)\b")


def ends(text: Text, at: int) -> bool:
    """Say whether the dot there ends a sentence ("lun, mar, jeu. Victor …")."""
    return text.plain[at : at + 2] == ". " and len(text.plain) > at + 2 and text.capital(at + 2)


def _written_out(plain: str, match: re.Match[str], *, ends: bool) -> Edit:
    dot = not ends and plain[match.end() : match.end() + 1] == "." and match.end() + 1 < len(plain)
    end = match.end("short") if ends else match.end() + dot
    return Edit(match.start(), end, _SHORT_DAYS[match["short"]])


def _short_days(text: Text) -> list[Edit]:
    edits = list[Edit]()
    for run in _RUN.finditer(text.plain):
        days = list(_IN_RUN.finditer(text.plain, run.start(), run.end()))
        if len(days) > 1 or run["more"]:
            edits += [
                _written_out(text.plain, m, ends=m is days[-1] and ends(text, m.end("short")))
                for m in days
                if m["short"]
            ]
    taken = Taken(text.plain, ((e.start, e.end) for e in edits))
    for m in _ALONE.finditer(text.plain):
        if taken.is_free(*m.span()):
            short = next(g for g in m.groups() if g)
            word = m.start() + len(short)
            edits.append(Edit(m.start(), word if ends(text, word) else m.end(), _SHORT_DAYS[short]))
    return edits


def _lettered_days(text: Text) -> list[Edit]:
    found = [m.span("short") for m in _LETTERED.finditer(text.plain)]
    rows = [m.span("row") for m in _LETTER_ROW.finditer(text.plain)]
    found = found if len(found) > 1 else []
    found += [m.span() for row in rows for m in _LETTER.finditer(text.plain, *row)]
    return [Edit(start, end, _LETTERS[text.plain[start:end]]) for start, end in sorted(set(found))]


_ANY_SHORT: Final = Expression(r"\b(?:lun|mar|merc?|jeu|vend?|vendr|sam|dim|lu|ma|me|je|ve)\b")


def with_weekdays(text: Text) -> Text:
    """Return `text` with short weekdays written out: "Victor lun mar" at its end is no signature."""
    if not _ANY_SHORT.search(text.plain):
        return text
    text = text.rewritten(_short_days(text))
    return text.rewritten(_lettered_days(text))
