"""One IMAP connection, logged in, with its folder open. Everything imapclient can get wrong is dealt with here.

Only `SEARCH` tells what waits; IDLE merely wakes. Nothing is fetched but sizes, dates and `BODY.PEEK`: other items make
some servers fail on malformed mails, or mark a mail as read.
"""

from __future__ import annotations

import logging
import select
import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedReader
from typing import Any, Final, Literal, NamedTuple

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from mailer.token import TokenRefused, Tokens

log: Final = logging.getLogger("preau.mailer")
# At DEBUG it logs every line of the dialogue, mails and all; at WARNING what servers say of folders.
logging.getLogger("imapclient").setLevel(logging.ERROR)

#: Folders for people; our own journal is what decides.
DONE: Final = "Traité"
QUARANTINE: Final = "Quarantaine"
TO_SEE: Final = "À voir"

FOLDERS: Final = (DONE, QUARANTINE, TO_SEE)

CONNECT_SECONDS: Final = 10
_READ_SECONDS: Final = 30
#: A server that lives answers DONE, and a search like the last one, at once: one that does not is gone.
_DONE_SECONDS: Final = 5
#: The first question after 10 quiet seconds, then every 5, three times; unanswered data is given up as soon.
_KEEPALIVE: Final = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 10),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 5),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 25_000),
)
_HEADER: Final = "BODY.PEEK[HEADER]"
_TEXT: Final = "BODY.PEEK[TEXT]<0.65536>"


@dataclass(frozen=True, slots=True)
class Account:
    """Where the structure's mailbox is."""

    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    user: str
    password: str
    folder: str = "INBOX"
    tokens: Tokens | None = None  # in place of the password
    tls: ssl.SSLContext | None = None  # whom to trust; None: whom this machine trusts

    def __repr__(self) -> str:
        """Name the mailbox without its password."""
        return f"Account({self.host}:{self.port}, {self.security}, {self.folder})"


class Summary(NamedTuple):
    """A waiting mail's size in bytes, and when the server received it."""

    size: int
    received_at: datetime


class Mailbox:
    """A connection that one thread owns."""

    def __init__(self, account: Account, *, patience: float = CONNECT_SECONDS) -> None:
        """Connect, log in, make the folders, open the inbox; the greeting is waited for `patience` seconds.

        Raises:
            LoginError, TokenRefused: the user or the password is wrong, or no token is to be had.
            IMAPClientError, OSError: the server cannot be reached or does not behave.

        """
        began = time.monotonic()
        self._client = connect(account, patience)
        self.greeted_in = time.monotonic() - began
        self._search_seconds: float = _READ_SECONDS
        try:
            self._client.normalise_times = False  # else INTERNALDATE loses its zone
            if account.security == "starttls":
                self._client.starttls(account.tls)
            log_in(self._client, account)
            self._folders = self._make_folders()
            selected = self._client.select_folder(account.folder)
        except BaseException:
            self.hang_up()
            raise
        self.uidvalidity = int(selected[b"UIDVALIDITY"])
        self.uidnext = int(selected.get(b"UIDNEXT") or 0) or max(self.waiting(), default=0) + 1

    def close(self) -> None:
        """Log out, or at least hang up."""
        try:
            self._client.logout()
        except (IMAPClientError, OSError):
            self.hang_up()

    def hang_up(self) -> None:
        """Close the socket; a command under way in another thread fails at once."""
        hang_up(self._client)

    def waiting(self) -> list[int]:
        """Return the UIDs of the mails in the inbox, oldest first; read or not is nobody's business."""
        connection, began = self._client.socket(), time.monotonic()
        connection.settimeout(self._search_seconds)
        found = sorted(self._client.search("UNDELETED"))
        connection.settimeout(_READ_SECONDS)
        self._search_seconds = min(max(_DONE_SECONDS, 3 * (time.monotonic() - began)), _READ_SECONDS)
        return found

    def summaries(self, uids: Collection[int]) -> Mapping[int, Summary]:
        """Return size and date of those of `uids` that are still there."""
        fetched = self._client.fetch(list(uids), ["RFC822.SIZE", "INTERNALDATE"]) if uids else {}
        return {
            uid: Summary(int(data.get(b"RFC822.SIZE") or 0), _aware(data[b"INTERNALDATE"]))
            for uid, data in fetched.items()
            if isinstance(data.get(b"INTERNALDATE"), datetime)
        }

    def fetch(self, uids: Collection[int]) -> Mapping[int, bytes]:
        """Return the mails among `uids` that are still there, as they came."""
        fetched = self._client.fetch(list(uids), ["BODY.PEEK[]"]) if uids else {}
        return {uid: data[b"BODY[]"] for uid, data in fetched.items() if isinstance(data.get(b"BODY[]"), bytes)}

    def beginning(self, uid: int) -> bytes | None:
        """Return the header and the first 64 KB of a mail that is too large, None when it is gone."""
        data: Mapping[bytes, Any] = self._client.fetch([uid], [_HEADER, _TEXT]).get(uid, {})
        header, text = data.get(b"BODY[HEADER]"), data.get(b"BODY[TEXT]<0>")
        return header + (text or b"") if isinstance(header, bytes) else None

    def move(self, uids: Sequence[int], folder: str, *, unread: bool = False) -> None:
        """Move mails to one of our folders, shown there as unread if asked. The next search tells whether it worked."""
        name = self._folders[folder]
        if unread:
            self._client.remove_flags(uids, [b"\\Seen"], silent=True)
        if self._client.has_capability("MOVE"):
            self._client.move(uids, name)
            return
        self._client.copy(uids, name)
        self._client.add_flags(uids, [b"\\Deleted"], silent=True)
        if self._client.has_capability("UIDPLUS"):  # a bare EXPUNGE would take other people's mails as well
            self._client.uid_expunge(uids)

    def idle(self, seconds: float, *, wake: int, beat: float, on_beat: Callable[[], None]) -> None:
        """Wait until the server has something to say, `wake` (a file descriptor) is readable, or `seconds` are over.

        `on_beat` runs every `beat` seconds meanwhile. imapclient's own `idle_check` is not used: it spins on a dead
        socket and breaks on a line that comes in two pieces; `idle_done` reads to the end, and fails on a dead one.
        """
        idles = self._client.has_capability("IDLE")
        if idles:
            self._client.idle()
        try:
            self._wait(time.monotonic() + seconds, wake, beat, on_beat, server=idles)
        finally:
            if idles:
                self._done()

    def _done(self) -> None:
        """End IDLE: a server that lives answers at once."""
        connection = self._client.socket()
        connection.settimeout(_DONE_SECONDS)
        self._client.idle_done()
        connection.settimeout(_READ_SECONDS)

    def _wait(self, until: float, wake: int, beat: float, on_beat: Callable[[], None], *, server: bool) -> None:
        connection = self._client.socket()
        poll = select.poll()
        poll.register(wake, select.POLLIN)
        if server:
            poll.register(connection.fileno(), select.POLLIN)
        while (left := until - time.monotonic()) > 0:
            unread = getattr(connection, "pending", int)()  # TLS may hold what the socket no longer has
            if unread or (server and self._heard_already()) or poll.poll(min(left, beat) * 1000):
                return
            on_beat()

    def _heard_already(self) -> bool:
        """Say whether a notice came together with the answer to IDLE: imaplib has read it, and polling sees nothing."""
        reader = getattr(self._client._imap, "file", None)  # noqa: SLF001 - there is no other way to ask
        if not isinstance(reader, BufferedReader):
            return False
        connection = self._client.socket()
        connection.settimeout(0)
        try:
            return bool(reader.peek(1))
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            connection.settimeout(_READ_SECONDS)

    def _make_folders(self) -> dict[str, str]:
        prefix = prefix_of(self._client)
        names = {folder: prefix + folder for folder in FOLDERS}
        existing = {name for _, _, name in self._client.list_folders()}
        for name in names.values():
            if name not in existing:
                self._create(name)
        return names

    def _create(self, name: str) -> None:
        try:
            self._client.create_folder(name)
            self._client.subscribe_folder(name)
        except IMAPClientError as error:  # it may exist all the same; if it does not, moving says so
            log.warning("imap folder not created: %s", type(error).__name__)


def connect(account: Account, patience: float) -> IMAPClient:
    """Return a greeted connection, not yet logged in; a peer that is silently gone is noticed within 25 seconds."""
    client = IMAPClient(
        account.host,
        account.port,
        ssl=account.security == "tls",
        ssl_context=account.tls,
        timeout=SocketTimeout(connect=patience, read=_READ_SECONDS),
    )
    connection = client.socket()
    for level, name, value in _KEEPALIVE:
        if hasattr(socket, name):  # not every system has them all
            connection.setsockopt(level, getattr(socket, name), value)
    return client


def hang_up(client: IMAPClient) -> None:
    """Close the socket, if that was not done already (as a certificate that is refused after STARTTLS does)."""
    try:
        client.shutdown()
    except (IMAPClientError, OSError) as error:
        log.debug("imap socket was closed already: %s", type(error).__name__)


def log_in(client: IMAPClient, account: Account) -> None:
    """Log in, with a token where there are tokens; one that is refused is renewed once."""
    if account.tokens is None:
        client.login(account.user, account.password)
        return
    token = account.tokens.get()
    try:
        client.oauth2_login(account.user, token)
    except LoginError:
        client.oauth2_login(account.user, account.tokens.renew(token))


def is_refusal(error: Exception) -> bool:
    """Say whether our account was refused, as opposed to a server in trouble."""
    return isinstance(error, TokenRefused) or (isinstance(error, LoginError) and "[UNAVAILABLE]" not in str(error))


def prefix_of(client: IMAPClient) -> str:
    """Return what the server wants before our folders' names ("INBOX." on some)."""
    if not client.has_capability("NAMESPACE"):
        return ""
    personal: Iterable[tuple[str, str]] = client.namespace().personal or ()
    return next((str(prefix) for prefix, _ in personal), "")


def _aware(instant: datetime) -> datetime:
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
