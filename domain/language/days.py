"""Days in a message: finds the phrases, joins what belongs together, and lays it over the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Final

from domain.language import (
    days_counted,
    days_feasts,
    days_limits,
    days_parts,
    days_recurring,
    days_single,
    days_spans,
    days_years,
)
from domain.language.bridges import bridged
from domain.language.calendar import Laid, lay
from domain.language.clocks import clock_beside, find_clocks, hours_completed, part_after, part_before
from domain.language.hours import Hour
from domain.language.phrases import PHRASES
from domain.language.spelling import corrected
from domain.language.text import Edit, Text
from domain.language.trim import masked
from domain.language.when import Days, Reach, Scene, Sort, When
from domain.model.school_year import SchoolYear

#: The rooms whose phrases are registered; named here so that importing them is not mistaken for a leftover.
BOOKS: Final = (
    days_single, days_spans, days_limits, days_recurring, days_parts, days_feasts, days_years, days_counted,
)  # fmt: skip

#: Phrases looked at in one text; a parent's message has a handful.
MAX_FOUND: Final = 120
_TWO: Final = 2

_JOINT: Final = re.compile(
    r"[\s,;:()+&/¤*-]*(?:\b(?:et|puis|ainsi que|le|la|les|l|du|de|des|d|au|aux|a|en|pour|ni|seulement|uniquement|juste"
    r"|aussi|egalement|surement|probablement|compris|inclus|soit|pendant|durant|sur|c'est a dire)\b[\s,;:()+&'/¤*-]*)*"
)
_EXCEPT: Final = re.compile(
    r"[\s,(]*(?:et |mais )?(?:sauf|hors|hormis|excepte|a l'exception|a part|en dehors"
    r"|mais pas|sans)\b(?: (?:pour|le|la|les|du|de|des|l'))*\s*"
)
_NOT: Final = re.compile(r"[\s,(]*(?:et |mais )?pas (?:(?:le|la|les|du) )?")
_OR: Final = re.compile(r"[\s,]*\bou(?: bien| alors)?\b(?: (?:le|la|les|du|au))*\s*")
_BASES: Final = frozenset({Sort.DAY, Sort.WEEKDAY, Sort.EVERY, Sort.CLASH, Sort.VAGUE, Sort.SAME, Sort.AGO})
_SPREAD: Final = frozenset({Sort.EVERY, Sort.SPAN, Sort.EACH_DAY, Sort.PARITY})


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


def _matches(plain: str, scene: Scene) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    for rank, phrase in enumerate(PHRASES):
        if phrase.beyond and scene.schooled:
            continue
        for n, match in enumerate(phrase.pattern.finditer(plain)):
            if n >= MAX_FOUND:
                break
            if match.group().strip():
                yield match.start(), -match.end(), rank - len(PHRASES) * phrase.beyond, match


def find_whens(plain: str, scene: Scene) -> list[When]:
    """Return what folded text says about days, in order and without overlaps."""
    found, free = list[When](), 0
    for start, minus_end, rank, match in sorted(_matches(plain, scene), key=lambda m: m[:3]):
        if start < free or len(found) >= MAX_FOUND:
            continue
        when = PHRASES[rank].read(match, scene)  # a phrase beyond bookings has a rank below nought
        if when is None:
            continue
        found.append(when.at(start, -minus_end))
        scene = replace(scene, month=_month_after(when, scene))
        free = -minus_end
    return _weeks_of_holidays(found if scene.schooled else bridged(plain, found, scene))


def _weeks_of_holidays(whens: list[When]) -> list[When]:
    """Read "les vacances d'hiver, … la première semaine" as that week of those holidays."""
    named = {w.holiday for w in whens if w.holiday}
    if len(named) != 1 or not any(w.nth for w in whens):
        return whens
    (holiday,) = named
    whole = any(w.nth and w.sort is Sort.VAGUE for w in whens)
    read = [days_spans.week_of_span(holiday, w.nth).at(w.start, w.end) if w.nth else w for w in whens]
    return [w for w in read if not (whole and (w.first, w.last) == holiday)]


def _month_after(when: When, scene: Scene) -> date | None:
    """Return a day of the month in which bare day numbers are read from here on."""
    if when.sort is Sort.DAY and when.named_month and when.days and when.days[-1] >= scene.today:
        is_explicit = not when.today and (when.days[-1] - scene.today).days > 1
        return when.days[-1] if is_explicit else scene.month
    long = when.sort is Sort.SPAN and when.reach is not Reach.WEEK and when.named_month
    if long and when.first and when.last and when.first.month == when.last.month and when.last >= scene.today:
        return when.first
    return scene.month


def _is_base(when: When) -> bool:
    return when.sort in _BASES or (when.sort is Sort.SPAN and when.reach is Reach.DATES)


def _add(days: Days, when: When, *, leave_out: bool) -> Days:
    period = when.sort is Sort.SPAN and when.reach is not Reach.DATES and bool(days.excepts) and not days.frames_period
    if leave_out and not period and when.sort not in (Sort.UNTIL, Sort.SINCE):
        return replace(days, end=when.end, excepts=(*days.excepts, when))
    if _is_base(when):
        return replace(days, end=when.end, bases=(*days.bases, when))
    return replace(days, end=when.end, frames=(*days.frames, when))


def _settled(days: Days, when: When) -> Days:
    """Bind a week to the weekdays just before it: "lundi et mardi de la semaine prochaine"."""
    loose = [b for b in days.bases if b.sort is Sort.WEEKDAY]
    if not loose:
        return days
    if when.sort is Sort.SPAN and when.reach is Reach.WEEK and when.first and not days.frames:
        monday = when.first
        bound = [
            replace(b, sort=Sort.DAY, days=tuple(monday + timedelta(days=n - 1) for n in b.weekdays))
            if b.sort is Sort.WEEKDAY else b
            for b in days.bases
        ]  # fmt: skip
        return replace(days, end=when.end, bases=tuple(bound), week=when)
    return days


def clusters(plain: str, whens: list[When], scene: Scene) -> list[Days]:
    """Join phrases that stand side by side ("mardi 12, jeudi 14 et les lundis de mars") into one saying each."""
    said, leave_out = list[Days](), False
    for when in whens:
        if not said:
            said.append(_add(Days(when.start, when.end), when, leave_out=False))
            continue
        last = said[-1]
        glue = plain[last.end : when.start]
        spread = any(w.sort in _SPREAD for w in (*last.bases, *last.frames))
        if _EXCEPT.fullmatch(glue) or (spread and _NOT.fullmatch(glue)):
            leave_out = True
            said[-1] = _add(last, when, leave_out=True)
        elif _OR.fullmatch(glue) and _is_base(when) and last.bases:
            said[-1] = _either(last, when, scene)
        elif _JOINT.fullmatch(glue) and _may_join(last, when, glue):
            said[-1] = _joined(last, when, glue, leave_out=leave_out)
        else:
            leave_out = False
            said.append(_add(Days(when.start, when.end), when, leave_out=False))
    return said


def _either(last: Days, when: When, scene: Scene) -> Days:
    """Read "lundi ou mardi": one of them, so both are offered."""
    options = [d for part in (*last.bases, when) for d in lay(Days(0, 0, (part,)), scene).days]
    return replace(last, end=when.end, bases=(When(Sort.VAGUE, last.start, when.end, days=tuple(options)),), frames=())


def _may_join(last: Days, when: When, glue: str) -> bool:
    """Keep "lundi, et la semaine prochaine …" apart: there a new period begins."""
    new_frame = not _is_base(when) and re.search(r"\bet\b|;", glue) and when.sort in (Sort.SPAN, Sort.PARITY)
    if last.bases and all(b.sort is Sort.AGO for b in last.bases) and re.search(r"[,\n]", glue):
        return False  # "suite à notre conversation de mardi, …"
    line_break = "\n" in glue and when.sort is Sort.SPAN and last.bases
    return not ((new_frame or line_break) and last.bases)


def _joined(last: Days, when: When, glue: str, *, leave_out: bool) -> Days:
    if leave_out:
        return _add(last, when, leave_out=True)
    if not re.search(r"[,;\n]|\bet\b", glue) or (when.sort is Sort.SPAN and not re.search(r"\bet\b", glue)):
        bound = _settled(last, when)
        if bound is not last:
            return bound
    return _add(last, when, leave_out=False)


def _prochain(days: Days, plain: str, scene: Scene) -> Days:
    """Let "lundi et mardi prochains" mean both of the next week."""
    if len(days.bases) < _TWO or not plain[days.bases[-1].start : days.bases[-1].end].endswith(
        ("prochain", "prochains")
    ):
        return days
    bases = [
        replace(b, sort=Sort.DAY, days=tuple(scene.in_next_week(n) for n in b.weekdays))
        if b.sort is Sort.WEEKDAY
        else b
        for b in days.bases
    ]
    return replace(days, bases=tuple(bases))


def read_days(text: Text, scene: Scene) -> list[Days]:
    """Return everything that a corrected text says about days, each saying with its place in the folded text."""
    return [_prochain(d, text.plain, scene) for d in clusters(text.plain, find_whens(text.plain, scene), scene)]


def find_days(text: str, *, today: date, year: SchoolYear, clock: time | None = None) -> tuple[DaysFound, ...]:
    """Return the days that `text` names, past ones too; what repeats without an end stops with the school year.

    `clock` is the hour at which the words were said; without it "dans 20 minutes" has no hour.
    """
    scene = Scene(today, year, clock=clock)
    read = hours_completed(corrected(masked(_closed_up(Text.of(text)))))
    said = [replace(d, end=part_before(read.plain, d.start, d.end)) for d in read_days(read, scene)]
    clocks = find_clocks(_blanked(read.plain, said))
    found = [_found(days, lay(days, scene, clip=False), read, clocks) for days in said]
    return tuple(f for f in found if f)


#: Spaces typed twice, and a short form that in a message would be asked ("5 jui." is nearly always July).
_LOOSE: Final = re.compile(r"(?P<spaces> {2,})|(?<=\d )jui\b\.?")


def _closed_up(text: Text) -> Text:
    return text.rewritten(
        Edit(m.start(), m.end(), " " if m["spaces"] else "juillet") for m in _LOOSE.finditer(text.plain)
    )


def _blanked(plain: str, said: list[Days]) -> str:
    """Blank out what names days, whose numbers are no hours."""
    pieces, at = list[str](), 0
    for days in said:
        pieces += [plain[at : days.start], "¤" * (days.end - days.start)]
        at = days.end
    return "".join((*pieces, plain[at:]))


def _found(days: Days, laid: Laid, text: Text, clocks: list[Hour]) -> DaysFound | None:
    if any(w.sort in (Sort.AGO, Sort.SAME) for w in days.bases):
        return None
    first, last = _bounds(days, laid)
    if first is None or last is None:
        return None
    gap = bool(laid.days) and (laid.days[-1] - laid.days[0]).days + 1 != len(laid.days)
    end = part_after(text.plain, days.end)
    hour = clock_beside(text.plain, days.start, days.end, clocks)
    start, end = (min(days.start, hour.start), max(end, hour.end)) if hour else (days.start, end)
    listed = laid.days if gap or (laid.listed and len(laid.days) > 1) or _is_repeated(days) else None
    at = hour.at if hour else next((w.hour for w in days.bases if w.hour), None)
    return DaysFound(*text.span(start, end), first, last, at, hour.to if hour else None, listed)


def _bounds(days: Days, laid: Laid) -> tuple[date | None, date | None]:
    """Return the first and the last day; of a single period its own, however long."""
    whole = [w for w in (*days.bases, *days.frames) if not days.excepts]
    if len(whole) == 1 and whole[0].sort is Sort.SPAN:
        return whole[0].first, whole[0].last
    return (laid.days[0], laid.days[-1]) if laid.days else (None, None)


def _is_repeated(days: Days) -> bool:
    return any(w.sort in (Sort.EVERY, Sort.EACH_DAY, Sort.PARITY) for w in (*days.bases, *days.frames))
