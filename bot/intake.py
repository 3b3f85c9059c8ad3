"""From a raw update to a handled one: stored, queued by chat, handled, marked done."""

from __future__ import annotations

import asyncio
import functools
import logging
import time
from collections.abc import Iterable, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import Application

from bot import arrival as arrivals
from bot.arrival import Arrival
from bot.door import Door
from bot.lanes import Lanes
from bot.patience import Pace, surely
from domain.clock import Clock
from domain.model.messages import Channel
from domain.store import inbox
from domain.store.session import Sessions

logger = logging.getLogger("preau.bot")

#: How many chats are served at once. More of them only wait for each other in the HTTP client's pool.
AT_ONCE: Final = 8


class Intake:
    """Keeps every update until it is handled, and handles it once."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        *,
        desk: Door,
        sessions: Sessions,
        clock: Clock,
        pace: Pace,
    ) -> None:
        """Handle updates with `application`'s handlers; try again at `pace` when one fails."""
        self._application = application
        self._desk = desk
        self._sessions = sessions
        self._clock = clock
        self._retries = pace.retries
        self._places = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[str] = set()
        self._lanes: Lanes[Arrival] = Lanes(self._handle)

    async def resume(self) -> None:
        """Queue what an earlier run stored and did not finish."""
        self._queue(await surely(self._pending))

    async def store(self, updates: Sequence[dict[str, Any]]) -> Sequence[Arrival]:
        """Keep `updates` in one transaction; return those that are still to be handled. Raises what the database does.

        Only after this may they be confirmed to Telegram.
        """
        return await asyncio.to_thread(self._store, updates)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store `updates` and queue them for handling. Raises what the database does; then nothing was queued."""
        self._queue(await self.store(updates))

    async def close(self, within: float) -> None:
        """Finish what is queued in at most `within` seconds; the rest stays in the inbox for the next start."""
        await self._lanes.close(within)

    def _queue(self, found: Iterable[Arrival]) -> None:
        for arrival in found:
            if arrival.key not in self._under_way:
                self._under_way.add(arrival.key)
                self._lanes.put(arrival.chat, arrival)

    def _pending(self) -> Sequence[Arrival]:
        with self._sessions.reading() as session:
            return [arrivals.of_row(row) for row in inbox.pending(session, Channel.CHAT)]

    def _store(self, updates: Sequence[dict[str, Any]]) -> Sequence[Arrival]:
        now = self._clock.now()
        fresh = []
        with self._sessions.begin() as session:
            for raw in updates:
                new = arrivals.of_update(raw, now)
                row = inbox.store(
                    session,
                    key=new.key,
                    channel=Channel.CHAT,
                    raw=arrivals.packed(raw),
                    received_at=new.received_at,
                    now=now,
                )
                if row.state == "new":
                    fresh.append(arrivals.of_row(row))
        return fresh

    async def _handle(self, arrival: Arrival) -> None:
        started = time.monotonic()
        try:
            outcome = await self._carry_out(arrival)
        finally:
            self._under_way.discard(arrival.key)
        spent = (time.monotonic() - started) * 1000
        logger.info("channel=chat key=%s kind=%s outcome=%s ms=%.0f", arrival.key, arrival.kind, outcome, spent)

    async def _carry_out(self, arrival: Arrival) -> str:
        """Try until the update is handled or set aside; return the outcome for the log."""
        update = self._parse(arrival)
        if update is None:
            await self._finish(arrival, "unreadable")
            return "unreadable"
        while not await self._try(arrival, update):
            if await surely(functools.partial(self._count_failure, arrival)):
                return "failed"
            arrival.attempts += 1
            await asyncio.sleep(self._retries[min(arrival.attempts, len(self._retries)) - 1])
        if arrival.handed:
            return "handled"  # the desk has marked it, in the transaction of its effect
        await self._finish(arrival, "ignored")
        return "ignored"

    def _parse(self, arrival: Arrival) -> Update | None:
        try:
            return Update.de_json(arrival.raw, self._application.bot)
        except Exception as error:  # noqa: BLE001 - one odd update must not keep all others from being read
            logger.error("%s cannot be read: %s", arrival.key, type(error).__name__)  # noqa: TRY400 - would quote it
            return None

    async def _try(self, arrival: Arrival, update: Update) -> bool:
        arrival.error = None
        async with self._places:
            arrivals.current.set(arrival)
            await self._application.process_update(update)
        return arrival.error is None

    async def _finish(self, arrival: Arrival, outcome: str) -> None:
        await surely(functools.partial(self._mark_done, arrival.key, outcome))

    def _mark_done(self, key: str, outcome: str) -> None:
        with self._sessions.begin() as session:
            if inbox.begin(session, key):
                inbox.finish(session, key, outcome=outcome, now=self._clock.now())

    def _count_failure(self, arrival: Arrival) -> bool:
        """Count a failed try; True when it was the last. The apology goes first: a crash between may not lose it."""
        error = type(arrival.error).__name__
        last = arrival.attempts + 1 >= inbox.GIVE_UP_AFTER
        logger.warning("%s failed: %s%s", arrival.key, error, ", set aside" if last else "")
        if last:
            self._apologise(arrival)
        with self._sessions.begin() as session:
            return inbox.failed(session, arrival.key, error=error, now=self._clock.now()) or last

    def _apologise(self, arrival: Arrival) -> None:
        if arrival.kind not in arrivals.SPOKEN or not arrival.chat:
            return
        try:
            self._desk.give_up(arrival.key, channel=Channel.CHAT, chat=arrival.chat)
        except Exception as error:  # noqa: BLE001 - the database being down is told by the next transaction
            logger.error("%s: no apology: %s", arrival.key, type(error).__name__)  # noqa: TRY400 - would quote it
