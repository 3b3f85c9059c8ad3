"""Hours beside a day, said in every way: "à 3 heures et demie", "midi moins le quart", "de 9 à 11", "6h du soir".

Messages use `hours.find_hours`, which only knows what a pick-up hour looks like; this is for `days.find_days`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time
from typing import Final

from domain.language.days.points import MONTH, NUMBERS, WD, number
from domain.language.matching.expression import Expression
from domain.language.notions.hours import Hour
from domain.language.writing.text import Edit, Text

_WORDS: Final = "|".join(sorted((w for w in NUMBERS if w.isalpha() and w != "premier"), key=len, reverse=True))
_N: Final = rf"(?:2[0-4]|[01]?\d|{_WORDS})"
_M: Final = rf"(?:[0-5]?\d|{_WORDS})"
_LESS: Final = rf"(?: moins (?:le quart|{_M})(?: minutes)?)"
_CLOCK: Final = (
    rf"(?:(?:{_N} ?(?:heures?|hrs?|h)(?: et demie?| et quart| (?:trois|3) quarts|{_LESS}"
    rf"| et {_M} ?(?:minutes?|min\b|mn\b)| ?{_M}(?! ?(?:h\b|heures))(?: ?(?:minutes?|min|mn))?)?"
    r"(?: ?(?:et )?\d\d? ?(?:s\b|secondes?))?"
    rf"|{_N}:[0-5]\d(?::[0-5]\d)?(?: ?[ap]m\b)?|{_N} ?[ap]m\b)(?![\da-z])"
    rf"|(?:midi|minuit)(?: et demie?| et quart|{_LESS}| {_M}(?! ?(?:h\b|heures|jours?|repas|enfants?)))?\b)"
)
_BEFORE: Final = (
    r"(?:(?:a partir de|aux alentours de|autour de|plus tard que|jusqu'a|au plus tard a|plutot vers|a environ|vers les"
    r"|environ|entre|avant|apres|vers|des|de|a) )?"
)
_SAID: Final = Expression(
    rf"(?<![\d:/.-])\b(?P<word>{_BEFORE})(?P<from>{_CLOCK}|{_N}(?= ?(?:-|a|et) ?{_CLOCK}))"
    rf"(?: ?(?:-|a|et|jusqu'a) ?(?P<to>{_CLOCK}|(?:(?<=midi et )|(?<=midi a )){_N}\b))?"
    r"(?P<part>,? (?:du|de l'|dans (?:la |l')|en|le)? ?(?:matinee|matin|mat\b|soiree|soir|apres-midi))?"
)
_EVENING: Final = Expression(r"soir|apres-midi")
#: A bare number is an hour after a part of the day: "ce soir à 7", "demain matin vers 8".
_BARE: Final = Expression(
    rf"(?:(?<=matin )|(?<=soir )|(?<=-midi ))(?P<word>a|vers) (?P<from>{_N})\b(?! ?(?:h\b|heures?|:|/|{MONTH}))"
)
_DAY: Final = rf"(?:{WD}|aujourd'hui|demain|hier|matin|soir|midi|prochain|{MONTH}|\b[0-3]?\d)"
#: "8 du matin", "sept du soir".
_IN_THE: Final = Expression(
    rf"(?<![\d:/.-])(?<!les )\b(?P<from>{_N}),? (?:du (?:matin|soir)|de l'apres-midi|dans la soiree)\b"
)
_FEW: Final = r"(?:1?\d|2[0-4]|cinq|six|sept|huit|neuf|dix|onze|midi)"
#: "jeudi de 9 à 11", "entre 5 et 7 demain": the hours' own word is left out.
_LEFT_OUT: Final = Expression(
    rf"(?P<day>{_DAY} )?\b(?P<word>(?:de|entre) )?\b(?P<a>{_FEW}) (?:a|et) (?P<b>{_FEW})\b"
    rf"(?! ?(?:h\b|heures?|{MONTH}|[/:.-]\d))"
    r"(?P<after>,? (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|aujourd'hui|demain|hier"
    r"|ce (?:matin|soir)|cet apres-midi|le \d\d?[ /]))?"
)
#: What may stand between a day and its hour.
_GLUE: Final = Expression(
    r"[\s,(]*(?:(?:a|de|des|du|vers|pour|le|la|l'|dans|en|au|mais|plutot|par exemple|soit|disons|debut|fin|milieu"
    r"|d'|tot|ce|cet|matinee|matin|soiree|soir|midi|apres-midi|apres|avant|entre|a partir|jusqu'a|sur|environ|heure)\b"
    r"[\s',]*)*"
)
_HOURS, _MINUTES, _NOON = 24, 60, 12
#: How far from its day an hour may stand.
_NEAR: Final = 60
_FRACTIONS: Final = (("moins le quart", -15), ("demi", 30), ("trois quarts", 45), ("3 quarts", 45), ("quart", 15))


def hours_completed(text: Text) -> Text:
    """Return `text` with the word "h" where two bare numbers beside a day are hours."""
    edits = list[Edit]()
    for match in _LEFT_OUT.finditer(text.plain):
        if (match["word"] and match["day"]) or match["after"]:
            edits += [Edit(match.start(k), match.end(k), f"{number(match[k])}h") for k in "ab" if match[k] != "midi"]
    return text.rewritten(edits)


def _clock(words: str) -> time | None:
    noon = re.match(r"(midi|minuit)\b", words)
    hour_words = re.match(rf"{_N}", words)
    if noon is None and hour_words is None:
        return None
    hour = (_NOON if noon[1] == "midi" else 0) if noon else number(hour_words.group()) if hour_words else 0
    rest = words[noon.end() if noon else hour_words.end() if hour_words else 0 :]
    if re.search(r"pm$", rest) and hour < _NOON:
        hour += _NOON
    total = hour * _MINUTES + _minutes(rest)
    return time(total // _MINUTES, total % _MINUTES) if 0 <= total < _HOURS * _MINUTES else None


def _minutes(rest: str) -> int:
    """Return how many minutes after the hour `rest` says ("h30", " et quart", " moins le quart")."""
    for words, minutes in _FRACTIONS:
        if words in rest:
            return minutes
    rest = re.sub(r"(?:et )?\d\d? ?(?:s\b|secondes?)", "", rest)
    found = re.search(rf"(?P<less>moins )?\b(?P<n>{_M})\b|h(?P<glued>[0-5]\d)|:(?P<after>[0-5]\d)", rest)
    if found is None:
        return 0
    n = number(found["n"] or found["glued"] or found["after"])
    return -n if found["less"] else n


def _later(clock: time | None) -> time | None:
    return clock.replace(hour=clock.hour + _NOON) if clock and 0 < clock.hour < _NOON else clock


def _in_the_evening(hour: Hour) -> Hour:
    return replace(hour, at=_later(hour.at) or hour.at, to=_later(hour.to))


def find_clocks(plain: str) -> list[Hour]:
    """Return the hours of folded text, in order."""
    found = list[Hour]()
    for match in _SAID.finditer(plain):
        first, last = _clock(match["from"]), _clock(match["to"]) if match["to"] else None
        if first is None:
            continue
        last = _later(last) if last and last < first else last
        hour = Hour(match.start(), match.end(), first, last, match["word"].strip(), bool(match["part"]))
        found.append(_in_the_evening(hour) if _EVENING.search(match["part"] or "") else hour)
    for match in _IN_THE.finditer(plain):
        if (clock := _clock(match["from"])) and not any(h.start < match.end() and match.start() < h.end for h in found):
            hour = Hour(match.start(), match.end(), clock, None, "", part=True)
            found.append(_in_the_evening(hour) if _EVENING.search(match.group()) else hour)
    found += [Hour(m.start(), m.end(), c, None, m["word"]) for m in _BARE.finditer(plain) if (c := _clock(m["from"]))]
    return found


def clock_beside(plain: str, start: int, end: int, clocks: list[Hour]) -> Hour | None:
    """Take the hour that belongs to the day from `start` to `end` out of `clocks`: one after it rather than before.

    "ce soir" and the like make it an evening hour.
    """
    afterwards = (h for h in clocks if end <= h.start <= end + _NEAR and _GLUE.fullmatch(plain, end, h.start))
    after = next(afterwards, None)
    befores = (h for h in clocks if start - _NEAR <= h.end <= start and _GLUE.fullmatch(plain, h.end, start))
    before = next(befores, None)
    opens = before is not None and before.to is None and before.word in ("de", "entre")  # "de 16h mardi à 9h jeudi"
    hour = before if opens or after is None else after
    if hour is None:
        return None
    clocks.remove(hour)
    near = plain[start : hour.start] if hour.start >= end else plain[hour.end : part_after(plain, end)]
    said = hour.part or (hour.to is not None and hour.to.hour >= _NOON)
    return hour if said or not _EVENING.search(near) else _in_the_evening(hour)


#: Parts of the day that belong to the day before them ("mardi soir", "demain après-midi").
_BARE_PART: Final = Expression(r"(?:matinee|matin|soiree|soir|apres-midi|midi)\b")
_PART: Final = Expression(
    r",? (?:(?:en |dans (?:la |l')|au |le |d'|a l'|l')?(?:(?:debut|fin|milieu) (?:de |d'|de l'|de la ))?)?"
    r"(?:matinee|matin|soiree|soirs?|apres-midi|midi|journee)\b(?:,? (?:de bonne heure|tot|tard))?"
)


def part_after(plain: str, end: int) -> int:
    """Return where the part of the day said after a day ends, or `end`."""
    found = _PART.match(plain, end) or _BARE_PART.match(plain, end)
    return found.end() if found else end


def part_before(plain: str, start: int, end: int) -> int:
    """Return where a day ends that was said with a part of it ("hier midi"), whose hour is still to be read."""
    found = re.search(r"(?<=hier) (?:matin|soir|midi|apres-midi)$", plain[start:end])
    return start + found.start() if found else end
