"""The mail edge as one part of the program: starts the watcher's thread, and ends it."""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from datetime import datetime
from typing import Final

from mailer.watcher import Watcher

log: Final = logging.getLogger("preau.mailer")

_LOOK_SECONDS: Final = 5.0
_GENTLY_SECONDS: Final = 3.0
_FIRMLY_SECONDS: Final = 1.0


class MailService:
    """Runs a `Watcher` beside the event loop."""

    def __init__(self, watcher: Watcher) -> None:
        """Give `watcher` a thread of its own; it is started by `run`, and closed at its end."""
        self._watcher = watcher
        self._thread = threading.Thread(target=self._watcher.run, name="mail-watcher", daemon=True)

    @property
    def last_ok(self) -> datetime | None:
        """When the mailbox was last searched without fault, or known to be watched by another process."""
        return self._watcher.last_ok

    async def run(self, stop: asyncio.Event) -> None:
        """Watch the mailbox until `stop` is set; end within 4 seconds of it, whatever the server does.

        Raises RuntimeError when the watcher's thread died by itself, so that its supervisor makes a new one.
        """
        self._thread.start()
        try:
            while not stop.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), _LOOK_SECONDS)
                if not (stop.is_set() or self._thread.is_alive()):
                    raise RuntimeError("the mail watcher's thread ended by itself")
        finally:
            await asyncio.to_thread(self._end)

    def _end(self) -> None:
        self._watcher.stop()
        self._thread.join(_GENTLY_SECONDS)
        if self._thread.is_alive():
            self._watcher.hang_up()
            self._thread.join(_FIRMLY_SECONDS)
        if self._thread.is_alive():  # its lease ends by itself; what it does is journalled
            log.error("the mail watcher did not end")
        else:
            self._watcher.close()
