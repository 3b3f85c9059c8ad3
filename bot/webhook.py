"""The other way in: Telegram posts each update to us, through a proxy that speaks HTTPS.

An update is stored in the inbox before it is answered with 200; Telegram repeats what was not.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import secrets
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from telegram import Bot

from bot.arrival import KINDS
from bot.intake import Intake
from domain.store.failures import in_short

logger = logging.getLogger("preau.bot")

#: No update comes near this size, in bytes; nor does a request take so long, in seconds.
MAX_BODY: Final = 1_000_000
PATIENCE: Final = 10.0

_REPLY: Final = "HTTP/1.1 {:d} {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_SECRET: Final = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where Telegram posts (`url`, HTTPS), where we listen behind the proxy, and the secret that both know.

    An empty secret is replaced by a random one at each start, which serves one process; several that listen for one
    bot need one in common.
    """

    url: str
    secret: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8443


class Refused(Exception):
    """A request that is answered with `status` and not looked at further."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class Webhook:
    """A small HTTP endpoint for one path, one method and one sender."""

    def __init__(self, bot: Bot, intake: Intake, settings: WebhookSettings) -> None:
        self._bot = bot
        self._intake = intake
        self._settings = settings
        self._secret = settings.secret or secrets.token_urlsafe(32)
        self._path = urlsplit(settings.url).path or "/"
        #: When the endpoint was last known to listen, on the monotonic clock.
        self.last_ok: float | None = None

    async def announce(self) -> None:
        """Tell Telegram where to post. Raises TelegramError."""
        await self._bot.set_webhook(self._settings.url, allowed_updates=KINDS, secret_token=self._secret)

    async def run(self) -> None:
        """Listen until cancelled. Raises OSError when the port is taken."""
        server = await asyncio.start_server(self._serve, self._settings.host, self._settings.port)
        async with server:
            await self._intake.resume()
            while server.is_serving():
                self.last_ok = time.monotonic()
                await asyncio.sleep(1)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                status = await self._answer(reader)
                writer.write(_REPLY.format(status, status.phrase).encode())
                await writer.drain()
        except (TimeoutError, OSError) as error:
            logger.info("webhook: %s", type(error).__name__)
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> HTTPStatus:
        try:
            update = self._update(await self._body(reader))
        except Refused as refused:
            logger.warning("webhook: refused with %d", refused.status)
            return refused.status
        try:
            await self._intake.accept([update])
        except Exception as error:  # noqa: BLE001 - the database is down: Telegram comes again
            logger.error("webhook: not stored: %s", in_short(error))  # noqa: TRY400 - may name rows
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK

    async def _body(self, reader: asyncio.StreamReader) -> bytes:
        """Read one request and return its body, if it is one of Telegram's."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            method, path, headers = _parsed(head.decode("latin-1"))
            self._check(method, path, headers)
            return await reader.readexactly(int(headers["content-length"]))
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            raise Refused(HTTPStatus.BAD_REQUEST) from None

    def _check(self, method: str, path: str, headers: dict[str, str]) -> None:
        if path != self._path:
            raise Refused(HTTPStatus.NOT_FOUND)
        if method != "POST":
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED)
        if not hmac.compare_digest(headers.get(_SECRET, "").encode(), self._secret.encode()):
            raise Refused(HTTPStatus.FORBIDDEN)
        if not headers.get("content-length", "").isdecimal():
            raise Refused(HTTPStatus.LENGTH_REQUIRED)
        if int(headers["content-length"]) > MAX_BODY:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    @staticmethod
    def _update(body: bytes) -> dict[str, object]:
        try:
            update = json.loads(body)
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST) from None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            raise Refused(HTTPStatus.BAD_REQUEST)
        return update


def _parsed(head: str) -> tuple[str, str, dict[str, str]]:
    """Part a request's head into method, path and headers (names in lower case). Raises ValueError."""
    request, *lines = head.rstrip("\r\n").split("\r\n")
    method, target, _version = request.split(" ")
    fields = (line.partition(":") for line in lines)
    return method, urlsplit(target).path, {name.strip().lower(): value.strip() for name, _, value in fields}
