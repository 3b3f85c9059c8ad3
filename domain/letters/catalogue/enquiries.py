"""What families look up: their days, requests and children, limits, places left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning(Letter):
    """The coming days of each child; `past_absences` are not shown."""

    template: ClassVar[str] = "planning"
    children: tuple[tuple[str, tuple[Item, ...]], ...]
    more: int = 0
    queued: bool = False  # some of them are on a waiting list


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestsShown(Letter):
    """Requests that still wait for the office; `queued` wait for a place, with their rank.

    `undo`: it was asked to take something back, without saying what.
    """

    template: ClassVar[str] = "requests_shown"
    requests: tuple[tuple[int, datetime, tuple[Item, ...]], ...]
    queued: tuple[Item, ...] = ()
    undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenShown(Letter):
    """The family's children: name, age (years), site."""

    template: ClassVar[str] = "children_shown"
    children: tuple[tuple[str, int | None, str], ...]


@dataclass(frozen=True, slots=True)
class LimitShown:
    """Until when the slots of a day may be booked and cancelled (local instants); those with equal limits together.

    `opens` (local) is set while booking is not open yet, `later` where those of the town are first (`Remark.why`).
    """

    activities: tuple[str, ...]
    day: date
    book: datetime | None
    cancel: datetime | None
    book_passed: bool
    cancel_passed: bool
    opens: datetime | None = None
    later: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesTold(Letter):
    """The answer to "jusqu'à quand…?"."""

    template: ClassVar[str] = "deadlines_told"
    limits: tuple[LimitShown, ...]


@dataclass(frozen=True, slots=True)
class PlacesShown:
    """Places left on one slot; `closed` tells why it does not run, `opens` (local) and `later` as of limits.

    `child` is named where its brothers and sisters find other places on the same slot; `school_class` where only its
    class is closed out.
    """

    activity: str
    site: str
    day: date
    left: int
    closed: str = ""
    opens: datetime | None = None
    later: str = ""
    child: str = ""
    school_class: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesTold(Letter):
    """The answer to "reste-t-il de la place…?"."""

    template: ClassVar[str] = "places_told"
    places: tuple[PlacesShown, ...]
