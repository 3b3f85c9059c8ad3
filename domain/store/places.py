"""How many places are held and free in pools, and who waits for them: two statements, however many pools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from domain.model.pools import Places, Pool, Pools
from domain.model.state import HOLDS_A_PLACE, State
from domain.model.structure import Structure
from domain.store import waiting
from domain.store.tables import Booking


def taken(
    session: Session, pools: Collection[Pool], *, ahead_of: tuple[datetime, int] | None = None
) -> Mapping[Pool, int]:
    """Count the places held in each of `pools`, those that are offered to somebody included, in one query.

    `ahead_of` (receipt time and booking id) leaves out pending requests that arrived later, and the booking itself:
    requests are served in order of arrival (Hettange-Grande, "par ordre d'arrivée").
    """
    if not pools:
        return {}
    there = (
        Booking.day.in_({pool.day for pool in pools}),
        Booking.site.in_({pool.site for pool in pools}),
        Booking.activity.in_({code for pool in pools for code in pool.activities}),
    )
    slot = (Booking.day, Booking.site, Booking.activity)
    held = select(*slot, func.count()).where(*there, Booking.state.in_(HOLDS_A_PLACE)).group_by(*slot)
    offered = select(*slot, func.count()).where(*there, Booking.offer_expires_at.is_not(None)).group_by(*slot)
    if ahead_of is not None:
        received_at, booking_id = ahead_of
        later = (Booking.state == State.REQUESTED) & (
            (Booking.received_at > received_at) | ((Booking.received_at == received_at) & (Booking.id > booking_id))
        )
        held = held.where(Booking.id != booking_id, ~later)
    found: dict[tuple[date, str, str], int] = defaultdict(int)
    for day, site, activity, count in session.execute(union_all(held, offered)):
        found[day, site, activity] += count
    return {pool: sum(found[pool.day, pool.site, code] for code in pool.activities) for pool in pools}


def free(session: Session, pools: Iterable[Pool]) -> Mapping[Pool, int]:
    """Return the places free in each of `pools`: what there are less what is held, asked before, or offered."""
    wanted = set(pools)
    held = taken(session, wanted)
    return {pool: pool.places - held[pool] for pool in wanted}


def counted(session: Session, structure: Structure, wanted: Iterable[Pools]) -> Places:
    """Count the places of `wanted`, and who waits for any of them, in two queries."""
    near = {pool for pools in wanted for pool in pools}
    queues = waiting.queues(session, structure, near)
    return Places(free(session, near.union(*queues)), queues)
