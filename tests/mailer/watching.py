"""A watcher in a thread of the test's own process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from domain.clock import ManualClock
from mailer.mailbox import Account
from mailer.watcher import Watcher
from tests.mail_servers.postbox import PASSWORD, Postbox
from tests.mailer.doors import RecordingDoor, intake_for

TODAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


def account_of(postbox: Postbox, password: str = PASSWORD, port: int | None = None) -> Account:
    return Account(postbox.server.host, port or postbox.server.port, "none", postbox.user, password)


@contextmanager
def watching(account: Account, door: RecordingDoor, *, since: datetime | None = None) -> Iterator[Watcher]:
    watcher = Watcher(
        account, intake_for(door), door.sessions, clock=ManualClock(TODAY), on_received=lambda: None, since=since
    )
    thread = threading.Thread(target=watcher.run, name="watcher")
    thread.start()
    try:
        yield watcher
    finally:
        watcher.stop()
        thread.join(3)
        watcher.hang_up()
        thread.join(20)
        watcher.close()
        assert not thread.is_alive()
