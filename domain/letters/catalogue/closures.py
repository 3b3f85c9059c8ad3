"""What Préau says when staff close days: to the families concerned, and to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysClosed(Letter):
    """Staff closed days on which the family's children were booked: they are cancelled and not billed."""

    template: ClassVar[str] = "days_closed"
    items: tuple[Item, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClosedSpan:
    """Days closed at a site (all its activities when none is named), and why."""

    site: str
    activities: tuple[str, ...]
    first_day: date
    last_day: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClosing(Letter):
    """What closing would take back, with its buttons; once `done` (yes or no) by whom, and without."""

    template: ClassVar[str] = "staff_closing"
    span: ClosedSpan
    bookings: int
    families: int
    done: str = ""  # closed | left
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReopened(Letter):
    """What was opened again; nothing when no such closure was in force."""

    template: ClassVar[str] = "staff_reopened"
    spans: tuple[ClosedSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClosingHelp(Letter):
    """A command to close or reopen that lacks something: `missing` is site, days, days_apart or activities."""

    template: ClassVar[str] = "staff_closing_help"
    missing: str
    sites: tuple[str, ...]
