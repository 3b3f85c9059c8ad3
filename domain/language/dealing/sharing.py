"""What the items of one proposition lend each other: a day of return, a beginning for all, what is not named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from domain.language.days.weeks_beside import same_in
from domain.language.matching.expression import Expression
from domain.language.notions.clauses import Clause
from domain.language.notions.when import Days, Sort, When


def lend_within(plain: str, items: list[Clause]) -> None:
    """Complete the items of a proposition by what their neighbours in it say."""
    _parted(items)
    _return(items)
    _share(items)
    _bound(items)
    _lend(plain, items)


def _parted(items: list[Clause]) -> None:
    """Let "prenez Victor et Séverine jeudi, Victor à la cantine, Séverine au goûter" be one thing for each."""
    head, parts = items[0], items[1:]
    named = [n for i in parts for n in i.names]
    several = len(head.names) > 1 and not head.says_what and head.days is not None
    if not several or sorted(named) != sorted(head.names):
        return
    if all(i.says_what and i.whos and (i.days is None or i.days is head.days) for i in parts):
        for item in parts:
            item.days = head.days
        items.pop(0)


def _return(items: list[Clause]) -> None:
    """Let "revient jeudi et Yasmine seulement lundi" be two days of return."""
    if (
        len(items) > 1
        and items[0].days
        and any(w.sort is Sort.RETURN for w in (*items[0].days.bases, *items[0].days.frames))
    ):
        for item in items[1:]:
            item.days = as_return(item.days) or item.days


def as_return(days: Days | None) -> Days | None:
    """Return a single day as a day of return, or None where it is none."""
    base = days.bases[0] if days and len(days.bases) == 1 else None
    if days is None or base is None or base.sort not in (Sort.DAY, Sort.WEEKDAY):
        return None
    last = base.days[0] if base.sort is Sort.DAY and base.days else None
    weekdays = base.weekdays if base.sort is Sort.WEEKDAY else ()
    return replace(days, bases=(), frames=(When(Sort.RETURN, base.start, base.end, last=last, weekdays=weekdays),))


def _share(items: list[Clause]) -> None:
    """Let "à partir du 22, Zoé le midi et Ilyès le soir tous les mardis" be every such Tuesday for both."""
    first, last = items[0].days, items[-1].days
    if len(items) == 1 or first is None or last is None or not (items[0].whos and first.start < items[0].whos[0].start):
        return
    each = _each_day_of(first, last)
    if each and not any(i.days for i in items[1:-1]):
        for item in items:
            item.days = each
    if not _begins(first):
        return
    for item in items[1:]:
        own = {w.sort for w in item.days.frames} if item.days else set[Sort]()
        if item.days and _repeats(item.days) and not own & {Sort.SINCE, Sort.SPAN}:
            limits = (w for w in first.frames if w.sort not in own)
            item.days = replace(item.days, frames=(*limits, *item.days.frames))
    if not first.bases and _repeats(last) and not any(i.days for i in items[1:-1]):
        for item in items[:-1]:
            item.days = items[-1].days


def _each_day_of(first: Days, last: Days) -> Days | None:
    """Read "tous les jours sauf mardi, Zoé midi et Ilyès soir, la semaine prochaine" as these days of that week."""
    led = any(w.sort is Sort.EACH_DAY for w in first.frames) and not first.bases
    closing = bool(last.frames) and not last.bases and all(w.sort in (Sort.SPAN, Sort.UNTIL) for w in last.frames)
    return replace(first, frames=(*first.frames, *last.frames)) if led and closing and not first.frames_period else None


def _bound(items: list[Clause]) -> None:
    """Let "la cantine tous les lundis, et le goûter aussi, jusqu'aux vacances" be the same days for both.

    The end holds for what repeats after it too: "Nahel les jeudis jusqu'aux vacances, et Léah les vendredis".
    """
    for one, item in pairwise(items):
        if one.days is None or item.days is None or not _repeats(one.days):
            continue
        if not (item.days.bases or one.days.frames) and _only_ends(item.days):
            item.days = replace(item.days, bases=one.days.bases)
        elif _repeats(item.days) and not item.days.frames and _only_ends(one.days):
            item.days = replace(item.days, frames=one.days.frames)


def _only_ends(days: Days) -> bool:
    return bool(days.frames) and all(w.sort is Sort.UNTIL for w in days.frames)


def _begins(days: Days) -> bool:
    """Say whether it says from when on, or until when too."""
    sorts = {w.sort for w in days.frames}
    return Sort.SINCE in sorts and sorts <= {Sort.SINCE, Sort.UNTIL}


def _repeats(days: Days) -> bool:
    return bool(days.bases) and all(b.sort is Sort.EVERY for b in days.bases)


_JUST: Final = Expression(r"\b(?:seulement|uniquement|juste|que) (?:le |la |l'|au |a la )?$")


def _own_part(plain: str, later: Clause, item: Clause) -> bool:
    """Say whether a later part of the day is its own day's: "Elio mercredi et Luka mercredi après-midi"."""
    if later.whos and later.acts and _JUST.search(plain, 0, later.acts[0].start):
        return True  # "tout est à annuler pour Victor, pour Séverine seulement le goûter"
    if later.days is None or item.days is None or item.days is later.days:
        return False
    if later.acts and later.days.end <= later.acts[0].start and _JUST.search(plain, 0, later.acts[0].start):
        return True  # "annulez tout jeudi, et vendredi juste le midi"
    return bool(later.whos) and any(a.start == later.days.end + 1 for a in later.acts)


#: "les deux jours", "les trois jours": more than that are a school week.
FEW: Final = (2, 3)


def last_days(count: int, said: list[Days]) -> Days | None:
    """Return the last `count` days that were named, where each saying named one or a list."""
    bases = list[When]()
    for base in (b for days in said for b in days.bases[::-1] if not days.frames):
        key = (base.sort, base.days, base.weekdays)
        if key not in [(b.sort, b.days, b.weekdays) for b in bases]:
            bases.append(base)
    single = all(b.sort in (Sort.DAY, Sort.WEEKDAY) for b in bases[:count])
    return Days(said[0].start, said[0].end, tuple(bases[:count][::-1])) if single and len(bases) >= count else None


def _same_day(days: Days) -> bool:
    return bool(days.bases) and all(b.sort is Sort.SAME for b in days.bases)


def _lend(plain: str, items: list[Clause]) -> None:
    """Let an item take from the one before it, or else from the one after it, what it does not name."""
    for n, item in enumerate(items):
        before, after = items[:n][::-1], items[n + 1 :]
        if not item.whos:
            others = [
                i for i in after if not any(w.sibling for w in i.whos)
            ]  # "merci de l'inscrire, et son frère le 11"
            item.whos = next((list(i.whos) for i in (*before, *others) if i.whos), [])
        if item.days is None or (before and _same_day(item.days)):
            count = max((b.length for b in item.days.bases), default=0) if item.days else 0
            several = last_days(count, [i.days for i in before if i.days]) if count in FEW else None
            found = several or next((i.days for i in (*before, *after) if i.days), None)
            excepts = item.days.excepts if item.days else ()
            pick = next((b.which for b in item.days.bases), 0) if item.days else 0
            found = same_in(item.days.frames, found) if found and item.days and item.days.frames_span else found
            item.days = replace(found, excepts=(*found.excepts, *excepts), pick=pick) if found else None
        if not item.says_what and not item.headed:
            lender = next(
                (i for i in (*before, *(a for a in after if not _own_part(plain, a, item))) if i.says_what), None
            )
            if lender:
                item.acts, item.hours = list(lender.acts), list(lender.hours)
