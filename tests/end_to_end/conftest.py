"""Towns to test in: a new one, and one where everybody is linked already."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.clock import ManualClock
from tests.end_to_end.town import CHATS, STAFF, START, WORLD, Town
from tests.mail_servers import dovecot
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.fixtures import sink
from tests.mail_servers.postbox import Postbox
from tests.mail_servers.pymap_server import Pymap
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
    yield town
    town.close()
    town.assert_clean()


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Settle a town once, by the commands of the README: its database is what `town` starts from."""
    clock = ManualClock(START)
    with TelegramServer(clock=clock) as telegram:
        town = Town(tmp_path_factory.mktemp("settled"), telegram, clock)
        settle(town)
        yield town


def settle(town: Town) -> None:
    """Import the families, hire the staff, and let everybody open their link."""
    town.preau("migrate")
    town.preau("import", str(WORLD / "families.csv"))
    invited = dict(line.split("\t")[::2] for line in town.preau("invite", "--all").splitlines())
    badges = {name: town.preau("staff", "add", name, "--role", "agent") for name in STAFF}
    program = town.start("--only", "bot")
    for family in CHATS:
        town.opens(town.parent(family), invited[family])
        town.parent(family).chat.expect("Bonjour", timeout=60)
    for name in STAFF:
        town.opens(town.staff(name), badges[name])
        town.staff(name).chat.expect(name, timeout=60)
    assert program.stop() == 0
    town.close()


@pytest.fixture
def town(new_town: Town, settled: Town) -> Town:
    """Return a town in which every family and both colleagues are linked; nothing runs yet."""
    for file in settled.folder.glob("preau.db*"):
        shutil.copy(file, new_town.folder)
    continue_dialogue(settled.telegram, new_town)
    return new_town


def continue_dialogue(before: TelegramServer, town: Town) -> None:
    """Let the new Bot API server know the chats and count on from where the other one stopped."""
    world = town.telegram.world
    world._update_id, world._message_id = before.world._update_id, before.world._message_id
    for person in [town.parent(family) for family in CHATS] + [town.staff(name) for name in STAFF]:
        person.opens_chat()


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
def mailing_town(town: Town, imap_server: Dovecot | Pymap, sink: object) -> Town:
    """Return a settled town that has a mailbox, too."""
    return town.with_mail(Postbox(imap_server, f"mairie{next(_numbers)}"), sink)  # type: ignore[arg-type]
