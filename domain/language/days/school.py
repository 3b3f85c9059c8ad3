"""Phrases of the school's own calendar: the last day before the holidays, the week of the rentrée, who is back when."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from domain.language.days.phrases import phrase
from domain.language.days.points import POINT, WD, WEEKDAYS, point
from domain.language.days.returning import takes_up
from domain.language.days.spans import HOLIDAY, OF, holiday_named, week_span
from domain.language.notions.when import Reach, Scene, Sort, When
from domain.model.school_year import DayKind

_HOLIDAYS: Final = rf"(?:vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?|(?P<feast>toussaint|noel|paques))"
_SCHOOL: Final = (
    r"(?: (?:bien |donc |normalement )?(?:(?:a|en|au|les pieds a|retrouver) ?(?:la |l'|le |les )?"
    r"(?:ecole|cantine|classe|periscolaire|cours|centre|maternelle)))?"
)
#: How somebody is said to be back.
_BACK: Final = (
    r"(?:revien(?:dra|dront|drait|t|nent)|revenir|retourne(?:ra|ront|r|nt)?|repren(?:dra|dront|drait|dre|d|nent)"
    r"|remett(?:ra|ront) les pieds|de retour|retour(?: prevu)?(?: ?:)?|sera (?:de nouveau|a nouveau) (?:la|parmi vous))"
)


def last_school_day(before: date, scene: Scene) -> date:
    """Return the last day of school before a date."""
    day = before - timedelta(days=1)
    while day > scene.year.start and scene.year.kind(day) is not DayKind.SCHOOL:
        day -= timedelta(days=1)
    return day


def first_school_day(after: date, scene: Scene) -> date:
    """Return the first day of school after a date."""
    day = after + timedelta(days=1)
    while day < scene.year.end and scene.year.kind(day) is not DayKind.SCHOOL:
        day += timedelta(days=1)
    return day


def _coming(words: str | None, scene: Scene) -> tuple[date, date] | None:
    """Return the holidays so named, or the next ones that have not begun; to the summer's when there are none left."""
    if words:
        found = holiday_named(words, scene)
        return (found.first, found.last) if found else None
    ahead = next((h for h in sorted(scene.year.holidays) if h.first > scene.today), None)
    return (ahead.first, ahead.last) if ahead else (scene.year.end + timedelta(days=1), scene.year.end)


def _named(match: re.Match[str]) -> str | None:
    groups = match.re.groupindex
    return (match["name"] if "name" in groups else None) or (match["feast"] if "feast" in groups else None)


@phrase(
    rf"\b(?:d'ici|avant|jusqu'?\s?(?:a|au|aux))(?: a)?(?: la fin de la periode avant)?(?: (?:les|la|le))?"
    rf"(?: prochaines?| debut des)? {_HOLIDAYS}\b",
    {
        "jusqu'aux vacances": "2025-03-03..2025-04-04",
        "avant les vacances": "2025-03-03..2025-04-04",
        "d'ici Pâques": "2025-03-03..2025-04-04",
    },
)
def until_holidays(match: re.Match[str], scene: Scene) -> When | None:
    """Up to the day before the holidays (label guide, rule 2)."""
    if scene.schooled or not match["feast"]:
        found = _coming(_named(match), scene)
        return When(Sort.UNTIL, last=found[0] - timedelta(days=1)) if found else When(Sort.VAGUE)
    return None


@phrase(
    rf"\b(?:(?:le )?(?P<wd>{WD}),? )?\b(?:(?:c'est )?(?:la |le )|(?:pour|a) la )?(?:(?:veille d(?:e|es) (?:les )?"
    rf"|dernier jour (?:d'ecole |de classe )?(?:avant (?:les |la |le )?)){_HOLIDAYS}\b"
    r"|dernier jour d(?:'ecole|e classe|e cours)\b(?! avant))",
    {
        "la veille des vacances": "2025-04-04",
        "vendredi dernier jour avant les vacances": "2025-04-04",
        "mardi, veille des vacances": "?",
    },
)
def eve_of_holidays(match: re.Match[str], scene: Scene) -> When | None:
    """The last day of school before the holidays."""
    found = _coming(_named(match), scene)
    if not found:
        return When(Sort.VAGUE)
    day = last_school_day(found[0], scene)
    agrees = match["wd"] is None or day.isoweekday() == WEEKDAYS[match["wd"].rstrip("s")]
    return When(Sort.DAY if agrees else Sort.CLASH, days=(day,), explicit=True)


@phrase(
    rf"\b(?:pour |pendant |durant |toute )?(?:la )?(?:derniere )?semaine (?:d')?(?:juste )?avant (?:les |la "
    rf"|le )?{_HOLIDAYS}\b"
    r"|\b(?:pour |pendant |durant |toute )?(?:la )?(?P<end>derniere semaine (?:d'ecole|de classe|de cours"
    r"|de l'annee(?: scolaire)?))\b",
    {
        "la dernière semaine avant les vacances": "2025-03-31..2025-04-06",
        "la dernière semaine d'école": "2025-06-30..2025-07-06",
    },
)
def week_before_holidays(match: re.Match[str], scene: Scene) -> When | None:
    """The last week of school before the holidays, or of the year."""
    found = (scene.year.end + timedelta(days=1),) if match["end"] else _coming(_named(match), scene)
    if not found:
        return When(Sort.VAGUE)
    last = last_school_day(found[0], scene)
    return week_span(last - timedelta(days=last.weekday()))


@phrase(
    rf"\b(?:pour |le )?(?:le )?(?:jour (?:de |du )(?:la )?(?:rentree|reprise|retour))(?:(?: des"
    rf"|,? apres les) vacances(?: {OF}(?P<name>{HOLIDAY}))?)?\b",
    {"le jour de la rentrée": "2025-04-22"},
)
def first_day_back(match: re.Match[str], scene: Scene) -> When | None:
    """The first day of school after the holidays of now or next."""
    back = _back(match["name"], scene)
    return When(Sort.DAY, days=(back,), explicit=True) if back else When(Sort.VAGUE)


@phrase(
    rf"\b(?:pour |pendant |durant )?(?:toute )?(?:la )?semaine (?:de |du )(?:la )?(?:rentree|reprise|retour)"
    rf"(?:(?: des|,? apres les) vacances(?: {OF}(?P<name>{HOLIDAY}))?)?\b",
    {"la semaine de la rentrée": "2025-04-21..2025-04-27"},
)
def week_back(match: re.Match[str], scene: Scene) -> When | None:
    """The week in which school begins again."""
    back = _back(match["name"], scene)
    return week_span(back - timedelta(days=back.weekday())) if back else When(Sort.VAGUE)


def _back(words: str | None, scene: Scene) -> date | None:
    found = holiday_named(words, scene)
    return first_school_day(found.last, scene) if found else None


@phrase(
    r"\b(?:(?:des|depuis|(?:a partir|a compter) de|a|apres) la (?:rentree|reprise)"
    r"|(?:au|des le|apres le|depuis le|(?:a partir|a compter) du) retour) (?:des|de|apres les|d'apres(?: les)?) ?"
    rf"(?:petites )?vacances(?: {OF}(?P<name>{HOLIDAY}))?\b",
    {"dès la rentrée des vacances de printemps": "2025-04-22..2025-07-04"},
)
def since_rentree(match: re.Match[str], scene: Scene) -> When | None:
    """From the first day of school after the holidays on; "au retour, mardi" is the first one."""
    back = _back(match["name"], scene)
    moment = match.group().startswith(("a la ", "au "))
    return When(Sort.SINCE, first=back, reach=Reach.WEEK if moment else Reach.DATES) if back else When(Sort.VAGUE)


@phrase(
    rf"\b(?P<since>(?:a partir|a compter) de |des |depuis )?(?:la )?(?:rentree|reprise)(?: des vacances)?,? (?:du "
    rf"|le |de )?(?P<point>(?:{WD} )?(?:le )?{POINT})\b",
    {"la rentrée du 22 avril": "2025-04-22", "à partir de la rentrée du 22 avril": "2025-04-22..2025-07-04"},
)
def dated_rentree(match: re.Match[str], scene: Scene) -> When | None:
    """The rentrée said with its date; of "la rentrée, lundi et jeudi" the weekdays are read by themselves."""
    found = point(match["point"], scene)
    rest = re.match(rf"(?:,| et|,? puis)+ {WD}", match.string[match.end() :])
    if found.day is None or (found.weekday and (rest or "," in match.group() or not match["since"])):
        return None
    if match["since"]:
        return When(Sort.SINCE, first=found.day, named_month=found.month)
    return When(Sort.DAY, days=(found.day,), named_month=found.month, explicit=True)


@phrase(
    rf"\b(?:{_BACK}{_SCHOOL}(?: (?:que|qu'|seulement|normalement|probablement|surement))*(?: ?a partir)?"
    rf"|pas (?:(?!{WD})[a-z']+ ){{0,6}}?(?=avant)) ?(?P<before>avant )?(?:l[ae]s? |d[eu] |le )*"
    rf"(?:(?P<after>(?:apres|a) (?:les? "
    rf"|la )?)?(?:(?P<end>fin des )?vacances(?: scolaires)?(?:,? {OF}(?P<name>{HOLIDAY}))?"
    rf"|(?P<rentree>rentree|reprise)(?:(?: des vacances)?(?: {OF}(?P<of>{HOLIDAY}))?)?)"
    rf"|(?P<week>semaine prochaine)|(?P<point>{POINT}))\b",
    {
        "ne reviendra qu'après les vacances": "2025-03-03..2025-04-21",
        "ne retournera pas à l'école avant les vacances": "2025-03-03..2025-04-04",
        "elle retourne à l'école jeudi": "2025-03-03..2025-03-05",
        "devrait reprendre lundi": "2025-03-03..2025-03-09",
    },
)
def back_at_school(match: re.Match[str], scene: Scene) -> When | None:
    """Away until the day of return, which is not included; "pas avant les vacances" is up to them."""
    if takes_up(match):
        return None
    if match["point"]:
        found = point(match["point"], scene)
        return When(Sort.RETURN, last=found.day) if found.day else When(Sort.CLASH, days=found.clash)
    if match["week"]:
        return When(Sort.RETURN, last=scene.week(1))
    if match["rentree"] or match["after"] or match["end"]:
        back = _back(match["name"] or match["of"], scene)
        return When(Sort.RETURN, last=back) if back else When(Sort.VAGUE)
    coming = _coming(match["name"], scene)
    return When(Sort.RETURN, last=coming[0]) if match["before"] and coming else None


@phrase(
    rf"\b(?:les|ces|des) (?P<n>deux|trois|quatre|2|3|4) prochaine?s (?P<wd>{WD})\b|\b(?:les|ces"
    rf"|des) (?P<wd2>{WD}) des (?P<n2>deux|trois|quatre|2|3|4) prochaines semaines\b",
    {"les deux prochains mardis": "2025-03-04,2025-03-11"},
)
def next_few(match: re.Match[str], scene: Scene) -> When | None:
    """The next so many of a weekday."""
    count = {"deux": 2, "trois": 3, "quatre": 4}.get(match["n"] or match["n2"]) or int(match["n"] or match["n2"])
    first = scene.next_weekday(WEEKDAYS[(match["wd"] or match["wd2"]).rstrip("s")])
    return When(Sort.DAY, days=tuple(first + timedelta(weeks=k) for k in range(count)))


@phrase(
    rf"\b(?:le |celui |la )?(?P<wd>{WD})? ?(?:d'apres|suivante?|qui suit)\b",
    {"le 10 mars et le mardi suivant": "2025-03-10,2025-03-11"},
)
def following(match: re.Match[str], scene: Scene) -> When | None:
    """The next such weekday after the day last named; without one before it, it is asked."""
    if not match["wd"] and not match.group().startswith("celui"):
        return None
    if scene.named is None:
        return When(Sort.VAGUE)
    weekday = WEEKDAYS[match["wd"].rstrip("s")] if match["wd"] else scene.named.isoweekday()
    return When(Sort.DAY, days=(scene.named + timedelta(days=(weekday - scene.named.isoweekday() - 1) % 7 + 1),))


@phrase(
    rf"\b(?:le |du |au )?(?P<all>{WD}(?:(?:,| et|, et|/) ?(?:le |du |au )?{WD}){{0,4}}) de (?:la|cette) meme semaine\b",
    {"le 11 mars, et le vendredi de la même semaine": "2025-03-11,2025-03-14"},
)
def of_that_week(match: re.Match[str], scene: Scene) -> When | None:
    """Those days of the week of the day last named; of a week named before it is left to `periods_pointed`."""
    if scene.named is None:
        return None
    monday = scene.named - timedelta(days=scene.named.weekday())
    weekdays = (WEEKDAYS[name.rstrip("s")] for name in re.findall(WD, match["all"]))
    return When(Sort.DAY, days=tuple(monday + timedelta(days=n - 1) for n in weekdays))
