"""The one place that asks the time. Everything else takes an instant as an argument."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the instant at which we act (never the one by which a deadline is judged)."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock, shifted by a constant so that a trial can run "on 3 March 2025" (PREAU_NOW)."""

    def __init__(self, starts_at: datetime | None = None) -> None:
        """Run from `starts_at` (an aware instant) on, or with the machine when it is None."""
        self._shift = starts_at - datetime.now(UTC) if starts_at else timedelta(0)

    def now(self) -> datetime:
        """Return the shifted present instant, aware, in UTC."""
        return datetime.now(UTC) + self._shift


class ManualClock:
    """A clock that stands still until it is moved: for the demo, the command line's `--now`, and the tests."""

    def __init__(self, now: datetime) -> None:
        """Stand at `now`, an aware instant."""
        self._now = now.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant at which the clock stands, in UTC."""
        return self._now

    def move_to(self, now: datetime) -> None:
        """Stand at `now`, an aware instant, from here on."""
        self._now = now.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Stand `step` later."""
        self._now += step
