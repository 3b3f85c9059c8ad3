"""Only one process may ask Telegram for updates: a lease row says which."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

from bot.patience import surely
from domain.clock import Clock
from domain.store import lease
from domain.store.session import Sessions

logger = logging.getLogger("preau.bot")

NAME: Final = "telegram-poller"

#: A killed process holds the lease for so long.
TTL: Final = timedelta(seconds=15)

#: Seconds between two renewals, and between two tries of a process that waits.
RENEW: Final = 5.0
RETRY: Final = 2.0


class Turn:
    """Our claim to the poller's place."""

    def __init__(self, sessions: Sessions, clock: Clock, holder: str | None = None) -> None:
        """Claim under the name `holder`, or under this process's own."""
        self._sessions = sessions
        self._clock = clock
        self._holder = holder or lease.holder_name()

    async def claim(self) -> bool:
        """Take or renew the lease; False while another process has it."""
        return await surely(self._claim)

    async def keep(self) -> None:
        """Renew the lease until another process has it, which only happens when we were silent for too long."""
        while await self.claim():  # noqa: ASYNC110 - another process's row sets no event here
            await asyncio.sleep(RENEW)
        logger.error("the poller's lease was lost to another process")

    async def release(self) -> None:
        """Give the lease back, so that another process need not wait for its end."""
        try:
            await asyncio.to_thread(self._release)
        except Exception as error:  # noqa: BLE001 - it ends by itself
            logger.warning("the poller's lease was not given back: %s", type(error).__name__)

    def _claim(self) -> bool:
        with self._sessions.begin() as session:
            return lease.take(session, NAME, self._holder, self._clock.now(), TTL)

    def _release(self) -> None:
        with self._sessions.begin() as session:
            lease.release(session, NAME, self._holder)
