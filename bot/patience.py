"""Waiting: how long after which failure, and for whom."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, Final, TypeVar

logger = logging.getLogger("preau.bot")

Result = TypeVar("Result")

#: Seconds: the first wait after a failure, and the longest.
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 30.0


def growing_waits(first: float = FIRST_WAIT, longest: float = LONGEST_WAIT) -> Iterator[float]:
    """Yield waits in seconds, each twice the one before, up to `longest`, for ever."""
    wait = first
    while True:
        yield wait
        wait = min(wait * 2, longest)


async def surely(action: Callable[[], Result]) -> Result:
    """Do `action`, a transaction, in a thread until the database lets it through."""
    waits = growing_waits()
    while True:
        try:
            return await asyncio.to_thread(action)
        except Exception as error:  # noqa: BLE001 - whatever the driver raises: giving up would lose a message
            wait = next(waits)
            logger.error("database: %s, next try in %g s", type(error).__name__, wait)  # noqa: TRY400 - may name rows
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
