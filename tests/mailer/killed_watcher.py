"""The watcher and the desk in a process of their own, for tests that kill it; arguments: database URL, IMAP port, user.

A mail that says "Ceci tue." kills it from within.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime

from domain.clock import SystemClock
from domain.desk import Desk
from domain.model.messages import Incoming
from domain.store.session import open_database
from mailer.intake import Intake
from mailer.mailbox import Account
from mailer.watcher import Watcher
from tests.desk.office import reference_structure
from tests.mail_servers.postbox import PASSWORD
from tests.mailer.letters import OUR_ADDRESS, TRUSTED

THURSDAY = datetime(2025, 2, 27, 17, 0, tzinfo=UTC)


class _MortalDesk(Desk):
    def receive(self, incoming: Incoming) -> None:
        if "Ceci tue." in incoming.text:
            os.kill(os.getpid(), signal.SIGKILL)
        super().receive(incoming)


def main(url: str, port: str, user: str) -> None:
    sessions, clock = open_database(url), SystemClock(THURSDAY)
    desk = _MortalDesk(reference_structure(), sessions, clock)
    intake = Intake(desk, sessions, our_address=OUR_ADDRESS, trusted_authserv=TRUSTED, clock=clock)
    account = Account("127.0.0.1", int(port), "none", user, PASSWORD)
    Watcher(account, intake, sessions, clock=clock, on_received=lambda: None).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
