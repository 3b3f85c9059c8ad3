"""Waiting lists: what judging a full term costs when many wait for each of its days, by receipt and by criteria."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from benchmarks.examine import LINES, Examined
from benchmarks.registers import ACTORS, BEFORE
from benchmarks.report import Figure, Outcome, Ratio, ratio
from benchmarks.scale import Scale
from benchmarks.towns import Town, town
from domain.model.activity import Slot
from domain.model.standing import Priority
from domain.model.state import State
from domain.model.structure import Structure
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family

_WARM_UP: Final = 2
#: In real lists, as towns publish them: residents, then those whose brother comes, then receipt.
_CRITERIA: Final = (Priority.RESIDENT, Priority.SIBLING)


def run(scale: Scale) -> Outcome:
    """Judge the same lines, all of them full, with longer and longer lists; by receipt and by criteria in turn."""
    figures: list[Figure] = []
    ratios: list[Ratio] = []
    faults: list[str] = []
    for long in scale.waiting:
        with town(ACTORS * 2 + long) as place:
            found = _measure(place, long, scale.examinations)
        figures += found.times
        ratios.append(ratio(f"{long} wait for each: by criteria / by receipt", found.times[1], found.times[0]))
        faults += found.faults
    title = f"Waiting lists: the same {LINES} lines, all full, ranked among those who wait"
    return Outcome(title, figures, ratios, faults)


@dataclass(frozen=True, slots=True)
class _Found:
    times: tuple[Figure, Figure]
    faults: tuple[str, ...]


def _measure(place: Town, long: int, times: int) -> _Found:
    """Measure one town in which `long` children wait for whatever its first family wants."""
    full = _full(place.structure)
    by_criteria = replace(full, approval=replace(full.approval, waitlist_priority=_CRITERIA))
    both = [Examined(replace(place, structure=rules)) for rules in (full, by_criteria)]
    with place.sessions.begin() as session:
        _fill(session, place, {line.slot for line in both[0].lines}, long)
    for one in both * _WARM_UP:
        one.judge()
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(times):
        for which in (0, 1) if turn % 2 else (1, 0):
            taken[which].append(both[which].judge())
    names = (f"{long} wait for each, by receipt", f"{long} wait for each, by criteria")
    figures = [Figure(name, own) for name, own in zip(names, taken, strict=True)]
    return _Found((figures[0], figures[1]), tuple(fault for one in both for fault in one.queries()[1]))


def _full(rules: Structure) -> Structure:
    """Return the rules of a town in which no place is left anywhere."""
    none = dict.fromkeys((site.code for site in rules.sites), 0)
    return replace(rules, activities=tuple(replace(activity, capacity=none) for activity in rules.activities))


def _fill(session: Session, place: Town, slots: Iterable[Slot], long: int) -> None:
    """Have one child of each of `long` families wait for each of `slots`; every second family is of the town."""
    others = select(Child.id, Child.family_id).where(Child.family_id.not_in(list(place.actors)), Child.position == 0)
    waiting = session.execute(others.order_by(Child.id).limit(long)).all()
    taken = {
        (child, activity, day)
        for child, activity, day in session.execute(
            select(Booking.child_id, Booking.activity, Booking.day).where(
                Booking.child_id.in_([child for child, _ in waiting])
            )
        )
    }
    session.execute(update(Family).where(Family.id.in_([family for _, family in waiting[::2]])), {"resident": True})
    facts = {"state": State.WAITLISTED, "source": "chat", "received_at": BEFORE}
    rows = [
        {"child_id": child, "family_id": family, "activity": slot.activity, "day": slot.day, "site": slot.site, **facts}
        for slot in slots
        for child, family in waiting
        if (child, slot.activity, slot.day) not in taken
    ]
    session.execute(insert(Booking), rows)
