"""A raw mail comes in: stored, screened, handed to the desk, exactly once."""

from __future__ import annotations

import dataclasses
import hashlib
import logging
import re
import time
import traceback
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from domain.clock import Clock
from domain.model.messages import Channel, Incoming, Kind
from domain.store import inbox, queries
from domain.store.session import Sessions
from mailer import screening
from mailer.classify import Screened, examine, incoming
from mailer.throttle import Held, held_back

log: Final = logging.getLogger("preau.mailer")

#: Outcomes of `Intake.handle` beside the kinds of `screening`.
READ: Final = "read"
UNKNOWN: Final = "unknown"
THROTTLED: Final = "throttled"
REPEATED: Final = "repeated"  # its content was handled before
RETRY: Final = "retry"  # our failure; the mail stays where it is
FAILED: Final = "failed"  # our failure, for the last time: a person reads it

_SILENT: Final = frozenset({screening.OWN, screening.AUTO_REPLY, screening.LIST, screening.SPAM, screening.GARBAGE})
_END_OF_HEADER: Final = re.compile(rb"\r?\n\r?\n")
_HEADER_BYTES: Final = 256 * 1024


class Door(Protocol):
    """The desk, as far as mail needs it. Each call marks the inbox row in the transaction of its effect."""

    def receive(self, incoming: Incoming) -> None:
        """Understand a message, act on it and queue the answers."""
        ...

    def dismiss(self, key: str, outcome: str) -> None:
        """Mark a message that needs no answer."""
        ...

    def hold_back(self, key: str) -> None:
        """Mark a message that is one of too many at once, and warn staff."""
        ...

    def give_up(self, key: str, *, channel: Channel, chat: str) -> None:
        """Tell staff about a message that cannot be handled."""
        ...


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the mail server tells about a mail.

    `received_at` is its INTERNALDATE, `alias` its place (account, folder, UIDVALIDITY, UID). `partial` says that `raw`
    is only the beginning of a mail that is too large to fetch: a person reads it.
    """

    raw: bytes
    received_at: datetime
    alias: str
    partial: bool = False


class Intake:
    """Hands each mail to the door once; safe to call again with the same mail at any time."""

    def __init__(
        self, door: Door, sessions: Sessions, *, our_address: str, trusted_authserv: Sequence[str], clock: Clock
    ) -> None:
        """Read mails to `our_address`; only servers named in `trusted_authserv` prove a sender."""
        self._door = door
        self._sessions = sessions
        self._our_address = our_address
        self._trusted = tuple(trusted_authserv)
        self._clock = clock

    def handle(self, arrival: Arrival) -> str:
        """Store the mail, then act on it; return the outcome. Raises only when the database itself fails."""
        started = time.monotonic()
        key = content_key(arrival.raw)
        with self._sessions.begin() as session:
            row = inbox.store(
                session,
                key=key,
                channel=Channel.EMAIL,
                raw=arrival.raw,
                received_at=arrival.received_at,
                now=self._clock.now(),
                alias=arrival.alias,
            )
            state = row.state
        outcome = self._outcome(key, arrival, state)
        log.info(
            "mail key=%s outcome=%s ms=%d size=%d",
            key[:21],
            outcome,
            (time.monotonic() - started) * 1000,
            len(arrival.raw),
        )
        return outcome

    def resume(self) -> None:
        """Handle what was stored by a process that died before it could act; the mail itself may be gone by now."""
        with self._sessions.reading() as session:
            waiting = [(row.key, row.raw, row.received_at) for row in inbox.pending(session, Channel.EMAIL)]
        for key, raw, received_at in waiting:
            outcome = self._outcome(key, Arrival(raw, received_at, ""), "new")
            log.info("mail key=%s outcome=%s resumed", key[:21], outcome)

    def outcome(self, alias: str) -> str | None:
        """Return what became of the mail known under `alias`; None when it is still to be handled."""
        with self._sessions.reading() as session:
            row = inbox.seen(session, alias)
            if row is None or row.state == "new":
                return None
            return FAILED if row.state == "failed" else row.outcome or READ

    def _outcome(self, key: str, arrival: Arrival, state: str) -> str:
        if state != "new":
            return FAILED if state == "failed" else REPEATED
        screened: Screened | None = None
        try:
            screened = self._examine(arrival.raw)
            return self._act(key, arrival, screened)
        except Exception as error:  # noqa: BLE001 - one mail's fault must not stop the others: counted, then set aside
            return self._count_failure(key, error, screened.from_address if screened else "")

    def _examine(self, raw: bytes) -> Screened:
        return examine(
            raw, our_address=self._our_address, trusted_authserv=self._trusted, known=self._known, names=self._names
        )

    def _act(self, key: str, arrival: Arrival, screened: Screened) -> str:
        if screened.kind in _SILENT:
            self._door.dismiss(key, screened.kind)
            return screened.kind
        if screened.kind is None and (held := self._held_back(screened)) is not None:
            if held is Held.EVERYBODY:
                self._door.hold_back(key)
            else:
                self._door.dismiss(key, THROTTLED)
            return THROTTLED
        message = incoming(screened, key=key, received_at=arrival.received_at)
        if arrival.partial and message.kind is Kind.TEXT:
            self._door.receive(dataclasses.replace(message, kind=Kind.OTHER))
            return screening.HUMAN
        self._door.receive(message)
        return screened.kind or (UNKNOWN if screened.sender == UNKNOWN else READ)

    def _count_failure(self, key: str, error: Exception, sender: str) -> str:
        where = _origin(error)
        with self._sessions.begin() as session:
            finished = inbox.failed(session, key, error=type(error).__name__, now=self._clock.now())
        log.error("mail key=%s could not be handled: %s at %s", key[:21], type(error).__name__, where)
        if not finished:
            return RETRY
        self._door.give_up(key, channel=Channel.EMAIL, chat=sender)
        return FAILED

    def _held_back(self, screened: Screened) -> Held | None:
        return held_back(self._sessions, screened.from_address, screened.sender, self._clock.now())

    def _known(self, address: str) -> bool:
        with self._sessions.reading() as session:
            return queries.guardian_by_email(session, address) is not None

    def _names(self, address: str) -> Collection[str]:
        with self._sessions.reading() as session:
            guardian = queries.guardian_by_email(session, address)
            family = queries.family_value(session, guardian.family_id) if guardian else None
            return tuple(child.first_name for child in family.children) if family else ()


def content_key(raw: bytes) -> str:
    """Name a mail by what it is: its Message-ID (its Date when it has none), From and body.

    Two copies of one mail (To and Cc, a folder restored, a mail dragged back) have the same key whatever the servers on
    their ways added; another text under a used Message-ID has another key.
    """
    end = _END_OF_HEADER.search(raw)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    found: dict[bytes, bytes] = {}
    for line in _unfolded(head[:_HEADER_BYTES]):
        name, colon, value = line.partition(b":")
        if colon:
            found.setdefault(name.strip().lower(), b" ".join(value.split()))
    identity = found.get(b"message-id") or found.get(b"date", b"")
    digest = hashlib.sha256(b"\n".join((identity, found.get(b"from", b""), body.replace(b"\r\n", b"\n").strip())))
    return f"mail:{digest.hexdigest()}"


def _unfolded(head: bytes) -> list[bytes]:
    return re.sub(rb"\r?\n[ \t]+", b" ", head).splitlines()


def _origin(error: Exception) -> str:
    """Return the place in our code where `error` came up; its message may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
