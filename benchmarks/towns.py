"""Towns of any size in a SQLite file: two school years of bookings, and all that they leave behind in the tables.

A town is written once, by INSERT … SELECT, and kept in the system's temporary folder; each benchmark works on a copy.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

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

from domain.model.activity import Site
from domain.model.school_year import DayKind
from domain.model.structure import Structure
from domain.store import migrate
from domain.store.session import Sessions, open_database
from domain.store.tables import (
    Base,
    Booking,
    BookingEvent,
    Child,
    Family,
    Guardian,
    Inbox,
    Outbox,
    Request,
    RequestLine,
    Setting,
    Staff,
)
from domain.store.types import UtcDateTime
from preau.config import load

_WORLD: Final = Path(__file__).parents[1] / "tests" / "world" / "config.toml"
_KEPT: Final = Path(tempfile.gettempdir()) / f"preau-benchmarks-{os.getuid()}"

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
_LONG_AGO: Final = datetime(2024, 8, 28, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Town:
    """A database with that many families, all under the same rules."""

    sessions: Sessions
    structure: Structure
    families: int

    @property
    def actors(self) -> range:
        """The ids of the families who write, spread over the whole town."""
        return actors(self.families)


def actors(families: int) -> range:
    """Return the ids of the families who write in a town of that size."""
    return range(1, families + 1, max(families // ACTORS, 1))[:ACTORS]


def chat_of(family: int) -> int:
    """Return the private chat of a family's only guardian."""
    return _FIRST_CHAT + family


def address_of(family: int) -> str:
    """Return the mail address of a family's only guardian."""
    return f"parent{family}@example.org"


def structure() -> Structure:
    """Return the reference rules for a town with a hundred schools: the same for every size, so only data differ."""
    base = load(_WORLD, {}).structure
    sites = tuple(Site(f"ECOLE{number:03}", f"École {number}") for number in range(SCHOOLS))
    codes = tuple(site.code for site in sites)
    places = dict.fromkeys(codes, 1000)
    return replace(
        base, sites=sites, activities=tuple(replace(a, sites=codes, capacity=places) for a in base.activities)
    )


def start(rules: Structure) -> datetime:
    """Return the instant at which every benchmark begins: a Thursday at 18:00, after four weeks of school."""
    return datetime(2025, 3, 27, 18, 0, tzinfo=rules.zone)


@contextmanager
def town(families: int) -> Iterator[Town]:
    """Open a fresh copy of the town of that size."""
    rules = structure()
    kept = _kept(families, rules)
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder:
        sessions = open_database(f"sqlite:///{shutil.copyfile(kept, Path(folder) / 'preau.db')}")
        try:
            yield Town(sessions, rules, families)
        finally:
            sessions.close()


def _kept(families: int, rules: Structure) -> Path:
    """Return the file of the town, written when it is not there or not of today's tables."""
    newest = Path(migrate.__file__).parent / "migrations" / "versions"
    sources = [Path(__file__), *sorted(newest.glob("*.py"))]
    mark = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    file = _KEPT / f"town-{families}-{mark}.db"
    if not file.exists():
        _KEPT.mkdir(exist_ok=True)
        for old in _KEPT.glob(f"town-{families}-*"):
            old.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=_KEPT) as folder:
            part = Path(folder) / "part.db"
            _write(part, families, rules)
            part.replace(file)
    return file


def _write(file: Path, families: int, rules: Structure) -> None:
    sessions = open_database(f"sqlite:///{file}")
    migrate.upgrade(sessions)
    with sessions.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        for quickly in ("synchronous=OFF", "cache_size=-200000", "temp_store=MEMORY"):
            driver.execute(f"PRAGMA {quickly}").close()
        with connection.begin():
            _fill(connection, families, rules)
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    sessions.close()


def _fill(connection: Connection, families: int, rules: Structure) -> None:
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
    born = date(2017, 5, 4)
    connection.execute(insert(Family), [{"id": n, "key": f"f{n}", "created_at": _LONG_AGO} for n in numbers])
    connection.execute(
        insert(Guardian),
        [
            {
                "id": n, "family_id": n, "first_name": "Claude", "last_name": f"Martin{n}", "email": address_of(n),
                "chat_id": chat_of(n), "linked_at": _LONG_AGO,
            }
            for n in numbers
        ],
    )  # fmt: skip
    connection.execute(
        insert(Child),
        [
            {
                "family_id": n, "first_name": name, "last_name": f"Martin{n}", "birth_date": born,
                "site": f"ECOLE{n % SCHOOLS:03}", "position": position,
            }
            for n in numbers
            for position, name in enumerate(CHILDREN)
        ],
    )  # fmt: skip
    connection.execute(
        insert(Staff), {"name": "Nadia", "role": "agent", "chat_id": STAFF_CHAT, "created_at": _LONG_AGO}
    )
    connection.execute(insert(Setting), {"name": "invoices_prepared", "value": "2025-02"})


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


def _bookings(families: int, rules: Structure) -> Select[Any]:
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
            _at(_LONG_AGO).label("received_at"),
            literal("Nadia").label("decided_by"),
            _at(_LONG_AGO).label("decided_at"),
            literal("").label("reason"),
        )
        .join_from(Child, _DAYS, comes & free)
        .order_by(_DAYS.c.day, Child.id)
    )


def _events() -> Select[Any]:
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


def _requests() -> Select[Any]:
    """Write two decided requests a family, one for each school year."""
    year = _numbers(2)
    return select(
        (Family.id * 2 + year.c.number).label("id"),
        Family.id.label("family_id"),
        literal("chat").label("channel"),
        _at(_LONG_AGO).label("received_at"),
        _at(_LONG_AGO).label("promised_by"),
        _at(_LONG_AGO).label("decided_at"),
        literal("Nadia").label("decided_by"),
        literal("tg:1").label("source_key"),
        Family.id.label("guardian_id"),
        cast(Family.id + _FIRST_CHAT, String).label("address"),
        literal(str(STAFF_CHAT)).label("card_chats"),
        literal("").label("mail_message"),
    ).join_from(Family, year, literal(value=True))


def _request_lines(rules: Structure) -> Select[Any]:
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


def _inbox() -> Select[Any]:
    key, number = _messages("old")
    return select(
        key,
        literal("chat").label("channel"),
        literal("done").label("state"),
        literal("cart").label("outcome"),
        (cast(Family.id + _FIRST_CHAT, String) + ":" + cast(number.c.number, String)).label("ref"),
        _at(_LONG_AGO).label("received_at"),
        _at(_LONG_AGO).label("stored_at"),
        _at(_LONG_AGO).label("done_at"),
        literal(1).label("attempts"),
        literal(b"{}").label("raw"),
    ).join_from(Family, number, literal(value=True))


def _outbox() -> Select[Any]:
    key, number = _messages("answer")
    return select(
        key,
        literal("answer").label("kind"),
        Family.id.label("family_id"),
        literal("chat").label("channel"),
        cast(Family.id + _FIRST_CHAT, String).label("address"),
        literal({"text": "…"}, JSON()).label("payload"),
        literal("sent").label("state"),
        *(_at(_LONG_AGO).label(name) for name in ("created_at", "due_at", "held_until", "sent_at")),
        null().label("expires_at"),
        literal(1).label("attempts"),
        (literal("sent ") + cast(Family.id, String)).label("sent_id"),
        literal("").label("error"),
    ).join_from(Family, number, literal(value=True))


def _at(instant: datetime) -> Any:
    return literal(instant, UtcDateTime())
