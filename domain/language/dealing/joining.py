"""Sayings about days that complete each other, and where a booking is moved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from domain.language.days.weeks_beside import begins_with_week
from domain.language.matching.expression import Expression
from domain.language.notions.marks import Act
from domain.language.notions.when import Days, Reach, Sort, When

#: What may stand between the items of one list.
JOINT: Final = Expression(
    r"[\s,;:()+&/¤\"-]*(?:\b(?:et|puis|ainsi que|ainsi|que|le|la|les|l|du|de|des"
    r"|d|au|aux|a|en|pour|ni|seulement|uniquement|juste|c'est|est"
    r"|aussi|egalement|avec|sa|son|ses|ma|mon|mes|soit|accueil|dans|plus|voire|par)\b[\s,;:()+&'/¤\"-]*)*"
)


#: What sets two sayings about days apart.
APART: Final = Expression(r"[,;:.!?+&/\n]|\b(?:et|puis|ou|mais|ainsi que)\b")
_TARGET: Final = Expression(r"\b(?:a|au|aux|vers|sur|pour|par|en|contre|plutot)\s*(?:la |le |les |l'|du )?$")
_SOURCE: Final = Expression(
    r"\b(?:de|du|d'|des|prevue?s?|initialement|celui du|celle du|reservee?s?)\s*(?:la |le |les |l')?$"
)


def both(old: Days, new: Days) -> Days:
    """Return two sayings about days as one."""
    excepts = (*old.excepts, *new.excepts)
    return Days(old.start, new.end, (*old.bases, *new.bases), (*old.frames, *new.frames), excepts)


def same_bases(one: Days, other: Days) -> bool:
    """Say whether the same days are named again, wherever they stand."""
    return [(b.sort, b.days, b.weekdays) for b in one.bases] == [(b.sort, b.days, b.weekdays) for b in other.bases]


def completed(old: Days, new: Days, glue: str, *, adjoining: bool) -> Days | None:
    """Join two sayings about days that complete each other; None when the second one begins something new.

    `glue` is the text between the last mark and the new days, `adjoining` says that they continue a list.
    """
    if one := (one_day(old, new, glue) or _dated(old, new, glue)):
        return one
    framing = bool(new.frames) and not new.bases
    own = [{w for w in (*d.frames, d.week) if w and w.sort is Sort.SPAN} for d in (old, new) if d.bases]
    apart = len(own) > 1 and all(own) and own[0] != own[1]  # "cette semaine jeudi, la semaine prochaine lundi"
    rhythms = all(d.bases and all(b.sort is Sort.EVERY for b in d.bases) and d.frames for d in (old, new))
    apart |= rhythms and {w.sort for w in old.frames} != {w.sort for w in new.frames}
    apart |= _other_weeks(old, new) or _says_again(old, new, glue) or begins_with_week(old, new, glue)
    if not apart and adjoining and not (framing and re.search(r"\bet\b", glue)):
        return both(old, new)
    if onset := _beside_onset(old, new):
        return onset
    if _says_again(old, new, glue):
        return None
    if old.bases and new.bases:
        within = all(b.nth for b in old.bases) and all(b.sort is Sort.WEEKDAY for b in new.bases)
        return both(old, new) if within else _narrowed(old, new)  # "la deuxième semaine, Zoé …, lundi et mardi"
    return _framed(old, new, glue)


def _says_again(old: Days, new: Days, glue: str) -> bool:
    """Say whether a bracket says more of a day of the list: "16, 17 et 19 (le 19 uniquement pour Yasmine)"."""
    listed = {d for b in old.bases for d in b.days}
    return "(" in glue and bool(new.bases) and {d for b in new.bases for d in b.days} <= listed


def are_other_weeks(old: Days, new: Days) -> bool:
    """Say whether one is of even weeks and the other of uneven ones."""
    even = [{w.even for w in d.frames if w.sort is Sort.PARITY} for d in (old, new)]
    return all(even) and even[0] != even[1]


def _other_weeks(old: Days, new: Days) -> bool:
    """Say whether even weeks follow uneven ones: "semaines paires lundi, semaines impaires jeudi"."""
    heads = any(w.sort is Sort.PARITY and w.start <= min(b.start for b in old.bases) for w in old.frames if old.bases)
    return heads and are_other_weeks(old, new)


def one_day(old: Days, new: Days, glue: str) -> Days | None:
    """Read "mardi midi 11 mars" as one day; where weekday and date disagree it must be asked."""
    if len(old.bases) != 1 or len(new.bases) != 1 or old.frames or new.frames or APART.search(glue):
        return None
    weekday, day = old.bases[0], new.bases[0]
    dated = day.sort is Sort.DAY and not day.weekdays and not day.today and len(day.days) == 1 and day.explicit
    if weekday.sort is not Sort.WEEKDAY or len(weekday.weekdays) != 1 or not dated:
        return None
    if day.days[0].isoweekday() == weekday.weekdays[0]:
        return new
    return replace(new, bases=(When(Sort.CLASH, day.start, day.end, days=day.days),))


def _dated(old: Days, new: Days, glue: str) -> Days | None:
    """Read "les deux mercredis matin 12 et 19" as these two days."""
    dates = all(b.sort is Sort.DAY and b.explicit for b in new.bases) and not (old.frames or new.frames)
    if not dates or not old.bases or any(b.sort is not Sort.EVERY for b in old.bases) or APART.search(glue):
        return None
    said, named = {d.isoweekday() for b in new.bases for d in b.days}, {n for b in old.bases for n in b.weekdays}
    return new if said and said == named else None


def _framed(old: Days, new: Days, glue: str) -> Days | None:
    """Put a period beside the days it is for, unless there is one already or "et la semaine prochaine" begins anew."""
    if {w.sort for w in old.frames} & {w.sort for w in new.frames} & {Sort.SPAN, Sort.UNTIL, Sort.PARITY}:
        return old if old.frames == new.frames else None
    week = not new.bases and any(w.reach is Reach.WEEK for w in new.frames)
    return None if week and re.search(r"\bet\b[^,;]*$", glue) else both(old, new)


def _beside_onset(old: Days, new: Days) -> Days | None:
    """Return what is said beside "depuis hier", which names no day of its own."""
    since, onset = (bool(d.bases) and all(b.sort is Sort.AGO for b in d.bases) for d in (new, old))
    return old if since else new if onset and not old.frames else None


def _narrowed(old: Days, new: Days) -> Days | None:
    """Keep the same days said twice; a date range then weekdays narrows ("du 10 au 21 mars … les mardis")."""
    if {(b.sort, b.weekdays, b.days) for b in new.bases} <= {(b.sort, b.weekdays, b.days) for b in old.bases}:
        return old
    said = {d.isoweekday() for b in old.bases for d in b.days}
    named = {n for b in new.bases for n in b.weekdays}
    if said and said == named and all(b.sort is Sort.DAY for b in old.bases):  # "le 16 … le mercredi matin"
        return old
    bases = (*old.bases, *new.bases)
    spans = [b for b in bases if b.sort is Sort.SPAN]
    weekly = all(b.reach is Reach.WEEK for b in spans)
    every = [b for b in bases if b.sort in (Sort.EVERY, Sort.WEEKDAY) and (b.habit or weekly)]
    if len(spans) != 1 or not every or len(spans) + len(every) != len(bases):
        return None
    excepts = (*old.excepts, *new.excepts)
    return Days(old.start, new.end, tuple(every), (*old.frames, *new.frames, *spans), excepts)


def direction(plain: str, mark: Act | Days) -> str:
    """Return "a" for where a booking is moved to, "de" for whence, "" where the words do not say."""
    before = plain[max(0, mark.start - 22) : mark.start]
    if isinstance(mark, Days):  # the phrase may have taken its own "du"
        before += re.split(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|\d)", plain[mark.start : mark.end])[0]
    return "a" if _TARGET.search(before) else "de" if _SOURCE.search(before) else ""
