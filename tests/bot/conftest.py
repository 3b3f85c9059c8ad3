from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.patience import Pace
from bot.service import BotService
from domain.clock import ManualClock
from domain.model.messages import Channel, Incoming
from domain.store import inbox
from domain.store.session import Sessions, open_database
from domain.store.tables.base import Base
from domain.store.tables.messages import Inbox
from tests.telegram_server import TelegramServer

NOW = datetime(2025, 2, 27, 17, 0, tzinfo=UTC)
STAFF_CHAT = -4001

#: Telegram's own patience shortened, so that faults are waited out while a test looks on.
QUICK = Pace(long_poll=1, answer=1.5, first_wait=0.05, longest_wait=0.2, refused=0.1, retries=(0.05, 0.1))

MakeBot = Callable[..., BotService]
StartBot = Callable[..., Awaitable[BotService]]


@dataclass
class RecordingDoor:
    """Takes messages as the desk does, with the real inbox, and remembers them."""

    sessions: Sessions
    clock: ManualClock
    received: list[Incoming] = field(default_factory=list)
    given_up: list[tuple[str, Channel, str]] = field(default_factory=list)
    before: Callable[[Incoming], None] = lambda _incoming: None
    room: int = 10 * 2**20

    def receive(self, incoming: Incoming) -> None:
        self.before(incoming)
        with self.sessions.begin() as session:
            if not inbox.begin(session, incoming.key):
                return
            inbox.finish(session, incoming.key, outcome=incoming.kind, now=self.clock.now())
        self.received.append(incoming)

    def room_for_files(self, sender: str) -> int:
        return self.room

    def give_up(self, key: str, *, channel: Channel, chat: str) -> None:
        self.given_up.append((key, channel, chat))

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.received]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOW)


@pytest.fixture
def tg(clock: ManualClock) -> Iterator[TelegramServer]:
    with TelegramServer(clock=clock) as server:
        yield server


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    opened = open_database(f"sqlite:///{tmp_path / 'preau.db'}")
    Base.metadata.create_all(opened.engine)
    yield opened
    opened.close()


@pytest.fixture
def door(sessions: Sessions, clock: ManualClock) -> RecordingDoor:
    return RecordingDoor(sessions, clock)


@pytest.fixture
def make_bot(tg: TelegramServer, sessions: Sessions, clock: ManualClock, door: RecordingDoor) -> MakeBot:
    """Make a bot service that is not started yet."""
    return partial(
        BotService,
        token=tg.token,
        api=tg.url,
        staff_chat=STAFF_CHAT,
        desk=door,
        sessions=sessions,
        clock=clock,
        on_received=lambda: None,
        pace=QUICK,
    )


@pytest.fixture
async def start_bot(make_bot: MakeBot) -> AsyncIterator[StartBot]:
    """Start a bot service beside the test; it is stopped at the end, and must then not have failed."""
    stop = asyncio.Event()
    running: list[asyncio.Task[None]] = []

    async def start(**changes: Any) -> BotService:
        service = make_bot(**changes)
        running.append(asyncio.create_task(service.run(stop)))
        await asyncio.sleep(0)
        return service

    yield start
    stop.set()
    await asyncio.wait_for(asyncio.gather(*running), 15)


def rows(sessions: Sessions) -> list[Inbox]:
    """Return the inbox as it stands."""
    with sessions.reading() as session:
        return session.query(Inbox).order_by(Inbox.id).all()
