from __future__ import annotations

import asyncio
from functools import partial

import pytest

from domain.clock import ManualClock
from domain.store.session import Sessions
from mailer.mailbox import Account
from mailer.service import MailService
from mailer.watcher import Watcher
from tests.mail_servers.postbox import PASSWORD, Postbox, eventually, free_port
from tests.mailer.doors import NOW, RecordingDoor, intake_for
from tests.mailer.letters import letter


async def test_the_mail_edge_runs_beside_the_others_and_ends_when_told(sessions: Sessions, postbox: Postbox) -> None:
    door, stop, woken = RecordingDoor(sessions), asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    account = Account(postbox.server.host, postbox.server.port, "none", postbox.user, PASSWORD)
    wake = partial(loop.call_soon_threadsafe, woken.set)
    service = MailService(Watcher(account, intake_for(door), sessions, clock=ManualClock(NOW), on_received=wake))
    running = asyncio.create_task(service.run(stop))

    await asyncio.to_thread(postbox.deliver, letter("Zoé mange mardi."), at=NOW)
    await asyncio.to_thread(eventually, lambda: door.texts == ["Zoé mange mardi."])
    await asyncio.to_thread(eventually, lambda: service.last_ok == NOW)
    async with asyncio.timeout(5):
        await woken.wait()
    stop.set()

    async with asyncio.timeout(9):
        await running


@pytest.mark.timeout(30)
async def test_the_mail_edge_ends_at_once_while_its_server_is_down(sessions: Sessions) -> None:
    stop = asyncio.Event()
    account = Account("127.0.0.1", free_port(), "none", "parents", PASSWORD)
    intake = intake_for(RecordingDoor(sessions))
    service = MailService(Watcher(account, intake, sessions, clock=ManualClock(NOW), on_received=lambda: None))
    running = asyncio.create_task(service.run(stop))
    await asyncio.sleep(0)
    stop.set()

    async with asyncio.timeout(9):
        await running
    assert service.last_ok is None
