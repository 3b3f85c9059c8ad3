"""A wire that can be cut, frozen, or made a black hole: between the program and a real server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from tests.mail_servers.postbox import free_port


class Proxy:
    """Passes bytes on to `port`; what it does to them may be changed at any time from any thread."""

    host = "127.0.0.1"

    def __init__(self, target: int) -> None:
        self.port = free_port()
        self.connections = 0
        #: The connection is cut when the server says this.
        self.cut_on = b""
        #: Told whatever the server says, in the proxy's thread.
        self.heard: Callable[[bytes], object] = len
        #: What the server can do and shall not say ("MOVE").
        self.hidden: tuple[str, ...] = ()
        #: Hold the server's "+ idling" back, and send it together with what it says next.
        self.idling_late = False
        self._target = target
        self._hole = False
        self._flowing = asyncio.Event()
        self._lost: set[asyncio.StreamWriter] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()
        self._server: asyncio.Server | None = None

    def start(self) -> None:
        self._flowing.set()
        self._call(self._listen())

    def remove(self) -> None:
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def cut(self) -> None:
        """Hang up on everybody; new connections are served."""
        self._call(self._cut())

    def drop(self) -> None:
        """Become a black hole: connections are taken, and nothing is ever heard on them, not even afterwards."""
        self._hole = True
        self._call(self._lose())

    def restore(self) -> None:
        """Serve new connections again; what the hole has swallowed stays lost."""
        self._hole = False

    def freeze(self) -> None:
        """Hold everything back."""
        self._loop.call_soon_threadsafe(self._flowing.clear)

    def thaw(self) -> None:
        """Let what was held back go on its way."""
        self._loop.call_soon_threadsafe(self._flowing.set)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, self.host, self.port)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        if self._hole:
            self._lost.add(writer)
        try:
            await self._flowing.wait()
            server_reader, server_writer = await asyncio.open_connection(self.host, self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open.add(server_writer)
        up = asyncio.create_task(self._pump(reader, server_writer, writer))
        down = asyncio.create_task(self._pump(server_reader, writer, writer, watch=True))
        await asyncio.wait({up, down}, return_when=asyncio.FIRST_COMPLETED)
        if writer in self._lost:
            await asyncio.wait({up, down})
        for each in (writer, server_writer):
            each.transport.abort()
            self._open.discard(each)
        await asyncio.wait({up, down})

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, client: asyncio.StreamWriter, *,
        watch: bool = False,
    ) -> None:  # fmt: skip
        held = b""
        with suppress(OSError):
            while data := await source.read(65536):
                data, held = held + data, b""
                if watch and self.idling_late and data.startswith(b"+ ") and data.count(b"\n") == 1:
                    held = data
                    continue
                await self._flowing.wait()
                if client in self._lost:
                    continue
                if watch:
                    self.heard(data)
                if watch and self.cut_on and self.cut_on in data:
                    return
                sink.write(self._hiding(data) if watch and self.hidden else data)
                await sink.drain()

    def _hiding(self, data: bytes) -> bytes:
        for ability in self.hidden if b"CAPABILITY" in data else ():
            data = data.replace(f" {ability}".encode(), b" X" + b"-" * (len(ability) - 1))
        return data

    async def _cut(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()

    async def _lose(self) -> None:
        self._lost |= self._open

    async def _end(self) -> None:
        if self._server is not None:
            self._server.close()
        self._flowing.set()
        self._lost.clear()
        await self._cut()
        await asyncio.sleep(0)
        pending = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)

    def _call(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


@contextmanager
def proxy(target: int) -> Iterator[Proxy]:
    """Run a proxy to `target` for the length of a block."""
    running = Proxy(target)
    running.start()
    try:
        yield running
    finally:
        running.remove()
