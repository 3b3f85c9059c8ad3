"""Two hundred mails, the real desk, and all that can befall a mailbox meanwhile: each mail counts once."""

from __future__ import annotations

import itertools
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from domain.language.writing.spoken import long_day
from domain.services.families_import import import_families
from domain.store.session import Sessions
from domain.store.tables.messages import Inbox, Outbox
from domain.store.tables.people import Child
from domain.store.tables.requests import CartLine
from mailer.mailbox import DONE
from tests.desk.office import WORLD, reference_structure
from tests.mail_servers.dovecot import Dovecot
from tests.mail_servers.fixtures import need_dovecot
from tests.mail_servers.postbox import Postbox, eventually
from tests.mailer.killed_watcher import THURSDAY
from tests.mailer.letters import letter
from tests.mailer.watching import watching_elsewhere

_MAILS = 200
_KILLS = 8
_CHILDREN = {"claire.durand": ("Séverine", "Victor"), "marie.coralis": ("Zoé",), "isabelle.billard": ("Elio",)}

Asked = tuple[str, date]


@pytest.fixture
def server() -> Iterator[Dovecot]:
    need_dovecot()
    server = Dovecot()
    server.start()
    yield server
    server.remove()


@pytest.mark.timeout(240)
def test_whatever_happens_each_of_two_hundred_mails_counts_once(sessions: Sessions, server: Dovecot) -> None:
    chance = random.Random(5)
    postbox = Postbox(server, "parents")
    asked = _deliver(sessions, postbox, chance)
    befalls: dict[int, Callable[[], None]] = {
        2: lambda: _restart(server),
        4: lambda: _number_anew(server, postbox),
        6: lambda: _drag_back(postbox, chance),
    }

    for kill in range(_KILLS):
        befalls.get(kill, lambda: None)()
        enough = _handled(sessions) + chance.randrange(1, _MAILS // _KILLS)
        with _watcher(sessions, postbox):
            eventually(lambda enough=enough: _handled(sessions) >= enough, within=60)  # type: ignore[misc]
            time.sleep(chance.uniform(0, 0.1))  # anywhere within the handling of a mail
    with _watcher(sessions, postbox):
        eventually(lambda: postbox.count() == 0, within=90)

    assert Counter(_in_carts(sessions)) == Counter(asked)
    assert _answers(sessions) == _MAILS
    assert _handled(sessions) == _MAILS
    assert postbox.count(DONE) >= _MAILS


def _deliver(sessions: Sessions, postbox: Postbox, chance: random.Random) -> list[Asked]:
    """Let families ask for a lunch in each mail; staff have read some of them already."""
    structure = reference_structure()
    with sessions.begin() as session:
        import_families(session, (WORLD / "families.csv").read_text(), structure, THURSDAY)
    lunch = structure.activity("MIDI")
    days = (THURSDAY.date() + timedelta(days=n) for n in itertools.count(11))
    open_days = itertools.islice((d for d in days if lunch.runs_on(d, structure.year)), _MAILS // 4)
    told = [(who, child, day) for day in open_days for who, names in _CHILDREN.items() for child in names]
    chance.shuffle(told)
    for number, (who, child, day) in enumerate(told):
        flags = (b"\\Seen",) if number % 3 == 0 else ()
        postbox.deliver(_letter(who, f"Inscrivez {child} à la cantine le {long_day(day)} 2025."), flags=flags)
    return [(child, day) for _, child, day in told]


def _letter(who: str, text: str) -> bytes:
    return letter(
        text,
        From=f"{who}@example.org",
        Authentication_Results="mx.example.net; dmarc=pass header.from=example.org",
    )


def _restart(server: Dovecot) -> None:
    server.stop()
    server.start()


def _number_anew(server: Dovecot, postbox: Postbox) -> None:
    """Lose the server's own notes: every mail gets another UID, under another UIDVALIDITY."""
    before = _uidvalidity(postbox)
    server.stop()
    for notes in server.mails.rglob("dovecot*"):
        notes.unlink()
    server.start()
    assert _uidvalidity(postbox) != before


def _uidvalidity(postbox: Postbox) -> object:
    with postbox.open() as client:
        return client.folder_status("INBOX", ["UIDVALIDITY"])[b"UIDVALIDITY"]


def _drag_back(postbox: Postbox, chance: random.Random) -> None:
    with postbox.open(DONE) as client:
        client.move(chance.sample(client.search(), 10), "INBOX")


@contextmanager
def _watcher(sessions: Sessions, postbox: Postbox) -> Iterator[None]:
    """Run a watcher in a process of its own and kill it without warning."""
    with watching_elsewhere(sessions, postbox) as process:
        yield
        assert process.poll() is None


def _handled(sessions: Sessions) -> int:
    with sessions.reading() as session:
        return session.scalar(select(func.count()).select_from(Inbox).where(Inbox.state == "done")) or 0


def _answers(sessions: Sessions) -> int:
    with sessions.reading() as session:
        return session.scalar(select(func.count()).select_from(Outbox).where(Outbox.channel == "email")) or 0


def _in_carts(sessions: Sessions) -> list[Asked]:
    with sessions.reading() as session:
        rows = session.execute(select(Child.first_name, CartLine.day).join(Child, Child.id == CartLine.child_id))
        return [(child, day) for child, day in rows]
