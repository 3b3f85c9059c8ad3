"""A raw mail comes in: stored, screened, handed to the desk, exactly once."""

from __future__ import annotations

import dataclasses
import logging
import time
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from domain.clock import Clock
from domain.model.messages import Channel, Incoming, Kind
from domain.store import attempts, inbox, queries
from domain.store.failures import in_short
from domain.store.session import Sessions, StoreFailure
from mailer import screening
from mailer.classify import Screened, examine, incoming
from mailer.identity import identity
from mailer.throttle import Held, held_back

log: Final = logging.getLogger("preau.mailer")

#: Outcomes of `Intake.handle` beside the kinds of `screening`.
READ: Final = "read"
UNKNOWN: Final = "unknown"
THROTTLED: Final = "throttled"
REPEATED: Final = "repeated"  # its content was handled before
RETRY: Final = "retry"  # our failure; the mail stays where it is
FAILED: Final = "failed"  # our failure, for the last time: a person reads it

_NEW: Final = "new"
_TWICE: Final = "twice"  # another copy of it is handled just before
_SILENT: Final = frozenset({screening.OWN, screening.AUTO_REPLY, screening.LIST, screening.SPAM, screening.GARBAGE})


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

    def give_up(self, key: str, *, channel: Channel, chat: str, received_at: datetime) -> None:
        """Tell staff about a message that cannot be handled, once; apologise to the family of address `chat`."""
        ...

    def mailbox_refused(self) -> None:
        """Tell staff, once a day, that the mail server refuses our password."""
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


class Stored(NamedTuple):
    """A mail in the journal: under which key, in which state, and the tries at handling it, this one included.

    `authors` are the addresses that it may be from; `senders` those that were looked up for all of its batch: to their
    children's names where they are a family's, else to None.
    """

    key: str
    arrival: Arrival
    state: str
    attempts: int
    authors: tuple[str, ...] = ()
    senders: Mapping[str, tuple[str, ...] | None] = MappingProxyType({})


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
        return self.act(self.journal([arrival])[0])

    def journal(self, arrivals: Sequence[Arrival]) -> list[Stored]:
        """Store mails in one transaction. The tries at them are counted when they fail, or by `resume`."""
        told = [identity(arrival.raw) for arrival in arrivals]
        keys, addresses = [each.key for each in told], {address for each in told for address in each.senders}
        messages = [
            inbox.Message(key, Channel.EMAIL, a.raw, a.received_at, a.alias)
            for key, a in zip(keys, arrivals, strict=True)
        ]
        with self._sessions.begin() as session:
            rows = inbox.journal(session, messages, self._clock.now())
            attempts.forget(session, [arrival.alias for arrival in arrivals if arrival.alias])
            families = queries.children_of_senders(session, addresses)
        senders = {address: families.get(address) for address in addresses}
        return [
            Stored(key, a, rows[key].state if key not in keys[:n] else _TWICE, rows[key].attempts + 1, authors, senders)
            for n, ((key, authors), a) in enumerate(zip(told, arrivals, strict=True))
        ]

    def act(self, stored: Stored) -> str:
        """Act on a mail that was stored; return the outcome."""
        started = time.monotonic()
        outcome = self._outcome(stored)
        size, spent = len(stored.arrival.raw), (time.monotonic() - started) * 1000
        log.info("mail key=%s outcome=%s ms=%d size=%d", stored.key[:21], outcome, spent, size)
        return outcome

    def act_in_turn(self, stored: Stored, held: set[str]) -> str:
        """Act on a mail, unless one before it of the same author has to be tried again: a cart is filled, then sent.

        `held` are the authors whose mails wait for the next round; those of a mail to be tried again are added to it.
        """
        outcome = RETRY if held.intersection(stored.authors) else self.act(stored)
        if outcome == RETRY:
            held.update(stored.authors)
        return outcome

    def resume(self, check: Callable[[], None] = lambda: None) -> None:
        """Handle what was stored by a process that died before it could act; the mail itself may be gone by now.

        `check` is called before each, and may raise to end it.
        """
        with self._sessions.reading() as session:
            rows = inbox.pending(session, Channel.EMAIL)
            waiting = [(row.key, Arrival(row.raw, row.received_at, ""), row.attempts) for row in rows]
        held: set[str] = set()
        for place, (key, arrival, before) in enumerate(waiting):
            check()
            authors = identity(arrival.raw).senders
            if held.isdisjoint(authors):
                in_hand = place == 0 and not before  # when the process died
                with self._sessions.begin() as session:
                    tries = inbox.attempt(session, key, missed=int(in_hand))
                self.act_in_turn(Stored(key, arrival, _NEW, tries, authors), held)

    def outcomes(self, aliases: Collection[str]) -> Mapping[str, str]:
        """Return what became of the mails known under one of `aliases`; those still to be handled are left out."""
        with self._sessions.reading() as session:
            rows = inbox.seen_among(session, aliases)
        done = {alias: row for alias, row in rows.items() if row.state != _NEW}
        return {alias: FAILED if row.state == "failed" else row.outcome or READ for alias, row in done.items()}

    def tell_refused(self) -> None:
        """Tell staff that the mail server refuses our password."""
        self._door.mailbox_refused()

    def set_aside(self, place: str, received_at: datetime) -> None:
        """Tell staff, once, of a mail that cannot even be fetched."""
        log.error("mail at %s breaks the connection each time: set aside", place[-40:])
        self._tell_staff(f"mail-at:{place}", "", received_at)

    def _outcome(self, stored: Stored) -> str:
        if stored.state != _NEW:
            return FAILED if stored.state == "failed" else REPEATED
        if stored.attempts > inbox.GIVE_UP_AFTER:  # the process died each time
            return self._count_failure(stored, "ProcessDied", "")
        screened: Screened | None = None
        try:
            screened = self._examine(stored)
            return self._act(stored.key, stored.arrival, screened)
        except Exception as error:  # noqa: BLE001 - one mail's fault must not stop the others: counted, then set aside
            log.error("mail key=%s failed: %s at %s", stored.key[:21], in_short(error), _origin(error))  # noqa: TRY400 - a traceback quotes values
            return self._count_failure(stored, type(error).__name__, _to_answer(screened))

    def _examine(self, stored: Stored) -> Screened:
        found = dict(stored.senders)

        def children(address: str) -> tuple[str, ...] | None:
            if address not in found:  # it is written there in a way that only reading the mail brings to light
                found[address] = self._children(address)
            return found[address]

        raw, trusted = stored.arrival.raw, self._trusted
        return examine(raw, our_address=self._our_address, trusted_authserv=trusted, children=children)

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

    def _count_failure(self, stored: Stored, error: str, sender: str) -> str:
        """Note the failed try; after the last one staff are told first, then the mail is set aside."""
        if stored.attempts >= inbox.GIVE_UP_AFTER:
            self._tell_staff(stored.key, sender, stored.arrival.received_at)
        with self._sessions.begin() as session:
            finished = inbox.failed(session, stored.key, error=error, now=self._clock.now(), tries=stored.attempts)
        return FAILED if finished else RETRY

    def _tell_staff(self, key: str, sender: str, received_at: datetime) -> None:
        try:
            self._door.give_up(key, channel=Channel.EMAIL, chat=sender, received_at=received_at)
        except StoreFailure:
            raise
        except Exception:  # whatever it is, it must not hold up all other mails for ever
            log.exception("mail key=%s: staff could not be told", key[:21])

    def _held_back(self, screened: Screened) -> Held | None:
        return held_back(self._sessions, screened.from_address, screened.sender, self._clock.now())

    def _children(self, address: str) -> tuple[str, ...] | None:
        with self._sessions.reading() as session:
            return queries.children_of_senders(session, {address}).get(address)


def _to_answer(screened: Screened | None) -> str:
    """Return whom to say sorry to: nobody, unless a family's mail would have been answered."""
    answered = screened is not None and screened.kind in {None, screening.HUMAN} and not screened.held
    return screened.from_address if screened is not None and answered else ""


def _origin(error: Exception) -> str:
    """Return the place in our code where `error` came up; its message may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else "?"
