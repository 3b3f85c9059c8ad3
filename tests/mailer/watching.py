"""A watcher in a thread of the test's own process, or in a process of its own that is killed in the end."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from domain.clock import ManualClock
from domain.store.session import Sessions
from domain.store.tables.installation import Lease
from mailer.mailbox import Account
from mailer.watcher import Watcher
from tests.mail_servers.postbox import PASSWORD, Postbox
from tests.mailer.doors import RecordingDoor, intake_for

_ROOT = Path(__file__).parents[2]
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


@contextmanager
def watching_elsewhere(sessions: Sessions, postbox: Postbox) -> Iterator[subprocess.Popen[bytes]]:
    """Run watcher and desk in another process, and kill it without warning."""
    url = sessions.engine.url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mailer.killed_watcher", url, str(postbox.server.port), postbox.user], cwd=_ROOT
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
    with sessions.begin() as session:  # as its end would, 15 seconds later
        session.query(Lease).delete()
