"""Days by their place in a month, a week or a year: "le 15 du mois prochain", "le dernier jour d'octobre", "cette nuit"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days_feasts import nth_day
from domain.language.days_single import weekday_of
from domain.language.days_spans import end_of_month, month_span, week_span
from domain.language.days_years import WHICH_YEAR, year_said
from domain.language.phrases import phrase
from domain.language.points import MONTH, MONTHS, NUM, POINT, WD, dated, number, point
from domain.language.when import Reach, Scene, Sort, When

NTH: Final = {
    "1er": 1, "premier": 1, "premiere": 1, "1ere": 1, "1re": 1, "2e": 2, "2eme": 2, "deuxieme": 2, "second": 2,
    "seconde": 2, "3e": 3, "3eme": 3, "troisieme": 3, "4e": 4, "4eme": 4, "quatrieme": 4, "5e": 5, "5eme": 5,
    "cinquieme": 5, "dernier": -1, "derniere": -1,
}  # fmt: skip
_NTH: Final = rf"(?:{'|'.join(sorted(NTH, key=len, reverse=True))})"
#: "de mars 2016", "du mois prochain", "de ce mois", "d'octobre".
_OF_MONTH: Final = (
    rf"(?:(?:du |de |le )?(?:(?P<rel>mois prochain|mois suivant|mois dernier|mois passe|ce mois(?:-ci)?|mois en cours)"
    rf"|(?:mois )?(?:de |d'|en )?(?P<month>{MONTH})(?:,? (?:de |en |d')?(?P<year>{WHICH_YEAR}))?))"
)
_SUNDAY: Final = 7
_THURSDAY: Final = 4
_DECEMBER: Final = 12


def first_of(match: re.Match[str], scene: Scene) -> date | None:
    """Return the first day of the month that `_OF_MONTH` found."""
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
    rf"\b(?:le |du |au )?(?P<n>{NUM}|quinze|vingt|trente) (?:du |de |d'|le )?(?=(?:mois|ce mois)\b){_OF_MONTH}\b",
    {"le 15 du mois prochain": "2025-04-15", "20 du mois dernier": "2025-02-20", "le 12 de ce mois": "2025-03-12"},
)
def day_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """A day by its number in this month, the next or the last one."""
    first = first_of(match, scene)
    day = _in_month(first, number(match["n"])) if first else None
    return When(Sort.DAY, days=(day,), explicit=True) if day else When(Sort.CLASH)


@phrase(
    rf"\b(?:du |de |entre )?(?:le )?(?P<a>{NUM}) ?(?:au|a|-|jusqu'au|et(?= le)) ?(?:le )?(?P<b>{NUM}) (?:du |de |le )?(?=(?:mois|ce mois)\b){_OF_MONTH}\b",
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
    rf"\b(?:le |la |au )?(?P<nth>{_NTH}) (?P<what>jour|{WD}) (?:de |d'|du |en )?{_OF_MONTH}\b",
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


def _week_of_month(first: date, nth: int) -> date:
    """Return the Monday of the `nth` ISO week of a month: weeks belong where their Thursday lies."""
    thursday = nth_day(first.year, first.month, _THURSDAY, nth if nth > 0 else 4)
    if nth < 0 and (thursday + timedelta(weeks=1)).month == first.month:
        thursday += timedelta(weeks=1)
    return thursday - timedelta(days=3)


@phrase(
    rf"\b(?:la |le )?(?P<nth>{_NTH}) (?P<what>semaine|week-end) (?:de |d'|du |en )?{_OF_MONTH}\b",
    {"la première semaine d'octobre 2025": "2025-09-29..2025-10-05",
     "la dernière semaine de mars": "2025-03-24..2025-03-30"},
    beyond=True,
)  # fmt: skip
def week_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """A week (or a week-end) of a month by its number; in a message it is asked which one is meant."""
    first, nth = first_of(match, scene), NTH[match["nth"]]
    if first is None:
        return None
    if match["what"] == "semaine":
        return replace(week_span(_week_of_month(first, nth)), reach=Reach.LONG)
    last = end_of_month(first)
    saturday = (
        nth_day(first.year, first.month, 6, nth) if nth > 0 else last - timedelta(days=(last.isoweekday() - 6) % 7)
    )
    return When(Sort.SPAN, first=saturday, last=saturday + timedelta(days=1), reach=Reach.LONG)


@phrase(
    rf"\b(?:la |le )?(?P<nth>{_NTH}|\d{{1,2}}e(?:me)?) semaine (?:de |de l'|d')?(?P<year>{WHICH_YEAR})\b",
    {"la première semaine de 2026": "2025-12-29..2026-01-04", "3e semaine de 2025": "2025-01-13..2025-01-19"},
    beyond=True,
)
def week_of_year(match: re.Match[str], scene: Scene) -> When | None:
    """An ISO week of a year by its number."""
    year = year_said(match["year"], scene) or scene.today.year
    nth = NTH.get(match["nth"]) or int(re.sub(r"\D", "", match["nth"]))
    if nth < 0:
        return week_span(_week_of_month(date(year, _DECEMBER, 1), -1))
    monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=nth - 1)
    return week_span(monday)


@phrase(
    rf"\b(?:la )?semaine (?:commencant|debutant|qui commence|a partir) (?:le |du |au )?(?P<day>{POINT})\b",
    {"la semaine commençant le 17 mars": "2025-03-17..2025-03-23"},
)
def week_beginning(match: re.Match[str], scene: Scene) -> When | None:
    """The ISO week in which it begins."""
    found = point(match["day"], scene)
    return week_span(found.day - timedelta(days=found.day.weekday())) if found.day else None


@phrase(
    r"\b(?:le |du |ce |mon |au cours du )?week-end(?: (?:(?P<next>prochain|suivant|qui vient)|(?P<last>dernier|passe)"
    r"|(?P<after>d'apres|apres le prochain)))?\b",
    {"le week-end dernier": "2025-03-01..2025-03-02", "week-end": "2025-03-08..2025-03-09"},
    beyond=True,
)
def any_weekend(match: re.Match[str], scene: Scene) -> When | None:
    """Saturday and Sunday of this week, of the next or of the last one."""
    weeks = 1 if match["next"] else -1 if match["last"] else 2 if match["after"] == "apres le prochain" else 0
    saturday = scene.week(weeks or (1 if match["after"] else 0)) + timedelta(days=5)
    return When(Sort.SPAN, first=saturday, last=saturday + timedelta(days=1), reach=Reach.WEEK)


@phrase(
    rf"\b(?P<wd>{WD}) (?:de )?(?:la )?semaine (?:derniere?|passee?)\b",
    {"vendredi de la semaine dernière": "2025-02-28"},
)
def weekday_last_week(match: re.Match[str], scene: Scene) -> When | None:
    """That day of the week before."""
    return When(Sort.DAY, days=(scene.week(-1) + timedelta(days=weekday_of(match["wd"]) - 1),))


@phrase(
    r"\b(?:dans|pendant|durant|au cours de) (?:la|cette) semaine\b(?! (?:de|du|des|d'|prochaine|derniere|suivante|qui|\d))",
    {"dans la semaine": "2025-03-03..2025-03-09"},
    beyond=True,
)
def within_week(_match: re.Match[str], scene: Scene) -> When | None:
    """This week; in a message it would be asked on which days of it."""
    return week_span(scene.week())


@phrase(
    r"\ble (?P<d>0?[1-9]|[12]\d|3[01]) (?P<m>0?[1-9]|1[0-2])(?: (?P<y>\d{2}|\d{4}))?(?! ?(?:[\d/:h.,-]|[a-z]*s\b))\b"
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
    r"\b(?:(?:le )?reste (?:de )?(?:la |ma |cette )?semaine|(?:en semaine) (?:cette|en cours))\b",
    {"le reste de la semaine": "2025-03-03..2025-03-09"},
    beyond=True,
)
def rest_of_week(_match: re.Match[str], scene: Scene) -> When | None:
    """From today to Sunday."""
    return When(Sort.SPAN, first=scene.today, last=scene.week() + timedelta(days=6), reach=Reach.WEEK, today=True)


@phrase(
    r"\b(?:a l'instant|maintenant|tout de suite|en ce moment(?: meme)?|immediatement)\b",
    {"maintenant": "2025-03-03", "tout de suite": "2025-03-03"},
    beyond=True,
)
def now(_match: re.Match[str], scene: Scene) -> When | None:
    """This very moment."""
    return When(Sort.DAY, days=(scene.today,), hour=scene.clock, today=True)


_DAY_BEFORE: Final = re.compile(rf"(?:{WD}|\d|demain|hier|hui|{MONTH})[^.;\n]{{0,25}}$")


@phrase(
    r"\b(?:dans|pour|au cours de|pendant) (?:la|cette) (?:journee|matinee|soiree)\b|\bcette (?:nuit|journee)\b|\b(?P<last>la nuit derniere|hier dans la nuit)\b",
    {"cette nuit": "2025-03-03", "dans la journée": "2025-03-03", "la nuit dernière": "2025-03-02"},
    beyond=True,
)
def part_of_today(match: re.Match[str], scene: Scene) -> When | None:
    """Today by a part of it, unless a day was named just before; the last night began yesterday."""
    if _DAY_BEFORE.search(match.string, 0, match.start()):
        return None
    return When(Sort.DAY, days=(scene.today - timedelta(days=1 if match["last"] else 0),), today=True)
