"""The desk as the mailer sees it: it keeps what it is handed, in the transaction that marks the mail as done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.clock import ManualClock
from domain.model.messages import Channel, Incoming
from domain.store import inbox
from domain.store.session import Sessions
from mailer.intake import Arrival, Intake
from tests.mailer.letters import OUR_ADDRESS, TRUSTED

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


class Death(BaseException):
    """The process is killed: nobody below says how the mail ended."""


@dataclass
class RecordingDoor:
    """`failures` is how many of the next calls break down before anything is written.

    `troubles` says how often a mail with those words breaks down, `deaths` how often the process is killed over it.
    """

    sessions: Sessions
    received: list[Incoming] = field(default_factory=list)
    dismissed: list[str] = field(default_factory=list)
    given_up: list[tuple[str, str]] = field(default_factory=list)
    failures: int = 0
    refused: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    deaths: Counter[str] = field(default_factory=Counter)

    def receive(self, incoming: Incoming) -> None:
        if self.deaths[incoming.text] > 0:
            self.deaths[incoming.text] -= 1
            raise Death
        if self.troubles[incoming.text] > 0:
            self.troubles[incoming.text] -= 1
            raise RuntimeError("Zoé Coralis")
        if self.failures:
            self.failures -= 1
            raise RuntimeError("Zoé Coralis")
        with self.sessions.begin() as session:
            if not inbox.begin(session, incoming.key):
                return
            self.received.append(incoming)
            inbox.finish(session, incoming.key, outcome="answered", now=NOW)

    def dismiss(self, key: str, outcome: str) -> None:
        with self.sessions.begin() as session:
            self.dismissed.append(outcome)
            inbox.finish(session, key, outcome=outcome, now=NOW)

    def hold_back(self, key: str) -> None:
        self.dismiss(key, "held back")

    def give_up(self, key: str, *, channel: Channel, chat: str, received_at: datetime) -> None:
        self.given_up.append((channel, chat))

    def mailbox_refused(self) -> None:
        self.refused += 1

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.received]


def intake_for(door: RecordingDoor) -> Intake:
    return Intake(
        door, door.sessions, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, clock=ManualClock(NOW)
    )  # fmt: skip


def arrival(raw: bytes, alias: str = "parents/INBOX/7/1", at: datetime = NOW) -> Arrival:
    return Arrival(raw, at, alias)
