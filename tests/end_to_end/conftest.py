"""Towns to test in: a new one, and one where everybody is linked already."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.clock import ManualClock
from domain.model.family import Role
from domain.services import families
from domain.services.families_import import import_families
from preau.config import load
from tests.end_to_end.town import CHATS, STAFF, START, WORLD, Town
from tests.mail_servers import dovecot
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.fixtures import sink
from tests.mail_servers.postbox import Postbox
from tests.mail_servers.pymap_server import Pymap
from tests.mail_servers.smtp_sink import SmtpSink
from tests.telegram_server import TelegramServer

__all__ = ["sink"]

_numbers = itertools.count(1)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
def telegram(clock: ManualClock) -> Iterator[TelegramServer]:
    with TelegramServer(clock=clock) as server:
        yield server


@pytest.fixture
def new_town(tmp_path: Path, telegram: TelegramServer, clock: ManualClock) -> Iterator[Town]:
    """Return a folder with the reference configuration, and nothing done yet."""
    town = Town(tmp_path, telegram, clock)
    with closing(town):
        yield town
    town.assert_clean()


@pytest.fixture
def town(new_town: Town, sqlite_template: Path) -> Town:
    """Return a town in which every family and both colleagues are linked; nothing runs yet."""
    shutil.copy(sqlite_template, new_town.folder / "preau.db")
    settle(new_town)
    return new_town


def settle(town: Town) -> None:
    """Do at once what the commands of the README and everybody's `/start CODE` do (test_story_by_chat.py)."""
    structure, now = load(town.folder / "config.toml", environ={}).structure, START
    with town.sessions.begin() as session:
        import_families(session, (WORLD / "families.csv").read_bytes(), structure, now)
        for key, guardian in families.guardians(session):
            families.redeem(session, families.invite(session, guardian, now), CHATS[key], now)
            town.parent(key).opens_chat()
        for name, chat in STAFF.items():
            member = families.add_staff(session, name, Role.AGENT, now)
            families.redeem(session, families.invite_staff(session, member, now), chat, now)
            town.staff(name).opens_chat()


@pytest.fixture(scope="session")
def imap_server() -> Iterator[Dovecot | Pymap]:
    """Run Dovecot, or where it is not installed the embedded server, unless PREAU_TEST_REQUIRE names Dovecot."""
    if dovecot.program() is None and "dovecot" in os.environ.get("PREAU_TEST_REQUIRE", ""):
        pytest.fail("Dovecot is required here and not installed")
    server: Dovecot | Pymap = Pymap() if dovecot.program() is None else Dovecot()
    server.start()
    yield server
    server.remove()


@pytest.fixture
def mailing_town(town: Town, imap_server: Dovecot | Pymap, sink: SmtpSink) -> Town:
    """Return a settled town that has a mailbox, too."""
    return town.with_mail(Postbox(imap_server, f"mairie{next(_numbers)}"), sink)
