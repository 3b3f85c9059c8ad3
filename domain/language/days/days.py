"""Days in a message: finds the phrases, joins what belongs together, and lays it over the calendar."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Final

from domain.language.days import (
    counted,
    feasts,
    limits,
    numbers,
    parts,
    recurring,
    returning,
    school,
    single,
    spans,
    weeks,
    weeks_listed,
    years,
)
from domain.language.days.bridges import bridged
from domain.language.days.calendar import Laid, lay
from domain.language.days.clocks import clock_beside, find_clocks, hours_completed, part_after, part_before
from domain.language.days.clusters import clusters, prochain
from domain.language.days.numbers import with_numbers
from domain.language.days.phrases import PHRASES
from domain.language.matching.expression import Expression, Shelf
from domain.language.message.trim import masked
from domain.language.notions.hours import Hour
from domain.language.notions.when import POINTING, Days, Reach, Scene, Sort, When
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Edit, Text, fold
from domain.model.school_year import SchoolYear

#: The rooms whose phrases are registered; named here so that importing them is not mistaken for a leftover.
BOOKS: Final = (
    single, spans, limits, returning, recurring, parts, weeks, feasts, years,
    counted, school, numbers, weeks_listed,
)  # fmt: skip

#: Phrases looked at in one text; a parent's message has a handful.
MAX_FOUND: Final = 120


@dataclass(frozen=True, slots=True)
class DaysFound:
    """Days named in a text: where (offsets in the text as typed), from when to when, and at which hours.

    `days` are the listed or repeated days when they are not simply every day from `first` to `last`.
    """

    start: int
    end: int
    first: date
    last: date
    hour: time | None = None
    hour_to: time | None = None
    days: tuple[date, ...] | None = None


#: From Monday to Sunday.
_SIX: Final = 6

_Match = tuple[int, int, int, re.Match[str]]


def _matches(plain: str, scene: Scene) -> Iterator[_Match]:
    ranks, shelf = _shelf(beyond=not scene.schooled)
    for n, matches in shelf.matches(plain):
        rank = ranks[n] - len(PHRASES) * PHRASES[ranks[n]].beyond
        for match in islice(matches, MAX_FOUND):
            if match.group().strip():
                yield match.start(), -match.end(), rank, match


@cache
def _shelf(*, beyond: bool) -> tuple[list[int], Shelf]:
    """Return the phrases to read, by their rank; those beyond bookings only where it is said so."""
    ranks = [n for n, phrase in enumerate(PHRASES) if beyond or not phrase.beyond]
    return ranks, Shelf(PHRASES[n].pattern for n in ranks)


def find_whens(plain: str, scene: Scene) -> list[When]:
    """Return what folded text says about days, in order and without overlaps."""
    found, free = list[When](), 0
    waiting = sorted(_matches(plain, scene), key=itemgetter(0, 1, 2))
    while waiting and len(found) < MAX_FOUND:
        start, minus_end, rank, match = waiting.pop(0)
        if start < free:
            if -minus_end > free and (rest := _rest(plain, rank, free, -minus_end)):
                insort(waiting, rest, key=itemgetter(0, 1, 2))
            continue
        when = PHRASES[rank].read(match, scene)  # a phrase beyond bookings has a rank below nought
        if when is None:
            continue
        found.append(when.at(start, -minus_end))
        month, named, latest = _month_after(when, scene), _day_after(when, scene), _latest(when, scene)
        if (month, named, latest) != (scene.month, scene.named, scene.latest):
            scene = replace(scene, month=month, named=named, latest=latest)
        free = -minus_end
    if not scene.schooled:
        return _weeks_of_holidays(bridged(plain, found, scene))
    return _weeks_of_holidays(_same_week(plain, with_numbers(plain, _bounded(plain, found), scene), scene))


_SOME_DAYS: Final = Expression(r"(?:(?:quelques|plusieurs) jours|un jour ou deux)")


def _bounded(plain: str, whens: list[When]) -> list[When]:
    """Leave out "quelques jours" where the day of return is told: "au repos quelques jours. Elle reviendra jeudi"."""
    if not any(w.sort is Sort.RETURN for w in whens):
        return whens
    return [w for w in whens if w.sort is not Sort.VAGUE or not _SOME_DAYS.fullmatch(plain, w.start, w.end)]


#: Three weeks: more than that is followed by no week.
_LONG: Final = 21
_WHOLE_WEEK: Final = Expression(r"(?:pendant |durant )?(?:toute la semaine|(?:toute )?la semaine (?:entiere|complete))")


def _same_week(plain: str, whens: list[When], scene: Scene) -> list[When]:
    """Read "la semaine prochaine : Zoé toute la semaine" as the week that was named in the same sentence, or just now.

    "Semaine du 10 mars. Je suis en déplacement. Luka le soir toute la semaine."
    """
    named: When | None = None
    read = list[When]()
    for when in whens:
        week = when.first and when.last and (when.last - when.first).days == _SIX and when.sort is Sort.SPAN
        over = named is not None and named.last is not None and named.last < scene.today
        whole = named and not over and _WHOLE_WEEK.fullmatch(plain, when.start, when.end)
        coming = named is not None and named is read[-1] and named.first is not None and named.first > scene.today
        again = named and whole and (coming or not re.search("[.!?]", plain[named.end : when.start]))
        read.append(named.at(when.start, when.end) if named and again else when)
        named = read[-1] if week else named
    return read


def _rest(plain: str, rank: int, free: int, end: int) -> _Match | None:
    """Return what a phrase still says where its beginning belongs to another: "du 10 au 14 mars, le 17 et le 20"."""
    match = PHRASES[rank].pattern.search(plain, free)
    whole = match is not None and match.start() < end and bool(match.group().strip())
    return (match.start(), -match.end(), rank, match) if match and whole else None


def _day_after(when: When, scene: Scene) -> date | None:
    """Return the day last named, after which "le lundi suivant" is read."""
    if when.sort is Sort.DAY and when.days:
        return when.days[-1]
    if when.sort is Sort.SPAN and when.reach is Reach.WEEK:
        return None
    return scene.next_weekday(when.weekdays[-1]) if when.sort is Sort.WEEKDAY and when.weekdays else scene.named


def _latest(when: When, scene: Scene) -> date | None:
    """Return the latest day named so far, after which "la semaine d'après" is read; a month has no week after it."""
    short = when.sort is Sort.SPAN and when.first and when.last and (when.last - when.first).days < _LONG
    coming = [scene.next_weekday(n) for n in when.weekdays] if when.sort is Sort.WEEKDAY else []
    days = when.days if when.sort is Sort.DAY else coming
    last = [when.last] if short and when.last else []
    return max((d for d in (*days, *last, scene.latest) if d), default=None)


def _weeks_of_holidays(whens: list[When]) -> list[When]:
    """Read "les vacances d'hiver, … la première semaine" as that week of those holidays."""
    holidays = {w.holiday for w in whens if w.holiday}
    if len(holidays) != 1 or not any(w.nth for w in whens):
        return whens
    (holiday,) = holidays
    whole = any(w.nth and w.sort is Sort.VAGUE for w in whens)
    read = [spans.week_of_span(holiday, w.nth).at(w.start, w.end) if w.nth else w for w in whens]
    named_weeks = [(w, named.nth) for w, named in zip(read, whens, strict=True)]
    return [w for w, nth in named_weeks if nth or not (whole and (w.first, w.last) == holiday)]


def _month_after(when: When, scene: Scene) -> date | None:
    """Return a day of the month in which bare day numbers are read from here on."""
    if when.sort is Sort.DAY and when.named_month and when.days and when.days[-1] >= scene.today:
        is_explicit = not when.today and (when.days[-1] - scene.today).days > 1
        return when.days[-1] if is_explicit else scene.month
    if when.holiday and when.holiday[0] > scene.today and when.holiday[0].month != scene.today.month:
        return when.holiday[0]  # "vacances de Noël : le 23 et le 24"
    long = when.sort is Sort.SPAN and when.reach is not Reach.WEEK and when.named_month
    if long and when.first and when.last and when.first.month == when.last.month and when.last >= scene.today:
        return when.first
    return scene.month


def read_days(text: Text, scene: Scene) -> list[Days]:
    """Return everything that a corrected text says about days, each saying with its place in the folded text."""
    return [prochain(d, text.plain, scene) for d in clusters(text.plain, find_whens(text.plain, scene), scene)]


def find_days(text: str, *, today: date, year: SchoolYear, clock: time | None = None) -> tuple[DaysFound, ...]:
    """Return the days that `text` names, past ones too; what repeats without an end stops with the school year.

    `clock` is the hour at which the words were said; without it "dans 20 minutes" has no hour.
    """
    scene = Scene(today, year, clock=clock)
    read = hours_completed(corrected(masked(_closed_up(Text.of(text)))))
    said = [replace(d, end=part_before(read.plain, d.start, d.end)) for d in read_days(read, scene)]
    clocks = find_clocks(_blanked(read.plain, said))
    found = [_found(days, lay(days, scene, clip=False), read, clocks) for days in said]
    return tuple(_from_hour_to_hour([f for f in found if f], text))


_OPENS: Final = Expression(r"(?:^|[^a-z])(?:de|du|entre|depuis) ")
_GOES_ON: Final = Expression(r"\s?(?:a|au|et|jusqu'a|jusqu'au) ")


def _from_hour_to_hour(found: list[DaysFound], text: str) -> list[DaysFound]:
    """Join "du 10 mars à 8h" and "au 11 mars à 18h" into one, from an hour of one day to an hour of another."""
    joined = list[DaysFound]()
    for each in found:
        last = joined[-1] if joined else None
        opens = last and _OPENS.search(fold(text[max(0, last.start - 4) : last.start + 7]))
        goes_on = last and _GOES_ON.match(fold(text[last.end : each.start + 9]))
        if last and opens and goes_on and last.hour and each.hour and not last.hour_to and last.first <= each.last:
            joined[-1] = replace(last, end=each.end, last=each.last, hour_to=each.hour, days=None)
        else:
            joined.append(each)
    return joined


#: Spaces typed twice, and short forms that in a message would be asked ("5 jui." is July, "madi 4" no first name).
_LOOSE: Final = Expression(
    r"(?P<spaces> {2,}|(?<=\d\d)t(?=\d\d:\d\d))|(?<=\d )(?P<july>jui\b\.?)|(?P<tuesday>\bmadi(?= \d))"
)


def _closed_up(text: Text) -> Text:
    said = {"spaces": " ", "july": "juillet", "tuesday": "mardi"}
    found = _LOOSE.finditer(text.plain)
    return text.rewritten(Edit(m.start(), m.end(), said[m.lastgroup or "spaces"]) for m in found)


def _blanked(plain: str, said: list[Days]) -> str:
    """Blank out what names days, whose numbers are no hours."""
    pieces, at = list[str](), 0
    for days in said:
        pieces += [plain[at : days.start], "¤" * (days.end - days.start)]
        at = days.end
    return "".join((*pieces, plain[at:]))


def _found(days: Days, laid: Laid, text: Text, clocks: list[Hour]) -> DaysFound | None:
    if any(w.sort in POINTING for w in (*days.bases, *days.frames)):
        return None
    first, last = _bounds(days, laid)
    if first is None or last is None:
        return None
    gap = bool(laid.days) and (laid.days[-1] - laid.days[0]).days + 1 != len(laid.days)
    end = part_after(text.plain, days.end)
    hour = clock_beside(text.plain, days.start, days.end, clocks)
    start = days.start + _preposition(text.plain, days)
    start, end = (min(start, hour.start), max(end, hour.end)) if hour else (start, end)
    listed = laid.days if gap or (laid.listed and len(laid.days) > 1) or _is_repeated(days) else None
    at = hour.at if hour else next((w.hour for w in days.bases if w.hour), None)
    return DaysFound(*text.span(start, end), first, last, at, hour.to if hour else None, listed)


_OF_ONE: Final = Expression(r"(?:pour|de|du|au|des) |d'")
_OF_ANY: Final = Expression(r"pour ")


def _preposition(plain: str, days: Days) -> int:
    """Return how long the preposition is that belongs to the sentence ("la cantine du mardi"), not to the day."""
    alone = len(days.bases) == 1 and days.bases[0].sort in (Sort.DAY, Sort.WEEKDAY)
    found = (_OF_ONE if alone else _OF_ANY).match(plain, days.start, days.end)
    return len(found.group()) if found else 0


def _bounds(days: Days, laid: Laid) -> tuple[date | None, date | None]:
    """Return the first and the last day; of a single period its own, however long."""
    whole = [w for w in (*days.bases, *days.frames) if not days.excepts]
    if len(whole) == 1 and whole[0].sort is Sort.SPAN:
        return whole[0].first, whole[0].last
    return (laid.days[0], laid.days[-1]) if laid.days else (None, None)


def _is_repeated(days: Days) -> bool:
    return any(w.sort in (Sort.EVERY, Sort.EACH_DAY, Sort.PARITY) for w in (*days.bases, *days.frames))
