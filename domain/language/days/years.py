"""Months with their year, quarters and years: "juin 2016", "03/2015", "le mois dernier", "en 2016", "l'an prochain".

Only a month of the coming or running school year is ever booked (`days_spans.month`); the rest is read, not acted on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import MONTH, MONTHS, YEAR, full_year
from domain.language.days.spans import end_of_month, month_span
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When
from domain.language.writing.words import SHORT_MONTHS

_SHORT: Final = rf"(?:{'|'.join(sorted(SHORT_MONTHS, key=len, reverse=True))})\b\.?"
_NEXT: Final = r"(?:prochaine?|suivante?|qui vient|a venir|d'apres)"
_LAST: Final = r"(?:derniere?|passee?|precedente?|ecoulee?|d'avant)"
_MONTHS_IN_QUARTER: Final = 3
_DECEMBER: Final = 12


def span(first: date, last: date) -> When:
    """Return a period from `first` to `last` whose year is known."""
    return When(Sort.SPAN, first=first, last=last, reach=Reach.LONG, dated=True)


def months(year: int, month: int, count: int = 1) -> When:
    """Return `count` whole months from a month on; `month` may lie outside 1 to 12."""
    ahead, month = divmod(month - 1, 12)
    first = date(year + ahead, month + 1, 1)
    last = first
    for _ in range(count - 1):
        last = end_of_month(last) + timedelta(days=1)
    return span(first, end_of_month(last))


def _years(first: int, last: int) -> When:
    return span(date(first, 1, 1), date(last, 12, 31))


def year_said(words: str | None, scene: Scene) -> int | None:
    """Return the year that "2016", "cette année", "l'an prochain" or "l'année dernière" mean."""
    if words is None:
        return None
    if digits := re.search(rf"{YEAR}|^\d\d$", words):
        return full_year(digits.group(), scene.today)
    return scene.today.year + (1 if re.search(_NEXT, words) else -1 if re.search(_LAST, words) else 0)


#: A year, said outright or from this one.
WHICH_YEAR: Final = rf"(?:(?:l')?an(?:nee)?s? (?:{YEAR}|{_NEXT}|{_LAST})|cette annee|l'annee en cours|{YEAR})"


@phrase(
    rf"\b(?:(?:toute? |pour |pendant |durant |courant )*(?:le |du |au )?mois (?:de |d')|en |de |d'|courant )?"
    rf"(?:(?P<month>{MONTH})|(?P<short>{_SHORT}))(?:\s?[/,.-]\s?|,? )"
    rf"(?:en |de |d'|du )?(?P<year>{WHICH_YEAR}|[5-9]\d(?=\s*$))\b",
    {"juin 2016": "2016-06-01..2016-06-30", "en novembre 2025": "2025-11-01..2025-11-30",
     "nov. 2016": "2016-11-01..2016-11-30", "mars de l'année prochaine": "2026-03-01..2026-03-31"},
    beyond=True,
)  # fmt: skip
def month_of_year(match: re.Match[str], scene: Scene) -> When | None:
    """A month of a year."""
    name = match["month"] or SHORT_MONTHS[match["short"].rstrip(".")]
    return months(year_said(match["year"], scene) or scene.today.year, MONTHS[name])


@phrase(
    r"(?<![\w/.:-])(?<!\d )(?:le |mois de )?(?P<m>0?[1-9]|1[0-2]) {0,2}[/.,-] {0,2}(?P<y>(?:19|20)\d\d)(?![\d/]|[.-]\d)"
    r"|(?<![\w/.:-])(?<!\d )(?P<y2>(?:19|20)\d\d) {0,2}[/.-] {0,2}(?P<m2>0?[1-9]|1[0-2])(?![\d/]|[.-]\d)",
    {"03/2015": "2015-03-01..2015-03-31", "11-2016": "2016-11-01..2016-11-30", "2016/11": "2016-11-01..2016-11-30"},
    beyond=True,
)
def month_in_figures(match: re.Match[str], _scene: Scene) -> When | None:
    """A month of a year in figures."""
    return months(int(match["y"] or match["y2"]), int(match["m"] or match["m2"]))


_NEAR: Final = 40
_AFTER_MONTH: Final = Expression(rf"{MONTH}(?: {YEAR})? (?:a|et|au|-|jusqu'a|jusqu'en) $")


@phrase(
    rf"\b(?:(?:en |de |d'|pendant |tout )?(?:le mois (?:de |d')|ce |cet |cette |le )?)(?P<month>{MONTH})"
    rf"(?: (?P<mod>{_NEXT}|{_LAST}))?\b(?! ?\d)|\b(?P<before>prochain|dernier) (?P<named>{MONTH})\b",
    {"mars": "2025-03-01..2025-03-31", "septembre dernier": "2024-09-01..2024-09-30", "mai": "2025-05-01..2025-05-31",
     "juin prochain": "2025-06-01..2025-06-30", "février": "2026-02-01..2026-02-28"},
    beyond=True,
)  # fmt: skip
def month_alone(match: re.Match[str], scene: Scene) -> When | None:
    """A month by its name alone: this year's unless it is over; "mai" may be a name and must be all that is said."""
    name, mod = match["month"] or match["named"], match["mod"] or match["before"] or ""
    alone = match.group() == match.string.strip() or mod or re.match(r"(?:en|ce|le mois) ", match.group())
    alone = alone or _AFTER_MONTH.search(match.string, max(0, match.start() - _NEAR), match.start())
    if name == "mai" and not alone:
        return None
    found = month_span(MONTHS[name], scene)
    if re.match(_LAST, mod) and found.first and found.last:
        year = scene.today.year - (MONTHS[name] >= scene.today.month)
        return months(year, MONTHS[name])
    if match.group().startswith(("ce ", "cet ", "cette ")):
        return months(scene.today.year, MONTHS[name])
    return found


@phrase(
    rf"\b(?:(?:le |du |au |au cours du |pendant le )?(?:mois (?:(?P<next>{_NEXT})|(?P<last>{_LAST}))|dernier mois))\b"
    rf"|\b(?:ce |le |du )mois(?:-ci| en cours)?\b(?![- ]la\b)(?! (?:de\b|d'|{_NEXT}|{_LAST}))"
    rf"|\ble (?:meme )?mois (?P<after>apres le prochain)\b",
    {"le mois dernier": "2025-02-01..2025-02-28", "mois prochain": "2025-04-01..2025-04-30",
     "ce mois": "2025-03-01..2025-03-31"},
    beyond=True,
)  # fmt: skip
def relative_month(match: re.Match[str], scene: Scene) -> When | None:
    """The month before, this one, the next one."""
    last = match["last"] or "dernier mois" in match.group()
    if match.group().strip() in ("du mois", "le mois"):
        return None
    step = 2 if match["after"] else 1 if match["next"] else -1 if last else 0
    return months(scene.today.year, scene.today.month + step)


@phrase(
    rf"\b(?:(?:au cours de |pendant |durant |de |pour |toute )?(?P<words>(?:l')?an(?:nee)?s? (?:{_NEXT}|{_LAST}))"
    r"|(?:toute |de |pendant )?(?P<this>cette annee|l'annee en cours)"
    r"|l'annee (?P<after>apres la prochaine))\b(?! scolaire| a )",
    {"l'année prochaine": "2026-01-01..2026-12-31", "l'an dernier": "2024-01-01..2024-12-31",
     "cette année": "2025-01-01..2025-12-31"},
    beyond=True,
)  # fmt: skip
def relative_year(match: re.Match[str], scene: Scene) -> When | None:
    """This calendar year, the one before or after."""
    year = scene.today.year + 2 if match["after"] else year_said(match["words"] or match["this"], scene)
    return _years(year, year) if year else None


@phrase(
    rf"\b(?:en |(?:de |pour |pendant |durant )?(?:l')?an(?:nee)? (?:de )?)(?P<year>{YEAR})\b(?!\s?[-/]\s?\d)"
    rf"|(?P<only>^\s*{YEAR}\s*$)"
    rf"|\b(?:de|du|entre|depuis) (?P<begin>{YEAR})(?= ?(?:a|et|au|jusqu'a|jusqu'au|jusqu'en)\b)"
    rf"|(?:(?<=\d{{4}} a )|(?<=\d{{4}} et ))(?P<end>{YEAR})\b",
    {"en 2016": "2016-01-01..2016-12-31", "l'année 2026": "2026-01-01..2026-12-31", "1998": "1998-01-01..1998-12-31"},
    beyond=True,
)
def year_alone(match: re.Match[str], _scene: Scene) -> When | None:
    """A year by its number, where something says that it is one."""
    year = int(re.findall(r"\d+", match.group())[-1])
    return _years(year, year)


@phrase(
    rf"\b(?:de|du|entre|en) (?P<y1>{YEAR}) ?(?:a|au|-|~|et|jusqu'en|jusqu'a) ?(?P<y2>{YEAR})\b(?!-)"
    rf"|^\s*(?P<y3>{YEAR}) ?(?:a|-|~) ?(?P<y4>{YEAR})\s*$",
    {"de 2014 à 2018": "2014-01-01..2018-12-31", "entre 2007 et 2009": "2007-01-01..2009-12-31"},
    beyond=True,
)
def from_year_to_year(match: re.Match[str], _scene: Scene) -> When | None:
    """From one year to another, both whole."""
    first, last = int(match["y1"] or match["y3"]), int(match["y2"] or match["y4"])
    return _years(first, last) if first <= last else None


@phrase(
    r"\b(?:dans |pendant |durant )?(?:l|d)es annees (?P<decade>(?:1[5-9]|20)?\d0)\b",
    {"les années 1970": "1970-01-01..1979-12-31", "les années 90": "1990-01-01..1999-12-31"},
    beyond=True,
)
def decade(match: re.Match[str], scene: Scene) -> When | None:
    """Ten years."""
    first = full_year(match["decade"], scene.today)
    return _years(first, first + 9)


_NTH: Final = {
    "premier": 1, "1er": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3,
    "quatrieme": 4, "4e": 4, "4eme": 4, "dernier": 4,
}  # fmt: skip


@phrase(
    rf"\b(?:le |du |au |pour le )?(?P<nth>{'|'.join(_NTH)}) (?P<unit>trimestre|semestre)"
    rf"(?: (?:de |d'|du )?(?P<year>{WHICH_YEAR}|de l'annee\b))?\b",
    {"le premier trimestre 2017": "2017-01-01..2017-03-31", "2e semestre 2024": "2024-07-01..2024-12-31",
     "le troisième trimestre": "2025-07-01..2025-09-30"},
    beyond=True,
)  # fmt: skip
def quarter(match: re.Match[str], scene: Scene) -> When | None:
    """A quarter or a half of a calendar year; without its year, the one that is not over."""
    if match["nth"] == "dernier" and not match["year"]:
        return _quarter_from_now(-1, match["unit"], scene)
    size = _MONTHS_IN_QUARTER if match["unit"] == "trimestre" else 2 * _MONTHS_IN_QUARTER
    nth = min(_NTH[match["nth"]], _DECEMBER // size)
    found = months(year_said(match["year"], scene) or scene.today.year, (nth - 1) * size + 1, size)
    if not match["year"] and found.last and found.last < scene.today:
        found = months(scene.today.year + 1, (nth - 1) * size + 1, size)
    return found


def _quarter_from_now(step: int, unit: str, scene: Scene) -> When:
    size = _MONTHS_IN_QUARTER if unit == "trimestre" else 2 * _MONTHS_IN_QUARTER
    begins = (scene.today.month - 1) // size * size + 1
    return months(scene.today.year, begins + step * size, size)


@phrase(
    rf"\b(?:(?:le |du |au )?(?P<unit>trimestre|semestre) (?:(?P<next>{_NEXT})|(?P<last>{_LAST})|en cours)"
    r"|(?P<before>prochain|ce|dernier) (?P<unit2>trimestre|semestre))\b",
    {"ce trimestre": "2025-01-01..2025-03-31", "le trimestre dernier": "2024-10-01..2024-12-31"},
    beyond=True,
)
def relative_quarter(match: re.Match[str], scene: Scene) -> When | None:
    """This quarter or half-year, the one before or after."""
    step = 1 if match["next"] or match["before"] == "prochain" else -1 if match["last"] else 0
    step = -1 if match["before"] == "dernier" else step
    return _quarter_from_now(step, match["unit"] or match["unit2"], scene)


@phrase(
    r"\b(?:(?:le |du )?reste |fin )(?:de )?(?:la |ma |l'|cette |du |de )?(?P<unit>mois|annee)\b(?! scolaire)",
    {"le reste du mois": "2025-03-03..2025-03-31", "le reste de l'année": "2025-03-03..2025-12-31"},
    beyond=True,
)
def rest(match: re.Match[str], scene: Scene) -> When | None:
    """From today to the end of this month or year; what "fin" of them means is anybody's guess."""
    if "reste" not in match.group():
        return None
    last = end_of_month(scene.today) if match["unit"] == "mois" else date(scene.today.year, 12, 31)
    return replace(span(scene.today, last), today=True)
