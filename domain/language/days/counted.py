"""Days counted from another: "dans 1 an et 2 mois", "il y a 40 minutes", "les 3 derniers jours", "2 jours après Noël".

Single units of whole days ("dans 3 jours") are `days_single.from_now`, which messages know too.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from domain.language.days.feasts import FEAST, feast
from domain.language.days.phrases import phrase
from domain.language.days.points import NUMBERS, POINT, WD, number, point
from domain.language.days.spans import end_of_month
from domain.language.matching.expression import Expression
from domain.language.notions.when import Reach, Scene, Sort, When

_N: Final = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_DAYS_UNIT: Final = r"(?:jour(?:nee)?s?|semaines?|mois|ans?|annees?)"
_UNIT: Final = rf"(?:{_DAYS_UNIT}|heures?|hrs?\b|h\b|minutes?|mins?\b|secondes?|s\b)"
_AMOUNT: Final = rf"(?:{_N} ?{_UNIT}(?:(?:,? et |, | ){_N} ?{_UNIT}){{0,5}})"
_PARTS: Final = Expression(rf"({_N}) ?({_UNIT})")
_ABOUT: Final = r"(?:(?:environ|a peu pres|exactement|presque|encore|tout juste) )?"
_NEXT: Final = r"(?:prochaine?|suivante?)s?"
_LAST: Final = r"(?:derniere?|passee?|precedente?|ecoulee?)s?"
#: Longer counts are not about days of anyone's life.
_FAR: Final = 200


def _months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = end_of_month(date(year, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def moved(start: datetime, amount: str, sign: int) -> datetime | None:
    """Return `start` moved by an amount such as "1 an, 2 mois et 3 jours", backwards when `sign` is -1."""
    months, days, minutes = 0, 0, 0
    for words, unit in _PARTS.findall(amount):
        n = number(words)
        if unit.startswith("a"):
            months += 12 * n
        elif unit == "mois":
            months += n
        elif unit.startswith(("j", "s")) and unit not in ("s", "seconde", "secondes"):
            days += n * (7 if unit.startswith("se") else 1)
        elif unit.startswith(("h", "m")):
            minutes += n * (60 if unit.startswith("h") else 1)
    if months > 12 * _FAR:
        return None
    day = _months_later(start.date(), sign * months)
    return datetime.combine(day, start.time()) + sign * timedelta(days=days, minutes=minutes)


def _is_clock(amount: str) -> bool:
    return any(not re.match(_DAYS_UNIT, unit) for _, unit in _PARTS.findall(amount))


def _at(instant: datetime | None, amount: str, scene: Scene) -> When | None:
    if instant is None:
        return None
    known = scene.clock is not None and _is_clock(amount)
    return When(Sort.DAY, days=(instant.date(),), hour=instant.time() if known else None, dated=True)


@phrase(
    rf"\bd(?:ans|'ici) {_ABOUT}(?P<amount>{_AMOUNT})(?! de vacances)\b",
    {"dans 1 an et 2 mois": "2026-05-03", "dans une semaine et 2 jours": "2025-03-12", "dans 5 minutes": "2025-03-03"},
    beyond=True,
)
def ahead(match: re.Match[str], scene: Scene) -> When | None:
    """So much later than now; with hours or minutes, at that hour."""
    return _at(moved(scene.now, match["amount"], 1), match["amount"], scene)


@phrase(
    rf"\bil y ?a {_ABOUT}(?P<amount>{_AMOUNT})\b|\bca fait (?P<since>{_AMOUNT})\b",
    {"il y a 2 ans et 1 mois": "2023-02-03", "il y a environ un mois": "2025-02-03", "il y a 40 min": "2025-03-03"},
    beyond=True,
)
def back(match: re.Match[str], scene: Scene) -> When | None:
    """So much earlier than now; with hours or minutes, at that hour."""
    amount = match["amount"] or match["since"]
    return _at(moved(scene.now, amount, -1), amount, scene)


_LASTS: Final = Expression(r"(?:\bd'|\b(?:de|pour|pendant) )$")
_DURING: Final = r"\b(?:(?:pendant|durant|dans|pour|au cours de|sur) )?(?:[dlc]es )?"
_ANCHOR: Final = rf"(?:{FEAST}|{POINT}|(?:aujourd'?hui|maintenant))"


@phrase(
    r"\b(?:dans )?"
    rf"(?P<amount>{_AMOUNT}) (?:(?P<way>apres|avant)|(?P<ahead>a partir|a compter) (?:de |du |d'))"
    rf" ?(?P<anchor>{_ANCHOR})\b|\b(?P<later>{_AMOUNT}) (?:plus tard|apres)\b(?! le| la| l')",
    {"deux semaines avant Noël": "2025-12-11", "3 jours après le 12 mars": "2025-03-15",
     "trois semaines à compter de demain": "2025-03-25", "deux jours plus tard": "2025-03-05",
     "trois jours après demain": "2025-03-07"},
    beyond=True,
)  # fmt: skip
def counted_from(match: re.Match[str], scene: Scene) -> When | None:
    """So much before or after another day; "une semaine à partir de mardi" lasts and is left to `lasting`."""
    if match["later"]:
        return _at(moved(scene.now, match["later"], 1), match["later"], scene)
    anchor, amount = match["anchor"], match["amount"]
    counted = re.search(r"hui|maintenant", anchor) or (anchor == "demain" and not re.search("jour", amount))
    lasts = _LASTS.search(match.string, max(0, match.start() - len("pendant ")), match.start())
    if match["ahead"] and (lasts or not counted):
        return None
    start = feast(anchor, scene) or (scene.today if "maintenant" in anchor else point(anchor, scene).day)
    if start is None or _is_clock(amount):
        return None if start is None or "maintenant" not in anchor else _at(moved(scene.now, amount, 1), amount, scene)
    found = moved(datetime.combine(start, scene.now.time()), amount, -1 if match["way"] == "avant" else 1)
    return When(Sort.DAY, days=(found.date(),), dated=True) if found else None


@phrase(
    rf"{_DURING}(?:(?P<n>{_N}) (?:(?P<next>{_NEXT})|(?P<last>{_LAST}))"
    rf"|(?:(?P<next2>prochaine?s?)|(?P<last2>derniere?s?)) (?P<n2>{_N})) (?P<unit>{_DAYS_UNIT})\b"
    rf"|{_DURING}(?P<n3>{_N}) (?P<unit3>{_DAYS_UNIT})"
    rf" (?:(?P<next3>{_NEXT}|a venir|qui viennent|qui suivent)|(?P<last3>{_LAST}))\b",
    {"les 3 prochains jours": "2025-03-04..2025-03-06", "les deux dernières semaines": "2025-02-17..2025-03-02",
     "les 5 jours à venir": "2025-03-04..2025-03-08", "ces 3 derniers mois": "2024-12-03..2025-03-02"},
    beyond=True,
)  # fmt: skip
def rolling(match: re.Match[str], scene: Scene) -> When | None:
    """The next or last so many days, weeks or months, counted from today, which is in neither but of "dans les"."""
    words = f"{match['n'] or match['n2'] or match['n3']} {match['unit'] or match['unit3']}"
    forward = match["next"] or match["next2"] or match["next3"]
    ahead_of_today = bool(forward) and not match.group().startswith("dans ")
    begin = datetime.combine(scene.today + timedelta(days=ahead_of_today), scene.now.time())
    end = moved(begin, words, 1 if forward else -1)
    if end is None:
        return None
    first, last = (begin, end - timedelta(days=1)) if forward else (end, begin - timedelta(days=1))
    return When(Sort.SPAN, first=first.date(), last=last.date(), reach=Reach.LONG, dated=True)


@phrase(
    rf"\bdans les (?P<n>{_N}) (?P<unit>{_DAYS_UNIT})\b(?! (?:{_NEXT}|a venir))",
    {"dans les 9 mois": "2025-03-03..2025-12-02", "dans les 10 jours": "2025-03-03..2025-03-12"},
    beyond=True,
)
def within(match: re.Match[str], scene: Scene) -> When | None:
    """From today on, so many days, weeks or months."""
    end = moved(scene.now, f"{match['n']} {match['unit']}", 1)
    if end is None:
        return None
    return When(Sort.SPAN, first=scene.today, last=end.date() - timedelta(days=1), reach=Reach.LONG, dated=True)


@phrase(
    rf"\b(?:(?:le )?(?P<after>lendemain)|(?:la )?veille) (?:du |de |d')(?P<anchor>{POINT})\b",
    {"le lendemain du 13 mars": "2025-03-14", "la veille de mardi": "2025-03-03"},
    beyond=True,
)
def day_beside(match: re.Match[str], scene: Scene) -> When | None:
    """The day after, or before, another."""
    day = point(match["anchor"], scene).day
    return When(Sort.DAY, days=(day + timedelta(days=1 if match["after"] else -1),)) if day else None


_NTH: Final = {"premier": 1, "1er": 1, "deuxieme": 2, "2eme": 2, "2e": 2, "second": 2, "troisieme": 3, "3eme": 3,
               "dernier": -1}  # fmt: skip
#: Several days, of which one may be picked.
_SEVERAL: Final = Expression(
    rf"\bles (?:(?:deux|trois|quatre|[2-4]) )?{WD}|{WD}[^.!?\n]{{1,12}}{WD}|\bles \d+[^.!?\n]{{1,9}}\d"
)


@phrase(
    r"\b(?:que |juste |seulement |uniquement |rien que |plutot )?(?:pour )?le "
    r"(?P<nth>premier|1er|deuxieme|2e(?:me)?|second|troisieme|3eme|dernier)"
    r"(?: des (?:deux|trois|2|3)| jour)?(?=\s*(?:$|[.,;!?\n)]|(?:seulement|uniquement|svp|stp"
    r"|merci|et|pour)\b))",
    {},
)
def one_of_them(match: re.Match[str], _scene: Scene) -> When | None:
    """The first or second of several days spoken of before: "Luka les deux lundis, Elio juste le deuxième"."""
    said = _SEVERAL.search(match.string, 0, match.start())
    return When(Sort.SAME, which=_NTH[match["nth"]]) if said else None


@phrase(r"\b(?:a )?tout a l'heure\b|\b(?:ce )?tantot\b", {"tout à l'heure": "2025-03-03"})
def presently(match: re.Match[str], scene: Scene) -> When | None:
    """Today, unless it was earlier today ("je vous ai appelé tout à l'heure")."""
    before = re.split(r"[.!?;,\n]", match.string[: match.start()])[-1]
    if match.group().startswith("a tout") or re.search(
        r"\b(?:ai|avons|avez|as|etait|etais|(?:on|il|elle) a|vient de|viens de)\b", before
    ):
        return When(Sort.AGO)
    return When(Sort.DAY, days=(scene.today,), today=True)
