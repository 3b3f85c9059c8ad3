"""Booked days as a calendar file (RFC 5545, METHOD:PUBLISH), for the programs of Outlook, Apple and Google."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from icalendar import Calendar, Event

_PROGRAM: Final = "-//Preau//Reservations//FR"


@dataclass(frozen=True, slots=True)
class Entry:
    """One booked day: `uid` never changes, `sequence` grows with each change of the booking; instants are aware."""

    uid: str
    sequence: int
    summary: str
    place: str
    starts: datetime
    ends: datetime
    cancelled: bool


def calendar_file(entries: Sequence[Entry], name: str, now: datetime) -> str:
    """Write `entries` as the calendar called `name`.

    Instants are in UTC: so no program needs to know the zone. A day that is cancelled keeps its UID with a higher
    SEQUENCE and STATUS:CANCELLED, so that it replaces what an earlier file said (RFC 5546, 3.2.1 and 3.2.5).
    """
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, now))
    content: bytes = calendar.to_ical()
    return content.decode()


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    event.add("summary", entry.summary)
    event.add("location", entry.place)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # the parent is not busy meanwhile
    return event
