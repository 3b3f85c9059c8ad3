"""A soft limit on sending, below those at which Telegram answers 429 (it publishes no exact ones)."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Final

from domain.errors import SendFailed

#: A longer wait is not slept through, because the outbox's lease runs: the message is put off instead.
PATIENCE: Final = 1.0

#: So many chats are remembered before the silent ones are forgotten.
_REMEMBERED: Final = 1000


class Window:
    """At most `limit` sends in any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Return the seconds until another send is allowed."""
        self.busy(now)
        return 0.0 if len(self._times) < self._limit else max(self._times[-self._limit] + self._seconds - now, 0.0)

    def busy(self, now: float) -> bool:
        """Tell whether anything was sent within the window."""
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()
        return bool(self._times)

    def note(self, now: float) -> None:
        """Count a send."""
        self._times.append(now)


class Bucket:
    """One send every `seconds`, of which `burst` may come at once."""

    def __init__(self, burst: int, seconds: float) -> None:
        self._slack = (burst - 1) * seconds
        self._seconds = seconds
        self._paid_until = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until another send is allowed."""
        return max(self._paid_until - self._slack - now, 0.0)

    def busy(self, now: float) -> bool:
        """Tell whether the bucket is not full again."""
        return self._paid_until > now

    def note(self, now: float) -> None:
        """Count a send."""
        self._paid_until = max(self._paid_until, now) + self._seconds


class Throttle:
    """25 sends a second in all; one a second to a chat, three at once; 18 a minute to a group."""

    def __init__(self) -> None:
        self._all = Window(25, 1.0)
        self._chats: dict[int, list[Window | Bucket]] = {}

    async def admit(self, chat: int | None) -> None:
        """Wait until a send to `chat` is allowed; None counts only against the whole.

        Raises:
            SendFailed: the wait is too long; `retry_after` says how long.

        """
        while wait := max(window.wait(time.monotonic()) for window in self._windows(chat)):
            if wait > PATIENCE:
                raise SendFailed("our own pace", retry_after=wait)
            await asyncio.sleep(wait)
        self.count(chat)

    def count(self, chat: int | None) -> None:
        """Count a send to `chat` that does not wait."""
        for window in self._windows(chat):
            window.note(time.monotonic())

    def _windows(self, chat: int | None) -> list[Window | Bucket]:
        if chat is None:
            return [self._all]
        if chat not in self._chats:
            self._forget_silent()
            group = [Window(18, 60.0)] if chat < 0 else []
            self._chats[chat] = [self._all, Bucket(3, 1.0), *group]
        return self._chats[chat]

    def _forget_silent(self) -> None:
        if len(self._chats) >= _REMEMBERED:
            now = time.monotonic()
            lively = ((chat, own) for chat, own in self._chats.items() if any(window.busy(now) for window in own[1:]))
            self._chats = dict(lively)
