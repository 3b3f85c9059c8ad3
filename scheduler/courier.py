"""Drains the outbox: takes what is due, hands it to the sender of its channel, notes what became of it.

At least once: a row is leased while it is being sent and settled afterwards; what a killed process had in hand is
taken up again when its lease ends (`outbox.LEASE`). Any number of couriers may work on one database.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias

from domain.clock import Clock, SystemClock
from domain.errors import SendFailed
from domain.model.messages import Channel
from domain.store import outbox, retries
from domain.store.failures import in_short
from domain.store.outbox import Parcel
from domain.store.session import Sessions, StoreFailure
from scheduler.patience import trouble_seconds, until
from scheduler.stepped import HELD_BY_NOBODY, SteppedClock, free_held

logger = logging.getLogger(__name__)

#: What remains to be written about a parcel, given a session.
Note: TypeAlias = Callable[..., None]

_AT_A_TIME: Final = 8  # per channel, so that slow mails never hold back the chat
_POLL_SECONDS: Final = 0.5  # another process may have posted, or a retry fallen due
_SEND_SECONDS: Final = 120  # no server is worth waiting for any longer
_STOP_SECONDS: Final = 4  # after the parts had theirs: the whole program stops in less than ten
_RENEW_AFTER: Final = outbox.LEASE / 2

#: What a sender fails on in a way nobody foresaw is given up after so many tries (an hour for chat, a day for mail): it
#: would hold back its chat for ever. A mail that its server refuses for now is given up as late.
_TRIES: Final = MappingProxyType({Channel.CHAT: 60, Channel.EMAIL: 11})
#: A mail that may have been taken is sent once more under its id, and then given up as unknown.
_DOUBTS: Final = 1
#: Somebody is told after so many refusals of our password in a row: one may be the provider's own trouble.
_LOCKED_OUT_TOLD: Final = 3


class Sender(Protocol):
    """Hands messages of one channel over to the outside."""

    async def send(self, parcel: Parcel) -> str:
        """Hand `parcel` over and return the id that the server gave it; raise SendFailed otherwise."""
        ...


class Courier:
    """Serves the channels for which it has a sender, each on its own.

    `on_gone(parcel)` is called in a thread when a message can never be delivered, before the row is closed; it must
    bear being called twice for one parcel (a crash in between), and when it fails both are tried again.
    """

    def __init__(  # noqa: PLR0913 - what it works with
        self,
        sessions: Sessions,
        senders: Mapping[Channel, Sender],
        clock: Clock,
        on_gone: Callable[[Parcel], None] | None = None,
        *,
        on_locked_out: Callable[[], None] | None = None,
        machine: Clock | None = None,
    ) -> None:
        """Serve the outbox of `sessions` by `senders`; leases and pauses go by the `machine`'s own clock.

        `on_locked_out` is called in a thread when the mail server refuses our password again and again.
        """
        clocks, told = (clock, machine or SystemClock()), (on_gone, on_locked_out)
        self._lanes = [_Lane(sessions, channel, sender, clocks, told) for channel, sender in senders.items()]
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set, then finish what is on its way (at most 4 s)."""
        self._loop = asyncio.get_running_loop()
        stopping = asyncio.create_task(stop.wait())
        stopping.add_done_callback(lambda _: self._ring())
        try:
            await asyncio.gather(*(lane.run(stop) for lane in self._lanes))
        finally:
            self._loop = None
            stopping.cancel()

    def wake(self) -> None:
        """Say that something was posted; from any thread, and harmless when nobody is running."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # closed in this very moment
                loop.call_soon_threadsafe(self._ring)

    async def drain(self) -> None:
        """Send until nothing is due; what was put off stays for later."""
        await asyncio.gather(*(lane.drain() for lane in self._lanes))

    def _ring(self) -> None:
        for lane in self._lanes:
            lane.news.set()


class _Lane:
    """One channel: its sender, what is on its way, and whether the outside is to be left alone for a while."""

    def __init__(
        self,
        sessions: Sessions,
        channel: Channel,
        sender: Sender,
        clocks: tuple[Clock, Clock],
        told: tuple[Callable[[Parcel], None] | None, Callable[[], None] | None],
    ) -> None:
        self.news = asyncio.Event()
        self._sessions = sessions
        self._channel = channel
        self._sender = sender
        self._clock, self._wall = clocks
        self._on_gone, self._on_locked_out = told
        self._on_its_way: dict[asyncio.Task[None], Parcel] = {}
        self._stepped = SteppedClock(self._wall)
        self._beyond = HELD_BY_NOBODY
        self._leased_at = self._wall.now()
        self._paused_until = datetime.min.replace(tzinfo=UTC)
        self._pauses = self._locked_out = 0

    async def run(self, stop: asyncio.Event) -> None:
        troubles = 0
        try:
            while not stop.is_set():
                self.news.clear()
                try:
                    await self._round()
                    troubles = 0
                except Exception as error:  # noqa: BLE001 - whatever happens to one round, the next one comes
                    troubles += 1
                    logger.warning("channel=%s outbox out of reach: %s", self._channel, in_short(error))
                if troubles:
                    await until(stop, trouble_seconds(troubles))
                else:
                    await until(self.news, _POLL_SECONDS)
        finally:
            await self._finish()

    async def drain(self) -> None:
        while await self._round() or self._on_its_way:
            await asyncio.wait(self._on_its_way, timeout=_POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED)

    async def _round(self) -> int:
        """Renew the leases of what is on its way, take what is due; return how many were taken."""
        await self._renew()
        free = _AT_A_TIME - len(self._on_its_way)
        parcels = await asyncio.to_thread(self._take, free) if free else ()
        for parcel in parcels:
            task = asyncio.create_task(self._deliver(parcel))
            self._on_its_way[task] = parcel
            task.add_done_callback(self._delivered)
        return len(parcels)

    async def _renew(self) -> None:
        """Keep the leases of what is on its way, from a moment after which none of them can be older than half."""
        wall = self._wall.now()
        if not self._on_its_way:
            self._leased_at = wall
        elif wall - self._leased_at >= _RENEW_AFTER:
            ids = [parcel.id for parcel in self._on_its_way.values()]
            await asyncio.to_thread(self._commit, partial(outbox.keep, parcel_ids=ids, wall=wall))
            self._leased_at = wall

    def _take(self, free: int) -> Sequence[Parcel]:
        """Lease what is due; nothing is written, and no writer waited for, when nothing is."""
        wall, back = self._stepped.now()
        if back:
            self._beyond, self._leased_at = outbox.LEASE, self._leased_at - back
            self._paused_until -= back if self._pauses else timedelta(0)
        if self._beyond:
            free_held(self._sessions, self._channel, wall, self._beyond)
            self._beyond = timedelta(0)
        if wall < self._paused_until:
            return ()
        with self._sessions.reading() as session:
            due = outbox.next_due(session, [self._channel])
        if due is None or due > wall:
            return ()
        now = self._clock.now()
        with self._sessions.begin() as session:
            return outbox.take_due(session, channels=[self._channel], now=now, wall=wall, limit=free)

    async def _deliver(self, parcel: Parcel) -> None:
        started = time.monotonic()
        try:
            async with asyncio.timeout(_SEND_SECONDS):
                sent_id = await self._sender.send(parcel)
        except SendFailed as failure:
            outcome, note = await self._failed(parcel, failure)
        except Exception as error:  # noqa: BLE001 - nobody foresaw it: no reason to lose the message
            outcome, note = await self._unforeseen(parcel, type(error).__name__)
        else:
            self._pauses = self._locked_out = 0
            outcome, note = "sent", partial(outbox.settle, sent_id=sent_id, now=self._clock.now())
        await self._write_surely(partial(note, parcel_id=parcel.id))
        logger.info(
            "channel=%s key=%s kind=%s family=%s try=%d outcome=%s ms=%.0f",
            parcel.channel,
            parcel.key,
            parcel.kind,
            parcel.family_id,
            parcel.attempts,
            outcome,
            (time.monotonic() - started) * 1000,
        )

    async def _failed(self, parcel: Parcel, failure: SendFailed) -> tuple[str, Note]:
        if failure.permanent:
            return await self._gone(replace(parcel, refusal=failure.refusal), str(failure))
        if failure.unsure and parcel.doubts >= _DOUBTS:
            return await self._gone(parcel, str(failure))
        later = partial(outbox.put_off, error=str(failure), wall=self._wall.now())
        if failure.suspend:
            before, after = self._pauses, self._pause(failure)
            if self._pauses > before:  # of many mails that failed at once one counts
                await self._tell_locked_out(failure)
            return "suspended", partial(later, after=after, counts=False)
        if self._channel is Channel.EMAIL and parcel.attempts >= _TRIES[self._channel]:
            return await self._gone(parcel, str(failure))
        return "put_off", partial(later, after=failure.retry_after, unsure=failure.unsure)

    async def _tell_locked_out(self, failure: SendFailed) -> None:
        self._locked_out = self._locked_out + 1 if failure.locked_out else 0
        if self._locked_out == _LOCKED_OUT_TOLD and self._on_locked_out is not None:
            try:
                await asyncio.to_thread(self._on_locked_out)
            except StoreFailure as trouble:
                self._locked_out -= 1
                logger.warning("channel=%s nobody could be told: %s", self._channel, in_short(trouble))

    async def _unforeseen(self, parcel: Parcel, error: str) -> tuple[str, Note]:
        logger.error("channel=%s key=%s try=%d sender failed: %s", parcel.channel, parcel.key, parcel.attempts, error)
        if parcel.attempts >= _TRIES[self._channel]:
            return await self._gone(parcel, error)
        return "put_off", partial(outbox.put_off, error=error, wall=self._wall.now())

    async def _gone(self, parcel: Parcel, error: str) -> tuple[str, Note]:
        """Tell the one who asked to be told, and only then close the row: a crash between loses neither."""
        parcel = replace(parcel, unsure=parcel.doubts > 0 and not parcel.refusal)
        try:
            if self._on_gone is not None:
                await asyncio.to_thread(self._on_gone, parcel)
        except Exception as failure:  # noqa: BLE001 - told again after the next try
            name = type(failure).__name__
            logger.error("channel=%s key=%s could not fall back: %s", parcel.channel, parcel.key, name)  # noqa: TRY400
            return "put_off", partial(outbox.put_off, error=name, wall=self._wall.now())
        return "unknown" if parcel.unsure else "gone", partial(outbox.give_up, error=error, unsure=parcel.unsure)

    def _pause(self, failure: SendFailed) -> float:
        """Leave the outside alone, longer each time: with the connection down, more tries are only more noise."""
        wall = self._wall.now()
        if wall >= self._paused_until:
            self._pauses += 1
        wait = failure.retry_after or retries.pause(self._channel, self._pauses)
        self._paused_until = max(self._paused_until, wall + timedelta(seconds=wait))
        return (self._paused_until - wall).total_seconds()

    async def _write_surely(self, note: Note) -> None:
        """Write, however long the database is away: a row that was sent and is not settled will be sent again."""
        troubles = 0
        while True:
            try:
                return await asyncio.to_thread(self._commit, note)
            except StoreFailure as failure:
                troubles += 1
                logger.warning("channel=%s outbox out of reach: %s", self._channel, in_short(failure))
                await asyncio.sleep(trouble_seconds(troubles))

    def _commit(self, note: Note) -> None:
        with self._sessions.begin() as session:
            note(session)

    def _delivered(self, task: asyncio.Task[None]) -> None:
        parcel = self._on_its_way.pop(task)
        self.news.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("channel=%s key=%s was lost sight of: %s", parcel.channel, parcel.key, type(error).__name__)

    async def _finish(self) -> None:
        """Wait for what is on its way; what takes too long is left to its lease."""
        if self._on_its_way:
            _, late = await asyncio.wait(self._on_its_way, timeout=_STOP_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
