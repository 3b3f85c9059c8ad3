"""The waiting list served: a free place is offered to the first in line, in the transaction that freed it.

Nobody is promoted without being asked, and nobody waits for what can no longer be had: an offer holds its place until
it is answered, or until it ends; a list ends with the booking limit of its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from domain.letters import labels
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.waiting import PlaceOffered, WaitingEnded
from domain.model.activity import Slot
from domain.model.deadline import ONE_SECOND
from domain.model.messages import Button
from domain.model.state import Move
from domain.model.structure import Structure
from domain.rules.age import of_age
from domain.rules.waiting import is_over, late_ones_served, list_closes, offer_expires
from domain.services import announce, bookings, cards, unread_answers
from domain.services.bookings import Cause
from domain.services.lacking import lacking
from domain.store import closures, places, queries, waiting
from domain.store.locks import lock_days
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import Request

#: Who acts when nobody asked, for the evidence trail.
_RULES = "rules"


def serve_freed(session: Session, structure: Structure, now: datetime, source_key: str) -> int:
    """Offer what this unit of work gave back; the mover of a booking has locked its day already."""
    slots = set(bookings.to_serve(session))
    bookings.to_serve(session).clear()
    return serve(session, structure, slots, now, source_key) if slots else 0


def serve(session: Session, structure: Structure, slots: Collection[Slot], now: datetime, source_key: str) -> int:
    """Offer the free places of the pools of `slots` to those who wait for them, in order; return how many.

    Who asked after the limit is served once nobody can ask in time. Served is the first for whom every pool that the
    child draws on has a place: who waits for another age group, for a slot that is closed, or without what it needs
    beside it, does not hold up the others, and neither do siblings who wait for a place for each of them.
    """
    known = {slot for slot in slots if structure.knows(slot.activity)}
    lock_days(session, {slot.day for slot in known})
    near = {pool for slot in known for pool in structure.pools_at(slot)}
    rows = [
        row
        for row in waiting.in_order(session, structure, near, lock=True)
        if row.offer_expires_at is None and _may_be_offered(row, structure, now)
    ]
    offered = _served(session, structure, rows)
    _offer(session, structure, offered, now, source_key)
    return sum(map(len, offered))


def _served(session: Session, structure: Structure, rows: Sequence[Booking]) -> list[Sequence[Booking]]:
    """Return whom of `rows` (in their order) there are places for now, siblings who wait all or none together."""
    shut = closures.standing(session, structure, {waiting.slot_of(row) for row in rows})
    alone = lacking(session, structure, rows)
    wanted = {row.id: waiting.pools_of(row, structure) for row in rows}
    left = Counter(places.free(session, {pool for pools in wanted.values() for pool in pools}))
    offered: list[Sequence[Booking]] = []
    for party in _parties(rows):
        takes = Counter(pool for row in party for pool in wanted[row.id])
        barred = any(closures.why_shut(shut, row) or row.id in alone for row in party)
        if not barred and all(left[pool] >= count for pool, count in takes.items()):
            offered.append(party)
            left.subtract(takes)
    return offered


def sweep(session: Session, structure: Structure, now: datetime) -> int:
    """Offer places that came free in any other way (more places in the configuration); return how many."""
    slots = {slot for slot, _ in waiting.waited_for(session)}
    return serve(session, structure, slots, now, _tick("sweep", now)) if slots else 0


def end_waiting(session: Session, structure: Structure, now: datetime) -> int:
    """End offers that were not answered in time and lists whose day has closed; return how many lines.

    An offer by mail stands until the mailbox was read again: the answer may lie there, and receipt judges it. Each
    family gets one letter; the places so freed are offered to the next in line.
    """
    last = now - ONE_SECOND
    closing = {
        (slot, late)
        for slot, late in waiting.waited_for(session)
        if is_over(list_closes(slot, structure, late=late), now)
    }
    lapsing = waiting.lapsing(session, last)
    if not (closing or lapsing):
        return 0
    lock_days(session, {slot.day for slot, _ in closing} | {slot.day for slot in lapsing})
    lapsed = waiting.lapsed(session, last)
    unread = unread_answers.may_lie_there(session, lapsed, now)
    lapsed = [row for row in lapsed if row.id not in unread]
    closed = (row for row in waiting.of_slots(session, closing) if row not in lapsed and row.id not in unread)
    ended = [*lapsed, *closed]
    _end(session, structure, ended, {row.id for row in lapsed}, now)
    serve_freed(session, structure, now, _tick("lapsed", now))
    return len(ended)


def write_to_asker(  # noqa: PLR0913 - a letter about a booking that waits
    session: Session,
    structure: Structure,
    family_id: int,
    request: Request | None,
    letter: Letter,
    *,
    key: str,
    kind: str,
    now: datetime,
    expires_at: datetime | None = None,
) -> None:
    """Write where the place was asked for; a booking that no request asked for goes to the first guardian."""
    if request is not None:
        announce.answer_request(
            session, structure, request, letter, key=key, kind=kind, now=now, notice=True, expires_at=expires_at
        )
        return
    for guardian in queries.guardians_of(session, family_id)[:1]:
        announce.notify(session, structure, guardian, letter, key=key, kind=kind, now=now)


def _may_be_offered(row: Booking, structure: Structure, now: datetime) -> bool:
    slot = waiting.slot_of(row)
    if is_over(list_closes(slot, structure, late=row.late), now):
        return False
    activity = structure.activity(row.activity)
    if not (activity.runs_on(row.day, structure.year) and of_age(activity, row.child.birth_date, row.day)):
        return False
    return not row.late or row.priority > 0 or late_ones_served(waiting.pools_of(row, structure), structure, now)


def _parties(rows: Sequence[Booking]) -> Sequence[Sequence[Booking]]:
    """Gather siblings who wait all or none, at the place of the first of them."""
    parties: dict[tuple[str, int], list[Booking]] = {}
    for row in rows:
        key = ("alone", row.id) if row.waits_with is None else ("together", row.waits_with)
        parties.setdefault(key, []).append(row)
    return list(parties.values())


def _offer(
    session: Session, structure: Structure, parties: Sequence[Sequence[Booking]], now: datetime, source_key: str
) -> None:
    """Offer a place to each of these parties, in one letter a party."""
    asked = waiting.asked_by(session, [party[0].id for party in parties]) if parties else {}
    for row, *others in parties:
        until = offer_expires(waiting.slot_of(row), structure, now, late=row.late)
        number = bookings.offer(session, row, until, Cause(_RULES, source_key, now))
        for other in others:
            bookings.offer(session, other, until, Cause(_RULES, source_key, now))
        buttons = ((Button(labels.TAKE_PLACE, f"wa:{row.id}"), Button(labels.LEAVE_PLACE, f"wd:{row.id}")),)
        letter = PlaceOffered(
            item=cards.shown(structure, row),
            others=tuple(cards.shown(structure, other) for other in others),
            until=structure.local(until),
            buttons=buttons,
        )
        key = f"offer:{row.id}:{number}"
        request = asked.get(row.id)
        write_to_asker(
            session, structure, row.family_id, request, letter, key=key, kind="offer", now=now, expires_at=until
        )


def _end(session: Session, structure: Structure, rows: Iterable[Booking], lapsed: set[int], now: datetime) -> None:
    by_family = sorted(rows, key=lambda row: (row.family_id, row.day, row.id))
    asked = waiting.asked_by(session, [row.id for row in by_family])
    for row in by_family:
        bookings.move(session, row, Move.EXPIRE, Cause(_RULES, _tick("waiting", now), now))
    for family_id, own in groupby(by_family, key=lambda row: row.family_id):
        ended = list(own)
        letter = WaitingEnded(
            lapsed=tuple(cards.unpriced(structure, row) for row in ended if row.id in lapsed),
            closed=tuple(cards.unpriced(structure, row) for row in ended if row.id not in lapsed),
        )
        request = max((asked[row.id] for row in ended if row.id in asked), key=lambda one: one.id, default=None)
        key = f"waiting-ended:{min(row.id for row in ended)}"  # a line ends once: no other letter has this key
        write_to_asker(session, structure, family_id, request, letter, key=key, kind="waiting_ended", now=now)


def _tick(name: str, now: datetime) -> str:
    return f"tick:{name}:{now:%Y-%m-%dT%H%M%S}"
