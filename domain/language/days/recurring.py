"""Phrases that repeat: "tous les mardis", "un jeudi sur deux", "les semaines paires", "tous les jours"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from domain.language.days.feasts import nth_day
from domain.language.days.phrases import phrase
from domain.language.days.points import MONTH, MONTHS, PART_OF_DAY, WD
from domain.language.days.single import weekday_of
from domain.language.days.spans import month_span
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When

_NTH: Final = {
    "1er": 1, "premier": 1, "premiere": 1, "2e": 2, "2eme": 2, "deuxieme": 2, "3e": 3, "3eme": 3, "troisieme": 3,
    "4e": 4, "quatrieme": 4,
}  # fmt: skip
_PERIOD: Final = Expression(rf"\b(?:vacances|semaines?|mois|{MONTH}|\d+)\b")
_MONTHS_IN_YEAR: Final = 12
_AND: Final = rf"(?:(?:,| et|,? ainsi que| &| \+| /)? ?(?:tous )?(?:les |le )?{WD}\b)"


#: Before "tous" these make it all the children: "ils mangent tous mardi", "inscrivez-les tous mardi".
_ALL_OF_THEM: Final = Expression(
    r"\b(?:ils|elles|les enfants|(?:mes|nos|les) (?:\w+ )?\w+s|\w{3,}ent|\w+ront|vont|sont|ont|pour|\w+(?:er|ez"
    r"|re)(?<!manger)(?<!dejeuner)(?<!gouter)"
    r"(?:-les)?)\b[^.,;!?\n]{0,30}$"
)


@phrase(
    rf"\b(?:tou[st]e?s? les|chaque|les|(?P<loose>tous)(?= {WD}))(?P<all>(?: {WD}\b){_AND}{{0,5}})"
    r"(?! (?:prochain|dernier|\d))",
    {"tous les mardis de mars": "2025-03-04,2025-03-11,2025-03-18,2025-03-25",
     "cantine tous mardi et tous vendredi en mars":
     "2025-03-04,2025-03-07,2025-03-11,2025-03-14,2025-03-18,2025-03-21,2025-03-25,2025-03-28",
     "les mardis et jeudis de la semaine prochaine":
     "2025-03-11,2025-03-13",
     "les mardis de mars et les jeudis d'avril jusqu'au 10 avril":
     "2025-03-04,2025-03-11,2025-03-18,2025-03-25,2025-04-03,2025-04-10",
     "tous les mardis jusqu'au 1er avril": "2025-03-04,2025-03-11,2025-03-18,2025-03-25,2025-04-01"},
)  # fmt: skip
def every(match: re.Match[str], _scene: Scene) -> When | None:
    """Every such weekday, within the period said beside it or to the end of the school year.

    "Tous mardi" of those who learn French is every Tuesday, unless "tous" may be all the children.
    """
    if match["loose"] and _ALL_OF_THEM.search(match.string, 0, match.start()):
        return None
    weekdays = {weekday_of(name) for name in re.findall(WD, match["all"])}
    return When(Sort.EVERY, weekdays=tuple(sorted(weekdays)), habit=True)


@phrase(
    rf"\bles (?:deux|2|trois|3) (?P<wd>{WD})(?<=s)(?! (?:prochain|suivant|dernier|\d))",
    {"les deux mardis": "?"},
)
def so_many(match: re.Match[str], _scene: Scene) -> When | None:
    """So many weekdays: those of the period beside them, or else it is asked which."""
    if not _PERIOD.search(match.string, match.end()) and not _PERIOD.search(match.string, 0, match.start()):
        return When(Sort.VAGUE)
    return When(Sort.EVERY, weekdays=(weekday_of(match["wd"]),), habit=True)


@phrase(
    rf"\b(?:un |le |1 |tous les )?(?P<wd>{WD})(?:(?: et| ,)? (?:un )?(?P<wd2>{WD}))? (?:sur|/) ?(?:deux|2)\b"
    rf"|\b(?:un|le|1) (?P<parted>{WD})(?={PART_OF_DAY} (?:sur|/) ?(?:deux|2)\b)",
    {"un mardi sur deux jusqu'au 1er avril": "2025-03-04,2025-03-18,2025-04-01"},
)  # fmt: skip
def every_other(match: re.Match[str], _scene: Scene) -> When | None:
    """Every second such weekday, from the next one on; holidays do not break the rhythm (label guide, rule 15)."""
    names = [name for name in (match["wd"], match["wd2"], match["parted"]) if name]
    return When(Sort.EVERY, weekdays=tuple(weekday_of(n) for n in names), every=2, habit=True)


@phrase(
    rf"\b(?:tous les |les |le |chaque )?(?P<nth>{'|'.join(_NTH)})s? (?P<wd>{WD})"
    r" (?:de chaque mois|de tous les mois|du mois)\b"
    r"(?! (?:prochain|suivant|dernier|passe|de\b|d'))",
    {"le 1er mercredi de chaque mois": "2025-03-05,2025-04-02,2025-05-07,2025-06-04,2025-07-02",
     "les premiers lundis du mois": "2025-04-07,2025-05-05,2025-06-02"},
)  # fmt: skip
def nth_every_month(match: re.Match[str], scene: Scene) -> When | None:
    """That weekday once a month, to the end of the school year; "le premier lundi du mois" may be this month's."""
    if match["wd"].endswith("i") and match.group().endswith("du mois"):
        return None
    day, days = scene.today, list[date]()
    while day <= scene.year.end and len(days) < _MONTHS_IN_YEAR:
        days.append(nth_day(day.year, day.month, weekday_of(match["wd"]), _NTH[match["nth"]]))
        day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    coming = tuple(d for d in days if scene.today < d <= scene.year.end)
    return When(Sort.DAY, days=coming, habit=True) if coming else None


@phrase(
    rf"\b(?:les? )?(?P<one>{'|'.join(_NTH)}|[2-4])s?(?: {WD})? (?:et|&) (?:les? )?(?P<two>{'|'.join(_NTH)}"
    rf"|dernier)s? (?P<wd>{WD})"
    rf" (?:de |d'|du mois de |du mois d')(?P<month>{MONTH})\b",
    {"le 1er et le 3e jeudi d'avril": "2025-04-03,2025-04-17",
     "le premier et le dernier vendredi d'avril": "2025-04-04,2025-04-25"},
)  # fmt: skip
def two_of_month(match: re.Match[str], scene: Scene) -> When | None:
    """Two such weekdays of one month."""
    span = month_span(MONTHS[match["month"]], scene)
    if span.first is None or span.last is None:
        return None
    weekday, last = weekday_of(match["wd"]), span.last
    one = nth_day(span.first.year, span.first.month, weekday, _NTH.get(match["one"]) or int(match["one"]))
    final = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    nth = _NTH.get(match["two"])
    two = nth_day(span.first.year, span.first.month, weekday, nth) if nth else final
    return When(Sort.DAY, days=(one, two), explicit=True)


#: What may stand between a week, or "quand", and its number: "quand c'est une", "la semaine tombe sur un numéro".
_OF_NUMBER: Final = (
    r"(?:(?:c'est|c'|ce|ca|sont|est|sera|seront|on|nous|sommes|tombe|tombent|tombera|porte|portent|a|ont|il|elle|s'agit"
    r"|correspond|l'|d'|la|le|les|une?|des|de|du|en|sur|dans|avec|ou|qui|dont|au|aux|ayant|bien|semaines?"
    r"|calendaires?|iso|annee|calendrier|numeros?|n|chiffres?|nombres?|jours?)\b['\s]*)"
)


@phrase(
    rf"\b(?:quand|lorsque?'?|si|(?:les )?fois ou|au cas ou|dans le cas ou|pour peu que?'?|a condition que?'?)\s?"
    rf"(?=[^.,;!?\n]{{0,50}}\b(?:semaines?|numeros?)\b)(?:{_OF_NUMBER}){{1,9}}(?P<odd>im)?paire?s?\b(?! d[e'])"
    rf"|\b(?:toutes |pendant |durant |uniquement |de |en )*(?:les |des |chaque )?"
    rf"semaines? (?:{_OF_NUMBER}){{0,6}}(?P<of>im)?paire?s?\b",
    {"les mardis jusqu'au 1er avril quand c'est une semaine paire": "2025-03-04,2025-03-18,2025-04-01",
     "les mardis jusqu'au 1er avril si le numéro de la semaine est impair": "2025-03-11,2025-03-25",
     "les mardis jusqu'au 1er avril, les semaines où le numéro est pair": "2025-03-04,2025-03-18,2025-04-01"},
)  # fmt: skip
def parity_told(match: re.Match[str], _scene: Scene) -> When | None:
    """Even or odd ISO weeks, said of their number or as a condition."""
    return When(Sort.PARITY, even=not (match["odd"] or match["of"]))


@phrase(
    rf"\b(?:les? |tous les )?(?:{WD}|jours) (?:im)?pairs?\b"
    rf"|(?<=[a-z] )(?:im)?pairs\b(?=\W*(?:$|[.,;!?\n]|uniquement|seulement))",
    {"les mardis pairs": "?"},
)
def even_days(_match: re.Match[str], _scene: Scene) -> When | None:
    """Weekdays of even weeks, or of even dates: which is not said."""
    return When(Sort.VAGUE)


@phrase(
    r"\b(?:toutes |pendant |durant |uniquement |de |en )*(?:les |des )?semaines? (?P<odd>im)?paires?\b",
    {"les mardis des semaines paires jusqu'au 1er avril": "2025-03-04,2025-03-18,2025-04-01",
     "les mardis des semaines impaires jusqu'au 1er avril": "2025-03-11,2025-03-25",
     "les mardis des semaines impaires et les vendredis des semaines paires jusqu'au 26 mars":
     "2025-03-07,2025-03-11,2025-03-21,2025-03-25"},
)  # fmt: skip
def parity(match: re.Match[str], _scene: Scene) -> When | None:
    """Even or odd ISO weeks."""
    return When(Sort.PARITY, even=not match["odd"])


@phrase(r"\b(?:pendant |durant |sur )?ces semaines[- ]la\b", {})
def those_weeks(match: re.Match[str], _scene: Scene) -> When | None:
    """The even or odd weeks spoken of before; other weeks are the days spoken of just before."""
    before = re.findall(r"\bsemaines? (im)?paires?\b", match.string[: match.start()])
    return When(Sort.PARITY, even=not before[-1]) if before else When(Sort.SAME)


@phrase(r"\b(?:une |1 )semaine (?:sur|/) ?(?:deux|2)\b|\bsemaines? alternees?\b", {})
def alternate(_match: re.Match[str], _scene: Scene) -> When | None:
    """Every other week, without saying which: the parity beside it decides, or the next named weekday."""
    return When(Sort.ALTERNATE)


@phrase(
    r"\bun (?:seul )?(?=(?:midi|matin|soir|apres-midi)\b(?! sur)[^.,;!?\n]{0,16}"
    r"\b(?:semaine|mois|vacances|quinzaine)\b(?! (?:sur|paire|impaire)))"
    r"|\b(?:quelques|plusieurs|certains|certaines|(?:deux|trois|quatre|2|3|4) ou (?:trois|quatre|cinq|3|4|5))"
    r"(?: petits| petites)? (?=(?:accueils?|midis?|matins?|soirs?|repas|cantines?|gouters?|dejeuners?|ateliers?"
    r"|apres-midis?|mercredis?|journees?|fois|jours?|lundis|mardis|jeudis|vendredis|matinees|soirees)\b)",
    {},
)
def some_part_of_day(_match: re.Match[str], _scene: Scene) -> When | None:
    """One evening of a week, some lunches of a month: which, must be asked; the part is left for the activity."""
    return When(Sort.VAGUE)


@phrase(
    r"\b(?:tou[st]e?s? les|chaque|les) jours?(?: (?:d'ecole|de classe|de la semaine\b(?! (?:prochaine"
    r"|du|suivante|qui))|ouvrables|scolaires|sans exception))?\b(?! (?:sur|feries"
    r"|suivants))"
    r"|\b(?:tou[st]s? les|chaque) (?=(?:midi|matin|soir|apres-midi|gouter|repas)s?\b)"
    r"|\btous les (?=repas)|\btoutes les (?=cantines|journees)|\bau quotidien\b"
    r"|\bquotidiennement\b",
    {"tous les jours de la semaine prochaine": "2025-03-10,2025-03-11,2025-03-12,2025-03-13,2025-03-14"},
)
def each_day(match: re.Match[str], _scene: Scene) -> When | None:
    """Monday to Friday, within the period said beside it or to the end of the school year.

    "Tous les jours de la semaine" with no end may be this week or every week: it is asked.
    """
    if match.group().endswith("de la semaine") and not re.search(r"\bjusqu|\btoute l'annee\b", match.string):
        return When(Sort.VAGUE)
    return When(Sort.EACH_DAY) if match.group() not in ("les jours", "les jour") else None


@phrase(
    r"\b(?:pour |pendant |durant |sur |tout au long de )?(?:toute l'annee|l'annee (?:entiere|complete)"
    r"|(?:le reste|l'ensemble) de l'annee)(?: scolaire)?\b|\ba l'annee\b(?! (?:prochaine|derniere|suivante))",
    {},
)
def all_year(_match: re.Match[str], scene: Scene) -> When | None:
    """To the end of the school year: "lundi et mardi toute l'année"."""
    return When(Sort.UNTIL, last=scene.year.end)


@phrase(
    r"\b(?:aux|les|tous les|chaque|des) jours? (?:ou|auxquels|pour lesquels) [^.,;!?\n]{0,20}"
    r"\b(?:deja|inscrite?s?|prevue?s?|reserve\w*|d'habitude)\b",
    {},
)
def days_booked(_match: re.Match[str], _scene: Scene) -> When | None:
    """Days known by what is booked on them: which they are, is asked."""
    return When(Sort.VAGUE)
