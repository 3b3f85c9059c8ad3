"""The running program: parts side by side, the courier beside them, and an orderly end.

On SIGTERM or SIGINT nothing new is let in first; then the courier finishes what is on its way; the database is last.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import time
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Final

from bot.service import BotService
from domain.services.rehearsal import rehearse
from domain.store import migrate, reports
from domain.store.failures import in_short
from domain.store.session import Sessions, StoreFailure
from mailer.service import MailService
from preau.app import App, NotMigrated
from preau.health import HealthPage, Report
from preau.supervisor import Supervised, supervise
from preau.wiring import open_desk, open_senders, services
from scheduler.courier import Courier

logger = logging.getLogger("preau.run")

#: A part that has not seen its server for so long is not ready: three rounds of its own waiting.
_STALE: Final = timedelta(minutes=3)


async def run_program(app: App, parts: tuple[str, ...], health_port: int | None) -> None:
    """Run `parts` until the process is told to stop."""
    stop, stop_courier = asyncio.Event(), asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    with app.raw_database() as sessions:
        await asyncio.to_thread(_prepare, sessions)
        await asyncio.to_thread(rehearse, app.structure, app.clock.now())
        async with AsyncExitStack() as stack:
            desk = open_desk(app, sessions)
            senders = await open_senders(app, stack)
            courier = Courier(sessions, senders, app.clock, desk.gone, on_locked_out=desk.sending_refused)
            make = services(app, sessions, desk, courier)
            running = [Supervised(name, make[name]) for name in parts]
            if health_port is not None:
                await stack.enter_async_context(HealthPage(_Examiner(app, sessions, running).look, health_port))
            carrying = asyncio.create_task(Supervised("courier", lambda: courier).run(stop_courier))
            gc.freeze()  # what a start has loaded stays: each full collection would look at all of it, for 50 ms
            logger.info("started", extra={"parts": ",".join(parts)})
            await supervise(running, stop)
            logger.info("stopping")
            stop_courier.set()
            await carrying
    logger.info("stopped")


def _prepare(sessions: Sessions) -> None:
    """Bring a SQLite file up to date; a server's schema is changed by `preau migrate` alone."""
    if sessions.engine.dialect.name == "sqlite":
        migrate.upgrade(sessions)
    elif not migrate.is_current(sessions):
        raise NotMigrated


class _Examiner:
    """Looks at the parts for the health page."""

    def __init__(self, app: App, sessions: Sessions, parts: list[Supervised]) -> None:
        self._app = app
        self._sessions = sessions
        self._parts = parts

    def look(self) -> Report:
        """Report on the database and on each part; called in a thread."""
        now = self._app.clock.now()
        restarts = {f"{part.name}_restarts": float(part.restarts) for part in self._parts}
        alive = {part.name: _is_alive(part, now) for part in self._parts}
        try:
            with self._sessions.reading() as session:
                figures = reports.figures(session, now)
        except StoreFailure as failure:
            logger.warning("database out of reach: %s", in_short(failure))
            return Report({"database": False, **alive}, restarts)
        return Report({"database": True, **alive}, {**restarts, **figures})


def _is_alive(part: Supervised, now: datetime) -> bool:
    match part.service:
        case None:
            return False
        case BotService(last_ok=seen):
            return seen is not None and time.monotonic() - seen < _STALE.total_seconds()
        case MailService(last_ok=seen_at):
            return seen_at is not None and now - seen_at < _STALE
        case _:
            return True
