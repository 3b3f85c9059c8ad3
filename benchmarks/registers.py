"""What stands in a town's tables: families, two school years of bookings, and all that these leave behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Date,
    Integer,
    MetaData,
    Select,
    String,
    Subquery,
    Table,
    cast,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
)

from domain.model.school_year import DayKind
from domain.model.structure import Structure
from domain.store.tables.base import Base
from domain.store.tables.bookings import Booking, BookingEvent
from domain.store.tables.installation import Setting
from domain.store.tables.messages import Inbox, Outbox
from domain.store.tables.people import Child, Family, Guardian, Staff
from domain.store.tables.requests import Request, RequestLine
from domain.store.types import UtcDateTime

Rows: TypeAlias = Select[*tuple[Any, ...]]

SCHOOLS: Final = 100
#: The families who write during the benchmarks, in every town; their days to come are free.
ACTORS: Final = 10
CHILDREN: Final = ("Léa", "Victor")
STAFF_CHAT: Final = 9001
_FIRST_CHAT: Final = 100_000
#: A child comes on one weekday, in three weeks of four: some 50 bookings in two school years.
_WEEKS: Final = (3, 4)
_MESSAGES_EACH: Final = 10
_WEEKDAYS: Final = (1, 2, 4, 5)
_YEAR: Final = timedelta(weeks=52)
#: When all that a town begins with was written.
BEFORE: Final = datetime(2024, 8, 28, 9, 0, tzinfo=UTC)


def actors(families: int) -> range:
    """Return the ids of the families who write in a town of that size."""
    return range(1, families + 1, max(families // ACTORS, 1))[:ACTORS]


def chat_of(family: int) -> int:
    """Return the private chat of a family's only guardian."""
    return _FIRST_CHAT + family


def address_of(family: int) -> str:
    """Return the mail address of a family's only guardian."""
    return f"parent{family}@example.org"


def start(rules: Structure) -> datetime:
    """Return the instant at which every benchmark begins: a Thursday at 18:00, after four weeks of school."""
    return datetime(2025, 3, 27, 18, 0, tzinfo=rules.zone)


def fill(connection: Connection, families: int, rules: Structure) -> None:
    """Write everything; the indexes of the large tables are laid at the end, which is many times quicker."""
    large = (Booking, BookingEvent, Request, RequestLine, Inbox, Outbox)
    indexes = [index for table in large for index in Base.metadata.tables[table.__tablename__].indexes]
    for index in indexes:
        index.drop(connection)
    _people(connection, families)
    _calendar(connection, rules)
    for table, rows in (
        (Booking, _bookings(families, rules)),
        (BookingEvent, _events()),
        (Request, _requests()),
        (RequestLine, _request_lines(rules)),
        (Inbox, _inbox()),
        (Outbox, _outbox()),
    ):
        connection.execute(insert(table).from_select([c.name for c in rows.selected_columns], rows))
    for index in indexes:
        index.create(connection)


def _people(connection: Connection, families: int) -> None:
    numbers = range(1, families + 1)
    connection.execute(insert(Family), [{"id": n, "key": f"f{n}", "created_at": BEFORE} for n in numbers])
    connection.execute(
        insert(Guardian),
        [
            {
                "id": n, "family_id": n, "first_name": "Claude", "last_name": f"Martin{n}", "email": address_of(n),
                "chat_id": chat_of(n), "linked_at": BEFORE,
            }
            for n in numbers
        ],
    )  # fmt: skip
    _children(connection, families)
    connection.execute(insert(Staff), {"name": "Nadia", "role": "agent", "chat_id": STAFF_CHAT, "created_at": BEFORE})
    connection.execute(insert(Setting), {"name": "invoices_prepared", "value": "2025-02"})


def _children(connection: Connection, families: int) -> None:
    born = date(2017, 5, 4)
    connection.execute(
        insert(Child),
        [
            {
                "family_id": n, "first_name": name, "last_name": f"Martin{n}", "birth_date": born,
                "site": f"ECOLE{n % SCHOOLS:03}", "position": position,
            }
            for n in range(1, families + 1)
            for position, name in enumerate(CHILDREN)
        ],
    )  # fmt: skip


_DAYS: Final = Table(
    "calendar",
    MetaData(),
    Column("day", Date, primary_key=True),
    Column("week", Integer),
    Column("turn", Integer),
    prefixes=["TEMPORARY"],
)


def _calendar(connection: Connection, rules: Structure) -> None:
    """Lay out the school days of this year and of the one before."""
    this_year = [d for d in rules.year.days(rules.year.start, rules.year.end) if rules.year.kind(d) is DayKind.SCHOOL]
    days = [day - back for back in (_YEAR, timedelta(0)) for day in this_year if day.isoweekday() in _WEEKDAYS]
    first = days[0].toordinal()
    _DAYS.create(connection)
    connection.execute(
        insert(_DAYS),
        [
            {"day": day, "week": (day.toordinal() - first) // 7, "turn": _WEEKDAYS.index(day.isoweekday())}
            for day in days
        ],
    )


def _bookings(families: int, rules: Structure) -> Rows:
    """Write a lunch a week for each child; one in twenty was cancelled."""
    some, of = _WEEKS
    today = rules.day_of(start(rules))
    cancelled = (Child.id + _DAYS.c.week) % 20 == 0
    comes = (_DAYS.c.turn == Child.id % len(_WEEKDAYS)) & ((Child.id + _DAYS.c.week) % of < some)
    free = or_(Child.family_id.not_in(list(actors(families))), _DAYS.c.day < today)
    return (
        select(
            Child.family_id,
            Child.id.label("child_id"),
            Child.site,
            literal("MIDI").label("activity"),
            _DAYS.c.day,
            func.iif(cancelled, "cancelled", "confirmed").label("state"),
            literal(value=False).label("late"),
            literal(1150).label("price_cents"),
            literal("chat").label("source"),
            _at(BEFORE).label("received_at"),
            literal("Nadia").label("decided_by"),
            _at(BEFORE).label("decided_at"),
            literal("").label("reason"),
        )
        .join_from(Child, _DAYS, comes & free)
        .order_by(_DAYS.c.day, Child.id)
    )


def _events() -> Rows:
    return select(
        Booking.id.label("booking_id"),
        Booking.received_at.label("at"),
        literal("approve").label("move"),
        literal("requested").label("before"),
        literal("confirmed").label("after"),
        literal("staff:1").label("actor"),
        literal("tg:1").label("source_key"),
        literal("").label("reason"),
    )


def _requests() -> Rows:
    """Write two decided requests a family, one for each school year."""
    year = _numbers(2)
    return select(
        (Family.id * 2 + year.c.number).label("id"),
        Family.id.label("family_id"),
        literal("chat").label("channel"),
        _at(BEFORE).label("received_at"),
        _at(BEFORE).label("promised_by"),
        _at(BEFORE).label("decided_at"),
        literal("Nadia").label("decided_by"),
        literal("tg:1").label("source_key"),
        Family.id.label("guardian_id"),
        cast(Family.id + _FIRST_CHAT, String).label("address"),
        literal(str(STAFF_CHAT)).label("card_chats"),
        literal("").label("mail_message"),
    ).join_from(Family, year, literal(value=True))


def _request_lines(rules: Structure) -> Rows:
    return select(
        (Booking.family_id * 2 + (Booking.day >= rules.year.start)).label("request_id"),
        Booking.id.label("booking_id"),
        literal("book").label("do"),
        literal("confirmed").label("outcome"),
        literal("").label("reason"),
    )


def _numbers(count: int) -> Subquery:
    return union_all(*(select(literal(number).label("number")) for number in range(count))).subquery()


def _messages(kind: str) -> tuple[Any, Any]:
    """Return what a message is keyed by, and the rows to make it of: as many as each family wrote or was sent."""
    number = _numbers(_MESSAGES_EACH)
    key = literal(f"{kind}:") + cast(Family.id, String) + ":" + cast(number.c.number, String)
    return key.label("key"), number


def _inbox() -> Rows:
    key, number = _messages("old")
    return select(
        key,
        literal("chat").label("channel"),
        literal("done").label("state"),
        literal("cart").label("outcome"),
        (cast(Family.id + _FIRST_CHAT, String) + ":" + cast(number.c.number, String)).label("ref"),
        _at(BEFORE).label("received_at"),
        _at(BEFORE).label("stored_at"),
        _at(BEFORE).label("done_at"),
        literal(1).label("attempts"),
        literal(b"").label("raw"),
    ).join_from(Family, number, literal(value=True))


def _outbox() -> Rows:
    key, number = _messages("answer")
    return select(
        key,
        literal("answer").label("kind"),
        Family.id.label("family_id"),
        literal("chat").label("channel"),
        cast(Family.id + _FIRST_CHAT, String).label("address"),
        literal({"text": "…"}, JSON()).label("payload"),
        literal("sent").label("state"),
        *(_at(BEFORE).label(name) for name in ("created_at", "due_at", "held_until", "sent_at")),
        null().label("expires_at"),
        literal(1).label("attempts"),
        (literal("sent ") + cast(Family.id, String)).label("sent_id"),
        literal("").label("error"),
    ).join_from(Family, number, literal(value=True))


def _at(instant: datetime) -> Any:
    return literal(instant, UtcDateTime())
