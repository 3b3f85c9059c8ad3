"""The last request taken back whole: what waits is withdrawn, what was granted becomes a cancellation to validate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from domain.language.writing.text import fold
from domain.letters.items import Item
from domain.model.state import Move, State
from domain.model.wish import Do, Wish
from domain.services import cards, cart
from domain.services.bookings import Cause, move
from domain.services.turn import Parent
from domain.store import queries
from domain.store.locks import lock_days
from domain.store.tables.requests import Request, RequestLine


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What became of the last request: lines taken out of the cart, withdrawn, and to be undone by the cart."""

    removed: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    to_cancel: tuple[Wish, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to take back."""
        return not (self.removed or self.withdrawn or self.to_cancel)


def take_back_last(parent: Parent) -> Withdrawn:
    """Take back the newest of two: what was last put into the cart, or the guardian's last validated request."""
    asked_at, lines = cart.latest(parent)
    request = _last_request(parent)
    if asked_at is not None and (request is None or asked_at >= request.received_at):
        removed, _ = cart.take(parent, lines)
        return Withdrawn(removed=tuple(removed))
    return _withdraw(parent, request.id) if request is not None else Withdrawn()


def told_since(parent: Parent) -> datetime | None:
    """Return when the last absence was told, if that is newer than any request: then it is what is meant."""
    notice = queries.latest_absence(parent.turn.session, parent.family.id)
    asked_at, _ = cart.latest(parent)
    request = _last_request(parent)
    newest = max((x for x in (asked_at, request.received_at if request else None) if x is not None), default=None)
    return notice.received_at if notice and (newest is None or notice.received_at > newest) else None


def may_be_another(parent: Parent, text: str) -> bool:
    """Say whether "ma demande", without "dernière", could be one of several that wait: they are shown instead."""
    waiting = queries.open_requests(parent.turn.session, parent.family.id)
    in_cart = bool(cart.present(parent))
    return "derniere" not in fold(text) and len(waiting) + in_cart > 1


def _last_request(parent: Parent) -> Request | None:
    query = select(Request).where(Request.family_id == parent.family.id, Request.guardian_id == parent.guardian.id)
    return parent.turn.session.scalar(query.order_by(Request.received_at.desc(), Request.id.desc()).limit(1))


def _withdraw(parent: Parent, request_id: int) -> Withdrawn:
    """Withdraw what nobody has decided, under lock; an unproven mail takes nothing away, it only fills the cart."""
    turn = parent.turn
    lock_days(turn.session, queries.days_of_request(turn.session, request_id))
    request = queries.request_for_update(turn.session, request_id)
    if request is None:
        return Withdrawn()
    today = turn.structure.day_of(turn.asked_at)
    asked = [line for line in request.lines if line.do == Do.BOOK and line.booking.day >= today]
    back = tuple(_old_hour(line) for line in asked if _changed(line))
    asked = [line for line in asked if line.wanted_hour is None]
    waiting = [line for line in asked if line.booking.state in (State.REQUESTED, State.WAITLISTED)]
    granted = [line for line in asked if line.booking.state == State.CONFIRMED]
    if not parent.proven:
        return Withdrawn(to_cancel=(*map(_cancellation, (*waiting, *granted)), *back))
    for line in waiting:
        cause = Cause(parent.actor, turn.incoming.key, turn.now)
        move(turn.session, line.booking, Move.WITHDRAW, cause)
    cards.close_lines(turn, [line.booking for line in waiting])
    items = tuple(cards.item_of_booking(turn, line.booking) for line in waiting)
    return Withdrawn(withdrawn=items, to_cancel=(*map(_cancellation, granted), *back))


def _changed(line: RequestLine) -> bool:
    """Say whether the line asked for another hour, which was granted or still waits."""
    return line.wanted_hour is not None and line.outcome in (None, State.CONFIRMED)


def _old_hour(line: RequestLine) -> Wish:
    """Ask for the hour again that the line replaced: that goes through the cart, like every change."""
    booking = line.booking
    return Wish(Do.BOOK, booking.child.first_name, booking.activity, booking.day, line.hour_before)


def _cancellation(line: RequestLine) -> Wish:
    booking = line.booking
    return Wish(Do.CANCEL, booking.child.first_name, booking.activity, booking.day)
