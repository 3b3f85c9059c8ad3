"""From the notice that a mail came to the hand-over of its answer: our whole program between two servers."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence
from datetime import datetime

from benchmarks.registers import start
from benchmarks.towns import Town
from domain.clock import SystemClock
from domain.desk import Desk
from domain.model.messages import Channel
from mailer.intake import Intake
from mailer.mailbox import Account
from mailer.sender import MailSender, Server
from mailer.service import MailService
from mailer.watcher import Watcher
from scheduler.courier import Courier
from tests.mail_servers.postbox import PASSWORD, ImapServer, Postbox, eventually
from tests.mail_servers.proxy import Proxy, proxy
from tests.mail_servers.smtp_sink import SmtpSink, smtp_sink

#: Just after a mail the watcher searches once more by itself; then only a notice makes it.
_LONG_IDLE_AFTER = 2.5


class _Program:
    """Watcher, desk, courier and sender, wired as `preau run` does it, in a loop of its own."""

    def __init__(self, place: Town, imap: Account, sink: SmtpSink, *, address: str, authserv: str) -> None:
        clock = SystemClock(start(place.structure))
        desk = Desk(place.structure, place.sessions, clock)
        self._sender = MailSender(Server(sink.host, sink.port, "none"), address=address, name="Mairie", clock=clock)
        self._courier = Courier(place.sessions, {Channel.EMAIL: self._sender}, clock, desk.gone)
        intake = Intake(desk, place.sessions, our_address=address, trusted_authserv=(authserv,), clock=clock)
        watcher = Watcher(imap, intake, place.sessions, clock=clock, on_received=self._courier.wake)
        self.service = MailService(watcher)
        self._stop = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._run(),))

    def start(self) -> None:
        self._thread.start()
        eventually(lambda: self.service.last_ok is not None)

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    async def _run(self) -> None:
        await asyncio.gather(self.service.run(self._stop), self._courier.run(self._stop))
        await self._sender.close()


def latencies(place: Town, server: ImapServer, mails: Sequence[bytes], *, address: str, authserv: str) -> list[float]:
    """Deliver `mails` one after the other; return the milliseconds from each notice to its answer's hand-over."""
    postbox = Postbox(server, "soon")
    moment = start(place.structure)
    with proxy(server.port) as wire, smtp_sink() as sink:
        account = Account(wire.host, wire.port, "none", postbox.user, PASSWORD)
        program = _Program(place, account, sink, address=address, authserv=authserv)
        program.start()
        try:
            return [_one(postbox, wire, sink, mail, at=moment) for mail in mails]
        finally:
            program.end()


def _one(postbox: Postbox, wire: Proxy, sink: SmtpSink, mail: bytes, *, at: datetime) -> float:
    noticed: list[float] = []

    def hear(data: bytes) -> None:
        if b"EXISTS" in data:
            noticed.append(time.perf_counter())

    eventually(lambda: postbox.count() == 0)
    time.sleep(_LONG_IDLE_AFTER)
    answered = len(sink.begun)
    wire.heard = hear
    postbox.deliver(mail, at=at)
    eventually(lambda: len(sink.begun) > answered)
    wire.heard = len
    return (sink.begun[answered] - noticed[0]) * 1000
