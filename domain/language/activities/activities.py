"""Which activities are meant: words are matched with what activities are (hours, meal, name), never their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import lru_cache
from itertools import pairwise
from typing import Final

from domain.language.lexicon.things import ACTIVITY_WORDS, COMMON_NAME_WORDS, SYNONYMS
from domain.language.matching.expression import Expression, Shelf
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Part
from domain.language.writing.text import fold
from domain.model.activity import Activity, AskHour
from domain.model.structure import Structure

_LONG_HOURS: Final = 6
_EVENING: Final = time(15)
#: An hour before it is one of arrival.
_EARLY: Final = time(8, 30)
_NOON: Final = time(12)
_AFTER_LUNCH: Final = time(12, 30)
_MORNING: Final = time(10)
_MIN_LETTERS: Final = 4


def _hours(activity: Activity) -> float:
    return activity.ends.hour + activity.ends.minute / 60 - activity.starts.hour - activity.starts.minute / 60


def is_long(activity: Activity) -> bool:
    """Whether it fills the day."""
    return _hours(activity) >= _LONG_HOURS


def is_meal(activity: Activity) -> bool:
    """Whether it is lunch (and not a whole day with lunch)."""
    return activity.meal and not is_long(activity) and activity.starts <= time(13, 30) and activity.ends >= _NOON


def is_morning(activity: Activity) -> bool:
    """Whether it lies before noon."""
    return activity.starts < _MORNING and activity.ends <= time(13) and not is_meal(activity)


def is_afternoon(activity: Activity) -> bool:
    """Whether it begins after lunch and before school is out."""
    return _AFTER_LUNCH <= activity.starts < _EVENING and not is_meal(activity)


def is_evening(activity: Activity) -> bool:
    """Whether it begins when school is out."""
    return activity.starts >= _EVENING


_TESTS: Final = {
    Part.MEAL: is_meal,
    Part.MORNING: is_morning,
    Part.AFTERNOON: is_afternoon,
    Part.EVENING: is_evening,
    Part.DAY: is_long,
}


@lru_cache(maxsize=64)
def _words(
    names: tuple[tuple[str, str, tuple[str, ...]], ...],
) -> tuple[Shelf, tuple[tuple[Part, frozenset[str]], ...]]:
    """Return the patterns of all activity words, the structure's own names first, and what each of them names.

    `names` are (code, name, words) of its activities.
    """
    own = _named(names)
    shelf = Shelf(Expression(pattern) for pattern in (*own, *(pattern for _, pattern in ACTIVITY_WORDS)))
    named = [(Part.NAMED, codes) for codes in own.values()]
    return shelf, (*named, *((part, frozenset[str]()) for part, _ in ACTIVITY_WORDS))


def _named(names: tuple[tuple[str, str, tuple[str, ...]], ...]) -> dict[str, frozenset[str]]:
    words, own = dict[str, set[str]](), dict[str, set[str]]()
    for code, name, called in names:
        for word in called:
            own.setdefault(r"[ -]".join(re.findall(r"[a-z0-9']+", fold(word))), set()).add(code)
        for word in re.findall(r"[a-z]+", fold(name)):
            if len(word) >= _MIN_LETTERS and word not in COMMON_NAME_WORDS:
                words.setdefault(word, set()).add(code)
    spelt = {w + "s?": codes for w, codes in own.items() if w}
    spelt |= {SYNONYMS.get(w, w + "s?"): codes for w, codes in words.items()}
    return {rf"\b(?:{pattern})\b": frozenset(codes) for pattern, codes in spelt.items()}


def find_activities(plain: str, structure: Structure) -> list[Act]:
    """Return the activity words of folded text, in order and without overlaps; the structure's own names first."""
    shelf, named = _words(tuple((a.code, a.name, a.words) for a in structure.activities))
    found = [Act(m.start(), m.end(), *named[n]) for n, matches in shelf.matches(plain) for m in matches]
    kept = list[Act]()
    for act in sorted(found, key=lambda a: (a.start, a.start - a.end)):
        if not kept or act.start >= kept[-1].end:
            kept.append(act)
    return kept


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the words name on one day: certain codes, and whether something must be asked.

    `hour` is the one of pick-up, `arrivals` are those at which a child may come.
    """

    codes: tuple[str, ...] = ()
    asked: bool = False
    hour: time | None = None
    arrivals: tuple[time, ...] = ()

    def hour_of(self, activity: Activity) -> time | None:
        """Return the hour said that `activity` asks for."""
        if activity.ask_hour is AskHour.ARRIVAL:
            return next((at for at in self.arrivals if comes_at(activity, at)), None)
        return self.hour if activity.ask_hour else None


def comes_at(activity: Activity, hour: time) -> bool:
    """Say whether `activity` asks for the hour of coming, and children may come to it at `hour`."""
    return activity.ask_hour is AskHour.ARRIVAL and activity.starts <= hour < activity.ends


def running(structure: Structure, site: str, day: date) -> tuple[Activity, ...]:
    """Return what runs at `site` on `day`, in the order of the day."""
    return structure.running(site, day)


def departure(hours: Iterable[Hour]) -> Hour | None:
    """Return the hour of pick-up among those said, if one is in the evening ("5h30" is taken as said)."""
    late = [h for h in hours if (h.to or h.at) >= _EVENING]
    return late[-1] if late else None


def choose(acts: tuple[Act, ...], hours: tuple[Hour, ...], today: tuple[Activity, ...]) -> Chosen:
    """Return which of `today`'s activities (those of the child's site and day) the words and hours name."""
    if not any(a.ask_hour is AskHour.ARRIVAL for a in today):
        return _choose(acts, hours, today)
    said = (*(a.at for a in acts), *(h.at for h in hours if h.word not in ("jusqu'a", "jusqu'au", "avant")))
    arrivals = tuple(at for at in said if at)
    chosen = _choose(acts, hours, today)
    if not acts and arrivals:
        chosen = _by_arrival(arrivals, hours, today) or chosen
    return replace(chosen, arrivals=arrivals)


def _by_arrival(arrivals: tuple[time, ...], hours: tuple[Hour, ...], today: tuple[Activity, ...]) -> Chosen | None:
    """Return what a child may come to at the hours said, and the evening until the one of pick-up."""
    evening = departure(hours)
    fits = [a for a in today if any(comes_at(a, at) for at in arrivals) and not (evening and is_evening(a))]
    if len(fits) != 1:
        return Chosen(asked=True) if fits else None
    until = evening.to or evening.at if evening else None
    if until is None or until <= fits[0].ends:
        return Chosen((fits[0].code,), hour=until)
    chain = _late_too([], evening, today)
    return replace(chain, codes=(fits[0].code, *chain.codes))


def _choose(acts: tuple[Act, ...], hours: tuple[Hour, ...], today: tuple[Activity, ...]) -> Chosen:
    if not today:
        return Chosen()
    evening = departure(hours)
    parts = {a.part for a in acts}
    specific = [a for a in acts if a.part not in (Part.CARE, Part.CENTRE)]
    if len(specific) > 1 and any(not a.implied for a in specific):
        specific = [a for a in specific if not a.implied]
    if Part.DAY in parts and {Part.MORNING, Part.MEAL} <= parts and not any(map(is_long, today)):
        specific = [a for a in specific if a.part is not Part.DAY]  # "matin, midi et soir, la journée quoi"
    if Part.CENTRE in parts or Part.DAY in parts:
        specific = [a for a in specific if a.part is not Part.MEAL or any(map(is_meal, today))]
    if specific:
        chosen = [_one(act, evening, today) for act in specific]
        extra = _late_too(specific, evening, today)
        codes = tuple(dict.fromkeys(c for x in [*chosen, extra] for c in x.codes))
        asked = any(x.asked for x in chosen)
        if codes or asked or Part.CENTRE not in parts:
            return Chosen(codes, asked, (evening.to or evening.at) if evening else None)
        parts = {Part.CENTRE}  # "au goûter mardi, et mercredi au centre": of the Wednesday it is the centre
    return _unspecific(parts, evening, today, early=any(h.at < _EARLY for h in hours) and not evening)


def _late_too(acts: list[Act], evening: Hour | None, today: tuple[Activity, ...]) -> Chosen:
    """Add the evening that an hour asks for beside other parts ("midi et jusqu'à 18h")."""
    said = any(a.part in (Part.EVENING, Part.NAMED, Part.DAY, Part.AFTERNOON, Part.UNKNOWN) for a in acts)
    if said or evening is None or not any(map(is_evening, today)):
        return Chosen()
    return _chain(evening, today)


def _one(act: Act, evening: Hour | None, today: tuple[Activity, ...]) -> Chosen:
    if act.part is Part.UNKNOWN:
        return Chosen(asked=True)
    if act.part is Part.NAMED:
        return _by_name(act, evening, today)
    fits = [a for a in today if _TESTS[act.part](a)]
    late = act.part is Part.AFTERNOON and not fits and any(map(is_evening, today))  # "l'après-midi jusqu'à 17h"
    if evening and (late or (act.part is Part.EVENING and fits)):
        return _chain(evening, today)
    if len(fits) == 1:
        return Chosen((fits[0].code,))
    return Chosen(asked=True) if fits or len(today) > 1 else Chosen()


def _by_name(act: Act, evening: Hour | None, today: tuple[Activity, ...]) -> Chosen:
    fits = [a for a in today if a.code in act.codes]
    if not fits:
        return Chosen()
    if len(fits) > 1:
        return Chosen(asked=True)
    until = (evening.to or evening.at) if evening else fits[0].ends
    evenings = [a for a in today if is_evening(a)]
    more = [a for a in evenings if in_a_row(evenings) and is_evening(fits[0]) and fits[0].starts < a.starts < until]
    return Chosen((fits[0].code, *(a.code for a in more)))


def in_a_row(slots: Sequence[Activity]) -> bool:
    """Say whether each slot begins when the one before it is over; overlapping ones are alternatives."""
    return all(before.ends <= after.starts for before, after in pairwise(slots))


def _chain(evening: Hour, today: tuple[Activity, ...]) -> Chosen:
    """Return every evening slot needed up to the hour ("18h15" needs the one until 18:30), or within two hours."""
    slots = [a for a in today if is_evening(a)]
    until = evening.to or evening.at
    begins = evening.at if evening.to and evening.at >= _EVENING else time(0)
    if evening.word in ("a partir de", "des") and evening.to is None:
        begins, until = evening.at, time(23, 59)
    if len(slots) == 1 and until <= slots[0].starts:  # "je ne peux pas venir à 16h30"
        return Chosen((slots[0].code,))
    if not in_a_row(slots):
        return _alternative(until, slots)
    needed = [a for a in slots if a.starts < until and a.ends > begins]
    too_late = bool(slots) and until > max(a.ends for a in slots) and evening.word not in ("a partir de", "des")
    if not needed or too_late:
        return Chosen(asked=True)
    return Chosen(tuple(a.code for a in needed), hour=until if evening.word != "a partir de" else None)


def _alternative(until: time, slots: list[Activity]) -> Chosen:
    """Return the one slot that ends soonest at or after the hour ("jusqu'à 18h" of 17h15 and 18h30: the latter)."""
    ends = min((a.ends for a in slots if a.ends >= until), default=None)
    fits = [a for a in slots if a.ends == ends]
    return Chosen((fits[0].code,), hour=until) if len(fits) == 1 else Chosen(asked=True)


def _unspecific(parts: set[Part], evening: Hour | None, today: tuple[Activity, ...], *, early: bool) -> Chosen:
    if len(today) == 1 and (Part.CARE not in parts):
        return Chosen((today[0].code,))
    if evening and Part.CENTRE not in parts and any(map(is_evening, today)):
        return _chain(evening, today)
    if Part.CENTRE in parts:
        centre = [a for a in today if is_long(a) or is_afternoon(a)]
        return Chosen(asked=True) if centre else Chosen()
    if Part.CARE in parts:
        fits = [a for a in today if is_morning(a) or (is_evening(a) and not early)]
        return Chosen((fits[0].code,)) if len(fits) == 1 else Chosen(asked=True)
    return Chosen(asked=True)
