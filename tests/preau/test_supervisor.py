"""A part that dies is made anew; told to stop, all parts end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from preau.supervisor import Service, Supervised, supervise


@dataclass
class Brittle:
    """Dies `deaths` times, then works until it is told to stop."""

    deaths: int
    made: list[Service] = field(default_factory=list)
    working: asyncio.Event = field(default_factory=asyncio.Event)
    died: asyncio.Event = field(default_factory=asyncio.Event)

    def make(self) -> Service:
        self.made.append(self)
        return self

    async def run(self, stop: asyncio.Event) -> None:
        if len(self.made) <= self.deaths:
            self.died.set()
            message = "Victor a la gastro"
            raise ValueError(message)
        self.working.set()
        await stop.wait()


async def test_a_part_that_dies_is_made_anew() -> None:
    part, stop = Brittle(deaths=2), asyncio.Event()
    supervised = Supervised("bot", part.make, back_off=(0.0,))

    running = asyncio.create_task(supervised.run(stop))
    await part.working.wait()
    stop.set()
    await running

    assert (len(part.made), supervised.restarts) == (3, 2)


async def test_one_part_that_dies_does_not_disturb_another() -> None:
    dying, healthy, stop = Brittle(deaths=10**6), Brittle(deaths=0), asyncio.Event()
    parts = [Supervised("mailer", dying.make, back_off=(0.0,)), Supervised("bot", healthy.make)]

    running = asyncio.create_task(supervise(parts, stop))
    await healthy.working.wait()
    await dying.died.wait()
    assert not running.done()
    stop.set()
    await running

    assert len(healthy.made) == 1


async def test_waiting_for_the_next_start_ends_at_once_when_told_to_stop() -> None:
    part, stop = Brittle(deaths=10**6), asyncio.Event()
    supervised = Supervised("bot", part.make, back_off=(3600.0,))

    running = asyncio.create_task(supervised.run(stop))
    await part.died.wait()
    stop.set()

    await asyncio.wait_for(running, 10)


async def test_a_death_is_logged_by_name(caplog: pytest.LogCaptureFixture) -> None:
    part, stop = Brittle(deaths=1), asyncio.Event()
    running = asyncio.create_task(Supervised("bot", part.make, back_off=(0.0,)).run(stop))
    await part.working.wait()
    stop.set()
    await running

    first = caplog.records[0]
    assert (first.getMessage(), vars(first)["part"]) == ("part died", "bot")
