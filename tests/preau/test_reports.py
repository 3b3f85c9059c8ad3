"""The tables behind `preau show`, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.messages import Channel, Outgoing
from domain.model.state import State
from domain.model.structure import Structure
from domain.services.families_import import import_families
from domain.store import outbox, reports, settings
from domain.store.reports import Filter
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice
from domain.store.tables.people import Child, Family
from preau.config import load

WORLD = Path(__file__).parents[1] / "world"
PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2025, 2, 27, 23, 30, tzinfo=PARIS)


@pytest.fixture(scope="module")
def structure() -> Structure:
    return load(WORLD / "config.toml", {}).structure


@pytest.fixture
def session(database: Sessions, structure: Structure) -> Iterator[Session]:
    with database.begin() as session:
        import_families(session, (WORLD / "families.csv").read_bytes(), structure, NOW)
        yield session


def book(session: Session, child: str, day: date, **more: object) -> None:
    row = session.scalars(select(Child).where(Child.first_name == child)).one()
    facts = {"site": row.site, "activity": "MIDI", "state": State.CONFIRMED, "source": "chat", "received_at": NOW}
    session.add(Booking(child_id=row.id, family_id=row.family_id, day=day, reason="", **{**facts, **more}))
    session.flush()


def days(rows: list[reports.Row]) -> list[tuple[str, date]]:
    return [(row["child"], row["date"]) for row in rows]


def test_bookings_are_shown_by_day_and_limited_by_family_and_days(session: Session) -> None:
    for child, day in (("Victor", date(2025, 3, 4)), ("Elio", date(2025, 3, 4)), ("Victor", date(2025, 3, 6))):
        book(session, child, day)

    everything = reports.bookings(session, Filter(PARIS))
    some = reports.bookings(session, Filter(PARIS, "durand", date(2025, 3, 5), date(2025, 3, 6)))

    assert [child for child, _ in days(everything)] == ["Elio", "Victor", "Victor"]
    assert days(some) == [("Victor", date(2025, 3, 6))]
    assert everything[0]["received_at"] == NOW.astimezone(UTC)


def test_notices_are_what_was_written_unasked(session: Session) -> None:
    durand = session.scalars(select(Family.id).where(Family.key == "durand")).one()
    for key, kind, notice in (("a", "answer", False), ("r", "reminder", True), ("d", "digest", False)):
        outbox.post(
            session,
            key=key,
            kind=kind,
            channel=Channel.EMAIL,
            address="claire.durand@example.org",
            message=Outgoing("…", notice=notice),
            now=NOW,
            family_id=durand if notice else None,
        )

    assert [row["key"] for row in reports.outbox(session, Filter(PARIS))] == ["a", "r", "d"]
    assert [row["key"] for row in reports.notices(session, Filter(PARIS))] == ["r", "d"]
    assert [row["family"] for row in reports.notices(session, Filter(PARIS, "durand"))] == ["durand"]


def test_an_evening_belongs_to_the_day_of_the_structure(session: Session) -> None:
    message = Outgoing("…")
    outbox.post(session, key="k", kind="answer", channel=Channel.CHAT, address="1", message=message, now=NOW)

    assert reports.outbox(session, Filter(PARIS, None, date(2025, 2, 27), date(2025, 2, 27)))
    assert not reports.outbox(session, Filter(PARIS, None, date(2025, 2, 28)))


def test_invoices_are_limited_by_the_months_that_the_days_touch(session: Session) -> None:
    durand = session.scalars(select(Family.id).where(Family.key == "durand")).one()
    for month in ("2025-01", "2025-02", "2025-03"):
        session.add(Invoice(family_id=durand, month=month, status="draft", total_cents=1150))
    session.flush()

    found = reports.invoices(session, Filter(PARIS, "durand", date(2025, 2, 10), date(2025, 2, 20)))

    assert [(row["month"], row["total_cents"], row["paid_cents"], row["number"]) for row in found] == [
        ("2025-02", 1150, 0, None)
    ]


def test_a_watchdog_reads_what_waits_and_for_how_long(session: Session) -> None:
    assert reports.figures(session, NOW)["outbox_oldest_seconds"] == 0

    outbox.post(session, key="k", kind="answer", channel=Channel.CHAT, address="1", message=Outgoing("…"), now=NOW)

    assert reports.figures(session, datetime(2025, 2, 27, 23, 31, tzinfo=PARIS)) == {
        "inbox_waiting": 0,
        "outbox_queued": 1,
        "outbox_oldest_seconds": 60.0,
        "requests_open": 0,
    }


def test_a_watchdog_reads_for_how_long_the_mailbox_was_not_searched(session: Session) -> None:
    settings.write(session, settings.MAIL_SEEN, NOW.isoformat())

    assert reports.figures(session, NOW + timedelta(minutes=6))["mailbox_silent_seconds"] == 360
