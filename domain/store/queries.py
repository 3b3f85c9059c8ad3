"""The SELECTs of the conversation, each named by the question it answers; a list is one query, never many.

Those that every message asks are built once, above the function: SQLAlchemy then has less to do for a question than
SQLite for its answer, not three times as much.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from domain.model import family as values
from domain.model.pools import Pool
from domain.model.state import ACTIVE, State
from domain.model.verdict import Booked, BookingKey
from domain.model.wish import Do
from domain.store import places
from domain.store.conflicts import insert
from domain.store.tables.bookings import AbsenceNotice, Booking
from domain.store.tables.people import Child, Family, Guardian, Staff
from domain.store.tables.requests import Cart, CartLine, Request, RequestLine

#: How many lines `open_requests` reads at most: a chat message shows no more.
MANY: Final = 50


_GUARDIAN_BY_CHAT: Final = select(Guardian).where(Guardian.chat_id == bindparam("chat"))


def guardian_by_chat(session: Session, chat_id: int) -> Guardian | None:
    """Return the guardian whose Telegram user id is `chat_id`."""
    return session.scalar(_GUARDIAN_BY_CHAT, {"chat": chat_id})


_GUARDIAN_BY_EMAIL: Final = select(Guardian).where(Guardian.email == bindparam("address"))


def guardian_by_email(session: Session, address: str) -> Guardian | None:
    """Return the guardian whose address on file is `address` (compared in lower case)."""
    return session.scalar(_GUARDIAN_BY_EMAIL, {"address": address.lower()})


_CHILDREN_OF_SENDERS: Final = (
    select(Guardian.email, Child.first_name)
    .outerjoin(Child, Child.family_id == Guardian.family_id)
    .where(Guardian.email.in_(bindparam("addresses")))
    .order_by(Child.id)
)


def children_of_senders(session: Session, addresses: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the first names of the children of whoever has one of `addresses` (lower case) on file, by address."""
    found: dict[str, list[str]] = {}
    rows = session.execute(_CHILDREN_OF_SENDERS, {"addresses": list(addresses)}) if addresses else ()
    for address, name in rows:
        found.setdefault(str(address), []).extend([name] if name else [])
    return {address: tuple(names) for address, names in found.items()}


def first_guardian(session: Session, family_key: str) -> Guardian | None:
    """Return the guardian who was imported first, the family's first contact."""
    query = select(Guardian).join(Family, Family.id == Guardian.family_id).where(Family.key == family_key)
    return session.scalar(query.order_by(Guardian.id).limit(1))


def guardians_of(session: Session, family_id: int) -> Sequence[Guardian]:
    """Return the family's guardians in the order of import."""
    return session.scalars(select(Guardian).where(Guardian.family_id == family_id).order_by(Guardian.id)).all()


_STAFF_BY_CHAT: Final = select(Staff).where(Staff.chat_id == bindparam("chat"))


def staff_by_chat(session: Session, chat_id: int) -> Staff | None:
    """Return the staff member whose Telegram user id is `chat_id`."""
    return session.scalar(_STAFF_BY_CHAT, {"chat": chat_id})


def linked_staff(session: Session) -> Sequence[Staff]:
    """Return the staff members who opened their link."""
    return session.scalars(select(Staff).where(Staff.chat_id.is_not(None)).order_by(Staff.id)).all()


_FAMILY: Final = (
    select(Family, Child)
    .outerjoin(Child, Child.family_id == Family.id)
    .where(Family.id == bindparam("family"))
    .order_by(Child.position, Child.id)
)


def family_value(session: Session, family_id: int) -> values.Family:
    """Return a family and its children as the language and the rules know them."""
    rows = session.execute(_FAMILY, {"family": family_id}).all()
    session.info["family", family_id] = rows  # while they are held, whatever points at them need not ask for them again
    children = tuple(_child(row.Child) for row in rows if row.Child is not None)
    return values.Family(id=family_id, key=rows[0].Family.key, children=children, resident=rows[0].Family.resident)


def _child(row: Child) -> values.Child:
    return values.Child(row.id, row.first_name, row.last_name, row.site, row.birth_date, school_class=row.school_class)


def birth_dates(session: Session, children: Collection[int]) -> Mapping[int, date | None]:
    """Return the birth dates on file of `children`, by child id; none is asked for where there are no children."""
    if not children:
        return {}
    rows = session.execute(select(Child.id, Child.birth_date).where(Child.id.in_(children)))
    return {number: born for number, born in rows}  # noqa: C416 - typed rows


_CART: Final = (
    select(Cart)
    .where(Cart.family_id == bindparam("family"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_CART_LINES: Final = (
    select(CartLine)
    .where(CartLine.family_id == bindparam("family"))
    .order_by(CartLine.id)
    .execution_options(populate_existing=True)
)


def cart_for_update(session: Session, family_id: int, now: datetime) -> Cart:
    """Return the family's cart with its lines under lock, made when there is none yet.

    The lines are read by themselves: what a lock waited for is not in the statement that waited.
    """
    asked = {"family": family_id}
    cart = session.scalar(_CART, asked)
    if cart is None:
        new = insert(session, Cart).values(family_id=family_id, version=0, updated_at=now)
        session.execute(new.on_conflict_do_nothing(index_elements=[Cart.family_id]))  # somebody else may be quicker
        cart = session.scalars(_CART, asked).one()
    set_committed_value(cart, "lines", list(session.scalars(_CART_LINES, asked)))
    return cart


_BOOKED_ON: Final = select(
    Booking.id,
    Booking.child_id,
    Booking.activity,
    Booking.day,
    Booking.state,
    Booking.hour,
    Booking.price_cents,
    Booking.surcharge_cents,
    Booking.reduction_cents,
    Booking.aid_cents,
    Booking.wanted_hour,
).where(Booking.child_id.in_(bindparam("children")), Booking.day.in_(bindparam("days")), places.in_states(ACTIVE))


def booked_on(session: Session, children: Collection[int], days: Collection[date]) -> Mapping[BookingKey, Booked]:
    """Return the active bookings of `children` on `days`, in one query."""
    rows = session.execute(_BOOKED_ON, {"children": list(children), "days": list(days)})
    return {
        (child, activity, day): Booked(booking, State(state), hour, cents, late, off, aid, wanted)
        for booking, child, activity, day, state, hour, cents, late, off, aid, wanted in rows
    }


def active_bookings(
    session: Session, children: Collection[int], days: Collection[date], *, lock: bool = False
) -> Sequence[Booking]:
    """Return the rows behind `booked_on`, in the order of the calendar, under lock when they are about to change."""
    query = (
        select(Booking)
        .where(Booking.child_id.in_(children), Booking.day.in_(days), Booking.state.in_(ACTIVE))
        .order_by(Booking.day, Booking.child_id, Booking.id)
    )
    return session.scalars(query.with_for_update() if lock else query).all()


def active_on(session: Session, family_id: int, days: Collection[date]) -> Sequence[Booking]:
    """Return the family's active bookings on `days`, with their children, under lock: their prices may change."""
    query = select(Booking).where(Booking.family_id == family_id, Booking.day.in_(days), Booking.state.in_(ACTIVE))
    return session.scalars(
        query.order_by(Booking.id).options(joinedload(Booking.child)).with_for_update(of=Booking)
    ).all()


def coming(session: Session, family_id: int, first: date, last: date) -> Sequence[Booking]:
    """Return the family's active bookings from `first` to `last`, in the order of the calendar."""
    return session.scalars(
        select(Booking)
        .where(Booking.family_id == family_id, Booking.day.between(first, last), Booking.state.in_(ACTIVE))
        .order_by(Booking.day, Booking.child_id, Booking.id)
    ).all()


def request_for_update(session: Session, request_id: int) -> Request | None:
    """Return a request with its lines and their bookings, under lock."""
    row = session.scalar(
        select(Request).where(Request.id == request_id).with_for_update().execution_options(populate_existing=True)
    )
    if row is not None:
        session.scalars(
            select(Booking)
            .where(Booking.id.in_([line.booking_id for line in row.lines]))
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all()
    return row


def days_of_request(session: Session, request_id: int) -> Collection[date]:
    """Return the days that a request is about."""
    query = select(Booking.day).join(RequestLine).where(RequestLine.request_id == request_id)
    return set(session.scalars(query))


def open_requests(session: Session, family_id: int | None = None) -> Sequence[Request]:
    """Return the requests that wait for staff, oldest first, at most MANY."""
    query = select(Request).where(Request.decided_at.is_(None)).order_by(Request.received_at, Request.id)
    if family_id is not None:
        query = query.where(Request.family_id == family_id)
    lines = selectinload(Request.lines).joinedload(RequestLine.booking).joinedload(Booking.child)
    return session.scalars(query.options(lines).limit(MANY)).all()


def open_requests_in(session: Session, pools: Collection[Pool], *, besides: str, limit: int) -> Sequence[Request]:
    """Return open requests with an undecided booking in one of `pools`, oldest first, under lock.

    Left out are those that the message `besides` made, those on which a reason is being chosen, and those that
    somebody else holds: they are written anew by whoever does.
    """
    asked = exists().where(
        RequestLine.request_id == Request.id,
        RequestLine.outcome.is_(None),
        RequestLine.do == Do.BOOK,
        RequestLine.wanted_hour.is_(None),
        Booking.id == RequestLine.booking_id,
        *places.there(pools),
        *places.drawing_on(pools),
    )
    query = select(Request).where(
        Request.decided_at.is_(None), Request.source_key != besides, Request.refusing.is_(None), asked
    )
    lines = selectinload(Request.lines).joinedload(RequestLine.booking).joinedload(Booking.child)
    locked = query.order_by(Request.received_at, Request.id).limit(limit).with_for_update(of=Request, skip_locked=True)
    return session.scalars(locked.options(lines).execution_options(populate_existing=True)).all()


def requests_waiting_for(session: Session, bookings: Collection[int], *, but: int | None = None) -> Sequence[Request]:
    """Return the open requests that have an unsettled line about one of `bookings`, under lock, less the one `but`."""
    if not bookings:
        return []
    waiting = select(RequestLine.request_id).where(
        RequestLine.booking_id.in_(bookings), RequestLine.outcome.is_(None), RequestLine.request_id != (but or 0)
    )
    return session.scalars(
        select(Request)
        .where(Request.id.in_(waiting), Request.decided_at.is_(None))
        .order_by(Request.id)
        .with_for_update()
    ).all()


def count_open_requests(session: Session) -> int:
    """Count the requests that wait for staff."""
    return session.scalar(select(func.count()).select_from(Request).where(Request.decided_at.is_(None))) or 0


def latest_absence(session: Session, family_id: int) -> AbsenceNotice | None:
    """Return the family's last absence notice that still stands."""
    return session.scalar(
        select(AbsenceNotice)
        .where(AbsenceNotice.family_id == family_id, AbsenceNotice.undone_at.is_(None))
        .order_by(AbsenceNotice.id.desc())
        .limit(1)
    )


def absence_covering(session: Session, child_id: int, first: date, last: date) -> AbsenceNotice | None:
    """Return a standing notice of this child that covers all of `first` to `last`."""
    return session.scalar(
        select(AbsenceNotice)
        .where(
            AbsenceNotice.child_id == child_id,
            AbsenceNotice.undone_at.is_(None),
            AbsenceNotice.first_day <= first,
            AbsenceNotice.last_day >= last,
        )
        .limit(1)
    )
