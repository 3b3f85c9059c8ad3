"""The choices to offer when something must be asked, and what a typed answer chooses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import accumulate, islice
from typing import Final

from domain.language.activities.activities import choose, find_activities, in_a_row, is_evening, is_morning, running
from domain.language.activities.usual import ordinary
from domain.language.days.calendar import lay
from domain.language.days.days import read_days
from domain.language.message.trim import masked
from domain.language.notions.hours import find_hours
from domain.language.notions.marks import Part
from domain.language.notions.points_open import Open
from domain.language.notions.when import Scene
from domain.language.people.own import own_words
from domain.language.people.people import find_children
from domain.language.tongues.translate import in_french
from domain.language.writing.spelling import corrected
from domain.language.writing.spoken import WEEKDAYS, long_day
from domain.language.writing.text import Text, fold
from domain.model.activity import Activity
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask, Choice, Do, Question

_MAX_DAYS: Final = 6
_MAX_DAYS_LOOKED_AT: Final = 24
_TWO: Final = 2
_LONGEST_ANSWER: Final = 60  # letters
_ACTIONS: Final = (Choice("Inscrire", Do.BOOK), Choice("Annuler", Do.CANCEL), Choice("Absent", Do.ABSENT))
_ALL_BUT: Final = re.compile(
    r"(?:tou(?:te)?s|(?:tous )?les (?:deux|trois|quatre|[234]))(?: les (?:deux|trois|quatre|[234]))?"
    r"[ ,]+(?:sauf|a part|hormis|mais pas|moins|pas) (?P<names>[a-z' -]+)"
)
_ORDER: Final = (Ask.CHILD, Ask.ACTIVITY, Ask.DATE, Ask.ACTION)


def ask(points: Iterable[Open], family: Family, structure: Structure, scene: Scene) -> tuple[Question, ...]:
    """Return one question for each sort of open point, in the order in which a person would ask them."""
    first = dict[Ask, Open]()
    for point in points:
        first.setdefault(point.ask, point)
    return tuple(_question(first[a], family, structure, scene) for a in _ORDER if a in first)


def _question(point: Open, family: Family, structure: Structure, scene: Scene) -> Question:
    choices = _choices(point, family, structure, scene)
    if point.ask is not Ask.DATE:
        return Question(point.ask, choices)
    return Question(point.ask, choices[:_MAX_DAYS], () if point.days else choices[_MAX_DAYS:])


def _choices(point: Open, family: Family, structure: Structure, scene: Scene) -> tuple[Choice, ...]:
    match point.ask:
        case Ask.CHILD:
            return _children(point.names or tuple(c.first_name for c in family.children))
        case Ask.ACTIVITY:
            return _activities(point, structure, scene)
        case Ask.DATE:
            days = point.days or _next_days(point, structure, family, scene)
            return tuple(Choice(long_day(d), d.isoformat()) for d in days)
        case Ask.ACTION:
            return _ACTIONS


def _children(names: tuple[str, ...]) -> tuple[Choice, ...]:
    single = tuple(Choice(n, n) for n in names)
    if len(names) < _TWO:
        return single
    return (*single, Choice("Les deux" if len(names) == _TWO else "Tous", ",".join(names)))


def _next_days(point: Open, structure: Structure, family: Family, scene: Scene) -> tuple[date, ...]:
    """Return the next days on which there is what was named, for one of the children who were named at least."""
    sites = {c.site for c in family.children if not point.names or c.first_name in point.names}
    days = (scene.today + timedelta(days=n) for n in range(1, 120))
    open_days = (d for d in days if any(_offers(point, running(structure, site, d)) for site in sites))
    return tuple(islice(open_days, _MAX_DAYS_LOOKED_AT))


def _offers(point: Open, today: tuple[Activity, ...]) -> bool:
    if not point.acts:
        return bool(today)
    chosen = choose(point.acts, (), today)
    meal = all(act.part is Part.MEAL for act in point.acts)  # of a Wednesday it would be asked what is meant
    return bool(chosen.codes) or (chosen.asked and not meal)


def _activities(point: Open, structure: Structure, scene: Scene) -> tuple[Choice, ...]:
    today = running(structure, point.site, point.day) if point.day else ordinary(structure, point.site, scene)
    evening = [a for a in today if is_evening(a)]
    parts = point.parts - {Part.NAMED}
    if Part.EVENING in parts:
        return _chains(evening)
    if Part.CARE in parts:
        return (*_singles([a for a in today if is_morning(a)]), *_chains(evening))
    return (*_singles([a for a in today if not is_evening(a)]), *_chains(evening))


def _singles(activities: Iterable[Activity]) -> tuple[Choice, ...]:
    return tuple(Choice(a.name, a.code) for a in activities)


def _chains(evening: list[Activity]) -> tuple[Choice, ...]:
    """Offer the evening by hour of pick-up: each choice holds every slot up to then."""
    if len(evening) == 1 or not in_a_row(evening):
        return _singles(evening)
    chains = accumulate(([a] for a in evening), lambda done, more: [*done, *more])
    return tuple(
        Choice(f"jusqu'à {hour_label(c[-1])} ({' + '.join(map(_short, c))})", "+".join(a.code for a in c))
        for c in chains
    )


def hour_label(activity: Activity) -> str:
    """Return "17 h" or "18 h 30"."""
    end = activity.ends
    return f"{end.hour} h {end.minute:02}" if end.minute else f"{end.hour} h"


def _short(activity: Activity) -> str:
    return re.sub(r"\s*(?:soir\s*)?\d+\s*h\s*\d*$", "", activity.name) or activity.name


def answer_of(text: str, question: Question, *, family: Family, structure: Structure, now: datetime) -> str | None:
    """Return the value that a short typed text chooses among a question's answers, or None when it is no answer.

    A bare number is the number of a choice; otherwise the words are read as in any message ("Victor", "le midi",
    "jusqu'à 18h", "mardi 11", "les deux").
    """
    family = structure.nicknamed(family)
    words = fold(text).strip(" .!,;\n")
    if number := re.fullmatch(r"(?:(?:le |la )?(?:choix|numero|no|n°|reponse) ?)?(\d{1,2})[).]?", words):
        n, listed = int(number[1]), 1 <= int(number[1]) <= len(question.choices)
        if listed or question.ask is not Ask.DATE:  # "11" may be a day, where there are not so many choices
            return question.choices[n - 1].value if listed else None
    same = next((c.value for c in question.choices if fold(c.label) == words), None)
    if same or len(words) > _LONGEST_ANSWER:  # a longer text is a new message
        return same
    own = own_words(family, structure)
    read = corrected(in_french(masked(Text.of(text)), own) or Text.of(""), own)
    match question.ask:
        case Ask.CHILD:
            return _child_answer(read, question, family)
        case Ask.ACTIVITY:
            return _activity_answer(read, question, structure)
        case Ask.DATE:
            return _date_answer(read, question, Scene(structure.local(now).date(), structure.year, schooled=True))
        case Ask.ACTION:
            return _action_answer(read.plain)


def all_but(text: str, question: Question, family: Family) -> str | None:
    """Return the children offered, without those that "tous sauf Léah" names; None when it says something else."""
    said = _ALL_BUT.fullmatch(fold(text).strip(" .!"))
    found = find_children(Text.of(said["names"]), family) if said else ()
    names = {name for who in found for name in who.names}
    if not names or not all(who.names for who in found):
        return None
    return ",".join(c.value for c in question.choices if "," not in c.value and c.value not in names) or None


def _child_answer(read: Text, question: Question, family: Family) -> str | None:
    if re.fullmatch(r"\W*(?:tou(?:te)?s|les deux|les 2|les trois|les 3|tous les (?:deux|trois))\W*", read.plain):
        return next((c.value for c in question.choices if "," in c.value), None)
    found = find_children(read, family)
    names = [n for who in found for n in who.names]
    certain = names and all(who.names for who in found)
    return ",".join(dict.fromkeys(names)) if certain else None


#: "Pour manger", to what it is for.
_TO_EAT: Final = re.compile(r"^\W*(?:c'est )?(?:juste )?(?:pour |a )?(?:le |qu'il |qu'elle )?(?:manger?|dejeuner)\W*$")


def _activity_answer(read: Text, question: Question, structure: Structure) -> str | None:
    """Choose among the offered activities by the words for them; two that fit are no answer."""
    said = _TO_EAT.sub("midi", read.plain)
    acts, hours = tuple(find_activities(said, structure)), tuple(find_hours(said))
    if not acts and not hours:
        return None
    offered = {code for choice in question.choices for code in choice.value.split("+")}
    among = tuple(a for a in structure.activities if a.code in offered)
    chosen = choose(acts, hours, among)
    if not chosen.codes or chosen.asked:
        return None
    return "+".join(chosen.codes)


def _date_answer(read: Text, question: Question, scene: Scene) -> str | None:
    """Take the offered day whose weekday is said; else the days that the words name by themselves."""
    offered = tuple(date.fromisoformat(c.value) for c in question.choices if re.fullmatch(r"\d{4}-\d\d-\d\d", c.value))
    by_weekday = [day for day in offered if WEEKDAYS[day.weekday()] in read.plain]
    if len(by_weekday) == 1 and not re.search(r"\d|prochain|semaine", read.plain):
        return by_weekday[0].isoformat()
    laid = [lay(said, scene, book=True) for said in read_days(read, scene)]
    days = [day for one in laid for day in one.days]
    if days and not any(one.unsure for one in laid):
        return ",".join(day.isoformat() for day in dict.fromkeys(days))
    by_number = [day for day in offered if day in by_weekday or re.search(rf"\b{day.day}\b", read.plain)]
    return by_number[0].isoformat() if len(by_number) == 1 else None


def _action_answer(plain: str) -> str | None:
    patterns = {
        Do.ABSENT: r"\babsente?\b|\bmalade\b",
        Do.CANCEL: r"\bannul\w*|\bdesinscri\w*|\benlev\w*|\bretir\w*|\bsupprim\w*",
        Do.BOOK: r"\b(?:re)?inscri\w*|\breserv\w*|\bajout\w*",
    }
    found = [do for do, pattern in patterns.items() if re.search(pattern, plain)]
    return found[0].value if len(found) == 1 else None
