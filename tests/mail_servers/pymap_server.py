"""An IMAP server within the test process (pymap, in memory): fast, and there where Dovecot is not."""

from __future__ import annotations

import asyncio
import threading
from argparse import Namespace
from contextlib import AsyncExitStack
from typing import Any

from pymap.backend.dict import DictBackend, Identity
from pymap.imap import IMAPService
from pymap.user import Passwords, UserMetadata

from tests.mail_servers.postbox import PASSWORD, answers, eventually, free_port

_DEMO_USER = "demo"


class Pymap:
    """One server in a thread and event loop of its own; its mails are gone when it stops."""

    host = "127.0.0.1"

    def __init__(self) -> None:
        self.port = free_port()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._backend: Any = None
        self._users: set[str] = set()

    def start(self) -> None:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), name="pymap", daemon=True)
        self._thread.start()
        assert ready.wait(10)
        for user in self._users:
            self._register(user)
        eventually(lambda: answers(self.port))

    def stop(self) -> None:
        loop, self._loop = self._loop, None
        if loop is None or self._thread is None:
            return
        loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)

    def add_user(self, user: str) -> None:
        self._users.add(user)
        self._register(user)

    def remove(self) -> None:
        self.stop()

    def _register(self, user: str) -> None:
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._add(user), self._loop).result(10)

    async def _add(self, user: str) -> None:
        config = self._backend.config
        if user not in self._backend.login.users_dict:
            password = await Passwords(config).hash_password(PASSWORD)
            metadata = UserMetadata(config, user, password=password)
            await Identity(user, self._backend.login, None, frozenset()).set(metadata)

    async def _serve(self, ready: threading.Event) -> None:
        self._stopping = asyncio.Event()
        arguments = Namespace(
            host=[self.host], port=str(self.port), debug=False, cert=None, key=None, tls=False, proxy_protocol="noop",
            inherited_sockets=None, passlib_cfg=None, skip_services=[], demo_data=False, demo_user=_DEMO_USER,
            demo_password=PASSWORD,
        )  # fmt: skip
        self._backend, config = await DictBackend.init(arguments)
        config.apply_context()
        async with AsyncExitStack() as stack:
            await self._backend.start(stack)
            await IMAPService(self._backend, config).start(stack)
            self._loop = asyncio.get_running_loop()
            ready.set()
            await self._stopping.wait()
