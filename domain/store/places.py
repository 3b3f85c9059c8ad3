"""How many places are held and free in pools: one statement, however many pools."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from domain.model.pools import Births, Pool
from domain.model.state import HOLDS_A_PLACE, State
from domain.store.tables.bookings import Booking
from domain.store.tables.people import Child

_Counts: TypeAlias = Select[*tuple[Any, ...]]


def taken(
    session: Session, pools: Collection[Pool], *, ahead_of: tuple[datetime, int] | None = None
) -> Mapping[Pool, int]:
    """Count the places held in each of `pools`, those that are offered to somebody included, in one query.

    `ahead_of` (receipt time and booking id) leaves out pending requests that arrived later, and the booking itself:
    requests are served in order of arrival (Hettange-Grande, "par ordre d'arrivée").
    """
    if not pools:
        return {}
    query = _taken(by_age=any(pool.births for pool in pools), ahead=ahead_of is not None)
    asked = {"received": ahead_of[0], "booking": ahead_of[1]} if ahead_of else {}
    return _by_pool(pools, session.execute(query, where(pools) | asked))


#: What `there` says, for statements that are built once; `where` gives the parameters.
THERE: Final = (
    Booking.day.in_(bindparam("days")),
    Booking.site.in_(bindparam("sites")),
    Booking.activity.in_(bindparam("activities")),
)


def where(pools: Collection[Pool]) -> dict[str, object]:
    """Return the parameters of `THERE` for `pools`."""
    return {
        "days": list({pool.day for pool in pools}),
        "sites": list({pool.site for pool in pools}),
        "activities": list({code for pool in pools for code in pool.activities}),
    }


@functools.cache
def _taken(*, by_age: bool, ahead: bool) -> CompoundSelect[Any]:
    held = _count(by_age=by_age).where(*THERE, Booking.state.in_(sorted(HOLDS_A_PLACE)))
    offered = _count(by_age=by_age).where(*THERE, Booking.offer_expires_at.is_not(None))
    if ahead:
        received_at: BindParameter[datetime] = bindparam("received")
        booking_id: BindParameter[int] = bindparam("booking")
        later = (Booking.state == State.REQUESTED) & (
            (Booking.received_at > received_at) | ((Booking.received_at == received_at) & (Booking.id > booking_id))
        )
        held = held.where(Booking.id != booking_id, ~later)
    return union_all(held, offered)


def there(pools: Collection[Pool]) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of bookings that may draw on `pools`; it may hold of a few others, which never harms."""
    return (
        Booking.day.in_({pool.day for pool in pools}),
        Booking.site.in_({pool.site for pool in pools}),
        Booking.activity.in_({code for pool in pools for code in pool.activities}),
    )


def drawing_on(pools: Collection[Pool]) -> tuple[ColumnElement[bool], ...]:
    """Return what holds besides of bookings that draw on one of `pools` by the ages of their children."""
    if not any(pool.births for pool in pools):
        return ()
    here = ((pool, (Booking.day == pool.day, Booking.site == pool.site)) for pool in pools)
    ways = (and_(*there, Booking.activity.in_(pool.activities), *_of_age(pool.births)) for pool, there in here)
    return Child.id == Booking.child_id, or_(*ways)


def _of_age(births: Births | None) -> tuple[ColumnElement[bool], ...]:
    if births is None:
        return ()
    first = () if births.first is None else (Child.birth_date >= births.first,)
    return (or_(Child.birth_date.is_(None), and_(Child.birth_date <= births.last, *first)),)


def _count(*, by_age: bool) -> _Counts:
    """Count bookings by slot; and, only where it matters, by the children's birth date."""
    slot = (Booking.day, Booking.site, Booking.activity)
    if not by_age:
        return select(*slot, func.count()).group_by(*slot)
    by_birth = select(*slot, func.count(), Child.birth_date).join(Child, Child.id == Booking.child_id)
    return by_birth.group_by(*slot, Child.birth_date)


def _by_pool(pools: Collection[Pool], rows: Iterable[Row[*tuple[Any, ...]]]) -> Mapping[Pool, int]:
    covering: dict[tuple[date, str, str], list[Pool]] = defaultdict(list)
    for pool in set(pools):
        for code in pool.activities:
            covering[pool.day, pool.site, code].append(pool)
    held = dict.fromkeys(pools, 0)
    for day, site, activity, count, *born in rows:
        for pool in covering.get((day, site, activity), ()):
            if not born or pool.counts(born[0]):
                held[pool] += count
    return held


def free(session: Session, pools: Iterable[Pool]) -> Mapping[Pool, int]:
    """Return the places free in each of `pools`: what there are less what is held, asked before, or offered."""
    wanted = set(pools)
    held = taken(session, wanted)
    return {pool: pool.places - held[pool] for pool in wanted}
