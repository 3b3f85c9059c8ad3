"""An SMTP server that keeps what it gets, and misbehaves as told."""

from __future__ import annotations

import asyncio
import base64
import ssl
import threading
import time
from collections import deque
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.mail_servers.postbox import free_port

Step = Literal["MAIL", "RCPT", "DATA"]
#: In place of an answer: say nothing at all, or take the mail and hang up before saying so.
HANG = "hang"
LOSE = "lose"
_SELF_SIGNED = Path(__file__).with_name("self_signed.pem")


@dataclass(frozen=True)
class Received:
    """One mail, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes


class SmtpSink:
    """`mails` is what was accepted; `say(step, answer)` queues one misbehaviour for that step, `unsaid` are left."""

    host = "127.0.0.1"
    user, password = "office", "right"

    def __init__(
        self,
        *,
        auth: bool = False,
        tokens: Container[str] | None = None,
        security: Literal["none", "tls", "starttls"] = "none",
        certificate: Path = _SELF_SIGNED,
    ) -> None:
        """Take the password, or the tokens that are in `tokens`; by default with a certificate that nobody trusts."""
        self._tokens = tokens
        context = _context(certificate)
        self._tls = context if security == "tls" else None
        self._starttls = context if security == "starttls" else None
        self.port = free_port()
        self.mails: list[Received] = []
        self.connections = 0
        self.begun: list[float] = []  # when each mail began to be handed over
        self._auth = auth
        self._said: dict[Step, deque[str]] = {"MAIL": deque(), "RCPT": deque(), "DATA": deque()}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="smtp-sink", daemon=True)
        self._thread.start()
        self._server: asyncio.Server | None = None
        self._open: set[Any] = set()

    def start(self) -> None:
        self._on_loop(self._listen())

    def stop(self) -> None:
        self._on_loop(self._unlisten())

    def remove(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def say(self, step: Step, answer: str, times: int = 1) -> None:
        self._said[step].extend([answer] * times)

    @property
    def unsaid(self) -> int:
        """How many misbehaviours nobody has met yet."""
        return sum(map(len, self._said.values()))

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.begun.append(time.perf_counter())
        if refusal := await self._answer("MAIL", server):
            return refusal
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refusal := await self._answer("RCPT", server):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self._said["DATA"] and self._said["DATA"][0] == LOSE:
            self._keep(envelope)
        if refusal := await self._answer("DATA", server):
            return refusal
        self._keep(envelope)
        return "250 OK"

    def _keep(self, envelope: Envelope) -> None:
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(Received((envelope.mail_from or "").strip("<>"), tuple(envelope.rcpt_tos), content))

    async def _answer(self, step: Step, server: SMTP) -> str:
        said = self._said[step].popleft() if self._said[step] else ""
        if said == HANG:
            await asyncio.sleep(3600)
        if said == LOSE:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        return said

    def _connect(self) -> SMTP:
        self.connections += 1
        sink = self

        class Connection(SMTP):
            def connection_made(self, transport: Any) -> None:
                sink._open.add(transport)
                super().connection_made(transport)

        return Connection(
            self, hostname="sink.test", auth_require_tls=False,
            authenticator=self._authenticate if self._auth else None, loop=self._loop,
            tls_context=self._starttls, require_starttls=self._starttls is not None,
            auth_exclude_mechanism=["XOAUTH2"] if self._tokens is None else ["LOGIN", "PLAIN"],
        )  # fmt: skip

    def _authenticate(self, server: SMTP, session: Session, envelope: Envelope, kind: str, data: Any) -> AuthResult:
        right = isinstance(data, LoginPassword) and data.password == self.password.encode()
        return AuthResult(success=right, handled=False)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        told = base64.b64decode(args[1]).decode().split("\1")
        token = told[1].removeprefix("auth=Bearer ")
        return AuthResult(success=self._tokens is not None and token in self._tokens, handled=False)

    async def _listen(self) -> None:
        self._server = await self._loop.create_server(self._connect, self.host, self.port, ssl=self._tls)

    async def _unlisten(self) -> None:
        if self._server is not None:
            self._server.close()
            for transport in self._open:
                transport.abort()
            self._open.clear()
            self._server = None
        await asyncio.sleep(0)
        pending = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)

    def _on_loop(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@contextmanager
def smtp_sink(**how: Any) -> Iterator[SmtpSink]:
    """Run a sink for the length of a block."""
    sink = SmtpSink(**how)
    sink.start()
    try:
        yield sink
    finally:
        sink.remove()
