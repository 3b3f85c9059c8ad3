"""Crash-safe polling: an update is stored in the inbox before it is confirmed to Telegram.

python-telegram-bot's own Updater confirms a batch as soon as it is queued, so a kill loses it; it also dies silently
on one 401 and spins on one update it cannot parse. Hence this loop.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any, Final
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter
from telegram.request import BaseRequest

from bot.arrival import KINDS
from bot.faults import seconds
from bot.intake import Intake
from bot.patience import Pace, first_of
from bot.turn import RETRY, Turn
from domain.store.failures import in_short

logger = logging.getLogger("preau.bot")

#: At most so many updates come at once (the Bot API's own limit).
BATCH: Final = 100


class Poller:
    """Fetches updates while it has its turn, for as long as it runs; no fault ends it."""

    def __init__(self, bot: Bot, request: BaseRequest, intake: Intake, turn: Turn, pace: Pace | None = None) -> None:
        """Fetch through `request`, a connection of its own, as `bot`."""
        self._bot = bot
        self._request = request
        self._intake = intake
        self._turn = turn
        self._pace = pace or Pace()
        self._may_poll = False
        self._offset: int | None = None
        #: When Telegram (or, while waiting for the turn, the database) last answered, on the monotonic clock.
        self.last_ok: float | None = None

    async def run(self) -> None:
        """Poll whenever the turn is ours, until cancelled."""
        while True:
            while not await self._turn.claim():
                self.last_ok = time.monotonic()
                await asyncio.sleep(RETRY)
            await first_of(self._turn.keep(), self._poll())

    async def _poll(self) -> None:
        await self._intake.resume()
        self._may_poll = False
        waits = self._pace.waits()
        while True:
            try:
                await self._fetch()
            except Exception as error:  # noqa: BLE001 - the network's faults and the database's: nothing is lost
                await asyncio.sleep(self._wait_after(error, next(waits)))
            else:
                self.last_ok = time.monotonic()
                waits = self._pace.waits()

    async def _fetch(self) -> None:
        """Fetch once, store what came, and only then move the offset, which confirms it with the next call."""
        if not self._may_poll:
            await self._bot.delete_webhook(drop_pending_updates=False)
            self._may_poll = True
        updates = await self._get_updates()
        if updates:
            await self._intake.accept(updates)
            self._offset = max(raw["update_id"] for raw in updates) + 1

    async def _get_updates(self) -> list[dict[str, Any]]:
        """Ask for raw updates: parsed as a batch, one odd update would hide all the others."""
        query: dict[str, Any] = {
            "limit": BATCH,
            "timeout": 0 if self.last_ok is None else self._pace.long_poll,  # the first answer says that all is well
            "allowed_updates": json.dumps(KINDS),
        }
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        answer = self._request.parse_json_payload(await self._request.retrieve(url, read_timeout=self._pace.answer))
        result = answer.get("result")
        found = result if isinstance(result, list) else []
        return [raw for raw in found if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    def _wait_after(self, error: Exception, wait: float) -> float:
        """Say what is wrong, never with the error's own words (they hold the token); return the seconds to wait."""
        name = in_short(error)
        if isinstance(error, InvalidToken):
            logger.error("Telegram refuses the bot's token: no message comes in until it is mended")
            return self._pace.refused
        if isinstance(error, Conflict):
            self._may_poll = False  # a webhook that somebody set is taken away again
            logger.error("Telegram: another program polls with this bot's token, or a webhook is set")
        elif isinstance(error, RetryAfter):
            wait = seconds(error)
        logger.warning("polling: %s, next try in %g s", name, wait)
        return wait
