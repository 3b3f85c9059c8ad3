"""The bot as one part of the program: starts, survives, stops in order."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from telegram.error import InvalidToken, TelegramError

from bot import identity, menu
from bot.application import build, open_bot, polling_request
from bot.door import Door
from bot.handlers.context import Hands
from bot.intake import Intake
from bot.patience import Pace, first_of, surely
from bot.poller import Poller
from bot.staff_room import StaffRoom
from bot.turn import Turn
from bot.webhook import Webhook, WebhookSettings
from domain.clock import Clock, SystemClock
from domain.store.session import Sessions

logger = logging.getLogger("preau.bot")

#: Seconds that queued updates are given when the program stops; what is left is handled at the next start.
GRACE: Final = 4.0


class BotService:
    """Receives updates and hands them to the desk, from `run` until its event is set."""

    def __init__(  # noqa: PLR0913 - all that the wiring has to say
        self,
        *,
        token: str,
        api: str,
        staff_chat: int | None,
        desk: Door,
        sessions: Sessions,
        clock: Clock,
        on_received: Callable[[], None],
        webhook: WebhookSettings | None = None,
        pace: Pace | None = None,
    ) -> None:
        """Poll the Bot API at `api`, or listen as `webhook` says; call `on_received` after each message handed over."""
        self._sessions = sessions
        self._pace = pace or Pace()
        self._turn = Turn(sessions, SystemClock())  # the lease goes by the machine's own clock
        self._room = StaffRoom(staff_chat, sessions)
        self._bot = open_bot(token, api)
        self._application = build(self._bot, Hands(desk, self._room, on_received))
        self._intake = Intake(self._application, desk=desk, sessions=sessions, clock=clock, pace=self._pace)
        self._request = polling_request()
        self._polls = webhook is None
        self._source: Poller | Webhook = (
            Poller(self._bot, self._request, self._intake, self._turn, self._pace)
            if webhook is None
            else Webhook(self._bot, self._intake, webhook)
        )

    @property
    def last_ok(self) -> float | None:
        """When updates were last known to reach us, on the monotonic clock; None before the first time."""
        return self._source.last_ok

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until `stop` is set. Faults of Telegram or the database are waited out.

        Raises:
            OSError: the webhook's port is taken.

        """
        try:
            await first_of(self._receive(), _until(stop))
        finally:
            await self._intake.close(GRACE)
            await self._close()

    async def _receive(self) -> None:
        await surely(self._room.load)
        await self._persist(self._application.initialize)
        await self._application.start()
        await surely(functools.partial(identity.keep, self._sessions, self._bot.username))
        await self._publish_menu()
        if isinstance(self._source, Webhook):
            await self._persist(self._source.announce)
        await self._source.run()

    async def _close(self) -> None:
        if self._polls:
            await self._turn.release()
        if self._application.running:
            await self._application.stop()
        await self._application.shutdown()
        await self._bot.shutdown()
        await self._request.shutdown()

    async def _publish_menu(self) -> None:
        try:
            await menu.publish(self._bot)
        except TelegramError as error:  # a convenience: the commands work without it
            logger.warning("the list of commands was not set: %s", type(error).__name__)

    async def _persist(self, action: Callable[[], Awaitable[object]]) -> None:
        """Do `action`, a call to Telegram, until it succeeds."""
        waits = self._pace.waits()
        while True:
            try:
                await action()
            except TelegramError as error:
                refused = isinstance(error, InvalidToken)
                wait = self._pace.refused if refused else next(waits)
                # Never the error's own words: they hold the token.
                logger.error(  # noqa: TRY400
                    "Telegram %s: %s, next try in %g s",
                    "refuses the bot's token" if refused else "does not answer",
                    type(error).__name__,
                    wait,
                )
                await asyncio.sleep(wait)
            else:
                return


async def _until(stop: asyncio.Event) -> None:
    await stop.wait()
