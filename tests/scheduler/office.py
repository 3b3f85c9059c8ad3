"""A courier with senders that do as they are told: they are the wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from domain.clock import ManualClock
from domain.model.messages import Channel
from domain.store.outbox import Parcel
from domain.store.session import Sessions
from scheduler.courier import Courier
from tests.store.posting import NINE, keys, row


@dataclass
class ScriptedSender:
    """Sends, unless its script says what else happens to the next messages."""

    script: list[Exception | Callable[[], Awaitable[object]]] = field(default_factory=list)
    sent: list[Parcel] = field(default_factory=list)
    tried: asyncio.Event = field(default_factory=asyncio.Event)
    tried_ids: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def send(self, parcel: Parcel) -> str:
        self.at_once += 1
        self.tried_ids.append(parcel.mail_id)
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            await self._act()
        finally:
            self.at_once -= 1
            self.tried.set()
        self.sent.append(parcel)
        return f"id {len(self.sent)}"

    async def _act(self) -> None:
        step = self.script.pop(0) if self.script else None
        if isinstance(step, Exception):
            raise step
        await (step() if step else asyncio.sleep(0))


@dataclass
class Post:
    """A courier for both channels, and all that it works with."""

    sessions: Sessions
    chat: ScriptedSender = field(default_factory=ScriptedSender)
    email: ScriptedSender = field(default_factory=ScriptedSender)
    clock: ManualClock = field(default_factory=lambda: ManualClock(NINE))
    gone: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    locked_out: int = 0

    def __post_init__(self) -> None:
        senders = {Channel.CHAT: self.chat, Channel.EMAIL: self.email}
        self.courier = Courier(
            self.sessions, senders, self.clock, self.fall_back, on_locked_out=self.lock_out, machine=self.clock
        )

    def fall_back(self, parcel: Parcel) -> None:
        self.gone.append(parcel.key)
        self.unsure += [parcel.key] if parcel.unsure else []

    def lock_out(self) -> None:
        self.locked_out += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        work = asyncio.create_task(self.courier.run(stop))
        try:
            yield
        finally:
            stop.set()
            await work

    def state(self, key: str) -> str:
        return row(self.sessions, key).state


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 - what is waited for is not ours to announce
            await asyncio.sleep(0.01)


def words(sender: ScriptedSender) -> Sequence[str]:
    return keys(sender.sent)
