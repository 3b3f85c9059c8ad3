from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from domain.store.session import Sessions
from domain.store.tables import Family, Guardian, Lease, Outbox
from mailer.mailbox import DONE
from tests.mail_servers.postbox import Postbox, eventually
from tests.mailer.doors import NOW
from tests.mailer.letters import letter

_ROOT = Path(__file__).parents[2]
_MAILS = 100
_KILLED_AFTER = (1, 40, 41, 80)


@pytest.mark.timeout(180)
def test_a_watcher_that_is_killed_loses_no_mail_and_answers_none_twice(sessions: Sessions, postbox: Postbox) -> None:
    _marie(sessions)
    told = [f"mail {n}" for n in range(_MAILS)]
    postbox.deliver(*(letter(text) for text in told))

    for handled in _KILLED_AFTER:
        _watch_until(sessions, postbox, lambda enough=handled: len(_answers(sessions)) >= enough)  # type: ignore[misc]
    _watch_until(sessions, postbox, lambda: postbox.count() == 0)

    assert Counter(_answers(sessions)) == Counter(told)
    assert postbox.count(DONE) == _MAILS


def _watch_until(sessions: Sessions, postbox: Postbox, true: Callable[[], bool]) -> None:
    """Run a watcher in a process of its own and kill it without warning."""
    url = sessions.engine.url.render_as_string(hide_password=False)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mailer.killed_watcher", url, str(postbox.server.port), postbox.user], cwd=_ROOT
    )
    try:
        eventually(true, within=60)
    finally:
        process.kill()
        process.wait()
    with sessions.begin() as session:  # as its end would, 15 seconds later
        session.query(Lease).delete()


def _answers(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return [row.payload["text"] for row in session.query(Outbox)]


def _marie(sessions: Sessions) -> None:
    with sessions.begin() as session:
        family = Family(key="coralis", created_at=NOW)
        family.guardians = [Guardian(first_name="Marie", last_name="Coralis", email="marie.coralis@example.org")]
        session.add(family)
