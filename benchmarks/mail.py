"""Mail: our watcher, intake and desk, and a bare imapclient loop, on the same server with the same mails."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP

from benchmarks.mail_latency import latencies
from benchmarks.mail_split import split
from benchmarks.registers import ACTORS, CHILDREN, address_of, start
from benchmarks.report import Figure, Outcome, ratio
from benchmarks.scale import Scale
from benchmarks.towns import Town, town
from benchmarks.visits import others_than, spoken
from domain.clock import Clock, SystemClock
from domain.desk import Desk
from domain.model.messages import Incoming
from mailer.intake import Intake
from mailer.mailbox import Account
from mailer.watcher import Watcher
from tests.mail_servers import dovecot
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.postbox import PASSWORD, ImapServer, Postbox
from tests.mail_servers.pymap_server import Pymap

_OFFICE = "periscolaire@example.net"
_AUTHSERV = "mx.example.net"
_PATIENCE_SECONDS = 120.0
_BYTES = 3000
_QUOTED = "> Bonjour, votre demande est bien arrivée ; nous vous répondons dès que possible.\n"

_numbers = itertools.count(1)


def run(scale: Scale) -> Outcome:
    """Let both take in as many mails, in turn."""
    with ExitStack() as stack:
        place = stack.enter_context(town(max(scale.mails, ACTORS)))
        server = stack.enter_context(_server())
        bare, ours = _Bare(Postbox(server, "bare")), _Ours("ours", place, server)
        edge = _Ours("edge", place, server, _Marking)
        floor = _Keeping(Postbox(server, "floor"), stack.enter_context(_notebook()))
        rates = _rates(scale, place, [bare, floor, edge, ours], ours.clock)
        kind = type(server).__name__
        parts = split(place, _write(place, scale.mails), address=_OFFICE, authserv=_AUTHSERV)
        faults = ours.unread()
        calm = stack.enter_context(town(ACTORS))  # with no answers of ours waiting
        soon = latencies(
            calm, server, _write(calm, min(scale.mail_answers, ACTORS)), address=_OFFICE, authserv=_AUTHSERV
        )
    title = f"Mail: {scale.mails} mails of 3 KB on {kind}, {scale.mail_rounds} rounds in turn"
    return _outcome(title, rates, [Figure("from the IDLE notice to the answer at SMTP", soon), *parts], faults)


def _rates(scale: Scale, place: Town, peers: list[_Bare | _Ours], clock: Clock) -> dict[str, list[float]]:
    """Let the peers take in mails, round by round, each time another one first; return mails a second."""
    rates: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for turn in range(scale.mail_rounds):
        for peer in peers[turn:] + peers[:turn]:
            mails = _write(place, scale.mails)
            peer.postbox.deliver(*mails, at=clock.now())
            rates[peer.name].append(len(mails) / peer.take_in(len(mails)))
    return rates


def _outcome(title: str, rates: dict[str, list[float]], others: list[Figure], faults: list[str]) -> Outcome:
    loop = Figure("bare imapclient loop, one UID a command, nothing kept", rates["bare"], "mails/s")
    kept = Figure("bare loop in batches, a bare SQLite commit a mail, MOVE a batch", rates["floor"], "mails/s")
    alone = Figure("watcher, journal, reading, a commit a mail, MOVE; no desk", rates["edge"], "mails/s")
    whole = Figure("the same with the desk: understood, put into the cart, answered", rates["ours"], "mails/s")
    return Outcome(
        title,
        [loop, kept, alone, whole, *others],
        [
            ratio("mail edge / bare", alone, loop),
            ratio("whole path / bare", whole, loop),
            ratio("mail edge / bare loop that commits each mail", alone, kept),
            ratio("whole path / bare loop that commits each mail", whole, kept),
        ],
        faults,
    )


class _Bare:
    name = "bare"

    def __init__(self, postbox: Postbox) -> None:
        self.postbox = postbox
        self._seen = 0

    def take_in(self, count: int) -> float:
        """Fetch what is new; return the seconds it took."""
        began = time.perf_counter()
        with self.postbox.open() as client:
            for uid in client.search("UNDELETED")[self._seen :]:
                client.fetch([uid], ["BODY.PEEK[]"])
                self._seen += 1
        return time.perf_counter() - began


class _Keeping(_Bare):
    """The least that loses nothing: what this machine's disk and this server allow."""

    name = "floor"

    def __init__(self, postbox: Postbox, notebook: sqlite3.Connection) -> None:
        super().__init__(postbox)
        self._notebook = notebook

    def take_in(self, count: int) -> float:
        began = time.perf_counter()
        with self.postbox.open() as client:
            if not client.folder_exists("Done"):
                client.create_folder("Done")
            for batch in _fifties(client.search()):
                for mail in client.fetch(batch, ["BODY.PEEK[]"]).values():
                    self._notebook.execute("INSERT INTO mail VALUES (?)", (mail[b"BODY[]"],))
                client.move(batch, "Done")
        return time.perf_counter() - began


@contextmanager
def _notebook() -> Iterator[sqlite3.Connection]:
    """Open a table with the promises of our own database: each INSERT is on the disk when it returns."""
    with tempfile.TemporaryDirectory(prefix="preau-bench-") as folder, closing(_table(f"{folder}/notes.db")) as table:
        yield table


def _table(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE mail (raw BLOB);")
    return connection


def _fifties(uids: list[int]) -> Iterator[list[int]]:
    yield from (uids[start : start + 50] for start in range(0, len(uids), 50))


class _Marking(Desk):
    """The desk for mails that need no answer: each is marked as handled, in a transaction of its own."""

    def receive(self, incoming: Incoming) -> None:
        self.dismiss(incoming.key, "cart")


class _Ours:
    def __init__(self, name: str, place: Town, server: ImapServer, door: type[Desk] = Desk) -> None:
        self.name = name
        self.postbox = Postbox(server, name)
        self.clock: Clock = SystemClock(start(place.structure))
        self._sessions = place.sessions
        self._account = Account(server.host, server.port, "none", self.postbox.user, PASSWORD)
        desk = door(place.structure, place.sessions, self.clock)
        self._intake = Intake(
            desk, place.sessions, our_address=_OFFICE, trusted_authserv=(_AUTHSERV,), clock=self.clock
        )

    def take_in(self, count: int) -> float:
        """Run a watcher until it has taken in so many mails and moved them; return the seconds it took."""
        handled = threading.Semaphore(0)
        watcher = Watcher(self._account, self._intake, self._sessions, clock=self.clock, on_received=handled.release)
        thread = threading.Thread(target=watcher.run)
        began = time.perf_counter()
        thread.start()
        for _ in range(count):
            assert handled.acquire(timeout=_PATIENCE_SECONDS), "the watcher stands still"
        watcher.stop()
        thread.join()
        spent = time.perf_counter() - began
        watcher.close()
        return spent

    def unread(self) -> list[str]:
        """Return what was not read as a family's request, or not moved: then something else was measured."""
        left = self.postbox.count()
        return others_than(self._sessions, {"cart"}) + ([f"{left} mails were not moved"] if left else [])


@contextmanager
def _server() -> Iterator[ImapServer]:
    """Run Dovecot, or pymap where it is not installed (in this process: it shares its processor with both)."""
    server = Dovecot() if dovecot.program() else Pymap()
    server.start()
    try:
        yield server
    finally:
        server.remove()


def _write(place: Town, count: int) -> list[bytes]:
    """Write one mail of each of so many families: a request above a long quotation."""
    rules = place.structure
    first = rules.day_of(start(rules)) + timedelta(days=5)
    lunch = rules.activity("MIDI")
    day = next(d for d in rules.year.days(first, rules.year.end) if lunch.runs_on(d, rules.year))
    return [_mail(family, f"Bonjour,\n\nInscrivez {CHILDREN[0]} à la cantine le {spoken(day)} s'il vous plaît.\n\n")
            for family in range(1, count + 1)]  # fmt: skip


def _mail(family: int, text: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = address_of(family), _OFFICE, "Cantine"
    mail["Message-ID"] = f"<{next(_numbers)}@example.org>"
    mail["Authentication-Results"] = f"{_AUTHSERV}; dmarc=pass header.from=example.org"
    quoted = _QUOTED * ((_BYTES - len(text)) // len(_QUOTED))
    mail.set_content(f"{text}Le lundi 24 mars 2025 à 09:12, Périscolaire <{_OFFICE}> a écrit :\n{quoted}")
    return mail.as_bytes()
