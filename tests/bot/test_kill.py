"""`kill -9` at any moment: no message is lost, none counts twice."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from domain.store.session import Sessions
from domain.store.tables.installation import Lease
from domain.store.tables.messages import Outbox
from tests.telegram_server import TelegramServer

ROOT = Path(__file__).parents[2]
MESSAGES = 60


def start(tg: TelegramServer, database_url: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.bot.victim", tg.url, tg.token, database_url], cwd=ROOT)


def effects(sessions: Sessions) -> Counter[str]:
    with sessions.reading() as session:
        return Counter(row.payload["text"] for row in session.query(Outbox))


def await_effects(tg: TelegramServer, sessions: Sessions, enough: int) -> None:
    tg.wait_for(lambda: effects(sessions).total() >= enough, 30, f"{enough} effects")


def free_the_pollers_place(sessions: Sessions) -> None:
    """Let the killed process's lease be over, instead of waiting for its fifteen seconds."""
    with sessions.begin() as session:
        session.query(Lease).delete()


@pytest.mark.timeout(120)
def test_messages_survive_kills_at_any_moment(tg: TelegramServer, database: Sessions, database_url: str) -> None:
    for number in range(MESSAGES):
        tg.user("Parent", id=1 + number % 7).says(f"message {number}")
    for done in (1, 12, 30):
        process = start(tg, database_url)
        await_effects(tg, database, done)
        process.kill()
        process.wait()
        free_the_pollers_place(database)
    process = start(tg, database_url)
    tg.user("Parent", id=1).says(f"message {MESSAGES}")  # so that it is at work when it is asked to stop
    await_effects(tg, database, MESSAGES + 1)
    tg.wait_for(lambda: not tg.unconfirmed, 10, "the last confirmation")
    process.terminate()

    assert process.wait(15) == 0
    assert effects(database) == Counter(f"message {number}" for number in range(MESSAGES + 1))
