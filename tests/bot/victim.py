"""A bot process to be killed: its desk notes each message in the outbox, in the transaction that finishes it."""

from __future__ import annotations

import asyncio
import signal
import sys

from bot.patience import Pace
from bot.service import BotService
from domain.clock import SystemClock
from domain.model.messages import Channel, Incoming, Outgoing
from domain.store import inbox, outbox
from domain.store.session import Sessions, open_database


class Desk:
    """Answers every message with its own words."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._clock = SystemClock()
        self._effects = 0

    def receive(self, incoming: Incoming) -> None:
        now = self._clock.now()
        with self._sessions.begin() as session:
            if not inbox.begin(session, incoming.key):
                return
            self._effects += 1
            outbox.post(
                session,
                key=f"{incoming.key}:{self._effects}:{now.isoformat()}",
                kind="echo",
                channel=Channel.CHAT,
                address=incoming.chat,
                message=Outgoing(incoming.text),
                now=now,
            )
            inbox.finish(session, incoming.key, outcome="echo", now=now)

    def room_for_files(self, sender: str) -> int:
        return 10 * 2**20

    def give_up(self, key: str, *, channel: Channel, chat: str) -> None:
        raise AssertionError(key)


async def main(url: str, token: str, database: str) -> None:
    sessions = open_database(database)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    service = BotService(
        token=token,
        api=url,
        staff_chat=None,
        desk=Desk(sessions),
        sessions=sessions,
        clock=SystemClock(),
        on_received=lambda: None,
        pace=Pace(long_poll=1),
    )
    await service.run(stop)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
