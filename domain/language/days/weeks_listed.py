"""Weeks that go on with weeks named before, and days counted back from the holidays: "… et celle du 24"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import DAY_OF_MONTH, MONTH, MONTHS, WD, number, point
from domain.language.days.school import last_school_day
from domain.language.days.spans import HOLIDAY, OF, holiday_named, month_span, week_span
from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, Sort, When

#: A day without school, whatever the school year says.
_WEDNESDAY: Final = 3
_DATE: Final = rf"(?:{WD} )?{DAY_OF_MONTH}"
#: A week named by its date, right before "et du 24".
_WEEK_OF: Final = Expression(rf"\bsemaines? (?:du |de )(?:{WD} )?[\w/]+(?: {MONTH})?,?$")
_ANY_WEEK: Final = Expression(r"\bsemaines? (?:du|de) \w")


@phrase(
    rf"\b(?:(?:et|puis) )?(?:de |pour )?celles? (?:du |de )(?P<day>{_DATE})\b(?! ?h\b)"
    rf"|\bet du (?P<bare>{_DATE})\b(?! ?h\b| au\b| jusqu)",
    {
        "la semaine du 17 et celle du 24": "2025-03-17..2025-03-30",
        "la semaine du 10 et du 17": "2025-03-10..2025-03-23",
    },
)
def week_too(match: re.Match[str], scene: Scene) -> When | None:
    """One more week, after one that was named by its date: "la semaine du 17 et celle du 24", "… et du 24"."""
    known = _ANY_WEEK if match["day"] else _WEEK_OF
    if known.search(match.string[: match.start()].rstrip()) is None:
        return None
    found = point(match["day"] or match["bare"], scene)
    if found.day is None:
        return When(Sort.CLASH, days=found.clash)
    return week_span(found.day - timedelta(days=found.day.weekday()))


@phrase(
    rf"\b(?:pour |pendant |durant )?(?:les |des |ces )?(?P<n>[2-9]|deux|trois|quatre|cinq|six|dix) derniers? jours?"
    rf"(?: d'ecole| de classe| de cours)? (?:juste )?avant (?:les |la |le )?(?:prochaines? )?(?:vacances(?: scolaires)?"
    rf"(?:,? {OF}(?P<name>{HOLIDAY}))?|(?P<feast>noel|paques))\b",
    {
        "les 4 derniers jours avant les vacances d'avril": "2025-03-31,2025-04-01,2025-04-03,2025-04-04",
        "les deux derniers jours d'école avant les vacances": "2025-04-03,2025-04-04",
    },
)
def days_before_holidays(match: re.Match[str], scene: Scene) -> When | None:
    """The last so many days of school before the holidays."""
    words = match["name"] or match["feast"]
    found = holiday_named(words, scene) if words else scene.year.next_holiday(scene.today)
    if found is None:
        return When(Sort.VAGUE)
    days, day = list[date](), found.first
    while len(days) < number(match["n"]):
        day = last_school_day(day, scene)
        days += [day] if day.isoweekday() != _WEDNESDAY else []
    return When(Sort.DAY, days=tuple(sorted(days)), explicit=True)


@phrase(
    r"\bun (?:seul )?jour (?:sur|dans|pendant|durant) (?=(?:la |cette |une |l'|les |ces )"
    r"(?:\w+ )?(?:semaine|quinzaine|periode|vacances|mois))",
    {},
)
def some_day_of(_match: re.Match[str], _scene: Scene) -> When | None:
    """One day of a week or of holidays: which, must be asked."""
    return When(Sort.VAGUE)


@phrase(rf"(?:(?<=tomber )|(?<=oubliez )|(?<=sauf ))(?P<month>{MONTH})\b", {})
def month_dropped(match: re.Match[str], scene: Scene) -> When | None:
    """A month left out: "laissez tomber avril", "sauf avril"."""
    return month_span(MONTHS[match["month"]], scene)


@phrase(r"\bmemes? (?:jours?|dates?)(?=\W*(?:$|[.,;!]))", {})
def same_days(_match: re.Match[str], _scene: Scene) -> When | None:
    """The days told just before, at the end of a clause: "la semaine prochaine c'est Séverine, mêmes jours"."""
    return When(Sort.SAME)
