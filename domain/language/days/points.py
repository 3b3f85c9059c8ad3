"""One end of a period: "jeudi", "le 14", "demain", "lundi prochain", "mardi 11 mars". And explicit dates.

dateparser reads the explicit dates (style.md: it is good at nothing else); which year is meant is decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene

WEEKDAYS: Final = {
    "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7,
}  # fmt: skip
MONTHS: Final = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
NUMBERS: Final = {
    "un": 1, "une": 1, "premier": 1, "1er": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30,
}  # fmt: skip

WD: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
#: What may stand between a weekday and its rhythm: "un mercredi matin sur deux".
PART_OF_DAY: Final = r"(?: (?:matin|midi|soir|apres-midi|(?:en |toute la |la )?journee))"
MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
DAY_WORDS: Final = (
    r"premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
)
YEAR: Final = r"(?:1[5-9]|20|21)\d\d"
#: A number that can be a day of the month: not an hour, an age, a price, a count of things.
NUM: Final = (
    r"(?:1er|0?[1-9]|[12]\d|3[0-9])(?![\d%€]|\s?h(?:\d|\b|eures?)|[:]\d|,\d\d?\s?(?:€"
    r"|e\b|euros)|\s?(?:€|euros?|%|ans?\b|"
    r"enfants?|garcons|filles|fois|repas|jours?\b|semaines?|mois\b|places?|minutes?"
    r"|min\b|soirs\b|(?<=\b1)\s?soir\b|jrs?\b|rue\b|allee|midis\b|"
    r"premier|dernier|prochain|autres?\b))"
)
DATE: Final = (
    rf"(?:{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)"
    rf"|{NUM}\s?/\s?\d{{1,2}}(?:\s?/\s?(?:\d{{4}}|\d{{2}})|,\s?{YEAR})?(?!\d)"
    rf"|{NUM}[.-]\d{{1,2}}(?:[.-](?:\d{{4}}|\d{{2}}))?(?!\d|\s?h\b)"
    rf"|{NUM} (?:0?[1-9]|1[0-2]) {YEAR}\b"
    rf"|(?:{NUM}|\b(?:{DAY_WORDS}))(?:\s*(?:de\s)?|-){MONTH}\b(?:(?:,?\s+(?:de\s|en\s)?){YEAR}\b|\s[5-9]\d(?=\s*$))?"
    rf"|{NUM}/{MONTH}(?:/\d{{4}})?)"
)
#: A date, or a bare day number; a weekday may stand before it.
DAY_OF_MONTH: Final = (
    rf"(?:{DATE}|{NUM}|\b(?:{DAY_WORDS})\b(?! ?(?:h\b|heures?|jours?|enfants?|repas|fois"
    rf"|semaines?|dates|mois\b|premier|dernier)))"
)
RELATIVE: Final = r"(?:aujourd'?\s?hui|ce jour|apres[- ]?demain|demain|hier|avant[- ]hier|maintenant)"
POINT: Final = (
    rf"(?:(?:le |ce |les )?(?:{RELATIVE}|(?:{WD},?\s+)?(?:le\s+)?{DAY_OF_MONTH}\b|"
    rf"{WD}(?:\s+(?:prochaine?s?|qui vient|en (?:huit|quinze|8|15)|dernier|de (?:la semaine prochaine"
    r"|cette semaine)))?))"
)

_PARTS: Final = Expression(
    rf"(?:le |ce |les )?(?:(?P<rel>{RELATIVE})|(?:(?P<wd>{WD}),?\s+)?(?:le\s+)?(?P<day>{DAY_OF_MONTH})\b"
    rf"|(?P<bare>{WD})(?P<mod>.*))"
)
_SPELT: Final = Expression(
    rf"(?P<day>\d{{1,2}}|{DAY_WORDS}|1er)[\s/.-]*(?:de\s)?(?P<month>\d{{1,2}}|{MONTH})"
    rf"(?:(?:[\s/.,-]|de\s|en\s)+(?P<year>\d{{2,4}}))?"
)
_YEAR_FIRST: Final = Expression(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
#: A year of two digits is of this century unless that lies further ahead ("31/10/74").
_FAR: Final = 20
#: How long ago a day without its year may be when its weekday says that it is past ("vendredi 28 février").
_RECENT: Final = 31


@dataclass(frozen=True, slots=True)
class Point:
    """A day named in one breath. `clash` holds the readings when the weekday and the date disagree or none exists."""

    day: date | None
    clash: tuple[date, ...] = ()
    month: bool = True  # its month was named
    weekday: int | None = None  # only a weekday was said
    today: bool = False
    year: bool = False  # its year was named


@lru_cache(maxsize=2_048)
def explicit(words: str) -> date | None:
    """Read a full date ("11 mars 2025", "11/03/2025"), day first; None when there is no such day."""
    import dateparser  # noqa: PLC0415 - a tenth of a second, and most messages have no full date

    settings = {"DATE_ORDER": "DMY", "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found = dateparser.parse(words, languages=["fr"], settings=settings)
    return found.date() if isinstance(found, datetime) else None


def number(words: str) -> int:
    """Return the number that digits or a word stand for."""
    return NUMBERS[words] if words in NUMBERS else int(words)


def full_year(digits: str, today: date) -> int:
    """Return the year that two or four digits name: of two, the century that is nearer."""
    year = int(digits)
    if len(digits) > len("25"):
        return year
    year += today.year // 100 * 100
    return year - 100 if year > today.year + _FAR else year


def _on(day: int, month: int, year: int) -> date | None:
    return explicit(f"{day}/{month}/{year}")


def dated(words: str, scene: Scene) -> date | None:
    """Return the date of "11 mars" or "11/03[/2025]": without a year, the first one from today on."""
    if iso := _YEAR_FIRST.fullmatch(words):
        return _on(int(iso[3]), int(iso[2]), int(iso[1]))
    if (said := _SPELT.fullmatch(words)) is None:
        return None
    day, month = number(said["day"]), MONTHS.get(said["month"]) or int(said["month"])
    if said["year"]:
        return _on(day, month, full_year(said["year"], scene.today))
    this = scene.today.year
    ahead = next((d for y in range(this, this + 5) if (d := _on(day, month, y)) and d >= scene.today), None)
    if scene.schooled and ahead and ahead > scene.year.end:
        behind = (_on(day, month, y) for y in (this, this - 1))
        return next((d for d in behind if d and scene.year.start <= d < scene.today), ahead)
    return ahead


def day_number(n: int, scene: Scene) -> date | None:
    """Return day `n` of the month named before, or of this month; of the next one when that is past."""
    if scene.month:
        return _of_month(scene.month.year, scene.month.month, n)
    for ahead in range(3):
        y, m = divmod(scene.today.year * 12 + scene.today.month - 1 + ahead, 12)
        day = _of_month(y, m + 1, n)
        if day and day >= scene.today:
            return day
    return None


def same_year(begin: date, end: date) -> date:
    """Return `begin` in the last year in which it does not lie after `end`."""
    years = (end.year, end.year - 1)
    return next((d for y in years if (d := _of_month(y, begin.month, begin.day)) and d <= end), begin)


def _of_month(year: int, month: int, n: int) -> date | None:
    try:
        return date(year, month, n)
    except ValueError:
        return None


def _relative(words: str, today: date) -> date:
    if words.startswith("apres"):
        return today + timedelta(days=2)
    back = {"hier": -1, "demain": 1}
    return today + timedelta(days=back.get(words, -2 if words.startswith("avant") else 0))


def _weekday(name: str, mod: str, scene: Scene) -> date:
    weekday = WEEKDAYS[name.rstrip("s")]
    if "huit" in mod or "8" in mod:
        return scene.next_weekday(weekday) + timedelta(weeks=1)
    if "quinze" in mod or "15" in mod:
        return scene.next_weekday(weekday) + timedelta(weeks=2)
    if "dernier" in mod:
        return scene.today - timedelta(days=(scene.today.isoweekday() - weekday - 1) % 7 + 1)
    if "cette" in mod:
        return scene.week() + timedelta(days=weekday - 1)
    return scene.in_next_week(weekday) if "prochain" in mod else scene.next_weekday(weekday)


def _recent_or_later(day: date | None, weekday: int, scene: Scene, n: int | None) -> date | None:
    """Return the day of that weekday which was meant: a past one, or (of a bare number) one of a later month."""
    if n is None:
        past = _of_month(day.year - 1, day.month, day.day) if day else None
        near = past and past.isoweekday() == weekday and (scene.today - past).days <= _RECENT
        return past if near else None
    months = (divmod(scene.today.year * 12 + scene.today.month - 1 + ahead, 12) for ahead in range(12))
    days = (_of_month(year, month + 1, n) for year, month in months)
    return next((d for d in days if d and d.isoweekday() == weekday), None)


def agree(day: date | None, weekday: int, scene: Scene, n: int | None = None) -> Point:
    """Return `day` when it falls on `weekday`; otherwise both readings, nearest first.

    Where days are only to be read, not acted on, the weekday decides the year, or the month of a bare number `n`.
    """
    if day and day.isoweekday() == weekday:
        return Point(day)
    if not scene.schooled and (other := _recent_or_later(day, weekday, scene, n)):
        return Point(other)
    near = [day + timedelta(days=n) for n in (-1, 1, -2, 2, -3, 3)] if day else []
    other = next((d for d in near if d.isoweekday() == weekday), None)
    return Point(None, tuple(d for d in (day, other or scene.next_weekday(weekday)) if d and d >= scene.today))


def point(words: str, scene: Scene) -> Point:
    """Read a POINT. Weekdays are the next ones; a bare number is a day of the month named before, or of this month."""
    parts = _PARTS.fullmatch(words.strip())
    if parts is None:
        return Point(None)
    if parts["rel"]:
        return Point(_relative(parts["rel"], scene.today), today=_relative(parts["rel"], scene.today) == scene.today)
    if parts["bare"]:
        only = WEEKDAYS[parts["bare"].rstrip("s")] if not parts["mod"].strip() else None
        return Point(_weekday(parts["bare"], parts["mod"], scene), weekday=only)
    bare = parts["day"].isdigit() or parts["day"] in NUMBERS
    day = day_number(number(parts["day"]), scene) if bare else dated(parts["day"], scene)
    n = number(parts["day"]) if bare else None
    found = agree(day, WEEKDAYS[parts["wd"].rstrip("s")], scene, n) if parts["wd"] else Point(day)
    year = not bare and bool(re.search(rf"{YEAR}|\d[/.-]\d+[/.-]\d", parts["day"]))
    return Point(found.day, found.clash, month=not bare, year=year)
