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
    case,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from domain.model.pools import Ages, Pool
from domain.model.state import HOLDS_A_PLACE, State
from domain.store.ages import of_age
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
    groups = tuple({pool.ages: None for pool in pools if pool.ages})
    query = _taken(groups, ahead=ahead_of is not None)
    asked = {"received": ahead_of[0], "booking": ahead_of[1]} if ahead_of else {}
    return _by_pool(pools, groups, session.execute(query, where(pools) | asked))


def in_states(states: Collection[State]) -> ColumnElement[bool]:
    """Say that a booking is in one of `states`, in so many letters: a list of parameters is spelt out each time."""
    return Booking.state.in_([literal_column(f"'{state.value}'") for state in sorted(states)])


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
def _taken(groups: tuple[Ages, ...], *, ahead: bool) -> CompoundSelect[Any]:
    held = _count(groups).where(*THERE, in_states(HOLDS_A_PLACE))
    offered = _count(groups).where(*THERE, Booking.offer_expires_at.is_not(None))
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
    if not any(pool.ages for pool in pools):
        return ()
    here = ((pool, (Booking.day == pool.day, Booking.site == pool.site)) for pool in pools)
    ways = (
        and_(*there, Booking.activity.in_(pool.activities), *((of_age(pool.ages),) if pool.ages else ()))
        for pool, there in here
    )
    return Child.id == Booking.child_id, or_(*ways)


def _count(groups: tuple[Ages, ...]) -> _Counts:
    """Count bookings by slot: all of them, and those of each age group."""
    slot = (Booking.day, Booking.site, Booking.activity)
    each = (func.sum(case((of_age(group), 1), else_=0)) for group in groups)
    query: _Counts = select(*slot, func.count(), *each).group_by(*slot)
    return query.join(Child, Child.id == Booking.child_id) if groups else query


def _by_pool(
    pools: Collection[Pool], groups: tuple[Ages, ...], rows: Iterable[Row[*tuple[Any, ...]]]
) -> Mapping[Pool, int]:
    covering: dict[tuple[date, str, str], list[Pool]] = defaultdict(list)
    for pool in set(pools):
        for code in pool.activities:
            covering[pool.day, pool.site, code].append(pool)
    held = dict.fromkeys(pools, 0)
    for day, site, activity, count, *of_groups in rows:
        for pool in covering.get((day, site, activity), ()):
            held[pool] += of_groups[groups.index(pool.ages)] if pool.ages else count
    return held


def free(session: Session, pools: Iterable[Pool]) -> Mapping[Pool, int]:
    """Return the places free in each of `pools`: what there are less what is held, asked before, or offered."""
    wanted = set(pools)
    held = taken(session, wanted)
    return {pool: pool.places - held[pool] for pool in wanted}
