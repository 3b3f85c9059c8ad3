"""Lays what was said about days over the calendar: periods, rhythms, limits and exceptions become dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.language.days.nearest import left_out, picked, soon
from domain.language.notions.when import Days, Reach, Scene, Sort, When

#: No answer ever spans more: a school year and its summer.
_MAX_DAYS = 400
_FRIDAY = 5
_WEEK, _FORTNIGHT = 7, 14
#: Two days said of one move or choice.
_TWO = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """Dates, and how they were said.

    `listed` says that each date was named, rather than a period or a rhythm. `options` are the readings to offer when
    the words are contradictory or name no day (`unsure`). `past` says that only past days were meant.
    """

    days: tuple[date, ...] = ()
    listed: bool = True
    unsure: bool = False
    options: tuple[date, ...] = ()
    past: bool = False
    first: date | None = None
    last: date | None = None


def _run(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(min((last - first).days + 1, _MAX_DAYS)))


def _picks(days: Days, sort: Sort) -> list[When]:
    return [w for w in (*days.bases, *days.frames) if w.sort is sort]


@dataclass(frozen=True, slots=True)
class _Window:
    """The period that frames give: first and last day, how far it reaches, and whether its first day is fixed."""

    first: date
    last: date
    reach: Reach
    fixed: bool  # its first day was said: today, if it is in it, is meant


def _window(days: Days, scene: Scene) -> _Window | None:
    """Intersect every period and limit said; None when nothing limits the days."""
    spans, untils, sinces = _picks(days, Sort.SPAN), _picks(days, Sort.UNTIL), _picks(days, Sort.SINCE)
    if not spans and not untils and not sinces and not (_picks(days, Sort.PARITY) or _picks(days, Sort.ALTERNATE)):
        return None
    begun = [_bound(w, w.first, spans, scene) for w in sinces if w.first or w.weekdays]
    ended = [_bound(w, w.last, spans, scene) for w in untils if w.last]
    firsts, lasts = [*(w.first for w in spans if w.first), *begun], [*(w.last for w in spans if w.last), *ended]
    if len(spans) > 1 and not _nested(spans):  # "cette semaine et la semaine prochaine"
        firsts = [min(w.first for w in spans if w.first), *begun]
        lasts = [max(w.last for w in spans if w.last), *ended]
    first = max(firsts) if firsts else scene.today
    last = min(lasts) if lasts else max(scene.year.end, scene.today)
    reach = Reach.WEEK if any(w.reach is Reach.WEEK for w in spans) else Reach.LONG
    fixed = any(w.reach is Reach.DATES for w in spans) or bool(sinces)
    return _Window(first, last, reach, fixed)


def _bound(limit: When, said: date | None, spans: list[When], scene: Scene) -> date:
    """Return the day of a limit; "la semaine prochaine jusqu'à jeudi" is that week's Thursday."""
    day = said or scene.next_weekday(limit.weekdays[0])
    weeks = [w.first for w in spans if w.first and w.last and (w.last - w.first).days < _WEEK]
    week = next((monday for monday in weeks if monday > day), None) if limit.weekdays else None
    return week + timedelta(days=limit.weekdays[0] - 1) if week else day


def _nested(spans: list[When]) -> bool:
    """Say whether the periods overlap, so that one narrows the other."""
    firsts, lasts = [w.first for w in spans if w.first], [w.last for w in spans if w.last]
    return max(firsts) <= min(lasts)


def _in_spans(day: date, days: Days) -> bool:
    spans = _picks(days, Sort.SPAN)
    return not spans or any(w.first <= day <= w.last for w in spans if w.first and w.last)


def _keeps_rhythm(day: date, days: Days) -> bool:
    even = {w.even for w in _picks(days, Sort.PARITY)}
    return not even or (day.isocalendar().week % 2 == 0) in even


def _in_own(day: date, base: When) -> bool:
    """Say whether a day lies in the weeks of its own weekday ("… et les vendredis des semaines paires")."""
    if base.within is None:
        return True
    own = Days(0, 0, frames=(base.within,))
    return _keeps_rhythm(day, own) and _in_spans(day, own)


def _weekly(days: Days, window: _Window, scene: Scene, floor: date) -> list[date]:
    """Return the dates of the repeated weekdays in the window, each with its rhythm."""
    found = list[date]()
    alternate = _picks(days, Sort.ALTERNATE) and not _picks(days, Sort.PARITY)
    for base in days.bases:
        for weekday in base.weekdays:
            every = 2 if alternate else base.every
            start = max(window.first, floor if every == 1 else max(floor, scene.today + timedelta(days=1)))
            day = start + timedelta(days=(weekday - start.isoweekday()) % 7)
            while day <= window.last and len(found) < _MAX_DAYS:
                if _keeps_rhythm(day, days) and _in_spans(day, days) and _in_own(day, base):
                    found.append(day)
                day += timedelta(weeks=every)
    return found


def _excepted(days: Days, scene: Scene) -> set[date]:
    out = set[date]()
    for leave in days.excepts:
        match leave.sort:
            case Sort.DAY | Sort.CLASH:
                out.update(leave.days)
            case Sort.SPAN if leave.first and leave.last:
                out.update(d for d in _run(leave.first, leave.last))
            case Sort.WEEKDAY | Sort.EVERY:
                start = scene.week()
                out.update(
                    d for d in _run(start, start + timedelta(days=_MAX_DAYS)) if d.isoweekday() in leave.weekdays
                )
            case Sort.PARITY:  # "sauf si la semaine est impaire"
                every = _run(scene.week(), scene.week() + timedelta(days=_MAX_DAYS))
                out.update(d for d in every if (d.isocalendar().week % 2 == 0) is leave.even)
            case _:
                pass
    return out


def in_week(when: When, week: When) -> When | None:
    """Return "du mardi au jeudi" in a week; None where one of them is something else."""
    one = week.sort is Sort.SPAN and week.first and week.last and (week.last - week.first).days < _WEEK
    if not one or week.first is None or week.first.isoweekday() != 1 or when.sort is not Sort.SPAN or not when.weekdays:
        return None
    first, last = (week.first + timedelta(days=n - 1) for n in (when.weekdays[0], when.weekdays[-1]))
    return replace(when, first=first, last=last, ends=(first, last))


def every_week(days: Days) -> Days:
    """Read "du lundi au vendredi" beside a rhythm or a limit ("… jusqu'aux vacances") as every week's days."""
    limits = (Sort.PARITY, Sort.UNTIL, Sort.SINCE)
    if not any(w.sort in limits for w in days.frames) or not any(b.sort is Sort.SPAN and b.habit for b in days.bases):
        return days
    return replace(days, bases=tuple(replace(b, sort=Sort.EVERY) if b.habit and b.weekdays else b for b in days.bases))


def weekdays_read(days: Days) -> Days:
    """Read weekdays by what stands beside them: each week's, their own weeks', those of the week of "à la rentrée"."""
    return _at_return(_paired(every_week(days)))


def _paired(days: Days) -> Days:
    """Give weekdays the weeks said beside them, where others have theirs: "mardis de mars et jeudis d'avril"."""
    if any(b.within for b in days.bases):
        return days
    for sort in (Sort.PARITY, Sort.SPAN):
        limits = sorted((w for w in days.frames if w.sort is sort), key=lambda w: w.start)
        owners = [_owner(b, limits, ahead=limits[0].end <= days.bases[0].start) for b in days.bases if limits]
        each = {w.start for w in owners if w} == {w.start for w in limits} and all(owners)
        apart = len({w.start for w in limits}) == len(limits) > 1
        if apart and each and all(b.sort in (Sort.EVERY, Sort.WEEKDAY) for b in days.bases):
            return replace(days, bases=tuple(replace(b, within=w) for b, w in zip(days.bases, owners, strict=True)))
    return days


def _owner(base: When, limits: list[When], *, ahead: bool) -> When | None:
    """Return the weeks of weekdays: those said just before them where a list begins so, or else just after."""
    if ahead:
        return next((w for w in reversed(limits) if w.end <= base.start), None)
    return next((w for w in limits if w.start >= base.end), None)


def _at_return(days: Days) -> Days:
    """Read "à la rentrée, lundi et jeudi" as the first such days; "à la rentrée, le lundi" is every Monday."""
    then = next((w for w in days.frames if w.sort is Sort.SINCE and w.reach is Reach.WEEK and w.first), None)
    single = bool(days.bases) and all(b.sort is Sort.WEEKDAY and not b.habit for b in days.bases)
    if then is None or then.first is None or not single or len(days.frames) > 1:
        return days
    first = then.first
    bases = tuple(
        replace(b, sort=Sort.DAY, days=tuple(first + timedelta(days=(n - first.isoweekday()) % 7) for n in b.weekdays))
        for b in days.bases
    )
    monday = first - timedelta(days=first.weekday())
    week = When(Sort.SPAN, then.start, then.end, first=monday, last=monday + timedelta(days=6), reach=Reach.WEEK)
    return replace(days, bases=bases, frames=(), week=week)


def lay(days: Days, scene: Scene, *, book: bool = False, clip: bool = True) -> Laid:
    """Return the dates that `days` mean, Monday to Sunday, without past ones when `clip` is set.

    A booking "cette semaine" begins tomorrow, a cancellation today (label guide, rule 2); `book` says which.
    """
    days = weekdays_read(days)
    vague = [w for w in (*days.bases, *days.frames) if w.sort in (Sort.CLASH, Sort.VAGUE)]
    if vague:
        return Laid(unsure=True, options=tuple(d for w in vague for d in w.days))
    days = soon(days, scene)
    weekly = any(w.weekdays for w in days.bases)
    if _picks(days, Sort.ALTERNATE) and not weekly and not _picks(days, Sort.PARITY):
        return Laid(unsure=True)  # one week in two: which?
    laid = _laid(days, scene, book=book)
    out = _excepted(days, scene) | left_out(days, laid.days)
    kept = picked(days, tuple(sorted({d for d in laid.days if d not in out})))
    if not clip:
        return Laid(kept, laid.listed, first=laid.first, last=laid.last)
    coming = tuple(d for d in kept if d >= scene.today)
    return Laid(coming, laid.listed, past=bool(kept) and not coming)


def _laid(days: Days, scene: Scene, *, book: bool) -> Laid:
    window = _window(days, scene)
    if back := _picks(days, Sort.RETURN):
        return _away(days, back[0], scene)
    dated = any(w.sort is Sort.SPAN and w.reach is Reach.DATES for w in days.bases)  # "une semaine, du 20 au 24"
    lasting = _picks(days, Sort.LASTING)
    if lasting and not (dated or _are_counted(days, lasting[0].length)):
        first = _onset(days, window, scene)
        last = first + timedelta(days=lasting[0].length - 1)
        repeated = {n for w in days.bases if w.sort in (Sort.EVERY, Sort.WEEKDAY) for n in w.weekdays}
        if repeated and lasting[0].length >= _FORTNIGHT:  # "mardi et jeudi pendant 3 semaines"
            return Laid(tuple(d for d in _run(first, last) if d.isoweekday() in repeated), listed=False)
        return Laid(_run(first, last), listed=False, first=first, last=last)
    named = tuple(d for w in days.bases if w.sort is Sort.DAY for d in w.days)
    weekdays = tuple(w for w in days.bases if w.sort in (Sort.WEEKDAY, Sort.EVERY))
    if named and not weekdays and not _picks(days, Sort.EACH_DAY):
        return _named(days, named, scene)
    if weekdays and window is None and all(w.sort is Sort.WEEKDAY for w in weekdays):
        return Laid((*named, *(scene.next_weekday(n) for w in weekdays for n in w.weekdays)))
    return _repeated(days, window, scene, book=book, extra=named)


def _are_counted(days: Days, length: int) -> bool:
    """Say whether each of so many days is named: "deux jours de centre, le 14 et le 17"."""
    each = [d for w in days.bases for d in (w.days if w.sort is Sort.DAY else w.weekdays)]
    return length > 1 and length == len(each) and all(w.sort in (Sort.DAY, Sort.WEEKDAY) for w in days.bases)


def _named(days: Days, named: tuple[date, ...], scene: Scene) -> Laid:
    """Return named dates; with a limit beside a single one they are its beginning ("demain jusqu'à jeudi")."""
    untils = [w.last for w in _picks(days, Sort.UNTIL) if w.last]
    spans = [w for w in days.bases if w.sort is Sort.SPAN and w.reach is Reach.DATES and w.first and w.last]
    if untils and len(named) == 1 and untils[0] >= named[0]:
        return Laid(_run(named[0], untils[0]), listed=False, first=named[0], last=untils[0])
    more = tuple(d for w in spans if w.first and w.last for d in _run(w.first, w.last) if w.first >= scene.week(-8))
    return Laid((*named, *more), listed=not more)


def _away(days: Days, back: When, scene: Scene) -> Laid:
    named = [d for w in days.bases if w.sort is Sort.DAY for d in w.days if d >= scene.today]
    named += [scene.next_weekday(n) for w in days.bases if w.sort is Sort.WEEKDAY for n in w.weekdays]
    starts = (*_picks(days, Sort.SPAN), *_picks(days, Sort.SINCE))
    named += [w.first for w in starts if w.first and w.first >= scene.today] if not named else []
    day = back.last or (scene.next_weekday(back.weekdays[0]) if back.weekdays else scene.today)
    first, last = min(named, default=scene.today), day - timedelta(days=1)
    first = scene.today if first > last else first
    return Laid(_run(first, last), listed=False, first=first, last=last)


def _onset(days: Days, window: _Window | None, scene: Scene) -> date:
    if window and _picks(days, Sort.SINCE):
        return window.first
    named = [d for w in days.bases if w.sort is Sort.DAY for d in w.days if d >= scene.today]
    named += [scene.next_weekday(n) for w in days.bases if w.sort is Sort.WEEKDAY for n in w.weekdays]
    return min(named, default=scene.today)


def _repeated(days: Days, window: _Window | None, scene: Scene, *, book: bool, extra: Iterable[date] = ()) -> Laid:
    """Return what a period or a rhythm covers."""
    tomorrow = scene.today + timedelta(days=1)
    today_named = any(w.today for w in (*days.bases, *days.frames))
    weekly = any(w.sort in (Sort.WEEKDAY, Sort.EVERY) for w in days.bases)
    window = window or _Window(tomorrow, max(scene.year.end, scene.today), Reach.LONG, fixed=True)
    floor = scene.today if (window.fixed or not book or today_named) else tomorrow
    if weekly:
        fixed_first = window.first >= scene.today and window.fixed
        floor = scene.today if fixed_first or (window.reach is Reach.WEEK and not book) else tomorrow
        found = tuple(_weekly(days, window, scene, floor if window.reach is not Reach.WEEK else window.first))
        if window.reach is Reach.WEEK and book:
            found = tuple(d for d in found if d != scene.today)
        return Laid((*found, *extra), listed=window.reach is Reach.WEEK)
    each = bool(_picks(days, Sort.EACH_DAY))
    spanned = {n for w in days.bases if w.sort is Sort.SPAN for n in w.weekdays}
    run = [
        d for d in _run(window.first, window.last)
        if _in_spans(d, days) and _keeps_rhythm(d, days) and (not each or d.isoweekday() <= _FRIDAY)
        and (not (spanned and len(_picks(days, Sort.SPAN)) > 1) or d.isoweekday() in spanned)
    ]  # fmt: skip
    kept = tuple(d for d in run if d != scene.today or floor == scene.today)
    return Laid((*kept, *extra), listed=False, first=window.first, last=window.last)
