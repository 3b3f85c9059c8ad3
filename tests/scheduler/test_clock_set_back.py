"""The machine's clock is set back by an hour: nothing waits for that hour to come again, and the log says so."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from domain.clock import ManualClock
from domain.errors import SendFailed
from domain.model.messages import Channel
from domain.store import outbox
from domain.store.session import Sessions
from scheduler.service import SchedulerService
from tests.desk.office import reference_structure
from tests.scheduler.office import Post, until, words
from tests.store.posting import NINE, post, take

AN_HOUR = timedelta(hours=1)


def set_back(clock: ManualClock) -> None:
    clock.move_to(clock.now() - AN_HOUR)


async def _tried_and_set_back(office: Post) -> None:
    """Let a message fail, set the clock back by an hour, and wait no longer than a lease."""
    await office.courier.drain()
    set_back(office.clock)
    await office.courier.drain()
    office.clock.advance(outbox.LEASE)
    await office.courier.drain()


async def test_a_message_that_waits_for_its_next_try_waits_no_hour(
    database: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    office = Post(database)
    office.chat.script = [SendFailed("502")]
    post(database, "answer")
    await _tried_and_set_back(office)

    assert words(office.chat) == ["answer"]
    assert "the machine's clock was set back by 3600 s" in caplog.text


async def test_nor_does_one_behind_a_server_that_was_left_alone(database: Sessions) -> None:
    office = Post(database)
    office.chat.script = [SendFailed("unreachable", suspend=True)]
    post(database, "answer")
    await _tried_and_set_back(office)

    assert words(office.chat) == ["answer"]


async def test_what_a_killed_process_held_is_free_for_one_that_starts_after_the_clock_was_set_back(
    database: Sessions,
) -> None:
    post(database, "answer", by=Channel.EMAIL)
    take(database, NINE + timedelta(days=1))
    office = Post(database)

    await office.courier.drain()
    office.clock.advance(outbox.LEASE)
    await office.courier.drain()

    assert words(office.email) == ["answer"]


async def test_ticks_go_on(database: Sessions, caplog: pytest.LogCaptureFixture) -> None:
    ticks: list[int] = []
    machine, stop, clock = ManualClock(NINE), asyncio.Event(), _Counting(ticks)
    service = SchedulerService(reference_structure(), database, clock, lambda: None, machine=machine)
    work = asyncio.create_task(service.run(stop))
    await until(lambda: bool(ticks))
    await asyncio.sleep(0.5)
    ticks.clear()

    set_back(machine)
    await until(lambda: bool(ticks))  # long before the next one is due
    stop.set()
    await work

    assert "the machine's clock was set back by 3600 s" in caplog.text


class _Counting(ManualClock):
    """Notes each time that it is asked: a tick asks it for every job."""

    def __init__(self, asked: list[int]) -> None:
        super().__init__(NINE)
        self._asked = asked

    def now(self) -> datetime:
        self._asked.append(1)
        return super().now()
