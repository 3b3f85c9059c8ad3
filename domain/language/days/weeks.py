"""Phrases for weeks and week-ends: "la semaine prochaine", "semaine 12", "la première semaine de mars", "fin mars"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days.feasts import nth_day
from domain.language.days.parts import NTH, NTH_NAMES, OF_MONTH, first_of
from domain.language.days.phrases import phrase
from domain.language.days.points import DAY_OF_MONTH, MONTH, POINT, WD, number, point
from domain.language.days.single import weekday_of
from domain.language.days.spans import HOLIDAY, OF, between, end_of_month, holiday_named, week_span
from domain.language.days.years import WHICH_YEAR, year_said
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When

FRIDAY = 5

_THURSDAY, _SATURDAY, _DECEMBER = 4, 6, 12
_WEEKS = 52


@phrase(
    r"\b(?:pendant |durant )?(?:de )?(?:toute? )?"
    r"(?:(?:la )?semaine en cours|(?:la|le reste de la) semaine|cette semaine)\b(?: (?:entiere|complete)\b)?"
    rf"(?! (?:prochaine|suivante|d'apres|qui|derniere|passee|paires?|impaires?|\d"
    rf"|des(?! ?\d)|du (?!{WD})|de (?!{WD})))",
    {
        "cette semaine": "2025-03-03..2025-03-09",
        "toute la semaine": "2025-03-03..2025-03-09",
        "la semaine entière": "2025-03-03..2025-03-09",
    },
)
def this_week(match: re.Match[str], scene: Scene) -> When | None:
    """This ISO week; what is past of it is left out later."""
    if match.group().strip() == "la semaine":
        return None
    pointed = any(words in match.group() for words in ("cette", "en cours", "reste"))
    return replace(week_span(scene.week()), explicit=pointed)


@phrase(
    (
        r"\b(?:de |pour |pendant |durant |sur )?(?:toute )?(?:de )?(?:la |l')?(?:semaine (?:prochaine"
        r"|suivante|qui vient|a venir|d'apres|qui suit)|prochaine semaine)\b"
    ),
    {"la semaine prochaine": "2025-03-10..2025-03-16", "la semaine prochaîne": "2025-03-10..2025-03-16"},
)
def next_week(match: re.Match[str], scene: Scene) -> When | None:
    """The next ISO week; "la semaine d'après" is the one after what was named before it."""
    after = scene.latest if scene.latest and scene.latest > scene.today and _AFTER.search(match.group()) else None
    return week_span(after - timedelta(days=after.weekday() - 7) if after else scene.week(1))


_AFTER: Final = Expression(r"suivante|d'apres|qui suit")


@phrase(
    r"\b(?:pour |pendant )?(?:les |des )?(?P<n>[2-4]|deux|trois|quatre) (?:(?P<first>premiere?s?)|dernieres?"
    r"|derniers?) jours? de (?:la |cette )?"
    r"semaine(?P<next> (?:prochaine|suivante|qui vient|d'apres))?\b",
    {
        "les 3 premiers jours de la semaine prochaine": "2025-03-10,2025-03-11,2025-03-12",
        "les deux derniers jours de la semaine": "2025-03-06,2025-03-07",
    },
)
def ends_of_week(match: re.Match[str], scene: Scene) -> When | None:
    """The first or last days of a week from Monday to Friday."""
    n, monday = number(match["n"]), scene.week(1 if match["next"] else 0)
    days = [monday + timedelta(days=d) for d in range(5)]
    return When(Sort.DAY, days=tuple(days[:n] if match["first"] else days[-n:]))


@phrase(
    r"\b(?:pour |pendant )?(?:les |des )?(?P<n>[2-9]|deux|trois|quatre|cinq|six) (?:(?P<first>premiere?s?)"
    r"|dernieres?|derniers?) jours?"
    rf" (?:des |de ces )?vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?\b",
    {"les 3 premiers jours des vacances": "2025-04-07,2025-04-08,2025-04-09"},
)
def ends_of_holidays(match: re.Match[str], scene: Scene) -> When | None:
    """The first or last days of the holidays, from Monday to Friday."""
    holidays = holiday_named(match["name"], scene)
    if holidays is None:
        return None
    span = (holidays.first + timedelta(days=d) for d in range((holidays.last - holidays.first).days + 1))
    days, n = [day for day in span if day.isoweekday() <= FRIDAY], number(match["n"])
    return When(Sort.DAY, days=tuple(days[:n] if match["first"] else days[-n:]))


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
        return between(match["day"], match["last"], scene)
    found = point(match["day"], scene)
    if found.day is None:
        return When(Sort.CLASH, days=found.clash)
    return replace(week_span(found.day - timedelta(days=found.day.weekday())), named_month=found.month)


@phrase(
    rf"\bsemaines? [1-5]?\d ?(?:et|\+|/|,) ?[1-5]?\d\b(?! ?(?:h\b|/|{MONTH}))",
    {},
)
def several_week_numbers(match: re.Match[str], scene: Scene) -> When | None:
    """Weeks by their numbers, listed: which of their days are meant is asked."""
    year = scene.today.isocalendar().year
    weeks = [int(n) for n in re.findall(r"\d+", match.group())]
    days = [date.fromisocalendar(year, n, d) for n in weeks for d in range(1, 6) if 1 <= n <= _WEEKS]
    return When(Sort.VAGUE, days=tuple(d for d in days if d >= scene.today))


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


def _week_of_month(first: date, nth: int) -> date:
    """Return the Monday of the `nth` ISO week of a month: weeks belong where their Thursday lies."""
    thursday = nth_day(first.year, first.month, _THURSDAY, nth if nth > 0 else 4)
    if nth < 0 and (thursday + timedelta(weeks=1)).month == first.month:
        thursday += timedelta(weeks=1)
    return thursday - timedelta(days=3)


@phrase(
    rf"\b(?:la |le )?(?P<nth>{NTH_NAMES}) (?P<what>semaine|week-end) (?:de |d'|du |en )?{OF_MONTH}\b",
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
    saturday = last - timedelta(days=(last.isoweekday() - _SATURDAY) % 7)
    saturday = nth_day(first.year, first.month, _SATURDAY, nth) if nth > 0 else saturday
    return When(Sort.SPAN, first=saturday, last=saturday + timedelta(days=1), reach=Reach.LONG)


@phrase(
    rf"\b(?:la |le )?(?P<nth>{NTH_NAMES}|\d{{1,2}}e(?:me)?) semaine (?:de |de l'|d')?(?P<year>{WHICH_YEAR})\b",
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
    r"\b(?:dans|pendant|durant|au cours de) (?:la|cette) semaine\b"
    r"(?! (?:de|du|des|d'|prochaine|derniere|suivante|qui|\d))",
    {"dans la semaine": "2025-03-03..2025-03-09"},
    beyond=True,
)
def within_week(_match: re.Match[str], scene: Scene) -> When | None:
    """This week; in a message it would be asked on which days of it."""
    return week_span(scene.week())


@phrase(
    r"\b(?:(?:le )?reste (?:de )?(?:la |ma |cette )?semaine|(?:en semaine) (?:cette|en cours))\b",
    {"le reste de la semaine": "2025-03-03..2025-03-09"},
    beyond=True,
)
def rest_of_week(_match: re.Match[str], scene: Scene) -> When | None:
    """From today to Sunday."""
    return When(Sort.SPAN, first=scene.today, last=scene.week() + timedelta(days=6), reach=Reach.WEEK, today=True)


@phrase(
    rf"\b(?P<wd>{WD}) (?:matin|midi|soir|apres-midi),? (?:(?P<next>prochain)"
    r"|(?:de )?(?:(?P<this>cette)|la) semaine(?: (?P<mod>prochaine|derniere|passee|suivante))?)\b",
    {
        "mercredi soir la semaine prochaine": "2025-03-12",
        "jeudi matin de cette semaine": "2025-03-06",
        "jeudi matin prochain": "2025-03-13",
    },
    beyond=True,
)
def part_of_weekday(match: re.Match[str], scene: Scene) -> When | None:
    """That day of a week, said with a part of it."""
    if match["next"]:
        return When(Sort.DAY, days=(scene.in_next_week(weekday_of(match["wd"])),))
    mod = match["mod"] or ""
    weeks = 0 if match["this"] or not mod else 1 if mod in ("prochaine", "suivante") else -1
    return When(Sort.DAY, days=(scene.week(weeks) + timedelta(days=weekday_of(match["wd"]) - 1),))


@phrase(
    rf"\b(?:(?:en |au |a la |la )?(?P<part>debut|milieu|mi|fin)(?:[- ](?:de |du |d'|de la |de l')?|-)"
    rf"(?:(?P<week>(?:la |cette )?semaine)"
    rf"(?: (?P<mod>prochaine|suivante|derniere|passee))?|{OF_MONTH}|(?:du |de |le |ce )?(?P<now>mois)))\b"
    r"(?! (?:prochain|dernier))",
    {"fin de la semaine prochaine": "2025-03-13..2025-03-16", "début avril": "2025-04-01..2025-04-15",
     "mi-mars": "2025-03-10..2025-03-20", "fin mars": "2025-03-16..2025-03-31"},
    beyond=True,
)  # fmt: skip
def part_of_period(match: re.Match[str], scene: Scene) -> When | None:
    """The first or last half of a month, the beginning, middle or end of a week; in a message it is asked."""
    part = match["part"]
    if match["week"]:
        mod = match["mod"] or ""
        monday = scene.week(1 if mod in ("prochaine", "suivante") else -1 if mod else 0)
        first, last = {"debut": (0, 2), "fin": (3, 6)}.get(part, (1, 4))
        return When(
            Sort.SPAN, first=monday + timedelta(days=first), last=monday + timedelta(days=last), reach=Reach.LONG
        )
    begin = scene.today.replace(day=1) if match["now"] else first_of(match, scene)
    if begin is None:
        return None
    first, last = {"debut": (1, 15), "fin": (16, end_of_month(begin).day)}.get(part, (10, 20))
    return When(Sort.SPAN, first=begin.replace(day=first), last=begin.replace(day=last), reach=Reach.LONG)
