"""Who stands where on a waiting list: the facts that decide it, and the criteria a règlement may order them by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Priority(StrEnum):
    """A criterion of `[approval].waitlist_priority`: who meets it stands before who does not.

    Towns publish others too (both parents at work, one parent alone); what is not on file cannot be a criterion.
    """

    RECEIVED_DAY = "received_day"  # asked on an earlier day, whatever the hour
    RESIDENT = "resident"  # the family lives in the town
    SIBLING = "sibling"  # a brother or sister has a place on that day
    YOUNGEST = "youngest"  # the younger child first
    FIRST_REQUEST = "first_request"  # the family had never asked before


@dataclass(frozen=True, slots=True)
class Asking:
    """A cart as far as it decides who of those who wait stands before its lines: receipt (aware), and its children."""

    at: datetime
    born: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides where one who waits stands.

    `number` (the booking's) decides between two that were received in the same instant. `raised` is what staff said:
    larger goes first. `late`: asked after the limit. `party`: siblings with the same number wait all or none. `born`
    and `resident` are None where nobody has said.
    """

    received_at: datetime
    number: int
    raised: int = 0
    late: bool = False
    party: int | None = None
    resident: bool | None = None
    sibling: bool = False
    born: date | None = None
    first: bool = False

    @property
    def behind(self) -> bool:
        """Whether they stand behind all who asked in time: late, and not moved up by staff."""
        return self.late and not self.raised
