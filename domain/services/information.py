"""Answers to questions about the règlement: until when, how many places, how much. Questions never book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice, product
from typing import Final

from domain.letters.catalogue.enquiries import DeadlinesTold, LimitShown, PlacesShown, PlacesTold
from domain.letters.catalogue.letter import Letter
from domain.model.activity import Activity, Slot
from domain.model.closures import Closures, Shut
from domain.model.deadline import ClosingTime, Purpose
from domain.model.family import Child
from domain.model.pools import Pools
from domain.model.tariff import Payer
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Command, Do, Understanding
from domain.rules.booking_window import not_yet_open
from domain.rules.deadline import closing_time
from domain.rules.opening import closed, not_open
from domain.services import prices
from domain.services.turn import Parent
from domain.store import closures, waiting
from domain.store.payers import payers_of

_Asked = tuple[Child, Activity, date]

#: How far ahead a question without a day looks for days on which the activity runs.
_LOOK_AHEAD: Final = timedelta(days=60)
_MOST_LINES: Final = 12


def answer(parent: Parent, understood: Understanding) -> Letter | None:
    """Answer a question about limits, places or prices; None when the message asks none of these."""
    if understood.command is Command.DEADLINES_ASK:
        return DeadlinesTold(limits=tuple(_limits(parent, understood)))
    if understood.command is Command.AVAILABILITY_ASK:
        return PlacesTold(places=tuple(_places(parent, understood)))
    if understood.command is Command.PRICES_ASK:
        return prices.answer(parent, understood, _activities(parent, understood), _children(parent, understood))
    return None


def _limits(parent: Parent, understood: Understanding) -> Iterator[LimitShown]:
    """Gather the activities of a day that close together: a parent asks about a day, not about ten activities."""
    structure = parent.turn.structure
    alike: dict[tuple[object, ...], LimitShown] = {}
    payers = _payers(parent)
    for child, activity, day in _slots(parent, understood):
        slot = Slot(activity.code, day, child.site)
        book = closing_time(slot, Purpose.BOOK, structure)
        cancel = closing_time(slot, Purpose.CANCEL, structure)
        opening = _opening(parent, payers, Line(Do.BOOK, child, activity, day))
        shown = LimitShown(
            activities=(activity.name,),
            day=day,
            book=book.instant if book else None,
            cancel=cancel.instant if cancel else None,
            book_passed=_passed(book, parent.turn.asked_at),
            cancel_passed=_passed(cancel, parent.turn.asked_at),
            opens=opening.opens_at if opening else None,
            later=opening.why if opening else "",
        )
        same = (day, shown.book, shown.cancel, shown.opens, shown.later)
        other = alike.setdefault(same, shown)
        if activity.name not in other.activities:
            alike[same] = replace(other, activities=(*other.activities, activity.name))
    yield from alike.values()


def _places(parent: Parent, understood: Understanding) -> Iterator[PlacesShown]:
    turn = parent.turn
    named = list(_named(parent, understood))
    shut = closures.standing(turn.session, turn.structure, {Slot(a.code, day, c.site) for c, a, day in named})
    slots = _told_once(parent, named, shut)
    asked = Counter(Slot(a.code, day, c.site) for c, a, day in slots)
    wanted = [_pools(parent, *each) for each in slots]
    left = waiting.counted(turn.session, turn.structure, wanted)
    payers = _payers(parent)
    for (child, activity, day), pools in zip(slots, wanted, strict=True):
        line = Line(Do.BOOK, child, activity, day)
        opening = _opening(parent, payers, line)
        yield PlacesShown(
            activity=activity.name,
            site=turn.structure.site(child.site).name,
            day=day,
            left=left.left(pools) or 0,
            closed=_why_closed(parent, line, shut),
            school_class=_closed_out(line, shut),
            opens=opening.opens_at if opening else None,
            later=opening.why if opening else "",
            child=child.first_name if asked[line.slot] > 1 else "",
        )


def _slots(parent: Parent, understood: Understanding) -> Iterator[tuple[Child, Activity, date]]:
    """Yield what a question about limits is about, children of one site once."""
    year = parent.turn.structure.year
    slots = ((c, a, day) for c, a, day in _named(parent, understood) if a.runs_on(day, year))
    once: dict[Slot, _Asked] = {}
    for child, activity, day in slots:
        once.setdefault(Slot(activity.code, day, child.site), (child, activity, day))
    yield from islice(once.values(), _MOST_LINES)


def _told_once(parent: Parent, named: Iterable[_Asked], shut: Closures) -> list[_Asked]:
    """Return what a question about places is about; children of one site are told once.

    Unless they draw on different places, or the class of one is closed out.
    """
    once: dict[tuple[Slot, Pools, Shut | None], _Asked] = {}
    for child, activity, day in named:
        slot = Slot(activity.code, day, child.site)
        one = slot, _pools(parent, child, activity, day), shut.of(slot, child.school_class)
        once.setdefault(one, (child, activity, day))
    return list(islice(once.values(), _MOST_LINES))


def _named(parent: Parent, understood: Understanding) -> Iterator[_Asked]:
    """Yield what the question is about: the named days, else the next day on which each activity runs."""
    structure = parent.turn.structure
    children = _children(parent, understood)
    today = structure.day_of(parent.turn.asked_at)
    ahead = structure.year.days(today, today + _LOOK_AHEAD)
    for activity, child in product(_activities(parent, understood), children):
        running = (day for day in ahead if activity.runs_on(day, structure.year))
        for day in understood.about.days or tuple(islice(running, 1)):
            if child.site in activity.sites and day.isoweekday() in activity.weekdays:
                yield child, activity, day


def _pools(parent: Parent, child: Child, activity: Activity, day: date) -> Pools:
    return parent.turn.structure.pools_of(Slot(activity.code, day, child.site), child.birth_date)


def _activities(parent: Parent, understood: Understanding) -> tuple[Activity, ...]:
    structure = parent.turn.structure
    if understood.about.activities:
        return tuple(structure.activity(code) for code in understood.about.activities)
    sites = {child.site for child in _children(parent, understood)}
    here = [activity for activity in structure.activities if sites & set(activity.sites)]
    running = [a for a in here if any(a.runs_on(day, structure.year) for day in understood.about.days)]
    return tuple(islice(running or here, _MOST_LINES))


def _children(parent: Parent, understood: Understanding) -> tuple[Child, ...]:
    named = understood.about.children
    return tuple(child for child in parent.family.children if child.first_name in named) or parent.family.children


def _closed_out(line: Line, shut: Closures) -> str:
    closure = shut.of(line.slot, line.child.school_class)
    return line.child.school_class if closure and closure.classes else ""


def _why_closed(parent: Parent, line: Line, shut: Closures) -> str:
    facts = Facts(structure=parent.turn.structure, asked_at=parent.turn.asked_at, closures=shut)
    remark = not_open(line, facts) or closed(line, facts)
    if remark is None:
        return ""
    return remark.why or ("fermé" if remark.code in (Code.CLOSED, Code.NOT_OPEN) else "")


def _opening(parent: Parent, payers: Mapping[int, Payer], line: Line) -> Remark | None:
    """Return from when (local) a day may be booked and why others may earlier, while it may not yet."""
    facts = Facts(structure=parent.turn.structure, asked_at=parent.turn.asked_at, payers=payers)
    remark = not_yet_open(line, facts)
    return remark if remark and remark.opens_at else None


def _payers(parent: Parent) -> Mapping[int, Payer]:
    """Return what openings may depend on, where any does."""
    turn = parent.turn
    if not any(opening.residents_first for opening in turn.structure.openings):
        return {}
    return payers_of(turn.session, {child.id for child in parent.family.children})


def _passed(closing: ClosingTime | None, asked_at: datetime) -> bool:
    return closing is not None and not closing.allows(asked_at)
