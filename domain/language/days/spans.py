"""Phrases for periods and their limits: "du 10 au 14", "la semaine prochaine", "jusqu'à jeudi", "reviendra lundi"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import (
    DAY_OF_MONTH,
    DAY_WORDS,
    MONTH,
    MONTHS,
    NUMBERS,
    POINT,
    WD,
    Point,
    point,
    same_year,
)
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When
from domain.model.school_year import Holiday

_N: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
#: How parents call holidays, and a word of the official name.
_HOLIDAYS: Final = {
    "toussaint": "toussaint", "noel": "noel", "hiver": "hiver", "fevrier": "hiver", "printemps": "printemps",
    "paques": "printemps", "avril": "printemps", "ascension": "ascension", "ete": "ete", "octobre": "toussaint",
    "fin d'annee": "noel", "automne": "toussaint", "mai": "ascension", "ski": "hiver",
}  # fmt: skip
HOLIDAY: Final = rf"(?:{'|'.join(_HOLIDAYS)})"
_LETTERS: Final = str.maketrans("éèêëàâîïôöûùç", "eeeeaaiioouuc")
#: "Les deux semaines": all of the holidays.
_BOTH: Final = 9
_A_MONTH: Final = Expression(rf"\b(?:{'|'.join(MONTHS)})\b")
_FEBRUARY: Final = 2
_HALF_A_YEAR: Final = 183
OF: Final = r"(?:de la |de l'|des |du |de |d')"


def holiday_named(words: str | None, scene: Scene) -> Holiday | None:
    """Return the holidays of that name that are not over, or without a name those of now or the next ones."""
    if words is None:
        return scene.year.holiday_on(scene.today) or scene.year.next_holiday(scene.today)
    key = _HOLIDAYS[words]
    found = [h for h in sorted(scene.year.holidays) if key in h.name.lower().translate(_LETTERS)]
    return next((h for h in found if h.last >= scene.today), found[-1] if found else None)


def month_span(month: int, scene: Scene) -> When:
    """Return a whole month: this year's unless it is over, else next year's."""
    year = scene.today.year + (month < scene.today.month)
    first = date(year, month, 1)
    if scene.schooled and first > scene.year.end and first.replace(year=year - 1) >= scene.year.start.replace(day=1):
        first = first.replace(year=year - 1)
    return When(Sort.SPAN, first=first, last=end_of_month(first), reach=Reach.LONG)


def end_of_month(day: date) -> date:
    """Return the last day of the month of `day`."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def week_span(monday: date) -> When:
    """Return the week from `monday` to Sunday."""
    return When(Sort.SPAN, first=monday, last=monday + timedelta(days=6), reach=Reach.WEEK)


def _with_month_of(first: str, last: str, scene: Scene) -> tuple[Point, Point]:
    """Read both ends; a first end without a month takes the last one's."""
    end = point(last, scene)
    begin = point(first, scene)
    is_date = begin.month and not begin.year and re.search(r"\d", first)
    if end.year and end.day and begin.day and is_date:  # "du 10 août au 12 septembre 2026"
        return replace(begin, day=same_year(begin.day, end.day)), end
    begun = not begin.month and not end.month and begin.day and end.day and begin.day > end.day
    if begun and begin.day and end.day and begin.day.day <= end.day.day:  # on the 12th "du 10 au 14" has begun
        return replace(begin, day=end.day.replace(day=begin.day.day)), end
    if not begin.month and end.month and end.weekday is None and end.day:
        begin = point(first, replace(scene, month=end.day))
        if begin.day and begin.day > end.day:  # "du 28 au 4 avril" begins in March
            begin = point(first, replace(scene, month=end.day.replace(day=1) - timedelta(days=1)))
    if begin.day and not end.month:
        end = point(last, replace(scene, month=begin.day))
        if end.day and end.day < begin.day:  # "du 28 au 3"
            end = point(last, replace(scene, month=end_of_month(begin.day) + timedelta(days=1)))
    return begin, end


def between(first: str, last: str, scene: Scene) -> When | None:
    """Return the period from one day to another, both as said; CLASH when they make none."""
    begin, end = _with_month_of(first, last, scene)
    if begin.clash or end.clash or begin.day is None or end.day is None:
        return When(Sort.CLASH, days=begin.clash or end.clash)
    last_day = end.day
    if last_day < begin.day and end.weekday:
        last_day += timedelta(weeks=-((last_day - begin.day).days // 7))
    elif last_day < begin.day and begin.month and end.month and _runs(begin.day, last_day):
        return _period(same_year(begin.day, last_day), last_day, begin, end)
    elif last_day < begin.day and begin.month and end.month:
        last_day = (
            last_day.replace(year=last_day.year + 1) if last_day.month != _FEBRUARY else last_day + timedelta(days=365)
        )
    return When(Sort.CLASH) if last_day < begin.day else _period(begin.day, last_day, begin, end)


def _period(first: date, last: date, begin: Point, end: Point) -> When:
    return When(
        Sort.SPAN, first=first, last=last, weekdays=_weekdays(begin.weekday, end.weekday), ends=(first, last),
        today=begin.today, named_month=begin.month or end.month,
    )  # fmt: skip


def _runs(begin: date, end: date) -> bool:
    """Say whether a period whose beginning was taken for next year's has begun in this one."""
    return (end - same_year(begin, end)).days <= _HALF_A_YEAR


def _weekdays(first: int | None, last: int | None) -> tuple[int, ...]:
    return tuple(range(first, last + 1)) if first and last and first <= last else ()


@phrase(
    rf"\b(?:du|de|d'|entre) ?(?P<first>{POINT})(?: inclus| matin| midi| soir)?"
    rf",? (?:et )?(?:au|a|jusqu'au|jusqu'a|et(?= le \d| \d\d?/\d| le (?:{DAY_WORDS})\b))"
    rf" ?(?P<last>{POINT})(?! ?h\b)(?: inclus| compris)?",
    {"du 10 au 14 mars": "2025-03-10..2025-03-14", "du 10 au 14": "2025-03-10..2025-03-14",
     "du lundi 10 au vendredi 14 mars": "2025-03-10..2025-03-14", "de mardi à jeudi": "2025-03-04..2025-03-06",
     "du 31 mars au 4 avril": "2025-03-31..2025-04-04", "entre le 10 et le 14 mars": "2025-03-10..2025-03-14"},
)  # fmt: skip
def from_to(match: re.Match[str], scene: Scene) -> When | None:
    """From one day to another, both included."""
    found = between(match["first"], match["last"], scene)
    bare = all(re.fullmatch(WD, match[end]) for end in ("first", "last"))
    return replace(found, habit=bare) if found else None


@phrase(
    rf"\bentre (?:le )?(?P<first>{WD})(?: midi| matin| soir)? et (?:le )?(?P<last>{WD})\b(?! (?:prochain|dernier|\d))",
    {"entre mercredi et vendredi": "2025-03-05..2025-03-07"},
)
def between_weekdays(match: re.Match[str], scene: Scene) -> When | None:
    """From one weekday to another, both included."""
    return between(match["first"], match["last"], scene)


@phrase(
    rf"(?<![\w/.:])(?P<first>(?:{WD} )?{DAY_OF_MONTH}) ?(?:-|au|a|jusqu'au) ?(?P<last>(?:{WD} )?{DAY_OF_MONTH})\b"
    rf"|(?<!-)\b(?P<wd1>{WD})(?: (?:-|au|a) |-)(?P<wd2>{WD})\b(?!-)",
    {"10-14 mars": "2025-03-10..2025-03-14", "10 au 14/03": "2025-03-10..2025-03-14"},
)
def short_from_to(match: re.Match[str], scene: Scene) -> When | None:
    """The same in short; two bare numbers say nothing."""
    if match["wd1"]:
        return between(match["wd1"], match["wd2"], scene)
    listed = re.match(r" ?- ?\d", match.string[match.end() :])  # "20.03 - 24.03 - 27"
    if listed or (match["last"].isdigit() and match["first"].isdigit()):
        return None
    return between(match["first"], match["last"], scene)


@phrase(
    r"\b(?:la )?(?P<nth>premiere|deuxieme|seconde|derniere|1ere|1re|2eme|2e) semaine\b(?! (?:de|d'))"
    rf"|\b(?:la )?(?P<of>premiere|deuxieme|seconde|troisieme|derniere|1ere|2eme) (?:semaine|quinzaine) (?:de "
    rf"|d'|du mois de |du mois d'){MONTH}\b"
    r"|\b(?:pendant |sur |pour )?(?:les|des|ces) (?P<both>deux|2) semaines\b(?! (?:a|de [a-z]+ a)\b)"
    r"|\bla (?P<alone>premiere|deuxieme|seconde|derniere)\b(?=\s*(?:$|[.,;!\n]|et\b|pour\b))",
    {},
)
def some_week(match: re.Match[str], _scene: Scene) -> When | None:
    """A first or second week: of the holidays named elsewhere (`days.find_whens`), or of what must be asked."""
    if match["of"]:
        return When(Sort.VAGUE)
    return When(Sort.VAGUE, nth=_BOTH if match["both"] else nth_week(match["nth"] or match["alone"]))


@phrase(
    r"\b(?:en |pour |courant |(?:pendant |pour )?(?:tout )?(?:le |au |du |ce )mois (?:de "
    r"|d')|pour le mois (?:de |d')|de |d'|tout )"
    rf"(?P<month>{MONTH})(?: et (?:en |de |d'|du mois de |du mois d')?(?P<to>{MONTH}))?(?: (?P<year>20\d\d))?\b",
    {
        "en mars": "2025-03-01..2025-03-31",
        "en mars et avril": "2025-03-01..2025-04-30",
        "les jeudis d'avril et de mai jusqu'au 10 avril": "2025-04-03,2025-04-10",
        "au mois d'avril": "2025-04-01..2025-04-30",
    },
)
def month(match: re.Match[str], scene: Scene) -> When | None:
    """A whole month, or two that follow each other."""
    span = month_span(MONTHS[match["month"]], scene)
    if match["to"]:
        if MONTHS[match["to"]] != MONTHS[match["month"]] % 12 + 1 or match["year"]:
            return When(Sort.VAGUE)
        return replace(span, last=month_span(MONTHS[match["to"]], scene).last)
    if match["year"] and span.first:
        first = span.first.replace(year=int(match["year"]))
        return replace(span, first=first, last=end_of_month(first))
    return span


@phrase(
    rf"(?<!\d )(?<!\d)(?<!1er )\b(?P<month>{MONTH})(?: 20\d\d)?(?= ?:)|^\W*(?P<alone>{MONTH})(?: 20\d\d)?\W*$"
    rf"|\b(?:inscriptions?|plannings?|reservations?|besoins?|calendrier|mercredis) (?P<of>{MONTH})\b",
    {"planning avril": "2025-04-01..2025-04-30", "Avril": "2025-04-01..2025-04-30"},
)
def month_heading(match: re.Match[str], scene: Scene) -> When | None:
    """A month that heads a list ("Inscriptions juin :") or is a subject by itself."""
    return month_span(MONTHS[match["month"] or match["alone"] or match["of"]], scene)


_LIMITS: Final = "de en fin debut mi depuis avant apres des et ou au a mois jusque jusqu'en jusqu'a courant vers pour"
_NO_PERIOD: Final = "(?<!d')(?<!mi-)" + "".join(rf"(?<!\b{word} )" for word in _LIMITS.split())


@phrase(
    rf"(?<!\d)(?<!\d )(?<!1er ){_NO_PERIOD}\b(?P<month>{MONTH})(?: et (?P<to>{MONTH}))?\b(?! (?:et|ou)\b)"
    rf"(?=[^.!?\n]{{0,60}}\b(?:tou[st]e?s?|chaque) (?:les )?(?:{WD}|jours?|midis?|soirs?|matins?)\b)"
    rf"|(?:(?<=lundi )|(?<=mardi )|(?<=jeudi )|(?<=credi )|(?<=dredi )|(?<=lundis )|(?<=mardis )|(?<=jeudis )"
    rf"|(?<=credis )|(?<=dredis )|(?<=jours )|(?<=les jour )|(?<=les midi )|(?<=midis )|(?<=soirs )"
    rf"|(?<=matins ))(?P<after>{MONTH})\b",
    {"Zoé cantine mars et avril tous les jeudis jusqu'au 3 avril":
     "2025-03-06,2025-03-13,2025-03-20,2025-03-27,2025-04-03",
     "cantine tous les mardis avril": "2025-04-01,2025-04-08,2025-04-15,2025-04-22,2025-04-29"},
)  # fmt: skip
def bare_month(match: re.Match[str], scene: Scene) -> When | None:
    """A month by itself around what repeats, as those write who learn French: "décembre Zoé cantine tous mardi"."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    repeats = match["month"] or re.search(r"\b(?:tou[st]e?s?|chaque) [^.!?\n]*$", before)
    span = month_span(MONTHS[match["month"] or match["after"]], scene) if repeats else None
    if span is None or not match["to"]:
        return span
    follows = MONTHS[match["to"]] == MONTHS[match["month"]] % 12 + 1
    return replace(span, last=month_span(MONTHS[match["to"]], scene).last) if follows else When(Sort.VAGUE)


@phrase(
    r"\b(?:pour |pendant |sur )?(?:tout )?le mois (?:entier|complet)\b|\btout le mois\b(?! (?:d|prochain|suivant"
    r"|en cours))|\b(?:durant |pendant |sur |pour )?ce mois[- ]la\b",
    {"le mois entier": "2025-03-01..2025-03-31"},
)
def whole_month(match: re.Match[str], scene: Scene) -> When | None:
    """The month last named, or else this one: "elle revient en avril, rien ce mois-là"."""
    named = [m.group() for m in _A_MONTH.finditer(match.string, 0, match.start())] if "la" in match.group() else []
    month = MONTHS[named[-1]] if named else (scene.month or scene.today).month
    return month_span(month, scene)


@phrase(
    (
        r"\b(?:(?:tout )?(?:le |du |au |ce )mois|de ce mois|ce mois)(?P<next> prochain"
        r"| suivant)?(?P<here>-ci| en cours)?\b(?! d|[- ]la\b)"
    ),
    {"le mois prochain": "2025-04-01..2025-04-30", "ce mois-ci": "2025-03-01..2025-03-31"},
)
def this_month(match: re.Match[str], scene: Scene) -> When | None:
    """This month or the next."""
    if match["next"]:
        return month_span(end_of_month(scene.today).month % 12 + 1, scene)
    before = match.string[max(0, match.start() - 24) : match.start()]
    each = match.group() == "du mois" and re.search(rf"\b(?:tous les|chaque|les) {WD}s? $", before) is not None
    return month_span(scene.today.month, scene) if each or "ce mois" in match.group() or match["here"] else None


@phrase(

rf"\b(?:(?:la )?(?P<nth>premiere|1ere|1re|deuxieme|2eme|2e|seconde|derniere) semaine {OF}"
rf"|(?P<reprise>apres |a la fin )?(?:toutes? |pendant |durant |pour |{OF})*)"

    rf"(?<!bonnes )(?<!belles )(?:les |des )?(?:petites )?vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?\b",
    {"les vacances de printemps": "2025-04-05..2025-04-21",
     "la première semaine des vacances de Pâques": "2025-04-07..2025-04-13",
     "la deuxième semaine des vacances": "2025-04-14..2025-04-20"},
)  # fmt: skip
def holidays(match: re.Match[str], scene: Scene) -> When | None:
    """School holidays, or one week of them; bare "vacances" are those of now or the next ones."""
    found = holiday_named(match["name"], scene)
    if found is None or match["reprise"]:
        return When(Sort.VAGUE)
    span = When(
        Sort.SPAN,
        first=found.first,
        last=found.last,
        reach=Reach.LONG,
        named_month=False,
        holiday=(found.first, found.last),
    )
    return week_of_span((found.first, found.last), nth_week(match["nth"])) if match["nth"] else span


def nth_week(words: str) -> int:
    """Return 1 for "première" or "1ère", 2 for the second, -1 for the last."""
    return -1 if words == "derniere" else 1 if words in ("premiere", "1ere", "1re") else 2


def week_of_span(holiday: tuple[date, date], nth: int) -> When:
    """Return the `nth` week of holidays, counted from their first Monday (-1: the last one)."""
    first, last = holiday
    if nth == _BOTH:
        return When(Sort.SPAN, first=first, last=last, reach=Reach.LONG, holiday=holiday)
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    if nth > 0:
        monday += timedelta(weeks=nth - 1)
    while nth < 0 and monday + timedelta(weeks=1) <= last:
        monday += timedelta(weeks=1)
    return replace(week_span(monday), reach=Reach.LONG, holiday=holiday)
