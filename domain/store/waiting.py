"""The waiting lists: who waits for the places of a pool, in which order, and since when nobody was served."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, and_, func, literal_column, select
from sqlalchemy.orm import Session, joinedload

from domain.model.activity import Slot
from domain.model.pools import Ages, Places, Pool, Pools, Queue, Waiter
from domain.model.standing import Asking
from domain.model.structure import Structure
from domain.store import alike, places, standings
from domain.store.ages import of_age
from domain.store.tables.bookings import Booking, BookingEvent
from domain.store.tables.people import Child
from domain.store.tables.requests import Request, RequestLine

_WAITS: Final = standings.WAITS
#: Asked after the limit, and not moved up by staff: behind all who asked in time.
_BEHIND: Final = and_(Booking.late, Booking.priority == literal_column("0"))
_ORDER: Final = (Booking.priority.desc(), Booking.late, Booking.received_at, Booking.id)


def queues(session: Session, structure: Structure, near: Collection[Pool]) -> Mapping[Pools, Queue]:
    """Count who waits for any of the pools `near`, by all that they draw on, in one query."""
    if not near:
        return {}
    found: dict[Pools, Queue] = defaultdict(Queue)
    rows = session.execute(_queues(structure.age_groups), places.where(near))
    for activity, day, site, behind, served, count, *born in rows:
        pools = structure.pools_of(Slot(activity, day, site), born[0] if born else None)
        found[pools] = _more(found[pools], count, behind=bool(behind), served=bool(served))
    return found


@functools.cache
def _queues(groups: tuple[Ages, ...]) -> Select[*tuple[Any, ...]]:
    """Count by slot and standing, and by age group on the day: any child of a group tells its pools."""
    offered = Booking.offer_expires_at.is_not(None)
    by = (Booking.activity, Booking.day, Booking.site, _BEHIND, offered)
    query: Select[*tuple[Any, ...]] = select(*by, func.count()).where(_WAITS, *places.THERE)
    if groups:
        query = query.add_columns(func.min(Child.birth_date)).join(Child, Child.id == Booking.child_id)
    return query.group_by(*by, *map(of_age, groups))


def counted(session: Session, structure: Structure, wanted: Iterable[Pools], asking: Asking | None = None) -> Places:
    """Count the places of `wanted`, and who waits for any of them, in two queries.

    Where the règlement orders those who wait by more than receipt, they are told as they stand beside `asking`.
    """
    near = {pool for pools in wanted for pool in pools}
    if asking and structure.approval.waitlist_priority and near:
        line = tuple(alike.waiters(session, structure, near, asking))
        lists = _counted(line)
        return Places(places.free(session, near.union(*lists)), lists, tuple(waiter for waiter, _ in line))
    lists = queues(session, structure, near)
    return Places(places.free(session, near.union(*lists)), lists)


def in_order(
    session: Session, structure: Structure, pools: Collection[Pool], *, lock: bool = False
) -> Sequence[Booking]:
    """Return who waits in `pools`, in the order in which they are served, in one query.

    First come first, or as the règlement has it; read anew and under `lock` when they are about to change.
    """
    if not pools:
        return []
    query = _rows().where(_WAITS, *places.there(pools))
    query = _locking(query) if lock else query
    if structure.approval.waitlist_priority:
        return standings.ordered(session, structure, query)
    return session.scalars(query).all()


def ranks(session: Session, structure: Structure, bookings: Collection[Booking]) -> dict[int, int]:
    """Return the rank (from 1) of each of `bookings` that waits, by booking id, in one query.

    One query more where a child draws on several pools: it stands in line for those that are full.
    """
    slots = [slot_of(row) for row in bookings if row.state == "waitlisted" and structure.knows(row.activity)]
    rows = in_order(session, structure, {pool for slot in slots for pool in structure.pools_at(slot)})
    wanted = {row.id: pools_of(row, structure) for row in rows}
    several = {pool for pools in wanted.values() if len(pools) > 1 for pool in pools}
    line = Places(places.free(session, several))
    found: dict[int, int] = {}
    for number, pools in wanted.items():
        found[number] = line.ahead(pools) + 1
        line.queue(pools)
    return {row.id: found[row.id] for row in bookings if row.id in found}


def waited_for(session: Session) -> Sequence[tuple[Slot, bool]]:
    """Return what anybody waits for, and whether somebody there asked late; from the index of those who wait."""
    slot = (Booking.activity, Booking.day, Booking.site)
    rows = session.execute(select(*slot, Booking.late).where(_WAITS).distinct())
    return [(Slot(activity, day, site), late) for activity, day, site, late in rows]


def of_slots(session: Session, slots: Collection[tuple[Slot, bool]]) -> Sequence[Booking]:
    """Return who waits for `slots` (and asked late or not), under lock."""
    days, wanted = {slot.day for slot, _ in slots}, set(slots)
    rows = _locked(session, _rows().where(_WAITS, Booking.day.in_(days))) if days else []
    return [row for row in rows if (slot_of(row), row.late) in wanted]


def lapsing(session: Session, last: datetime) -> Sequence[Slot]:
    """Return the slots of which an offer ended with the second `last`, or before."""
    slot = (Booking.activity, Booking.day, Booking.site)
    rows = session.execute(select(*slot).where(Booking.offer_expires_at <= last))
    return list({Slot(activity, day, site): None for activity, day, site in rows})


def lapsed(session: Session, last: datetime) -> Sequence[Booking]:
    """Return whose offer ended with the second `last` or before, under lock."""
    return _locked(session, _rows().where(Booking.offer_expires_at <= last))


def of_family(session: Session, family_id: int) -> Sequence[Booking]:
    """Return what a family waits for, in the order of the calendar."""
    query = _rows().where(Booking.family_id == family_id, _WAITS).order_by(None)
    return session.scalars(query.order_by(Booking.day, Booking.child_id, Booking.id)).all()


def locked(session: Session, booking_id: int) -> Booking:
    """Return a booking as it is now, under lock."""
    return _locked(session, select(Booking).where(Booking.id == booking_id))[0]


def party(session: Session, booking: Booking) -> Sequence[Booking]:
    """Return who waits all or none with `booking`, itself among them, under lock."""
    if booking.waits_with is None:
        return [booking]
    together = (Booking.family_id == booking.family_id, Booking.waits_with == booking.waits_with)
    return _locked(session, _rows().where(_WAITS, Booking.day == booking.day, *together))


def everybody(session: Session, limit: int) -> Sequence[Booking]:
    """Return at most `limit` of those who wait, the nearest days first."""
    return session.scalars(_rows().where(_WAITS).order_by(None).order_by(Booking.day, Booking.site).limit(limit)).all()


def count(session: Session) -> int:
    """Count those who wait."""
    return session.scalar(select(func.count()).select_from(Booking).where(_WAITS)) or 0


def asked_by(session: Session, bookings: Collection[int]) -> Mapping[int, Request]:
    """Return the last request by which each of `bookings` was asked: where its family is answered."""
    rows = session.execute(
        select(RequestLine.booking_id, Request)
        .join(Request, Request.id == RequestLine.request_id)
        .where(RequestLine.booking_id.in_(bookings))
        .order_by(RequestLine.id)
    )
    return {booking: request for booking, request in rows}  # noqa: C416 - the last one of a booking stays


def raised_for(session: Session, bookings: Collection[int]) -> Mapping[int, str]:
    """Return the reason for which staff raised each of `bookings` last."""
    if not bookings:
        return {}
    raised = (BookingEvent.booking_id.in_(bookings), BookingEvent.move == "raised")
    rows = session.execute(
        select(BookingEvent.booking_id, BookingEvent.reason).where(*raised).order_by(BookingEvent.id)
    )
    return {booking: reason for booking, reason in rows}  # noqa: C416 - the last one of a booking stays


def slot_of(booking: Booking) -> Slot:
    """Return the slot that a booking is about."""
    return Slot(booking.activity, booking.day, booking.site)


def pools_of(booking: Booking, structure: Structure) -> Pools:
    """Return the pools that a booking draws on, by the age of its child; its activity must be known."""
    return structure.pools_of(slot_of(booking), booking.child.birth_date if structure.age_groups else None)


def _rows() -> Select[Booking]:
    return select(Booking).options(joinedload(Booking.child)).order_by(*_ORDER)


def _locked(session: Session, query: Select[Booking]) -> Sequence[Booking]:
    return session.scalars(_locking(query)).all()


def _locking(query: Select[Booking]) -> Select[Booking]:
    return query.with_for_update(of=Booking).execution_options(populate_existing=True)


def _counted(line: Sequence[tuple[Waiter, bool]]) -> Mapping[Pools, Queue]:
    """Count those in `line` (who, and whether they hold an offer) by all that they draw on."""
    found: dict[Pools, Queue] = defaultdict(Queue)
    for waiter, served in line:
        behind = waiter.standing.behind
        found[waiter.pools] = _more(found[waiter.pools], waiter.count, behind=behind, served=served)
    return found


def _more(queue: Queue, count: int, *, behind: bool, served: bool) -> Queue:
    if behind:
        return replace(queue, late=queue.late + count)
    unserved = 0 if served else count
    return replace(queue, in_time=queue.in_time + count, unserved=queue.unserved + unserved)
