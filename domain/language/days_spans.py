"""Phrases for periods and their limits: "du 10 au 14", "la semaine prochaine", "jusqu'à jeudi", "reviendra lundi"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.phrases import phrase
from domain.language.points import DAY_OF_MONTH, MONTH, MONTHS, NUMBERS, POINT, WD, Point, point, same_year
from domain.language.when import Reach, Scene, Sort, When
from domain.model.school_year import Holiday

_N: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
#: How parents call holidays, and a word of the official name.
_HOLIDAYS: Final = {
    "toussaint": "toussaint", "noel": "noel", "hiver": "hiver", "fevrier": "hiver", "printemps": "printemps",
    "paques": "printemps", "avril": "printemps", "ascension": "ascension", "ete": "ete", "octobre": "toussaint",
    "fin d'annee": "noel", "mai": "ascension", "ski": "hiver",
}  # fmt: skip
HOLIDAY: Final = rf"(?:{'|'.join(_HOLIDAYS)})"
_LETTERS: Final = str.maketrans("éèêëàâîïôöûùç", "eeeeaaiioouuc")
_FEBRUARY: Final = 2
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
    if end.year and end.day and begin.month and begin.day and not begin.year:  # "du 10 août au 12 septembre 2026"
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


def _between(first: str, last: str, scene: Scene) -> When | None:
    begin, end = _with_month_of(first, last, scene)
    if begin.clash or end.clash or begin.day is None or end.day is None:
        return When(Sort.CLASH, days=begin.clash or end.clash)
    last_day = end.day
    if last_day < begin.day and end.weekday:
        last_day += timedelta(weeks=-((last_day - begin.day).days // 7))
    elif last_day < begin.day and begin.month and end.month:
        last_day = (
            last_day.replace(year=last_day.year + 1) if last_day.month != _FEBRUARY else last_day + timedelta(days=365)
        )
    if last_day < begin.day:
        return When(Sort.CLASH)
    weekdays = _weekdays(begin.weekday, end.weekday)
    return When(
        Sort.SPAN, first=begin.day, last=last_day, weekdays=weekdays, ends=(begin.day, last_day), today=begin.today,
        named_month=begin.month or end.month,
    )  # fmt: skip


def _weekdays(first: int | None, last: int | None) -> tuple[int, ...]:
    return tuple(range(first, last + 1)) if first and last and first <= last else ()


@phrase(
    rf"\b(?:du|de|d'|entre) ?(?P<first>{POINT})(?: inclus| matin| midi| soir)?"
    rf",? (?:et )?(?:au|a|jusqu'au|jusqu'a|et(?= le \d)) ?(?P<last>{POINT})(?! ?h\b)(?: inclus| compris)?",
    {"du 10 au 14 mars": "2025-03-10..2025-03-14", "du 10 au 14": "2025-03-10..2025-03-14",
     "du lundi 10 au vendredi 14 mars": "2025-03-10..2025-03-14", "de mardi à jeudi": "2025-03-04..2025-03-06",
     "du 31 mars au 4 avril": "2025-03-31..2025-04-04", "entre le 10 et le 14 mars": "2025-03-10..2025-03-14"},
)  # fmt: skip
def from_to(match: re.Match[str], scene: Scene) -> When | None:
    """From one day to another, both included."""
    return _between(match["first"], match["last"], scene)


@phrase(
    rf"(?<![\w/.:])(?P<first>(?:{WD} )?{DAY_OF_MONTH}) ?(?:-|au|a|jusqu'au) ?(?P<last>(?:{WD} )?{DAY_OF_MONTH})\b"
    rf"|(?<!-)\b(?P<wd1>{WD})(?: (?:-|au|a) |-)(?P<wd2>{WD})\b(?!-)",
    {"10-14 mars": "2025-03-10..2025-03-14", "10 au 14/03": "2025-03-10..2025-03-14"},
)
def short_from_to(match: re.Match[str], scene: Scene) -> When | None:
    """The same in short; two bare numbers say nothing."""
    if match["wd1"]:
        return _between(match["wd1"], match["wd2"], scene)
    if match["last"].isdigit() and match["first"].isdigit():
        return None
    return _between(match["first"], match["last"], scene)


@phrase(
    r"\b(?:pendant |durant )?(?:de )?(?:toute? )?(?:(?:la|le reste de la) semaine|cette semaine|la semaine en cours)\b"
    r"(?! (?:prochaine|suivante|d'apres|qui|derniere|passee|du|paires?|impaires?|\d|des|de))(?P<rest>)",
    {"cette semaine": "2025-03-03..2025-03-09", "toute la semaine": "2025-03-03..2025-03-09"},
)
def this_week(match: re.Match[str], scene: Scene) -> When | None:
    """This ISO week; what is past of it is left out later."""
    if match.group().strip() == "la semaine":
        return None
    return week_span(scene.week())


@phrase(
    (
        r"\b(?:de |pour |pendant |durant |sur )?(?:toute )?(?:de )?(?:la |l')?semaine (?:prochaine"
        r"|suivante|qui vient|d'apres|qui suit)\b"
    ),
    {"la semaine prochaine": "2025-03-10..2025-03-16", "la semaine prochaîne": "2025-03-10..2025-03-16"},
)
def next_week(_match: re.Match[str], scene: Scene) -> When | None:
    """The next ISO week."""
    return week_span(scene.week(1))


@phrase(r"\b(?:de )?(?:la )?semaine (?:derniere|passee)\b", {"la semaine dernière": "2025-02-24..2025-03-02"})
def last_week(_match: re.Match[str], scene: Scene) -> When | None:
    """The ISO week before."""
    return week_span(scene.week(-1))


@phrase(
    (
        rf"\b(?:toute )?(?:de |pour )?(?:la )?semaine (?:du |de )(?P<day>(?:{WD} )?{DAY_OF_MONTH})(?P<to>"
        rf" au (?P<last>(?:{WD} )?{DAY_OF_MONTH}))?\b"
    ),
    {"la semaine du 17 mars": "2025-03-17..2025-03-23", "semaine du 17": "2025-03-17..2025-03-23"},
)
def week_of(match: re.Match[str], scene: Scene) -> When | None:
    """The ISO week in which a date lies."""
    if match["to"]:
        return _between(match["day"], match["last"], scene)
    found = point(match["day"], scene)
    if found.day is None:
        return When(Sort.CLASH, days=found.clash)
    return replace(week_span(found.day - timedelta(days=found.day.weekday())), named_month=found.month)


@phrase(
    r"\b(?:la )?(?P<nth>premiere|deuxieme|seconde|derniere|1ere|1re|2eme|2e) semaine\b(?! (?:de|d'))"
    rf"|\b(?:la )?(?P<of>premiere|deuxieme|seconde|troisieme|derniere|1ere|2eme) (?:semaine|quinzaine) (?:de "
    rf"|d'|du mois de |du mois d'){MONTH}\b"
    r"|\bla (?P<alone>premiere|deuxieme|seconde|derniere)\b(?=\s*(?:$|[.,;!\n]|et\b|pour\b))",
    {},
)
def some_week(match: re.Match[str], _scene: Scene) -> When | None:
    """A first or second week: of the holidays named elsewhere (`days.find_whens`), or of what must be asked."""
    if match["of"]:
        return When(Sort.VAGUE)
    return When(Sort.VAGUE, nth=nth_week(match["nth"] or match["alone"]))


@phrase(
    rf"\bsemaines? [1-5]?\d ?(?:et|\+|/|,) ?[1-5]?\d\b(?! ?(?:h\b|/|{MONTH}))",
    {},
)
def several_week_numbers(_match: re.Match[str], _scene: Scene) -> When | None:
    """Weeks by their numbers, listed: which days are meant is asked."""
    return When(Sort.VAGUE)


@phrase(r"\bsemaine (?:no? ?|numero )?(?P<n>[1-5]?\d)\b(?! (?:jours|mars))", {"semaine 12": "2025-03-17..2025-03-23"})
def week_number(match: re.Match[str], scene: Scene) -> When | None:
    """An ISO week by its number: this year's unless it is over."""
    for year in (scene.today.isocalendar().year, scene.today.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, int(match["n"]), 1)
        except ValueError:
            return None
        if monday + timedelta(days=6) >= scene.today:
            return week_span(monday)
    return None


@phrase(r"\b(?:ce|le|du) week-end(?P<next> prochain)?\b", {"ce week-end": "2025-03-08..2025-03-09"})
def weekend(match: re.Match[str], scene: Scene) -> When | None:
    """Saturday and Sunday."""
    saturday = scene.week(1 if match["next"] else 0) + timedelta(days=5)
    return When(Sort.SPAN, first=saturday, last=saturday + timedelta(days=1), reach=Reach.WEEK)


@phrase(
    r"\b(?:en |pour |courant |(?:pendant |pour )?(?:tout )?(?:le |au |du |ce )mois (?:de "
    r"|d')|pour le mois (?:de |d')|de |d'|tout )"
    rf"(?P<month>{MONTH})(?: et (?:en |d')?(?P<to>{MONTH}))?(?: (?P<year>20\d\d))?\b",
    {
        "en mars": "2025-03-01..2025-03-31",
        "en mars et avril": "2025-03-01..2025-04-30",
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
    (
        r"\b(?:(?:tout )?(?:le |du |au |ce )mois|de ce mois|ce mois)(?P<next> prochain"
        r"| suivant)?(?P<here>-ci| en cours)?\b(?! d)"
    ),
    {"le mois prochain": "2025-04-01..2025-04-30", "ce mois-ci": "2025-03-01..2025-03-31"},
)
def this_month(match: re.Match[str], scene: Scene) -> When | None:
    """This month or the next."""
    if match["next"]:
        return month_span(end_of_month(scene.today).month % 12 + 1, scene)
    return month_span(scene.today.month, scene) if "ce mois" in match.group() or match["here"] else None


@phrase(

rf"\b(?:(?P<nth>premiere|1ere|1re|deuxieme|2eme|2e|seconde|derniere) semaine {OF}"
rf"|(?P<reprise>apres |a la fin )?(?:toutes? |pendant |durant |pour |{OF})*)"

    rf"(?:les |des )?(?:petites )?vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?\b",
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
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    if nth > 0:
        monday += timedelta(weeks=nth - 1)
    while nth < 0 and monday + timedelta(weeks=1) <= last:
        monday += timedelta(weeks=1)
    return replace(week_span(monday), reach=Reach.LONG, holiday=holiday)
