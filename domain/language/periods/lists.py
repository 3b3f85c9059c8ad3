"""Lists and what holds for all of them: a period said before them, an end said last, the days of the other weeks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from domain.language.days.weeks_beside import leads_with_week
from domain.language.dealing.joining import are_other_weeks
from domain.language.notions.propositions import Link
from domain.language.notions.statement import Statement
from domain.language.notions.when import Days, Sort, When
from domain.language.periods.pointed import WEEKDAYS, has, repeats


def open_list(s: Statement) -> None:
    """Let a period said before everything else hold for the whole list ("la semaine du 9, Léah le soir et Luka …")."""
    first = s.items[0].days
    spans = tuple(w for w in first.frames if w.sort in (Sort.SPAN, Sort.PARITY)) if first else ()
    if first is None or not spans or any(x.start < first.start for x in s.prop.slots):
        return
    for item in s.items[1:]:
        days = item.days
        if days and not days.frames_period and (days.frames or any(b.sort in WEEKDAYS for b in days.bases)):
            item.days = replace(days, frames=(*days.frames, *spans))


def begin_list(s: Statement, header: Days | None) -> None:
    """Let "à partir du 27 : Zoé lundi, Victor mardi, jusqu'aux vacances" begin for each on that day."""
    since = tuple(w for w in header.frames if w.sort is Sort.SINCE) if header else ()
    for item in s.items if since and s.do is not None else ():
        days = item.days
        if days and days.bases and repeats(days) and has(days, Sort.UNTIL) and not has(days, Sort.SINCE, Sort.SPAN):
            item.days = replace(days, frames=(*days.frames, *since))


def end_list(plain: str, s: Statement) -> None:
    """Let a limit at the end of a list hold for the repetitions before it in the list."""
    last = s.items[-1].days
    if last is None:
        return
    apart = (
        last.week and last.bases and "," in plain[last.bases[-1].end : last.week.start]
    )  # "…, Séverine mardi, semaine du 17"
    frames = (last.week,) if last.week and apart else last.frames if last.bases and not leads_with_week(last) else ()
    until = _ends(plain, last)
    for item in s.items[:-1]:
        if (
            until
            and item.days
            and not item.days.frames_period
            and (repeats(item.days) or has(item.days, Sort.EACH_DAY))
        ):
            item.days = replace(item.days, frames=(*item.days.frames, *until))
        elif frames and item.days and item.days.bases and not item.days.frames and repeats(item.days):
            item.days = replace(item.days, frames=frames)


def end_sentence(plain: str, said: list[Statement]) -> None:
    """Let "semaines impaires c'est JB le lundi, semaines paires c'est Léa, jusqu'aux vacances" end for both."""
    for one, two in pairwise(said):
        last = two.items[-1].days
        same = one.prop.sentence == two.prop.sentence and one.do is two.do and two.prop.link is Link.AND
        for item in one.items if same and last else ():
            days = item.days
            if last and days and days.bases and not days.frames_period and (repeats(days) or has(days, Sort.PARITY)):
                item.days = replace(days, frames=(*days.frames, *_ends(plain, last)))


def end_before(s: Statement, before: list[Statement]) -> None:
    """Let "c'est jusqu'aux vacances" end the repetitions before it."""
    days = s.items[0].days
    done = s.prop.only and s.prop.link is Link.BUT and before[-1].prop.only  # it narrowed what stands before it
    if days is None or days.bases or not days.frames or done:
        return
    sorts = {w.sort for w in days.frames}
    for item in (i for other in before for i in other.items):
        period = () if sorts == {Sort.PARITY} else (Sort.SPAN,)  # "en mai le lundi, mais seulement les semaines paires"
        if item.days is None or has(item.days, *period, *sorts):
            continue
        if repeats(item.days) if item.days.bases else has(item.days, Sort.EACH_DAY, Sort.PARITY):
            item.days = replace(item.days, frames=(*item.days.frames, *days.frames))


def take_turns(said: list[Statement]) -> None:
    """Let "semaines impaires c'est JB le jeudi, semaines paires c'est Anne-Lise" be of that weekday for both."""
    for (s, one), (t, two) in pairwise((each, item) for each in said for item in each.items):
        goes_on = s is t or (s.prop.sentence == t.prop.sentence and s.do is t.do and t.prop.link is Link.AND)
        if goes_on and one.days and two.days and not two.days.bases and are_other_weeks(one.days, two.days):
            two.days = replace(two.days, bases=one.days.bases)


def _ends(plain: str, days: Days) -> tuple[When, ...]:
    """Return the limits said last of all: "…, Luka les jeudis, à partir du 9 et jusqu'aux vacances"."""
    until = tuple(w for w in days.frames if w.sort is Sort.UNTIL)
    since = (w for w in days.frames if w.sort is Sort.SINCE and days.bases and w.start > days.bases[-1].end)
    return (*(w for w in since if until and "," in plain[days.bases[-1].end : w.start]), *until)
