"""`python -m benchmarks.chat_ours URL TOKEN DATABASE`: our bot, desk and courier in one process, as `preau run`.

The pace that the sender keeps for Telegram's sake (25 messages a second) is left out: it would be what is measured.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys

from benchmarks.registers import start
from benchmarks.towns import structure
from bot.sender import ChatSender
from bot.service import BotService
from bot.throttle import Throttle
from domain.clock import SystemClock
from domain.desk import Desk
from domain.model.messages import Channel
from domain.store.session import open_database
from scheduler.courier import Courier


class NoPace(Throttle):
    """Lets everything go at once."""

    async def admit(self, chat: int | None) -> None:
        """Never wait."""

    def count(self, chat: int | None) -> None:
        """Count nothing."""


async def serve(url: str, token: str, database: str) -> None:
    """Receive and answer until the process is told to end."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    rules = structure()
    sessions, clock = open_database(f"sqlite:///{database}"), SystemClock(start(rules))
    desk = Desk(rules, sessions, clock)
    sender = ChatSender.open(token, url)
    sender._throttle = NoPace()
    courier = Courier(sessions, {Channel.CHAT: sender}, clock, desk.gone)
    bot = BotService(
        token=token, api=url, staff_chat=None, desk=desk, sessions=sessions, clock=clock, on_received=courier.wake
    )
    await asyncio.gather(bot.run(stop), courier.run(stop))
    await sender.close()
    sessions.close()


if __name__ == "__main__":
    logging.disable(logging.INFO)
    asyncio.run(serve(*sys.argv[1:]))
