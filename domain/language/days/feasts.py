"""Feasts and public holidays by name: "Noël", "le lundi de Pâques", "la veille du nouvel an", "fête nationale 2026".

No message is read so: « à Noël » there means the school holidays, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import YEAR
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When

_SUNDAY: Final = 7
_MAY, _JUNE, _NOVEMBER = 5, 6, 11


def easter(year: int) -> date:
    """Return Easter Sunday of `year` (Gauss's rule for the Gregorian calendar, as Butcher wrote it down)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def nth_day(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the first, second … day of that ISO weekday in a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=nth - 1)


def _mothers(year: int) -> date:
    """The last Sunday of May, or the one after it when that is Whit Sunday (code de l'action sociale, D215-1)."""
    last = date(year, _MAY, 31)
    last -= timedelta(days=last.isoweekday() % 7)
    return last + timedelta(weeks=last == easter(year) + timedelta(days=49))


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _fixed(day: int, month: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


#: Folded words and the day of a year; longer names come before what they contain.
FEASTS: Final[dict[str, Callable[[int], date]]] = {
    r"(?:veille|reveillon|soir) (?:de |du jour de )?noel": _fixed(24, 12),
    r"(?:jour de |fete de )?noel": _fixed(25, 12),
    r"(?:(?:veille|reveillon) (?:du |de la fete du |de )?nouvel an|(?:la )?(?:saint|st)[- ]sylvestre)": _fixed(31, 12),
    r"(?:jour de l'an|(?:fete du )?nouvel an)(?! chinois)": _fixed(1, 1),
    r"epiphanie": _fixed(6, 1),
    r"chandeleur": _fixed(2, 2),
    r"(?:saint|st)[- ]valentin": _fixed(14, 2),
    r"(?:jour de la )?(?:saint|st)[- ]patrick": _fixed(17, 3),
    r"mardi gras": _from_easter(-47),
    r"mercredi des cendres": _from_easter(-46),
    r"(?:dimanche des )?rameaux": _from_easter(-7),
    r"vendredi[- ]saint": _from_easter(-2),
    r"(?:lundi de paques|paques lundi)": _from_easter(1),
    r"(?:(?:dimanche|jour) de paques|paques(?:,? (?:le )?dimanche)?)": _from_easter(0),
    r"(?:jeudi de l'|jour de l')?ascension": _from_easter(39),
    r"lundi de (?:la )?pentecote": _from_easter(50),
    r"(?:dimanche de (?:la )?)?pentecote": _from_easter(49),
    r"(?:fete(?: internationale)? du travail|jour du travail|journee internationale des travailleurs)": _fixed(1, 5),
    r"(?:fete de la victoire|victoire 1945)": _fixed(8, 5),
    r"fete des meres": _mothers,
    r"fete des peres": lambda year: nth_day(year, _JUNE, _SUNDAY, 3),
    r"fete de la musique": _fixed(21, 6),
    r"fete nationale": _fixed(14, 7),
    r"assomption": _fixed(15, 8),
    r"halloween": _fixed(31, 10),
    r"(?:jour(?:nee)? de la )?toussaint": _fixed(1, 11),
    r"(?:jour de l'|fete de l')?armistice": _fixed(11, 11),
    r"(?:jour de )?(?:thanks ?giving|l'action de graces?)": lambda year: nth_day(year, _NOVEMBER, 4, 4),
    r"(?:vendredi noir|black friday)": lambda year: nth_day(year, _NOVEMBER, 4, 4) + timedelta(days=1),
    r"(?:saint|st)[- ]nicolas": _fixed(6, 12),
    r"(?:jour(?:nee)? de la terre)": _fixed(22, 4),
}
#: A feast by name, for phrases that count from one ("deux semaines avant Noël").
FEAST: Final = rf"(?:(?:le |la |les |l')?(?:jour de |journee de )?(?:{'|'.join(FEASTS)}))"
_NAMES: Final = [(Expression(name), day) for name, day in FEASTS.items()]


def feast(words: str, scene: Scene, year: int | None = None) -> date | None:
    """Return the day of the feast that `words` name: of `year`, or the first one from today on."""
    day = next((day for name, day in _NAMES if name.search(words)), None)
    if day is None:
        return None
    if year:
        return day(year)
    this = day(scene.today.year)
    return this if this >= scene.today else day(scene.today.year + 1)


@phrase(
    r"(?<!vacances de )(?<!vacances d')(?<!vacances de l')(?<!vacances de la )"
    r"(?<!joyeux )(?<!joyeuses )(?<!bonnes )(?<!-)\b"
    r"(?P<by>(?:la )?veille (?:de |du )"
    rf"|(?:le )?lendemain (?:de |du )|a )?(?P<name>{FEAST})\b"
    rf"(?: (?:(?:de |en )?(?P<year>{YEAR})|(?:de )?(?P<which>l'(?:an|annee) (?:prochaine?|derniere?)|cette annee"
    r"|suivante?|prochaine?|derniere?))\b)?",
    {"Noël": "2025-12-25", "la veille de Noël": "2025-12-24", "réveillon du nouvel an": "2025-12-31",
     "le lundi de Pâques": "2025-04-21", "Pâques 2026": "2026-04-05", "la fête nationale": "2025-07-14",
     "le lendemain de la Toussaint": "2025-11-02", "la fête des mères": "2025-05-25", "l'Ascension": "2025-05-29",
     "le lundi de Pentecôte": "2025-06-09", "nouvel an de l'année prochaine": "2026-01-01"},
    beyond=True,
)  # fmt: skip
def feast_day(match: re.Match[str], scene: Scene) -> When | None:
    """The next such day, or that of the year said."""
    year, which = match["year"], match["which"] or ""
    said = int(year) if year else scene.today.year if "cette" in which else None
    if ("annee" in which and "cette" not in which) or "l'an" in which:
        said = scene.today.year + (1 if "prochain" in which else -1)
    day = feast(match["name"], scene, said)
    if day and which.startswith("dernier"):
        day = feast(match["name"], scene, day.year - 1) if day >= scene.today else day
    if day is None:
        return None
    shift = -1 if "veille" in (match["by"] or "") else 1 if "lendemain" in (match["by"] or "") else 0
    return When(Sort.DAY, days=(day + timedelta(days=shift),), dated=True)
