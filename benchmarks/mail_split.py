"""What one mail costs our processor, stage by stage; waiting for the mail server and for the disk is left out."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from benchmarks.registers import start
from benchmarks.report import Figure
from benchmarks.towns import Town
from domain.clock import SystemClock
from domain.desk import Desk
from domain.language.understand import understand
from domain.store import queries
from mailer.classify import Screened, examine, incoming
from mailer.intake import Arrival, Intake, Stored

_BATCH = 50


class _Split:
    """A thread's CPU time, in milliseconds a mail, by stage."""

    def __init__(self, place: Town, *, address: str, authserv: str) -> None:
        self._place, self._address, self._trusted = place, address, (authserv,)
        self._clock = SystemClock(start(place.structure))
        self._desk = Desk(place.structure, place.sessions, self._clock)
        self._intake = Intake(
            self._desk, place.sessions, our_address=address, trusted_authserv=self._trusted, clock=self._clock
        )
        self.samples: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def _stage(self, name: str, mails: int = 1) -> Iterator[None]:
        began = time.thread_time()
        yield
        self.samples[name].append((time.thread_time() - began) * 1000 / mails)

    def batch(self, mails: Sequence[bytes], number: int) -> None:
        """Take a batch through the stages; every other mail is only marked, as one that needs no answer is."""
        now = self._clock.now()
        arrivals = [Arrival(raw, now, f"split/{number}/{n}") for n, raw in enumerate(mails)]
        with self._stage("named and journalled, a batch at a time", len(mails)):
            stored = self._intake.journal(arrivals)
        for n, mail in enumerate(stored):
            screened = self._screened(mail)
            if n % 2:
                with self._stage("marked as handled, a transaction a mail"):
                    self._desk.dismiss(mail.key, "cart")
            else:
                self._understand(screened)
                message = incoming(screened, key=mail.key, received_at=now)
                with self._stage("the desk: understood, judged, put into the cart, answered"):
                    self._desk.receive(message)

    def _screened(self, mail: Stored) -> Screened:
        known, trusted = mail.senders.__getitem__, self._trusted
        with self._stage("read and screened"):
            return examine(mail.arrival.raw, our_address=self._address, trusted_authserv=trusted, children=known)

    def _understand(self, screened: Screened) -> None:
        with self._place.sessions.reading() as session:
            guardian = queries.guardian_by_email(session, screened.from_address)
            assert guardian is not None
            family = queries.family_value(session, guardian.family_id)
        with self._stage("of the desk: `understand`, once"):
            understand(
                screened.mail.fresh_text, family=family, structure=self._place.structure, now=self._clock.now(),
                subject=screened.subject,
            )  # fmt: skip


def split(place: Town, mails: Sequence[bytes], *, address: str, authserv: str) -> list[Figure]:
    """Return the CPU time of each stage."""
    parted = _Split(place, address=address, authserv=authserv)
    for number, (first, last) in enumerate(pairwise([*range(0, len(mails), _BATCH), len(mails)])):
        parted.batch(mails[first:last], number)
    return [Figure(f"CPU, {name}", samples) for name, samples in parted.samples.items()]
