"""In order within a chat, several chats at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Queues by chat: each is worked off by one task, which ends when its queue is empty."""

    def __init__(self, work: Callable[[Item], Awaitable[None]]) -> None:
        """Give every item to `work`, which must not raise."""
        self._work = work
        self._waiting: dict[str, deque[Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: str, item: Item) -> None:
        """Queue `item` behind what waits in `lane`."""
        if lane in self._waiting:
            self._waiting[lane].append(item)
            return
        self._waiting[lane] = deque([item])
        task = asyncio.create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self, within: float) -> None:
        """Let the queues run empty, but for no longer than `within` seconds; then drop what is left."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, lane: str) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting:
                await self._work(waiting.popleft())
        finally:
            del self._waiting[lane]
