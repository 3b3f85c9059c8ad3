"""Staff's order to close or reopen days, "EUROPA CE1 mardi 4 mars grève": site, classes, activities, days, a reason.

Whatever stands before the days names something, or begins the reason; behind the days the reason is free. What names
nothing, or may name several things, closes nothing: it is told, with what was understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from rapidfuzz.distance import OSA

from domain.language.matching.expression import Expression
from domain.language.office import closing_names as names
from domain.language.office.class_words import ClassSaid
from domain.language.office.closing_names import blanked
from domain.language.office.closing_order import Order, taken_apart
from domain.language.writing.text import fold
from domain.model.school_class import class_key, levels_of, words_of
from domain.model.structure import Structure

_LEADS: Final = Expression(r"^(?:[\s,;:.()-]|\b(?:pour|motif|cause|raison|car|et|du|de|le|la|les|a|en)\b)+")
_TRAILS: Final = Expression(r"(?:[\s,;:.()-]|\b(?:pour|avec|et|du|des|de|le|la|les|a|en)\b)+$")
_ABSENT: Final = Expression(r"(?:est |sera )?absente?")
_WORD: Final = Expression(r"[a-z0-9_'-]+")
_MOST_REASON: Final = 100
_MOST_SAID: Final = 40
#: So many letters may hide one slip, and so many two.
_LONG: Final = 4
_VERY_LONG: Final = 8
_NO_CLASSES: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Closing:
    """What is to be closed or opened: the days, at a site, its `activities` and its `classes` (all when none), and why.

    `missing` says what the order lacks: "site", "sites" (several), "days" (none, past ones, none on which anything
    runs), "days_apart", "class" (`said` names none there for sure; it may be one of `choices`), "classes_apart" (one is
    named in the reason), "activities" (`said` names none there), "unknown" (`said` names nothing), "scope" (`said` may
    be a reason, or what is closed), "except" (all but something). What was understood is there all the same.
    """

    site: str = ""
    activities: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    first: date = date.min
    last: date = date.min
    reason: str = ""
    missing: str = ""
    said: str = ""
    choices: tuple[str, ...] = ()


def read_closing(
    text: str, structure: Structure, today: date, classes: Mapping[str, Sequence[str]] = _NO_CLASSES
) -> Closing:
    """Read the words behind the command; a structure of one site needs not name it. `classes` are known by site."""
    plain = fold(text)
    text = text if len(text) == len(plain) else plain
    at = names.find_site(plain, structure)
    if at is None:
        return Closing(missing="site")
    order = taken_apart(Order(text, plain, structure, classes.get(at.site.code, ()), at), today)
    read = _understood(order)
    for check in _CHECKS:
        wrong = check(order, read)
        if wrong is not None:
            missing, said, choices = wrong
            return replace(read, missing=missing, said=" ".join(said.split())[:_MOST_SAID], choices=choices)
    return read


#: What is missing, the words that it is about, and what they may mean.
_Wrong = tuple[str, str, tuple[str, ...]]


def _understood(order: Order) -> Closing:
    codes = {code for act in order.acts_named for code in act.codes}
    days = order.days
    return Closing(
        site=order.at.site.code,
        activities=tuple(a.code for a in order.structure.activities_at(order.at.site.code) if a.code in codes),
        classes=_one_spelling(name for said in _meant(order) for name in said.names),
        first=days[0] if days else date.min,
        last=days[-1] if days else date.min,
        reason=_reason(order),
    )


def _meant(order: Order) -> tuple[ClassSaid, ...]:
    """Return the classes named; if none is outside the reason those in it: "sortie scolaire des CE1"."""
    return order.classes_named or tuple(said for said in order.classes if not said.loose)


def _one_spelling(spelt: Iterable[str]) -> tuple[str, ...]:
    return tuple({class_key(name): name for name in sorted(spelt, reverse=True)}.values())[::-1]


def _reason(order: Order) -> str:
    left = order.left()
    for last in reversed(order.classes):  # "sortie scolaire des CE1 et CE2": the classes are told beside it
        if last.names and last.start >= order.end and not left[last.end :].strip(" .,;:!"):
            left = _TRAILS.sub("", left[: last.start])
    reason = " ".join(_LEADS.sub("", left).split()).strip(" ,;:.()-")[:_MOST_REASON]
    if _ABSENT.fullmatch(fold(reason)):
        return "enseignant absent"
    return "journée pédagogique" if fold(reason) == "pedagogique" else reason


def _except(order: Order, _read: Closing) -> _Wrong | None:
    for m in names.EXCEPT.finditer(order.plain):
        for item in order.items:
            if item.start >= m.end() and order.beside(m.end(), item.start):
                return "except", order.text[m.start() : item.end], ()
    return None


def _sites(order: Order, _read: Closing) -> _Wrong | None:
    other = next((span for span in order.at.elsewhere if span[0] < order.end), None)
    return ("sites", order.text[slice(*other)], ()) if other else None


def _class(order: Order, read: Closing) -> _Wrong | None:
    for said in _meant(order):
        words = order.text[said.start : said.end]
        if not said.names and (order.classes_named or _levelled(order, said) or not read.classes):
            return "class", words, said.choices or tuple(order.known)
    late = [said for said in order.classes if said.start >= order.end and _levelled(order, said)]
    for said in late if order.classes_named else ():
        if not {*map(class_key, said.names)} <= {*map(class_key, read.classes)}:
            return "classes_apart", order.text[said.start : said.end], said.names
    return None


def _levelled(order: Order, said: ClassSaid) -> bool:
    return bool(levels_of(words_of(order.plain[said.start : said.end])))


def _activities(order: Order, _read: Closing) -> _Wrong | None:
    nowhere = (
        next((act for act in order.acts_named if not act.codes), None) if any(map(order.runs, order.days)) else None
    )
    return ("activities", order.text[nowhere.start : nowhere.end], ()) if nowhere else None


def _unknown(order: Order, _read: Closing) -> _Wrong | None:
    """Refuse words before the days that neither name anything nor begin the reason."""
    left = order.left()[: order.end]
    plain = blanked(order.plain, [(n, n + 1) for n, char in enumerate(left) if char == " "])[: order.end]
    for m in _WORD.finditer(plain):
        if m.group().removeprefix("l'").removeprefix("d'") in names.FILLERS or not m.group().strip("-'_"):
            continue
        if names.REASONS.match(plain, m.start()):
            return None
        return "unknown", left[m.start() :].split("  ")[0], ()
    return None


def _days(order: Order, _read: Closing) -> _Wrong | None:
    days = order.days
    if not any(map(order.runs, days)):
        return "days", "", ()
    between = (days[0] + timedelta(n) for n in range((days[-1] - days[0]).days))
    return ("days_apart", "", ()) if any(day not in days and order.runs(day) for day in between) else None


def _scope(order: Order, read: Closing) -> _Wrong | None:
    """Ask when the reason may say what is closed: an activity, the class of a teacher, or a name that is misspelt."""
    if any(not names.ALL_DAY.fullmatch(order.plain, *span) for span in order.whole_named):
        return None
    late = [act for act in order.acts if act.start >= order.end and act.codes and not act.whole_day]
    if late and not read.activities:
        codes = {code for act in late for code in act.codes}
        choices = tuple(a.code for a in order.structure.activities_at(order.at.site.code) if a.code in codes)
        return "scope", order.text[late[0].start : late[0].end], choices
    reason = fold(read.reason)
    teacher = names.ONE_TEACHER.search(reason) or (not read.activities and names.SOMEBODY.search(reason))
    if order.known and not read.classes and teacher:
        return "class", "", tuple(order.known)
    first = _WORD.match(reason)
    if first is None or names.REASONS.match(reason):
        return None
    return ("unknown", read.reason[: first.end()], ()) if _misspelt(first.group(), order) else None


def _misspelt(word: str, order: Order) -> bool:
    """Say whether `word` is nearly the name of an activity or a class there."""
    here = order.structure.activities_at(order.at.site.code)
    spelt = [fold(a.code) for a in here] + [w for a in here for w in _WORD.findall(fold(a.name))]
    spelt += [w for name in order.known for w in words_of(name)]
    most = 0 if len(word) < _LONG else 1 if len(word) < _VERY_LONG else 2
    return any(len(each) >= _LONG and OSA.distance(word, each) <= most for each in spelt)


_CHECKS: Final = (_except, _sites, _class, _days, _activities, _unknown, _scope)
