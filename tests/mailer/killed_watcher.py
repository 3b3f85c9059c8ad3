"""A watcher in a process of its own, for the test that kills it; arguments: database URL, IMAP port, user."""

from __future__ import annotations

import secrets
import sys
from datetime import UTC, datetime

from domain.clock import SystemClock
from domain.model.messages import Channel, Incoming, Outgoing
from domain.store import inbox, outbox
from domain.store.session import Sessions, open_database
from mailer.intake import Intake
from mailer.mailbox import Account
from mailer.watcher import Watcher
from tests.mail_servers.postbox import PASSWORD
from tests.mailer.letters import OUR_ADDRESS, TRUSTED


class _AnsweringDoor:
    """Answers each mail, in the transaction that marks it as done; an answer too many would show."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def receive(self, incoming: Incoming) -> None:
        now = datetime(2025, 3, 3, tzinfo=UTC)
        with self._sessions.begin() as session:
            if inbox.begin(session, incoming.key):
                outbox.post(
                    session,
                    key=secrets.token_hex(8),
                    kind="answer",
                    channel=Channel.EMAIL,
                    address="marie.coralis@example.org",
                    message=Outgoing(text=incoming.text),
                    now=now,
                )
                inbox.finish(session, incoming.key, outcome="answered", now=now)

    def hold_back(self, key: str) -> None:
        self.dismiss(key, "held back")

    def dismiss(self, key: str, outcome: str) -> None:
        raise NotImplementedError

    def give_up(self, key: str, *, channel: Channel, chat: str) -> None:
        raise NotImplementedError


def main(url: str, port: str, user: str) -> None:
    sessions = open_database(url)
    clock = SystemClock()
    intake = Intake(_AnsweringDoor(sessions), sessions, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, clock=clock)
    account = Account("127.0.0.1", int(port), "none", user, PASSWORD)
    Watcher(account, intake, sessions, clock=clock, on_received=lambda: None).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
