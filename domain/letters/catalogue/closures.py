"""What Préau says when staff close days: to the families concerned, and to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysClosed(Letter):
    """Staff closed days on which the family's children were booked: they are cancelled and not billed.

    `classes` are those of these children, where only some classes are closed.
    """

    template: ClassVar[str] = "days_closed"
    items: tuple[Item, ...]
    reason: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedSpan:
    """Days closed at a site (all its activities, all its classes when none is named), and why."""

    site: str
    activities: tuple[str, ...]
    first_day: date
    last_day: date
    reason: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClosing(Letter):
    """What closing would take back, with its buttons; once `done` (yes or no) by whom, and without.

    `classless` children are booked then, and nobody has said in which class they are; `everybody` is what is closed to
    all children already, where a class is closed.
    """

    template: ClassVar[str] = "staff_closing"
    span: ClosedSpan
    bookings: int
    families: int
    done: str = ""  # closed | left
    by: str = ""
    classless: int = 0
    everybody: tuple[ClosedSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClosedAlready(Letter):
    """All that was to be closed is `closed` already: nothing is asked."""

    template: ClassVar[str] = "staff_closed_already"
    closed: tuple[ClosedSpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReopened(Letter):
    """What was opened again, nothing when no such closure was in force; what stays closed to `everybody`.

    Only where classes were to be opened: without them everybody's closures are lifted too.
    """

    template: ClassVar[str] = "staff_reopened"
    spans: tuple[ClosedSpan, ...]
    everybody: tuple[ClosedSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffClosingHelp(Letter):
    """A command to close or reopen that lacks something: `missing`, `said` and `choices` as `Closing` has them.

    `understood` is what was read of it all the same, `examples` what to type instead; `activities` (those of the days)
    and `classes` are those of the site. On the days from `without[0]` to `without[1]` nothing takes place, for `why`
    when the calendar has a name for it.
    """

    template: ClassVar[str] = "staff_closing_help"
    missing: str
    sites: tuple[str, ...]
    said: str = ""
    choices: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    without: tuple[date, date] | None = None
    why: str = ""
