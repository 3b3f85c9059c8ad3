"""The mailbox watcher: a thread that owns the IMAP connection and outlives everything that can happen to it.

Exactly once = the journal row and its effect in one transaction, then MOVE: a mail that was handled and could not be
moved is only moved when it is seen again.
"""

from __future__ import annotations

import logging
import random
import secrets
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from domain.clock import Clock, SystemClock
from domain.store import lease
from domain.store.session import Sessions
from mailer import intake as outcomes
from mailer import screening
from mailer.go_live import GoLive, go_live
from mailer.intake import Arrival, Intake
from mailer.mailbox import DONE, QUARANTINE, TO_SEE, Account, Mailbox, Summary

log: Final = logging.getLogger("preau.mailer")

#: Providers cut longer silences, and a notice that was lost costs one search a minute.
_IDLE_SECONDS: Final = 55.0
#: Just after work only a short one: a mail that came between SEARCH and IDLE may not be announced.
_SHORT_IDLE_SECONDS: Final = 2.0
#: The lease is renewed this often, and what failed is tried again after it.
_BEAT_SECONDS: Final = 5.0
_LEASE: Final = timedelta(seconds=15)
#: How often a second watcher asks whether the first still holds the mailbox: a dead one's is taken within 20 s.
_ASK_SECONDS: Final = 3.0
_BATCH: Final = 20
_BATCH_BYTES: Final = 30_000_000
_SUMMARY_BATCH: Final = 500
_FETCHES: Final = 3
_TOO_LARGE: Final = 25_000_000
#: Seconds to wait after the first, second… failure. A server that is down is asked again within 5 s for about ten
#: minutes, then each minute; a refused password ever more rarely, because providers lock accounts.
_NETWORK_STEPS: Final = (1.0, 2.0, *[4.0] * 150, 60.0)
_PASSWORD_STEPS: Final = (5.0, 15.0, 60.0, 150.0, 300.0)
_FOLDER: Final = {
    screening.SPAM: QUARANTINE,
    screening.SPOOF: QUARANTINE,
    screening.GARBAGE: QUARANTINE,
    screening.HUMAN: TO_SEE,
    outcomes.THROTTLED: TO_SEE,
    outcomes.FAILED: TO_SEE,
}

Waiting = tuple[int, Summary]


class _Interrupted(Exception):
    """The watcher was asked to stop, or another one holds the mailbox."""


class Watcher:
    """Watches one mailbox; `run` is the thread's function, the other methods may be called from any thread."""

    def __init__(
        self, account: Account, intake: Intake, sessions: Sessions, *, clock: Clock, on_received: Callable[[], object]
    ) -> None:
        """Hand what arrives to `intake`; `on_received` is called (in the watcher's thread) when answers may wait."""
        self._account = account
        self._intake = intake
        self._sessions = sessions
        self._clock, self._wall = clock, SystemClock()  # the lease goes by the machine's own clock
        self._on_received = on_received
        self._name = f"imap:{account.user}@{account.host}:{account.port}/{account.folder}"[-255:]
        self._holder = secrets.token_hex(8)
        self._stopping = threading.Event()
        self._wake, self._waker = socket.socketpair()
        self._mailbox: Mailbox | None = None
        self._left_alone: set[int] = set()
        self._fetching: Counter[str] = Counter()
        self._well = False
        #: When the mailbox was last searched without fault, or known to be another one's; for the health page.
        self.last_ok: datetime | None = None

    def run(self) -> None:
        """Watch until `stop`: whatever fails is logged, waited out and begun anew."""
        failures = refusals = 0
        while not self._stopping.is_set():
            self._well = False
            try:
                with self._leased():
                    self._watch()
            except _Interrupted:
                self._pause(_ASK_SECONDS)
            except Exception as error:  # noqa: BLE001 - a watcher outlives any one failure; each is logged
                if isinstance(error, LoginError) and "[UNAVAILABLE]" not in str(error):
                    refusals += 1
                    self._refused(refusals)
                    continue
                failures, refusals = (1 if self._well else failures + 1), 0
                log.warning("mailbox lost, failure %d: %s", failures, type(error).__name__)
                self._pause(_step(_NETWORK_STEPS, failures))

    def stop(self) -> None:
        """Wake the watcher and make it end; returns at once."""
        self._stopping.set()
        self._waker.send(b"\0")

    def hang_up(self) -> None:
        """Cut the connection of a watcher that does not end: the command it waits for fails at once."""
        mailbox = self._mailbox
        if mailbox is not None:
            mailbox.hang_up()

    def close(self) -> None:
        """Free what is left after the thread has ended."""
        self._wake.close()
        self._waker.close()

    def _watch(self) -> None:
        mailbox = Mailbox(self._account)
        self._mailbox, self._left_alone = mailbox, set()
        try:
            self._rounds(mailbox)
        except _Interrupted:
            mailbox.close()
            raise
        except BaseException:
            mailbox.hang_up()
            raise
        finally:
            self._mailbox = None

    def _rounds(self, mailbox: Mailbox) -> None:
        first = go_live(self._sessions, self._clock.now(), mailbox.uidvalidity, mailbox.uidnext)
        log.info("mailbox open")
        self._intake.resume()
        self._on_received()
        while True:
            busy, troubled = self._round(mailbox, first)
            self.last_ok, self._well = self._clock.now(), True
            seconds = _BEAT_SECONDS if troubled else _SHORT_IDLE_SECONDS if busy else _IDLE_SECONDS
            mailbox.idle(seconds, wake=self._wake.fileno(), beat=_BEAT_SECONDS, on_beat=self._renew)
            self._renew()

    def _round(self, mailbox: Mailbox, first: GoLive) -> tuple[bool, bool]:
        """Handle what waits; say whether there was anything, and whether something has to be tried again."""
        waiting = [uid for uid in mailbox.waiting() if uid not in self._left_alone]
        troubled = False
        for start in range(0, len(waiting), _SUMMARY_BATCH):
            ours = self._ours(mailbox, first, waiting[start : start + _SUMMARY_BATCH])
            for batch in _batches(ours, alone=lambda uid: self._alias(mailbox, uid) in self._fetching):
                troubled |= self._handle(mailbox, batch)
                self._renew()
        return bool(waiting), troubled

    def _ours(self, mailbox: Mailbox, first: GoLive, uids: Sequence[int]) -> list[Waiting]:
        """Return those of `uids` that are to be handled; older ones are remembered and left alone."""
        ours = []
        for uid, summary in mailbox.summaries(uids).items():
            if first.leaves_alone(mailbox.uidvalidity, uid, summary.received_at):
                self._left_alone.add(uid)
            elif self._fetching[self._alias(mailbox, uid)] >= _FETCHES:
                log.error("imap uid %d breaks the connection each time: left in the inbox", uid)
                self._left_alone.add(uid)
            else:
                ours.append((uid, summary))
        return sorted(ours)

    def _handle(self, mailbox: Mailbox, batch: Sequence[Waiting]) -> bool:
        """Act on a batch, then move it; return True when one of its mails has to be tried again."""
        known = {uid: self._intake.outcome(self._alias(mailbox, uid)) for uid, _ in batch}
        bodies = self._fetch(mailbox, [uid for uid, mail in batch if known[uid] is None and mail.size <= _TOO_LARGE])
        moves: dict[str, list[int]] = {}
        troubled = False
        for uid, mail in batch:
            outcome = known[uid] or self._take_in(mailbox, uid, mail, bodies.get(uid))
            if outcome == outcomes.RETRY:
                troubled = True
            elif outcome:
                moves.setdefault(_FOLDER.get(outcome, DONE), []).append(uid)
        for folder, uids in moves.items():
            self._move(mailbox, uids, folder)
        return troubled

    def _fetch(self, mailbox: Mailbox, uids: Sequence[int]) -> Mapping[int, bytes]:
        """Fetch mails; one that makes the server fail is then fetched alone, and after three times no more."""
        places = [self._alias(mailbox, uid) for uid in uids]
        self._fetching.update(places)
        bodies = mailbox.fetch(uids)
        for place in places:
            del self._fetching[place]
        return bodies

    def _take_in(self, mailbox: Mailbox, uid: int, mail: Summary, body: bytes | None) -> str:
        """Hand one mail to the intake; "" when somebody took it away meanwhile."""
        if self._stopping.is_set():
            raise _Interrupted
        partial = mail.size > _TOO_LARGE
        raw = mailbox.beginning(uid) if partial else body
        if raw is None:
            return ""
        outcome = self._intake.handle(Arrival(raw, mail.received_at, self._alias(mailbox, uid), partial=partial))
        self._on_received()
        return outcome

    def _move(self, mailbox: Mailbox, uids: Sequence[int], folder: str) -> None:
        try:
            mailbox.move(uids, folder)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:  # full, or not allowed: it was handled, so let it lie
            log.warning("imap move of %d mails refused: %s", len(uids), type(error).__name__)
            self._left_alone.update(uids)

    def _alias(self, mailbox: Mailbox, uid: int) -> str:
        account = self._account
        return f"{account.user}/{account.folder}/{mailbox.uidvalidity}/{uid}"[-255:]

    @contextmanager
    def _leased(self) -> Iterator[None]:
        """Hold the mailbox: of several processes only one watches it."""
        self._renew()
        try:
            yield
        finally:
            with self._sessions.begin() as session:
                lease.release(session, self._name, self._holder)

    def _renew(self) -> None:
        if self._stopping.is_set():
            raise _Interrupted
        with self._sessions.begin() as session:
            ours = lease.take(session, self._name, self._holder, self._wall.now(), _LEASE)
        if not ours:
            self.last_ok = self._clock.now()
            raise _Interrupted

    def _refused(self, refusals: int) -> None:
        log.log(logging.ERROR if refusals == 1 else logging.INFO, "mailbox refuses the password, time %d", refusals)
        self._pause(_step(_PASSWORD_STEPS, refusals))

    def _pause(self, seconds: float) -> None:
        self._stopping.wait(seconds * random.uniform(0.7, 1.1))  # noqa: S311 - spreads the load, guards nothing


def _step(steps: Sequence[float], times: int) -> float:
    return steps[min(times, len(steps)) - 1]


def _batches(mails: Sequence[Waiting], *, alone: Callable[[int], bool]) -> Iterator[list[Waiting]]:
    """Part `mails` into batches that a small machine can hold in memory; the suspects among them go alone."""
    batch: list[Waiting] = []
    total = 0
    for waiting in mails:
        uid, size = waiting[0], waiting[1].size
        if batch and (len(batch) == _BATCH or total + size > _BATCH_BYTES or alone(uid) or alone(batch[-1][0])):
            yield batch
            batch, total = [], 0
        batch.append(waiting)
        total += size
    if batch:
        yield batch
