"""Who waits, counted: all who stand on the same side of whoever asks are one row, however long the lists are.

Where one stands is compared with the cart that is judged and with nothing else. So the database need not tell receipts
and birth dates one by one, but on which side of the cart's they lie; any one of a group then stands for all of it, and
the rule itself (`domain.rules.waiting_order`) stays the only one that compares.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, case, false, func, null, select
from sqlalchemy.orm import Session

from domain.model.activity import Slot
from domain.model.pools import Ages, Pool, Waiter
from domain.model.standing import Asking, Priority, Standing
from domain.model.structure import Structure
from domain.store import places
from domain.store.ages import of_age
from domain.store.standings import WAITS, never_asked, sibling_comes
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child, Family
from domain.store.types import UtcDateTime

_DAY: Final = timedelta(days=1)


def waiters(
    session: Session, structure: Structure, near: Collection[Pool], asking: Asking
) -> Iterator[tuple[Waiter, bool]]:
    """Yield who waits for any of the pools `near`, and whether they hold an offer, in one query.

    Those alike beside the cart that is `asking` are told as one.
    """
    born = tuple(sorted(set(asking.born)))
    asked = _Asked(structure.approval.waitlist_priority, len(born), structure.age_groups)
    rows = session.execute(_query(asked), places.where(near) | _sides(asking, structure, born))
    for activity, day, site, offered, count, *facts in rows:
        standing = Standing(*facts)
        pools = structure.pools_of(Slot(activity, day, site), standing.born)
        yield Waiter(pools, standing, count), bool(offered)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the statement depends on: it is built once for each."""

    order: tuple[Priority, ...]
    births: int
    groups: tuple[Ages, ...]

    def has(self, criterion: Priority) -> bool:
        return criterion in self.order

    @property
    def by_birth(self) -> bool:
        return self.has(Priority.YOUNGEST) or bool(self.groups)


@functools.cache
def _query(asked: _Asked) -> Select[*tuple[Any, ...]]:
    each = _each(asked).subquery()
    alike = [column for column in each.c if column.name not in {"received_at", "number", "born"}]
    slot = (each.c.activity, each.c.day, each.c.site, each.c.offered)
    return select(
        *slot,
        func.count(),
        func.min(each.c.received_at, type_=UtcDateTime()),
        func.min(each.c.number),
        each.c.priority,
        each.c.late,
        each.c.waits_with,
        each.c.resident,
        each.c.sibling,
        func.min(each.c.born),
        each.c.first,
    ).group_by(*alike)


def _each(asked: _Asked) -> Select[*tuple[Any, ...]]:
    """Return one row for each who waits: what is told of them, and on which sides of the cart they stand."""
    query: Select[*tuple[Any, ...]] = select(
        Booking.activity,
        Booking.day,
        Booking.site,
        Booking.offer_expires_at.is_not(None).label("offered"),
        Booking.received_at,
        Booking.id.label("number"),
        Booking.priority,
        Booking.late,
        Booking.waits_with,
        *_criteria(asked),
        *(side.label(f"side{n}") for n, side in enumerate(_told_apart(asked))),
    ).where(WAITS, *places.THERE)
    if asked.has(Priority.RESIDENT):
        query = query.join(Family, Family.id == Booking.family_id)
    if asked.by_birth:
        query = query.join(Child, Child.id == Booking.child_id)
    return query


def _criteria(asked: _Asked) -> Iterator[ColumnElement[Any]]:
    """Yield what the criteria compare; what none of them asks for is not looked up."""
    yield (Family.resident.expression if asked.has(Priority.RESIDENT) else null()).label("resident")
    yield (sibling_comes() if asked.has(Priority.SIBLING) else false()).label("sibling")
    yield (Child.birth_date.expression if asked.by_birth else null()).label("born")
    yield (never_asked() if asked.has(Priority.FIRST_REQUEST) else false()).label("first")


def _told_apart(asked: _Asked) -> Iterator[ColumnElement[Any]]:
    """Yield what tells two who wait apart, beside what is told of them."""
    yield Booking.received_at <= bindparam("asked_at", type_=UtcDateTime())
    if asked.has(Priority.RECEIVED_DAY):
        yield Booking.received_at < bindparam("day_begins", type_=UtcDateTime())
        yield Booking.received_at < bindparam("day_ends", type_=UtcDateTime())
    if asked.has(Priority.YOUNGEST):
        yield Child.birth_date.is_(None)
        for n in range(asked.births):
            born = bindparam(f"born{n}", type_=Child.birth_date.type)
            yield case((Child.birth_date < born, -1), (Child.birth_date > born, 1), else_=0)
    yield from map(of_age, asked.groups)


def _sides(asking: Asking, structure: Structure, born: tuple[date, ...]) -> dict[str, object]:
    """Return the receipt of the cart, its day in the structure's zone, and its children's birth dates."""
    today = structure.day_of(asking.at)
    begins, ends = (datetime.combine(day, time(), structure.zone) for day in (today, today + _DAY))
    births = {f"born{n}": day for n, day in enumerate(born)}
    return {"asked_at": asking.at, "day_begins": begins, "day_ends": ends, **births}
