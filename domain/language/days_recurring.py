"""Phrases that repeat: "tous les mardis", "un jeudi sur deux", "les semaines paires", "tous les jours"."""

from __future__ import annotations

import re
from typing import Final

from domain.language.days_single import weekday_of
from domain.language.phrases import phrase
from domain.language.points import WD
from domain.language.when import Scene, Sort, When

_AND: Final = rf"(?:(?:,| et|,? ainsi que| &| \+| /)? ?(?:tous )?(?:les |le )?{WD}\b)"


@phrase(
    rf"\b(?:tou[st]e?s? les|chaque|les)(?P<all>(?: {WD}\b){_AND}{{0,5}})(?! (?:prochain|dernier|\d))",
    {"tous les mardis de mars": "2025-03-04,2025-03-11,2025-03-18,2025-03-25",
     "les mardis et jeudis de la semaine prochaine":
     "2025-03-11,2025-03-13",
     "tous les mardis jusqu'au 1er avril": "2025-03-04,2025-03-11,2025-03-18,2025-03-25,2025-04-01"},
)  # fmt: skip
def every(match: re.Match[str], _scene: Scene) -> When | None:
    """Every such weekday, within the period said beside it or to the end of the school year."""
    weekdays = {weekday_of(name) for name in re.findall(WD, match["all"])}
    return When(Sort.EVERY, weekdays=tuple(sorted(weekdays)), habit=True)


@phrase(
    rf"\b(?:un |le |1 |tous les )?(?P<wd>{WD})(?:(?: et| ,)? (?:un )?(?P<wd2>{WD}))? (?:sur|/) ?(?:deux|2)\b",
    {"un mardi sur deux jusqu'au 1er avril": "2025-03-04,2025-03-18,2025-04-01"},
)
def every_other(match: re.Match[str], _scene: Scene) -> When | None:
    """Every second such weekday, from the next one on; holidays do not break the rhythm (label guide, rule 15)."""
    names = [match["wd"], match["wd2"]] if match["wd2"] else [match["wd"]]
    return When(Sort.EVERY, weekdays=tuple(weekday_of(n) for n in names), every=2, habit=True)


@phrase(
    r"\b(?:toutes |pendant |durant |uniquement |de |en )*(?:les |des )?semaines? (?P<odd>im)?paires?\b",
    {"les mardis des semaines paires jusqu'au 1er avril": "2025-03-04,2025-03-18,2025-04-01",
     "les mardis des semaines impaires jusqu'au 1er avril": "2025-03-11,2025-03-25"},
)  # fmt: skip
def parity(match: re.Match[str], _scene: Scene) -> When | None:
    """Even or odd ISO weeks."""
    return When(Sort.PARITY, even=not match["odd"])


@phrase(r"\b(?:une |1 )semaine (?:sur|/) ?(?:deux|2)\b|\bsemaines? alternees?\b", {})
def alternate(_match: re.Match[str], _scene: Scene) -> When | None:
    """Every other week, without saying which: the parity beside it decides, or the next named weekday."""
    return When(Sort.ALTERNATE)


@phrase(
    r"\b(?:tou[st]e?s? les|chaque|les) jours?(?: (?:d'ecole|de classe|de la semaine\b(?! (?:prochaine"
    r"|du|suivante|qui))|ouvrables|scolaires|sans exception))?\b(?! (?:sur|feries"
    r"|suivants))"
    r"|\b(?:tous les|chaque) (?=(?:midi|matin|soir|apres-midi|gouter|repas)s?\b)"
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
