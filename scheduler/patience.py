"""Waiting: for news, and between tries while the database is away."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

_TROUBLE_SECONDS: Final = (0.5, 1, 2, 5, 10)


def trouble_seconds(troubles: int) -> float:
    """Return how long to wait after so many failures of the database in a row."""
    return _TROUBLE_SECONDS[min(troubles, len(_TROUBLE_SECONDS)) - 1]


async def until(event: asyncio.Event, seconds: float) -> None:
    """Wait for `event`, at most so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
