"""Days by their place in a month, or in this day: "le 15 du mois prochain", "le dernier jour de mars", "cette nuit"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from domain.language.days.feasts import nth_day
from domain.language.days.phrases import phrase
from domain.language.days.points import MONTH, MONTHS, NUM, WD, dated, day_number, number
from domain.language.days.single import weekday_of
from domain.language.days.spans import end_of_month, month_span
from domain.language.days.years import WHICH_YEAR, year_said
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When

NTH: Final = {
    "1er": 1, "premier": 1, "premiere": 1, "1ere": 1, "1re": 1, "2e": 2, "2eme": 2, "deuxieme": 2, "second": 2,
    "seconde": 2, "3e": 3, "3eme": 3, "troisieme": 3, "4e": 4, "4eme": 4, "quatrieme": 4, "5e": 5, "5eme": 5,
    "cinquieme": 5, "dernier": -1, "derniere": -1,
}  # fmt: skip
NTH_NAMES: Final = rf"(?:{'|'.join(sorted(NTH, key=len, reverse=True))})"
#: "de mars 2016", "du mois prochain", "de ce mois", "d'octobre".
OF_MONTH: Final = (
    rf"(?:(?:du |de |le )?(?:(?P<rel>mois prochain|mois suivant|mois dernier|mois passe|ce mois(?:-ci)?|mois en cours)"
    rf"|(?:mois )?(?:de |d'|en )?(?P<month>{MONTH})(?:,? (?:de |en |d')?(?P<year>{WHICH_YEAR}))?))"
)


def first_of(match: re.Match[str], scene: Scene) -> date | None:
    """Return the first day of the month that `OF_MONTH` found."""
    if rel := match["rel"]:
        step = 1 if "prochain" in rel or "suivant" in rel else -1 if "dernier" in rel or "passe" in rel else 0
        year, month = divmod(scene.today.year * 12 + scene.today.month - 1 + step, 12)
        return date(year, month + 1, 1)
    if year_words := match["year"]:
        return date(year_said(year_words, scene) or scene.today.year, MONTHS[match["month"]], 1)
    return month_span(MONTHS[match["month"]], scene).first


def _in_month(first: date, n: int) -> date | None:
    last = end_of_month(first)
    return first.replace(day=n) if 1 <= n <= last.day else None


@phrase(
    rf"\b(?:le |du |au )?(?P<n>{NUM}|quinze|vingt|trente) (?:du |de |d'|le )?(?=(?:mois|ce mois)\b){OF_MONTH}\b",
    {"le 15 du mois prochain": "2025-04-15", "20 du mois dernier": "2025-02-20", "le 12 de ce mois": "2025-03-12"},
)
def day_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """A day by its number in this month, the next or the last one."""
    first = first_of(match, scene)
    day = _in_month(first, number(match["n"])) if first else None
    return When(Sort.DAY, days=(day,), explicit=True) if day else When(Sort.CLASH)


@phrase(
    rf"\b(?:du |de |entre )?(?:le )?(?P<a>{NUM}) ?(?:au|a|-|jusqu'au|et(?= le)) ?(?:le )?(?P<b>{NUM})"
    rf" (?:du |de |le )?(?=(?:mois|ce mois)\b){OF_MONTH}\b",
    {"du 4 au 22 du mois prochain": "2025-04-04..2025-04-22", "du 10 au 14 de ce mois": "2025-03-10..2025-03-14"},
)
def days_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """From one number to another of this month, the next or the last one."""
    first = first_of(match, scene)
    ends = [_in_month(first, number(match[k])) for k in "ab"] if first else []
    begin, end = ends or (None, None)
    if begin is None or end is None or begin > end:
        return When(Sort.CLASH)
    return When(Sort.SPAN, first=begin, last=end, ends=(begin, end))


@phrase(
    rf"\b(?:le |la |au )?(?P<nth>{NTH_NAMES}) (?P<what>jour|{WD})(?: (?:matin|midi|soir|apres-midi))?"
    rf" (?:de |d'|du |en )?{OF_MONTH}\b",
    {"le premier lundi d'avril": "2025-04-07", "le dernier vendredi de mars": "2025-03-28",
     "le premier mercredi du mois prochain": "2025-04-02", "le dernier jour de mars": "2025-03-31",
     "le 3e jour d'octobre": "2025-10-03", "le premier lundi de septembre 2025": "2025-09-01"},
)  # fmt: skip
def nth_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """The first, second … or last day of a month, or such weekday of it."""
    first, nth = first_of(match, scene), NTH[match["nth"]]
    if first is None:
        return None
    if match["what"] == "jour":
        day = end_of_month(first) if nth < 0 else _in_month(first, nth)
    elif nth > 0:
        day = nth_day(first.year, first.month, weekday_of(match["what"]), nth)
    else:
        last = end_of_month(first)
        day = last - timedelta(days=(last.isoweekday() - weekday_of(match["what"])) % 7)
    return When(Sort.DAY, days=(day,)) if day and day.month == first.month else When(Sort.CLASH)


@phrase(
    r"\ble (?P<d>0?[1-9]|[12]\d|3[01]) (?P<m>0?[1-9]|1[0-2])(?: (?P<y>\d{2}|\d{4}))?(?! ?(?:[\d/h]|[.,:-]\d))\b"
    r"(?! (?:enfants?|filles?|garcons?|repas|jours?|places?|fois|ans?|euros?)\b)"
    r"|^\s*(?P<d2>0?[1-9]|[12]\d|3[01]) (?P<m2>0?[1-9]|1[0-2])(?: (?P<y2>\d{2}|\d{4}))?\s*$",
    {"le 20 02 26": "2026-02-20", "le 17 04": "2025-04-17", "31 10": "2025-10-31"},
    beyond=True,
)
def spaced_date(match: re.Match[str], scene: Scene) -> When | None:
    """A date in figures with spaces only, after "le" or as all that is said."""
    day, month, year = match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"]
    found = dated(f"{day}/{month}/{year}" if year else f"{day}/{month}", scene)
    return When(Sort.DAY, days=(found,), explicit=True, dated=bool(year)) if found else When(Sort.CLASH)


@phrase(
    rf"\b(?:le )?(?P<n>{NUM}),? (?P<wd>{WD})\b(?! (?:\d|prochain|et\b|,))",
    {"le 11 mardi": "2025-03-11"},
    beyond=True,
)
def number_then_weekday(match: re.Match[str], scene: Scene) -> When | None:
    """A day of this month by its number, when it falls on the weekday said after it."""
    day = _in_month(scene.today.replace(day=1), number(match["n"]))
    return When(Sort.DAY, days=(day,), explicit=True) if day and day.isoweekday() == weekday_of(match["wd"]) else None


@phrase(
    rf"^(?P<n>{NUM})(?= (?:de|entre) \d\d? ?(?:h\b|heures?|:))",
    {"17 de 14h à 16h": "2025-03-17"},
    beyond=True,
)
def number_with_hours(match: re.Match[str], scene: Scene) -> When | None:
    """A bare number before hours, at the beginning, is a day of the month."""
    day = day_number(number(match["n"]), scene)
    return When(Sort.DAY, days=(day,)) if day else None


@phrase(
    r"\b(?:a l'instant|maintenant|tout de suite|en ce moment(?: meme)?|immediatement)\b",
    {"maintenant": "2025-03-03", "tout de suite": "2025-03-03"},
    beyond=True,
)
def now(_match: re.Match[str], scene: Scene) -> When | None:
    """This very moment."""
    return When(Sort.DAY, days=(scene.today,), hour=scene.clock, today=True)


_NEAR: Final = 45
_DAY_BEFORE: Final = Expression(rf"(?:{WD}|\d|demain|hier|hui|{MONTH})[^.;\n]{{0,25}}$")


@phrase(
    r"\b(?:dans|pour|au cours de|pendant) (?:la|cette) (?:journee|matinee|soiree)\b(?! d[eu]\b)"
    r"|\bcette (?:nuit|journee)\b|\b(?P<last>(?:la )?nuit derniere|hier dans la nuit)\b",
    {"cette nuit": "2025-03-03", "dans la journée": "2025-03-03", "la nuit dernière": "2025-03-02"},
    beyond=True,
)
def part_of_today(match: re.Match[str], scene: Scene) -> When | None:
    """Today by a part of it, unless a day was named just before; the last night began yesterday."""
    if _DAY_BEFORE.search(match.string, max(0, match.start() - _NEAR), match.start()):
        return None
    return When(Sort.DAY, days=(scene.today - timedelta(days=1 if match["last"] else 0),), today=True)


@phrase(
    rf"\b(?:le |les |du |de |ces )?(?P<a>{WD})(?:,? et (?:le |du )?|, )(?P<b>{WD}) (?:derniers|passes|precedents)\b",
    {"jeudi et vendredi derniers": "2025-02-27,2025-02-28", "lundi et mardi passés": "2025-02-24,2025-02-25"},
)
def weekdays_last(match: re.Match[str], scene: Scene) -> When | None:
    """The last such days strictly before today."""
    back = ((scene.today.isoweekday() - weekday_of(match[name]) - 1) % 7 + 1 for name in ("a", "b"))
    return When(Sort.DAY, days=tuple(sorted(scene.today - timedelta(days=n) for n in back)))
