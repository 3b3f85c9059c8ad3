"""The mailbox watcher: a thread that owns the IMAP connection and outlives everything that can happen to it."""

from __future__ import annotations

import logging
import random
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from domain.clock import Clock, SystemClock
from domain.store import attempts, lease, settings
from domain.store.failures import in_short
from domain.store.session import Sessions
from mailer.go_live import go_live
from mailer.intake import Intake
from mailer.mailbox import Account, Mailbox, is_refusal
from mailer.rounds import Rounds, Surroundings

log: Final = logging.getLogger("preau.mailer")

#: Providers cut longer silences, and a notice may be lost. A server that fell silent behind a living line (a proxy or a
#: router that swallows what comes answers TCP's own questions) is noticed at the end: within 25 seconds.
_IDLE_SECONDS: Final = 20.0
#: Just after work only a short one: a mail that came between SEARCH and IDLE may not be announced.
_SHORT_IDLE_SECONDS: Final = 2.0
#: The lease is renewed this often, and what failed is tried again after it.
_BEAT_SECONDS: Final = 5.0
_LEASE: Final = timedelta(seconds=15)
_ATTEMPTS_KEPT: Final = timedelta(days=30)
#: How often a second watcher asks whether the first still holds the mailbox: a dead one's is taken within 20 s.
_ASK_SECONDS: Final = 3.0
#: Seconds to wait after the first, second… failure. A server that is down is asked again within 5 s however long it
#: was away; a refused password ever more rarely, because providers lock accounts.
_NETWORK_STEPS: Final = (0.5, 1.0, 1.5)
_PASSWORD_STEPS: Final = (5.0, 15.0, 60.0, 150.0, 300.0)
#: A server that greeted in time before is waited for as long as this (seconds), or thrice what it took then; now and
#: then longer, because it may have become slow. A hole in the network is so left within 5 s of its end.
_SHORT_PATIENCE: Final = 3.0
_LONG_PATIENCE: Final = 10.0
_LONG_EACH: Final = 60
#: Of the failures of a long outage the first are logged, then one of so many.
_LOGGED: Final = 10
_LOGGED_EACH: Final = 200
#: Staff are told after so many refusals in a row: one may be the provider's own trouble.
_REFUSALS_TOLD: Final = 3


class _Interrupted(Exception):
    """The watcher was asked to stop, or another one holds the mailbox."""


class Watcher:
    """Watches one mailbox; `run` is the thread's function, the other methods may be called from any thread."""

    def __init__(  # noqa: PLR0913 - what it works with
        self,
        account: Account,
        intake: Intake,
        sessions: Sessions,
        *,
        clock: Clock,
        on_received: Callable[[], object],
        since: datetime | None = None,
    ) -> None:
        """Hand what arrives to `intake`; `on_received` is called (in the watcher's thread) when answers may wait.

        What the server received before `since` is never touched.
        """
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
        self._since = since
        self._well = False
        self._renewed = 0.0
        self._greeted_in: float | None = None
        #: When the mailbox was last searched without fault, or known to be another one's; for the health page.
        self.last_ok: datetime | None = None

    def run(self) -> None:
        """Watch until `stop`: whatever fails is logged, waited out and begun anew."""
        failures = refusals = 0
        while not self._stopping.is_set():
            self._well = False
            try:
                with self._leased():
                    self._watch(self._patience(failures))
            except _Interrupted:
                self._pause(_ASK_SECONDS)
            except Exception as error:  # noqa: BLE001 - a watcher outlives any one failure; each is logged
                refusals = 0 if self._well else refusals
                if is_refusal(error):
                    refusals += 1
                    self._refused(refusals)
                    continue
                failures, refusals = (1 if self._well else failures + 1), 0
                if failures <= _LOGGED or failures % _LOGGED_EACH == 0:
                    log.warning("mailbox lost, failure %d: %s", failures, in_short(error))
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

    def _patience(self, failures: int) -> float:
        """Return for how many seconds the server's greeting is waited for."""
        if self._greeted_in is None or failures % _LONG_EACH == _LONG_EACH - 1:
            return _LONG_PATIENCE
        return min(max(_SHORT_PATIENCE, 3 * self._greeted_in), _LONG_PATIENCE)

    def _watch(self, patience: float) -> None:
        mailbox = Mailbox(self._account, patience=patience)
        self._mailbox, self._greeted_in = mailbox, mailbox.greeted_in
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
        now = self._clock.now()
        first = go_live(self._sessions, now, mailbox.uidvalidity, mailbox.uidnext, since=self._since)
        with self._sessions.begin() as session:
            attempts.forget_before(session, now - _ATTEMPTS_KEPT)
        log.info("mailbox open")
        self._intake.resume(self._check)
        self._on_received()
        place = f"{self._account.user}/{self._account.folder}"
        around = Surroundings(self._intake, self._sessions, self._clock, self._on_received, self._check)
        rounds = Rounds(mailbox, around, place=place, first=first)
        fresh = True  # much may happen while a server starts
        while True:
            busy, troubled = rounds.round()
            self.last_ok, self._well = self._clock.now(), True
            self._renew(searched=True)
            seconds = _BEAT_SECONDS if troubled else _SHORT_IDLE_SECONDS if busy or fresh else _IDLE_SECONDS
            fresh = False
            mailbox.idle(seconds, wake=self._wake.fileno(), beat=_BEAT_SECONDS, on_beat=self._renew)
            self._check()

    @contextmanager
    def _leased(self) -> Iterator[None]:
        """Hold the mailbox: of several processes only one watches it."""
        self._renew()
        try:
            yield
        finally:
            with self._sessions.begin() as session:
                lease.release(session, self._name, self._holder)

    def _check(self) -> None:
        """Raise when asked to stop, or when another one holds the mailbox; renew the lease when it is time to."""
        if self._stopping.is_set():
            raise _Interrupted
        if time.monotonic() - self._renewed > _BEAT_SECONDS:
            self._renew()

    def _renew(self, *, searched: bool = False) -> None:
        if self._stopping.is_set():
            raise _Interrupted
        now = self._wall.now()
        with self._sessions.begin() as session:
            ours = lease.take(session, self._name, self._holder, now, _LEASE)
            if ours and searched:
                settings.write(session, settings.MAIL_SEEN, self._clock.now().isoformat())
        self._renewed = time.monotonic()
        if not ours:
            self.last_ok = self._clock.now()
            raise _Interrupted

    def _refused(self, refusals: int) -> None:
        log.log(logging.ERROR if refusals == 1 else logging.INFO, "mailbox refuses the password, time %d", refusals)
        if refusals == _REFUSALS_TOLD:
            self._intake.tell_refused()
            self._on_received()
        self._pause(_step(_PASSWORD_STEPS, refusals))

    def _pause(self, seconds: float) -> None:
        self._stopping.wait(seconds * random.uniform(0.7, 1.1))  # noqa: S311 - spreads the load, guards nothing


def _step(steps: Sequence[float], times: int) -> float:
    return steps[min(times, len(steps)) - 1]
