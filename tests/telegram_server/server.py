"""The HTTP side, in a thread and an event loop of its own, and the test's handle on all of it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

from aiohttp import web

from domain.clock import Clock, SystemClock
from tests.telegram_server.control import control_routes
from tests.telegram_server.endpoint import Endpoint
from tests.telegram_server.faults import Faults
from tests.telegram_server.people import Group, Person
from tests.telegram_server.world import BOT_ID, Press, World

Found = TypeVar("Found")

TOKEN = f"{BOT_ID}:" + "T" * 35


class TelegramServer:
    """A Bot API server on the loopback; the port stays the same when it stops and starts again."""

    def __init__(self, *, clock: Clock | None = None, port: int = 0, token: str = TOKEN) -> None:
        self.token = token
        self.port = port
        self.world = World(clock or SystemClock())
        self.faults = Faults()
        self._endpoint = Endpoint(self.world, self.faults, token)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="telegram-server", daemon=True)
        self._thread.start()
        self._runner: web.AppRunner | None = None
        self._people: dict[int, Person] = {}

    def __enter__(self) -> Self:
        self.listen()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """What goes into the configuration as `api`."""
        return f"http://127.0.0.1:{self.port}"

    def listen(self) -> None:
        """Accept connections."""
        self._do(self._listen())

    def refuse(self) -> None:
        """Refuse connections, as a machine that is switched off; `listen` ends it. What is known stays known."""
        self._do(self._refuse())

    def close(self) -> None:
        """Stop for good."""
        self._do(self._refuse())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def user(self, name: str, id: int) -> Person:  # noqa: A002 - Telegram calls it so
        """Return the person `id`, made when new."""
        return self._people.setdefault(id, Person(self, name, id))

    def group(self, id: int, title: str = "Équipe périscolaire", *, member: bool = True) -> Group:  # noqa: A002
        """Return the group `id`; `member` says that the bot is in it already."""
        chat = self.world.chat(id, title)
        chat.open_to_bot = chat.open_to_bot or member
        return Group(self, chat)

    def wait_for(self, found: Callable[[], Found | None], timeout: float = 10.0, what: str = "") -> Found:
        """Wait until `found` returns something true; return it. AssertionError when it takes over `timeout` seconds."""
        deadline = time.monotonic() + timeout
        with self.world.changed:
            while not (result := found()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"waited {timeout:g} s in vain for {what or found}")
                self.world.changed.wait(min(left, 0.05))
            return result

    async def until(self, found: Callable[[], Found | None], timeout: float = 10.0, what: str = "") -> Found:  # noqa: ASYNC109
        """As `wait_for`, for a test in whose event loop the bot runs."""
        deadline = time.monotonic() + timeout
        while not (result := found()):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout:g} s in vain for {what or found}")
            await asyncio.sleep(0.01)
        return result

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of every valid call of `method` so far."""
        with self.world.changed:
            return [params for name, params in self.world.calls if name == method]

    @property
    def unconfirmed(self) -> list[int]:
        """The ids of the updates that the bot has not confirmed."""
        with self.world.changed:
            return [update["update_id"] for update in self.world.updates]

    @property
    def violations(self) -> list[str]:
        """What broke the Bot API so far."""
        return self.world.violations

    def unanswered_presses(self) -> list[Press]:
        """Return the presses whose button still shows a spinner."""
        return [press for press in self.world.presses.values() if press.answer is None and not press.too_old]

    def assert_clean(self) -> None:
        """Assert what has to hold at the end of each test."""
        assert self.violations == []
        assert self.unanswered_presses() == []

    def _do(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        app = web.Application(client_max_size=60_000_000)
        app.add_routes(
            [
                *control_routes(self),
                web.route("*", "/bot{token}/{method}", self._endpoint.answer),
                web.get("/file/bot{token}/{kind}/{file}", self._endpoint.download),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = self._runner.addresses[0][1]
        await self._endpoint.start()

    async def _refuse(self) -> None:
        await self._endpoint.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
