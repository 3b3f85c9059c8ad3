"""Keeps the parts running: one that dies is logged and made anew, later each time it dies quickly."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final, Protocol

logger = logging.getLogger("preau.run")

#: Seconds before a part that died is made anew; one that had run for as long as the last step begins again.
BACK_OFF: Final = (1.0, 2.0, 5.0, 15.0, 60.0)


class Service(Protocol):
    """A part of the program; it runs until it is told to stop, and waits out the faults of the outside by itself."""

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set."""
        ...


class Supervised:
    """One part and how it is doing."""

    def __init__(self, name: str, make: Callable[[], Service], back_off: tuple[float, ...] = BACK_OFF) -> None:
        """Run what `make` returns, again and again, `back_off` seconds apart."""
        self.name = name
        self.restarts = 0
        self.service: Service | None = None
        self._make = make
        self._back_off = back_off

    async def run(self, stop: asyncio.Event) -> None:
        """Run the part until `stop` is set, whatever happens to it."""
        quick_deaths = 0
        while not stop.is_set():
            started = time.monotonic()
            try:
                self.service = self._make()
                await self.service.run(stop)
            except Exception:
                logger.exception("part died", extra={"part": self.name})
            self.service = None
            if stop.is_set():
                return
            self.restarts += 1
            quick_deaths = 0 if time.monotonic() - started >= self._back_off[-1] else quick_deaths + 1
            wait = self._back_off[min(quick_deaths, len(self._back_off)) - 1] if quick_deaths else self._back_off[0]
            logger.warning("part is started again", extra={"part": self.name, "after_s": wait})
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)


async def supervise(parts: Iterable[Supervised], stop: asyncio.Event) -> None:
    """Run `parts` side by side until `stop` is set and all of them have ended."""
    async with asyncio.TaskGroup() as group:
        for part in parts:
            group.create_task(part.run(stop), name=part.name)
