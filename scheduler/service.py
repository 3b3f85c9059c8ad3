"""APScheduler as the metronome: it only says "again"; what is due stands in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from domain.clock import Clock, SystemClock
from domain.model.structure import Structure
from domain.store.session import Sessions
from scheduler.jobs import EVERY, run_all
from scheduler.patience import until
from scheduler.stepped import SteppedClock

_LOOK_SECONDS: Final = 1.0  # at the machine's clock


class SchedulerService:
    """Runs the table of jobs at the start and then every EVERY seconds, never twice at once."""

    def __init__(  # noqa: PLR0913 - what it works with
        self,
        structure: Structure,
        sessions: Sessions,
        clock: Clock,
        on_queued: Callable[[], None],
        staff_chat: int | None = None,
        *,
        machine: Clock | None = None,
    ) -> None:
        """Tick for `structure`; `on_queued` wakes the courier when something was queued.

        The metronome goes by the `machine`'s own clock, and is set anew when that is set back.
        """
        self._structure = structure
        self._sessions = sessions
        self._clock = clock
        self._on_queued = on_queued
        self._staff_chat = staff_chat
        self._stepped = SteppedClock(machine or SystemClock())

    async def run(self, stop: asyncio.Event) -> None:
        """Tick until `stop` is set; a tick under way is finished."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        job = scheduler.add_job(
            self._tick,
            IntervalTrigger(seconds=EVERY, timezone=UTC),
            next_run_time=SystemClock().now(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        scheduler.start()
        try:
            while not stop.is_set():
                await until(stop, _LOOK_SECONDS)
                _, back = self._stepped.now()
                if back:  # the next tick would wait until the clock has caught up
                    job.modify(next_run_time=SystemClock().now())
        finally:
            scheduler.shutdown(wait=True)

    async def _tick(self) -> None:
        done = await asyncio.to_thread(run_all, self._sessions, self._structure, self._clock, self._staff_chat)
        if done:
            self._on_queued()
