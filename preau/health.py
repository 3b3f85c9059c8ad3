"""Is it well? `/healthz` for a load balancer or a watchdog, `/metrics` for Prometheus; on this machine only."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Self

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

logger = logging.getLogger("preau.health")

HOST: Final = "127.0.0.1"
_TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"
_PATIENCE_SECONDS: Final = 5
_LONGEST_HEAD: Final = 16 * 1024


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: whether each named thing is alive, and figures by metric name."""

    alive: Mapping[str, bool]
    figures: Mapping[str, float]

    @property
    def ready(self) -> bool:
        """Whether everything is alive."""
        return all(self.alive.values())


#: Looks at the world; it may block, and is called in a thread.
Examine = Callable[[], Report]


class _Figures(Collector):
    """Hands one report to prometheus_client."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def collect(self) -> Iterable[Metric]:
        up = GaugeMetricFamily("preau_up", "Whether a part is alive.", labels=["part"])
        for part, alive in self._report.alive.items():
            up.add_metric([part], float(alive))
        yield up
        for name, value in self._report.figures.items():
            yield GaugeMetricFamily(f"preau_{name}", name.replace("_", " "), value=value)


class HealthPage:
    """A tiny HTTP server: two pages, GET only."""

    def __init__(self, examine: Examine, port: int) -> None:
        """Serve what `examine` finds on `port` of the loopback address (0 chooses one)."""
        self._examine = examine
        self.port = port

    async def __aenter__(self) -> Self:
        """Begin to serve; raise OSError when the port is taken."""
        self._server = await asyncio.start_server(self._answer, HOST, self.port, limit=_LONGEST_HEAD)
        self.port = self._server.sockets[0].getsockname()[1]
        logger.info("health page", extra={"port": self.port})
        return self

    async def __aexit__(self, *_failure: object) -> None:
        """Serve no more."""
        self._server.close()
        await self._server.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                status, body = await self._page(*head.split(b" ", 2)[:2])
                writer.write(_response(status, body))
                await writer.drain()
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError) as error:
            logger.debug("visitor lost: %s", type(error).__name__)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _page(self, method: bytes, path: bytes = b"") -> tuple[str, bytes]:
        if method != b"GET":
            return "405 Method Not Allowed", b""
        if path == b"/healthz":
            report = await asyncio.to_thread(self._examine)
            words = "".join(f"{name}: {'ok' if alive else 'not ready'}\n" for name, alive in report.alive.items())
            return ("200 OK" if report.ready else "503 Service Unavailable"), words.encode()
        if path == b"/metrics":
            report = await asyncio.to_thread(self._examine)
            registry = CollectorRegistry(auto_describe=False)
            registry.register(_Figures(report))
            return "200 OK", generate_latest(registry)
        return "404 Not Found", b"see /healthz and /metrics\n"


def _response(status: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {_TEXT}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body
