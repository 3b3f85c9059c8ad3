"""What must be true besides the deadline: from when a day may be asked, and how often one child may come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from domain.model.activity import PeriodKind


@dataclass(frozen=True, slots=True)
class Opening:
    """One `[[opening]]`: from when the days it names may be booked. Empty sets and None mean "any".

    Booking opens on `opens` at the hour `at` (local) and ends with the day `until`. `first_day` and `last_day` bound
    the days of care, `sites` are those of the children's schools. For `residents_first` days only families known to
    live in the town may book ("inscriptions ouvertes en priorité aux habitants").
    """

    opens: date
    at: time = time(0, 0)
    until: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    activities: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    period: PeriodKind | None = None
    residents_first: int = 0


@dataclass(frozen=True, slots=True)
class Maximum:
    """One `[[maximum]]`: how many of these activities one child may have, on a day and in an ISO week."""

    activities: frozenset[str]
    per_day: int | None = None
    per_week: int | None = None
