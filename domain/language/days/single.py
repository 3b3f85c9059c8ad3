"""Phrases for single days and lists of days: "demain", "mardi prochain", "le 11", "les 24, 25 et 27/03"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days import points
from domain.language.days.phrases import phrase
from domain.language.days.points import DATE, MONTH, NUM, NUMBERS, WD, WEEKDAYS, YEAR, agree, dated, day_number, number
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When

_COUNTS: Final = {"deux": 2, "2": 2, "trois": 3, "3": 3, "quatre": 4, "4": 4}
_N: Final = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_ELEMENT: Final = rf"(?:(?:{WD},?\s+)?(?:le\s+)?(?:{DATE}|{NUM}))"
_SEPARATOR: Final = r"(?:\s*(?:[,&+/]|\bet\b|\bpuis\b|\bainsi que\b|\bni\b)\s*(?:et\s+)?(?:(?:pour|du|au|des|les)\s+)?)"
_ELEMENTS: Final = Expression(rf"(?:(?P<wd>{WD}),?\s+)?(?:le\s+)?(?:(?P<date>{DATE})|(?P<num>{NUM}))")


def weekday_of(name: str) -> int:
    """Return the ISO weekday of "mardi" or "mardis"."""
    return WEEKDAYS[name.rstrip("s")]


@phrase(
    r"\b(?:pour |des |a partir d')?(?:aujourd'?\s?hui(?: meme)?|ce jour(?: meme)?|ce jour-ci)\b"
    r"|\b(?:ce|cet|cette) (?=(?:midi|matin(?:ee)?|soir(?:ee)?|apres[- ]?midi)\b(?![- ]la\b))",
    {"aujourd'hui": "2025-03-03", "ce midi": "2025-03-03", "cet après-midi": "2025-03-03", "aujourd’hui": "2025-03-03"},
)
def today(match: re.Match[str], scene: Scene) -> When | None:
    """Today, said outright or by a part of it; the part itself is left for the activity.

    "Jeudi il reste avec mamie, annulez tout pour ce jour" points to Thursday.
    """
    if match.group() == "pour ce jour" and scene.named and scene.named != scene.today:
        return When(Sort.SAME)
    start = match.group().startswith(("des ", "a partir"))
    return None if start else When(Sort.DAY, days=(scene.today,), today=True)


@phrase(
    r"\b(?P<far>(?:apres|ap)[- ]?)?demain\b|\b(?P<next>le lendemain)\b",
    {"demain": "2025-03-04", "après-demain": "2025-03-05", "apres demain": "2025-03-05", "demin": "2025-03-04"},
)
def tomorrow(match: re.Match[str], scene: Scene) -> When | None:
    """Tomorrow or the day after; "le lendemain" of a day before it, without which it is asked."""
    if match["next"]:
        return When(Sort.DAY, days=(scene.named + timedelta(days=1),)) if scene.named else When(Sort.VAGUE)
    return When(Sort.DAY, days=(scene.today + timedelta(days=2 if match["far"] else 1),))


@phrase(
    r"\b(?P<far>avant[- ]?)?hier(?: (?:soir|matin|midi|apres-midi))?\b|\bcette nuit\b|\bla nuit derniere\b",
    {"hier": "2025-03-02", "avant-hier": "2025-03-01"},
)
def yesterday(match: re.Match[str], scene: Scene) -> When | None:
    """A past day; "cette nuit" is when an illness began."""
    if "nuit" in match.group():
        return When(Sort.AGO)
    return When(Sort.DAY, days=(scene.today - timedelta(days=2 if match["far"] else 1),))


@phrase(
    rf"\b(?:le |les |l'|du |de |au |pour )?(?P<wd>{WD}) (?P<mod>prochaine?s?|qui vient|qui arrive|a venir)\b",
    {"mardi prochain": "2025-03-11", "lundi prochain": "2025-03-10", "vendredi prochain": "2025-03-14"},
)
def weekday_next(match: re.Match[str], scene: Scene) -> When | None:
    """The day of the next ISO week, whether or not this week's is past (label guide, rule 2)."""
    if match["mod"] in ("qui vient", "qui arrive", "a venir"):
        return When(Sort.WEEKDAY, weekdays=(weekday_of(match["wd"]),))
    if match["wd"].endswith("s") and match["mod"].endswith("s") and match["wd"] != "dimanche":
        return When(Sort.VAGUE)
    return When(Sort.DAY, days=(scene.in_next_week(weekday_of(match["wd"])),))


@phrase(
    rf"\b(?:le |du |au |de )?(?P<wd>{WD}) en (?P<n>huit|quinze|8|15)\b",
    {"mardi en huit": "2025-03-11", "lundi en huit": "2025-03-17", "mardi en quinze": "2025-03-18"},
)
def weekday_in_eight(match: re.Match[str], scene: Scene) -> When | None:
    """One (or two) weeks after the next such day: said on a Monday, "mardi en huit" is in eight days."""
    weeks = 1 if match["n"] in ("huit", "8") else 2
    return When(Sort.DAY, days=(scene.next_weekday(weekday_of(match["wd"])) + timedelta(weeks=weeks),))


@phrase(
    rf"\b(?:le |de |du |au |ce )?(?P<wd>{WD}) (?:dernier|passe(?! (?:a|au|en|sur) )|d'avant|precedent)\b"
    r"(?! (?:jour|delai|carat)s?\b)"
    rf"|\b(?:le )?dernier (?P<before>{WD})\b(?! (?:de\b|du\b|d'|en\b|avant))",
    {"jeudi dernier": "2025-02-27", "lundi dernier": "2025-02-24"},
)
def weekday_last(match: re.Match[str], scene: Scene) -> When | None:
    """The last such day strictly before today."""
    weekday = weekday_of(match["wd"] or match["before"])
    return When(Sort.DAY, days=(scene.today - timedelta(days=(scene.today.isoweekday() - weekday - 1) % 7 + 1),))


@phrase(
    rf"\b(?:de |pour )?ce (?P<wd>{WD})\b(?! (?:\d|prochain|1er))",
    {"ce mardi": "2025-03-04", "ce vendredi": "2025-03-07"},
)
def weekday_this(match: re.Match[str], scene: Scene) -> When | None:
    """This week's if still to come, else the next one; said on that very weekday it could be either and is asked."""
    weekday = weekday_of(match["wd"])
    following = scene.next_weekday(weekday)
    if scene.today.isoweekday() == weekday:
        return When(Sort.CLASH, days=(scene.today, following))
    return When(Sort.DAY, days=(following,))


#: "deux mercredis" are no rhythm: which ones?
_COUNT: Final = Expression(r"\b(?:[2-9]|deux|trois|quatre|cinq) $")


@phrase(
    rf"\b(?P<art>le |les |chaque |du |au |des )?(?P<wd>{WD})\b",
    {"mardi": "2025-03-04", "lundi": "2025-03-10", "vendedi": "2025-03-07", "lundi et jeudi": "2025-03-06,2025-03-10"},
)
def weekday_bare(match: re.Match[str], scene: Scene) -> When | None:
    """The next such day, never today (label guide, rule 2); "les mardis" and "chaque mardi" repeat."""
    weekday = weekday_of(match["wd"])
    if match["wd"].endswith("s") and not match["art"] and _COUNT.search(match.string, 0, match.start()):
        return None
    if match["art"] in ("les ", "chaque ", "des ") or match["wd"].endswith("s"):
        return When(Sort.EVERY, weekdays=(weekday,), habit=True)
    return When(Sort.WEEKDAY, weekdays=(weekday,), habit=match["art"] == "le ")


@phrase(
    rf"\bun (?P<one>{WD})\b(?!{points.PART_OF_DAY}? (?:sur|/))|\bun (?:autre )?jour\b(?! sur)"
    rf"|\bun des (?:{WD}|(?:deux |trois )?jours|midis|soirs|matins)\b(?! sur)"
    rf"|\b(?:quelques|qqs?|qlqs?|qques) (?:jours?|fois|dates)\b|"
    rf"\bcertains (?:jours\b|{WD}\b|(?=(?:soirs|midis|matins)\b))|\b(?:plusieurs|quelques|differents) (?:(?:jours"
    rf"|fois|reprises|dates"
    rf"|{WD})\b|(?=(?:soirs|midis|matins|repas|gouters|soirees|matinees)\b))(?! (?:ou|par)\b)"
    rf"|\bde temps (?:en temps|a autre)\b"
    r"|\bpar moments\b|\bponctuellement\b|\boccasionnellement\b"
    r"|(?<!\bpour )\bune fois\b|\bun (?:jour|soir|midi|matin|repas) sur (?:deux|trois|2|3)\b|"
    rf"\b(?:les )?{WD} suivants\b|\bla veille\b|\bbientot\b|\b(?:debut|mi"
    rf"|courant)[- ](?:{MONTH}|du mois|semaine)\b|"
    rf"\b(?:en )?fin (?:de |du )?(?:{MONTH}|mois|semaine)\b"
    r"|\b(?:debut|milieu|fin)(?: de la| de| d'| du)? (?:semaine|mois) (?:prochaine?|suivante?|derniere?|passee?)\b"
    r"|\b\d jours par semaine\b|\bdes que possible\b|"
    r"\b(?:quels? jours?,? (?:je|on|nous) (?:vous )?(?:le |les )?(?:re)?(?:dirai|dirons"
    r"|dira|dis)"
    r"|(?:je|on|nous) (?:vous )?(?:re)?(?:dirai|dirons|dira|dis) quels? jours?)\b(?! ?\?)|"
    rf"\b(?:peut[- ]etre|eventuellement) (?:aussi |egalement |meme )?(?:le |ce )?(?:{WD}(?: {NUM})?|{NUM}\b)|"
    r"\btout (?:apres|ensuite)\b|\b(?:au-dela|par la suite|apres cette date)\b|"
    rf"\bun de ces jours\b|\bles? prochains? jours?\b|\bjusqu'a nouvel ordre\b"
    rf"|\bjusqu'(?:a la semaine|au mois) prochaine?\b(?! (?:inclus|compris))|\bprochainement\b",
    {},
)
def vaguely(match: re.Match[str], _scene: Scene) -> When | None:
    """Words that name no certain day; they are asked."""
    return When(Sort.VAGUE, weekdays=(weekday_of(match["one"]),) if match["one"] else ())


@phrase(
    r"\b(?:le |au |du )?(?:lundi|jeudi|vendredi|dimanche) (?:de |d'|de l')?(?:pentecote|paques|ascension|saint)\b"
    r"|\bpont de (?:l'ascension|mai)\b|\bmaintenant\b",
    {},
)
def no_day_of_care(_match: re.Match[str], _scene: Scene) -> When | None:
    """Public holidays by name, and "maintenant" in passing: nobody is looked after then because of these words."""
    return When(Sort.AGO)


@phrase(
    r"\b(?:ces?|cette|les) (?:(?:deux|trois|quatre|2|3|4|memes) )?(?:jours?|journees?"
    r"|dates?)(?:[- ]la(?! semaine)|[- ]ci)?\b(?! de | d'|-| la semaine)"
    r"|\b(?:les|ces) (?:deux|trois|2|3) (?=(?:midis|soirs|matins)\b(?! de))"
    rf"|\bces {WD}[- ]la\b|\b(?:le|la|ce|cette) meme (?:jour|journee|date)\b|\bmemes? (?:jours?|dates?)(?= pour\b)"
    rf"|\bles memes (?:jours|dates)\b"
    rf"|\bces jours-la\b"
    rf"|\b(?:pour )?ce (?:jour|{WD})[- ]la\b"
    r"|\b(?:ce|cet|cette) (?=(?:midi|matin(?:ee)?|soir(?:ee)?|apres[- ]?midi)[- ]la\b)",
    {},
)
def same_days(match: re.Match[str], _scene: Scene) -> When | None:
    """The days that were spoken of just before."""
    if match.group() in ("les jours", "les dates", "les jour", "ce jour"):
        return None
    return When(Sort.SAME, length=next((n for w, n in _COUNTS.items() if w in match.group().split()), 0))


@phrase(
    r"\b(?:pour |pendant |durant |de |sur |toutes )?(?:(?:ces|mes|nos) (?:(?:deux|trois|quatre|2|3|4|memes) )?semaines"
    r"|cette semaine(?=[- ]la\b(?! (?:cantine|garderie|journee|matinee)\b)))(?:[- ]la| a moi| de garde)?\b"
    r"(?! de vacances)|\bces (?=(?:soir|matin|midi|apres-midi)s?[- ]la\b)"
    r"|\b(?:pour |pendant |durant |dans |de |sur )?(?:(?:(?:la|cette) )?meme|cette)"
    r" (?:periode|quinzaine|(?<=meme )semaine)(?:[- ]la)?\b"
    r"|\b(?:pour |pendant |sur )?(?:toute la periode|la periode (?:entiere|complete)|la totalite|l'integralite"
    r"|du debut a la fin|tout du long|(?:les |ces )(?:deux|2) semaines (?:entieres|completes))\b(?! (?:de|du|des)\b)",
    {},
)
def those_weeks(_match: re.Match[str], _scene: Scene) -> When | None:
    """The weeks, the evenings, or the period that were spoken of before."""
    return When(Sort.THOSE)


@phrase(
    r"\b(?:a partir|a compter|a dater) de (?:cette (?:date|semaine)|ce jour|ce moment)(?:[- ]la)?\b"
    r"|\ba partir de la\b(?=\s*(?:$|[,.;!]|tou(?:s|te)|chaque|les|et|il|elle|je|on)\b)|\bdes lors\b"
    r"|\b(?:toutes )?les dates (?:suivantes|d'apres)\b",
    {},
)
def from_then_on(match: re.Match[str], scene: Scene) -> When | None:
    """From the day that was spoken of before; from "ce jour-là" where one was just named."""
    pointed = scene.named if "jour-la" in match.group() or "jour la" in match.group() else None
    return When(Sort.SINCE, first=pointed) if pointed else When(Sort.THENCE)


@phrase(
    rf"\bd(?:ans|'ici) (?P<n>{_N}) (?P<unit>jours?|semaines?|mois|ans?|annees?)\b(?! de)",
    {"dans 3 jours": "2025-03-06", "dans trois jours": "2025-03-06", "dans une semaine": "2025-03-10",
     "dans deux semaines": "2025-03-17", "dans 15 jours": "2025-03-18"},
)  # fmt: skip
def from_now(match: re.Match[str], scene: Scene) -> When | None:
    """So many days or weeks from today; "dans un mois" is the same day of that month where there is one."""
    n, unit = number(match["n"]), match["unit"]
    if unit.startswith("jour"):
        return When(Sort.DAY, days=(scene.today + timedelta(days=n),))
    if unit.startswith("semaine"):
        return When(Sort.DAY, days=(scene.today + timedelta(weeks=n),))
    return _months_on(scene, n if unit == "mois" else n * 12)


@phrase(
    rf"\bil y ?a (?P<n>{_N}) (?P<unit>jours?|semaines?|mois|ans?)\b",
    {"il y a 3 jours": "2025-02-28", "il y a une semaine": "2025-02-24"},
)
def ago(match: re.Match[str], scene: Scene) -> When | None:
    """So many days or weeks before today."""
    n, unit = number(match["n"]), match["unit"]
    if unit.startswith(("jour", "semaine")):
        return When(Sort.DAY, days=(scene.today - timedelta(days=n * (1 if unit.startswith("j") else 7)),))
    return _months_on(scene, -n if unit == "mois" else -n * 12)


def _months_on(scene: Scene, months: int) -> When | None:
    year, month = divmod(scene.today.year * 12 + scene.today.month - 1 + months, 12)
    try:
        return When(Sort.DAY, days=(scene.today.replace(year=year, month=month + 1),))
    except ValueError:
        return When(Sort.VAGUE)


@phrase(
    (
rf"(?<![\w/.:¤])(?!(?<=\d h )\d)(?P<lead>(?:les?|des?|ce|du|au"
rf"|aux) )?{_ELEMENT}(?:{_SEPARATOR}{_ELEMENT}(?! (?:c'est|ce sera) (?!pour\b)[a-z-]+ qui\b)){{0,20}}(?![\w/])(?!"
r" (?:journee (?:portes|de |des |d'|pedago)|des (?:parents|enfants|repas|familles|cours)))(?!(?<=1/2) journee)"
),
    {"le 11": "2025-03-11", "le 2": "2025-04-02", "le 11/03": "2025-03-11", "11/03/2025": "2025-03-11",
     "le 11.03": "2025-03-11", "mardi 11 mars": "2025-03-11", "Mar 11/03": "2025-03-11",
     "le premier avril": "2025-04-01",
     "les 24, 25 et 27/03": "2025-03-24,2025-03-25,2025-03-27", "le 5 janvier": "2026-01-05", "2 avrl": "2025-04-02",
     "mardi 4, jeudi 6 et vendredi 7": "2025-03-04,2025-03-06,2025-03-07", "lundi 11 mars": "?", "le 31 avril": "?"},
)  # fmt: skip
def dates(match: re.Match[str], scene: Scene) -> When | None:
    """Dates and day numbers, alone or listed; a number without a month takes that of the next one that has it."""
    parts = list(_ELEMENTS.finditer(match.group()))
    named = [p for p in parts if p["date"]]
    if not named and not any(p["wd"] for p in parts) and not match["lead"]:
        return None
    if not named and match["lead"] in ("les ", "des ", "aux ") and len(parts) == 1:
        return None  # "les 2" are children
    if match["lead"] == "de " and not named and not parts[0]["wd"]:
        return None
    if not named and len(parts) > 1 and not match["lead"] and not all(p["wd"] for p in parts[:1]):
        return None
    return _listed(parts, scene)


def _listed(parts: list[re.Match[str]], scene: Scene) -> When:
    found, clashes, at = list[date](), list[date](), scene
    for n, part in enumerate(parts):
        ahead = next((p["date"] for p in parts[n:] if p["date"]), None)
        month = dated(ahead, at) or _first_of(ahead, at) if part["num"] and ahead else None
        if month and (day := _partner(month, number(part["num"]), scene)):
            at = replace(at, month=day)
        day = day_number(number(part["num"]), at) if part["num"] else dated(part["date"], at)
        if part["wd"]:
            point = agree(day, weekday_of(part["wd"]), at, number(part["num"]) if part["num"] else None)
            day, clashes = point.day, [*clashes, *point.clash]
        if day is None:
            found.append(date.min)
            continue
        at = replace(at, month=day) if part["date"] else at
        found.append(day)
    doubt, found = date.min in found, [day for day in found if day != date.min]
    if doubt and not found:
        return When(Sort.CLASH, days=tuple(clashes))
    dated_all = all(re.search(YEAR, p["date"] or "") for p in parts)
    return When(
        Sort.DAY,
        days=tuple(found),
        named_month=any(p["date"] for p in parts),
        explicit=True,
        dated=dated_all,
        doubt=doubt,
    )


def _first_of(said: str, scene: Scene) -> date | None:
    """Return the first of the month of a day that does not exist: "le 28 et le 31 avril"."""
    month = re.search(MONTH, said)
    return dated(f"1 {month.group()}", scene) if month else None


def _partner(day: date, n: int, scene: Scene) -> date | None:
    """Return the day whose month a bare number takes; of a month that is over, only in order: "les 26 et 27 mai"."""
    return day if day >= scene.today.replace(day=1) or n < day.day else None
