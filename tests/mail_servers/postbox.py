"""What a test may ask of an IMAP server, and a look into a mailbox as a person would have with a webmail."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from imapclient import IMAPClient

PASSWORD = "secret"
_PATIENCE_SECONDS = 20.0


class ImapServer(Protocol):
    """A server on the loopback; any user name has a mailbox of its own."""

    host: str
    port: int

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def add_user(self, user: str) -> None: ...


class Postbox:
    """One user's mailbox, seen from outside the program under test."""

    def __init__(self, server: ImapServer, user: str) -> None:
        self.server = server
        self.user = user
        server.add_user(user)

    @contextlib.contextmanager
    def open(self, folder: str = "INBOX") -> Iterator[IMAPClient]:
        client = IMAPClient(self.server.host, self.server.port, ssl=False, timeout=10)
        try:
            client.login(self.user, PASSWORD)
            client.select_folder(folder)
            yield client
        finally:
            client.logout()

    def deliver(self, *mails: bytes, at: datetime | None = None, flags: tuple[bytes, ...] = ()) -> None:
        with self.open() as client:
            for mail in mails:
                client.append("INBOX", mail, flags=flags, msg_time=at)

    def count(self, folder: str = "INBOX") -> int:
        """Count the mails in a folder; one that is not there yet holds none."""
        with self.open() as client:
            if folder not in {name for _, _, name in client.list_folders()}:
                return 0
            client.select_folder(folder)
            return len(client.search("UNDELETED"))

    def folders(self) -> set[str]:
        with self.open() as client:
            return {name for _, _, name in client.list_folders()}

    def take_away(self, folder: str = "INBOX") -> None:
        with self.open(folder) as client:
            client.add_flags(client.search(), [b"\\Deleted"])
            client.expunge()


def eventually(true: Callable[[], bool], *, within: float = _PATIENCE_SECONDS) -> None:
    """Wait until `true()`; fail when it stays false."""
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Say whether an IMAP server greets on `port`."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.settimeout(2)
            return connection.recv(4) == b"* OK"
    except OSError:
        return False
