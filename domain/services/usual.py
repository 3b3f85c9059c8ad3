"""Usual days: what a child does most weeks and has not booked yet, while it can still be booked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.letters.catalogue.answers import Answer
from domain.model.family import Child, Family
from domain.model.state import BILLED, State
from domain.model.structure import Structure
from domain.model.verdict import Code, Line, Verdict
from domain.model.wish import Do
from domain.services import announce, cart, cart_view
from domain.services.cart import Source
from domain.services.consider import judge
from domain.services.turn import Parent
from domain.store import queries
from domain.store.tables.bookings import Booking
from domain.store.tables.requests import CartLine

#: A day is usual when it was booked in at least so many of the last so many weeks.
USUAL_WEEKS: Final = 3
OF_WEEKS: Final = 4

_CAME: Final = BILLED | {State.ABSENCE_EXCUSED}


@dataclass(frozen=True, slots=True)
class Missing:
    """A usual day that is not booked; `verdict` says that it still can be, and until when."""

    family: Family
    verdict: Verdict


def missing_on(
    session: Session, structure: Structure, day: date, now: datetime, among: Collection[int]
) -> Iterator[Missing]:
    """Yield who, `among` these families, usually comes on `day`'s weekday and has made no choice for it this time."""
    weeks = [day - timedelta(weeks=n) for n in range(1, OF_WEEKS + 1)]
    rows = session.execute(
        select(Booking.family_id, Booking.child_id, Booking.activity)
        .where(Booking.family_id.in_(among), Booking.day.in_(weeks), Booking.state.in_(_CAME))
        .group_by(Booking.family_id, Booking.child_id, Booking.activity)
        .having(func.count(Booking.day.distinct()) >= USUAL_WEEKS)
        .order_by(Booking.family_id, Booking.child_id)
    ).all()
    touched = _touched(session, day, among)
    for family_id, child_id, code in rows:
        if (child_id, code) in touched or not structure.knows(code):
            continue
        family = queries.family_value(session, family_id)
        child = next(c for c in family.children if c.id == child_id)
        (verdict,) = judge(session, structure, [Line(Do.BOOK, child, structure.activity(code), day)], now)
        if verdict.code is Code.OK and verdict.closes_at is not None:
            yield Missing(family, verdict)


def put_in_cart(parent: Parent, child_id: int, code: str, day: str) -> bool:
    """Put the usual day of a reminder's button into the cart; False when it cannot be (any more)."""
    turn = parent.turn
    child = _own(parent.family, child_id)
    if child is None or not turn.structure.knows(code):
        return False
    line = Line(Do.BOOK, child, turn.structure.activity(code), date.fromisoformat(day))
    verdicts = judge(turn.session, turn.structure, [line], turn.asked_at, together=cart.present(parent))
    put = cart.put(parent, verdicts, Source(turn.incoming.key))
    view = cart_view.view(parent)
    announce.reply(parent, Answer(cart=view.shown, refused=put.refused + view.dropped, buttons=view.buttons))
    return put.changed


def _own(family: Family, child_id: int) -> Child | None:
    return next((child for child in family.children if child.id == child_id), None)


def _touched(session: Session, day: date, among: Collection[int]) -> set[tuple[int, str]]:
    """Return (child, activity) of every booking in any state, and every cart line, of that day: a choice was made."""
    own = Booking.family_id.in_(among)
    booked = session.execute(select(Booking.child_id, Booking.activity).where(own, Booking.day == day))
    mine = CartLine.family_id.in_(among)
    in_carts = session.execute(select(CartLine.child_id, CartLine.activity).where(mine, CartLine.day == day))
    return {(child, code) for child, code in [*booked, *in_carts]}
