"""Bare day numbers that go on with days named before them: "lundi 24, jeudi 27 mars + 31", "mars : 20, 24 et 27"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import MONTH, NUM, dated, day_number, number
from domain.language.lexicon.excepted import BEHIND
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When

_SATURDAY: Final = 6
#: So many sentences of a message may end with one more number.
_FEW: Final = 8
#: No parent names more days one by one.
_MANY: Final = 60
#: What may follow a day number: the end, another one, or little words, but nothing that it could count.
_ENDS: Final = (
    r"(?=\s*(?:$|[,.;:!?()\n+&/-]|(?:et|puis|pour|aussi|egalement|svp|stp|merci|mais|sauf|midi|matin|soir|inclus)\b"
    rf"|{NUM}\s*(?:$|[,.;!?\n+])))(?!\s*(?:,|et|ou|/)\s*\d+\s?ans?\b)(?!\s?[.:/]\s?\d)"
)
_JOIN: Final = r"\s*(?:[,+&/]|(?<=\s)-(?=\s)|\bet\b|\bpuis\b|\bainsi que\b)\s*(?:(?:et|puis|le|plus)\s+)*"
_NEXT: Final = Expression(rf"{_JOIN}(?P<n>{NUM}){_ENDS}")
#: After a date in figures a space is enough: "20/03 24/03 27 31".
_BESIDE: Final = Expression(rf"\s+(?P<n>{NUM}){_ENDS}")
_LISTED: Final = Expression(rf"\s*:\s*(?:les?\s+)?(?P<n>{NUM})(?=\s*(?:,|\+|&|et\b|/)\s*{NUM})")
#: After its weekday and a part of the day: "les mercredis matin 12 et 19".
_PARTED: Final = Expression(rf"\s(?:matin|midi|soir|apres-midi)s?,? (?:les? |du )?(?P<n>{NUM}){_ENDS}")
#: One more, after other words: "lundi 24 pour Zoé + 31".
_MORE: Final = Expression(
    rf"(?:[+&]\s*|(?<!\dh )(?<!\d h )\bet (?:aussi |puis )?)(?P<n>{NUM})"
    r"(?=\s*(?:aussi|egalement|svp|stp|merci)?\s*(?:$|[.;!?\n]))"
)


@phrase(
    rf"(?<![\w/.:¤-])(?:les )?(?P<all>(?:{NUM} ){{2,20}}(?:et )?{NUM}) (?P<month>{MONTH})\b|"
    rf"\bles (?P<two>{NUM} {NUM}) (?P<of>{MONTH})\b",
    {"20 24 27 mars": "2025-03-20,2025-03-24,2025-03-27", "les 20 24 mars": "2025-03-20,2025-03-24"},
)
def in_a_row(match: re.Match[str], scene: Scene) -> When | None:
    """Day numbers with nothing but spaces between them, and their month."""
    numbers = re.findall(r"\d+", match["all"] or match["two"])
    days = [dated(f"{n} {match['month'] or match['of']}", scene) for n in numbers]
    if not all(days):
        return When(Sort.CLASH, days=tuple(d for d in days if d))
    return When(Sort.DAY, days=tuple(d for d in days if d), explicit=True)


@phrase(
    rf"(?<![\w/.:¤'-])(?<![a-z] )(?P<n>{NUM})(?=,? {BEHIND})",
    {"les mardis de mars, 18 excepté": "2025-03-04,2025-03-11,2025-03-25"},
)
def left_out(match: re.Match[str], scene: Scene) -> When | None:
    """Read a bare day number that is left out: "(17 exclu)"."""
    day = day_number(number(match["n"]), scene)
    return When(Sort.DAY, days=(day,), named_month=False, explicit=True) if day else None


def with_numbers(plain: str, whens: list[When], scene: Scene) -> list[When]:
    """Return `whens` with the bare numbers that go on with them; one that is no day of care must be asked."""
    read = list[When]()
    for n, when in enumerate(whens):
        end = whens[n + 1].start if n + 1 < len(whens) else len(plain)
        read += [when, *(_after(plain, when, end, scene) if len(read) < _MANY else ())]
    if read:
        read += _under_month(plain, read, scene)
        read += _floating(plain, read, scene)
    return sorted(read, key=lambda w: w.start)


#: "cantine : 3, 5, 9 et 17", under "mes jours pour décembre :".
_COLUMN: Final = Expression(
    rf":\s*(?:les? )?(?P<row>{NUM}(?:\s*(?:,|\+|&|/|\bet\b)\s*(?:et |le )?{NUM}){{0,20}})"
    r"(?=\s*(?:$|[.;\n]|svp|merci|pour\b|uniquement|seulement))"
)
#: "16, 17, 19" alone on its line.
_ROW: Final = Expression(
    rf"(?<=\n)[ *-]*(?P<row>{NUM}(?:\s?(?:,|\+|&|\bet\b)\s?(?:et |le )?{NUM}){{1,20}})(?= *(?:$|[.;\n(]))"
)
_NUMBER: Final = Expression(NUM)


def _under_month(plain: str, read: list[When], scene: Scene) -> list[When]:
    """Return the numbers that rows list under a month named above them."""
    found = list[When]()
    rows = [*islice(_COLUMN.finditer(plain), _FEW), *islice(_ROW.finditer(plain), _FEW)]
    for row in rows if any(w.sort is Sort.SPAN for w in read) else ():
        months = [
            w for w in read if w.end <= row.start() and w.sort is Sort.SPAN and w.reach is Reach.LONG and not w.holiday
        ]
        line = plain.rfind("\n", 0, row.start("row"))
        named = [w for w in (*read, *found) if line < w.start < row.end("row") and w not in months]
        if months and not named:
            found += [_numbered(m, months[-1], scene, 0) for m in _NUMBER.finditer(plain, *row.span("row"))]
    return found


def _after(plain: str, when: When, end: int, scene: Scene) -> list[When]:
    """Return the numbers that follow a day, or a month that heads them."""
    found, last = list[When](), when
    month = when.sort is Sort.SPAN and when.reach is Reach.LONG and not when.holiday
    day = when.sort in (Sort.DAY, Sort.WEEKDAY, Sort.EVERY, Sort.SPAN)
    match = _LISTED.match(plain, when.end) if month else None
    match = match or (_next(plain, when) if day else None)
    match = match or (_PARTED.match(plain, when.end) if when.sort in (Sort.WEEKDAY, Sort.EVERY) else None)
    while match and match.end("n") <= end and len(found) < _MANY:
        last = _numbered(match, last, scene)
        found.append(last)
        match = _next(plain, last)
    return found


def _next(plain: str, last: When) -> re.Match[str] | None:
    figures = last.sort is Sort.DAY and plain[last.end - 1].isdigit()
    return _NEXT.match(plain, last.end) or (_BESIDE.match(plain, last.end) if figures else None)


def _floating(plain: str, read: list[When], scene: Scene) -> list[When]:
    """Return one more number at the end of a list whose other words stand between."""
    found = list[When]()
    for match in islice(_MORE.finditer(plain), _FEW):
        before = [w for w in read if w.end <= match.start()]
        free = not any(w.start < match.end("n") and match.start("n") < w.end for w in read)
        if free and before and before[-1].sort in (Sort.DAY, Sort.WEEKDAY, Sort.EVERY, Sort.SPAN):
            found.append(_numbered(match, before[-1], scene))
    return found


def _numbered(match: re.Match[str], last: When, scene: Scene, group: str | int = "n") -> When:
    """Return the day of a number after `last`, in its month or else the next one."""
    start, end = match.span(group)
    day = _day(number(match[group]), last, scene)
    if day is None or day < scene.today or day.isoweekday() >= _SATURDAY:
        return When(Sort.CLASH, start, end, days=(day,) if day and day >= scene.today else ())
    return When(Sort.DAY, start, end, days=(day,), named_month=False, explicit=True)


def _day(n: int, last: When, scene: Scene) -> date | None:
    known = last.days[-1] if last.days else last.first if last.reach is Reach.LONG else last.last
    if known is None:
        return day_number(n, scene)
    day = day_number(n, replace(scene, month=known))
    if day and day < known and last.sort is Sort.DAY:  # "le 28 + 3"
        after = date(known.year + known.month // 12, known.month % 12 + 1, 1)
        return day_number(n, replace(scene, month=after))
    return day
