"""The health page, over real HTTP."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from preau.health import HealthPage, Report

WELL = Report({"database": True, "bot": True}, {"outbox_queued": 3.0})
ILL = Report({"database": True, "bot": False}, {})


async def get(report: Report, path: str, method: str = "GET") -> tuple[int, str]:
    async with (
        HealthPage(lambda: report, 0) as page,
        aiohttp.ClientSession(f"http://127.0.0.1:{page.port}") as client,
        client.request(method, path) as response,
    ):
        return response.status, await response.text()


async def test_all_is_well() -> None:
    assert await get(WELL, "/healthz") == (200, "database: ok\nbot: ok\n")


async def test_it_is_not_ready_when_one_part_is_not() -> None:
    status, text = await get(ILL, "/healthz")

    assert status == 503
    assert "bot: not ready" in text


async def test_prometheus_reads_the_figures() -> None:
    status, text = await get(WELL, "/metrics")

    assert status == 200
    assert 'preau_up{part="bot"} 1.0' in text
    assert "preau_outbox_queued 3.0" in text


@pytest.mark.parametrize(("path", "method", "status"), [("/", "GET", 404), ("/healthz", "POST", 405)])
async def test_nothing_else_is_served(path: str, method: str, status: int) -> None:
    assert (await get(WELL, path, method))[0] == status


async def test_a_visitor_who_says_nonsense_is_left_alone() -> None:
    async with HealthPage(lambda: WELL, 0) as page:
        reader, writer = await asyncio.open_connection("127.0.0.1", page.port)
        writer.write(b"x" * 40_000 + b"\r\n\r\n")

        assert await reader.read() == b""
        writer.close()


async def test_a_port_that_is_taken_is_an_error() -> None:
    async with HealthPage(lambda: WELL, 0) as page:
        with pytest.raises(OSError, match="address already in use"):
            await HealthPage(lambda: WELL, page.port).__aenter__()
