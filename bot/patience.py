"""Waiting: how long after which failure, and for whom."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.store.failures import in_short

logger = logging.getLogger("preau.bot")

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the bot is, in seconds.

    `long_poll` is how long Telegram holds an empty answer back, `answer` how long we wait for it in all; after a fault
    the wait grows from `first_wait` to `longest_wait`; `refused` is the wait after a refused token; `retries` are the
    waits before a message that failed is tried again.
    """

    long_poll: int = 10
    answer: float = 20.0
    first_wait: float = 1.0
    longest_wait: float = 30.0
    refused: float = 30.0
    retries: tuple[float, ...] = (1.0, 5.0)

    def waits(self) -> Iterator[float]:
        """Yield the waits between tries, each twice the one before, for ever."""
        wait = self.first_wait
        while True:
            yield wait
            wait = min(wait * 2, self.longest_wait)


async def surely(action: Callable[[], Result]) -> Result:
    """Do `action`, a transaction, in a thread until the database lets it through."""
    waits = Pace().waits()
    while True:
        try:
            return await asyncio.to_thread(action)
        except Exception as error:  # noqa: BLE001 - whatever the driver raises: giving up would lose a message
            wait = next(waits)
            logger.error("database: %s, next try in %g s", in_short(error), wait)  # noqa: TRY400 - may name rows
            await asyncio.sleep(wait)


async def first_of(*works: Coroutine[Any, Any, None]) -> None:
    """Do several works at once until one of them ends; stop the others, and raise what the ended one raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
