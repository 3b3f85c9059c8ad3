"""Several processes on one database: each message leaves once, and a killed process loses none."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from domain.model.messages import Channel
from domain.store.outbox import LEASE
from domain.store.session import Sessions
from tests.store.posting import NINE, keys, post, take

ROOT: Final = Path(__file__).parents[2]


@contextmanager
def worker(task: str, url: str, file: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.store.worker", task, url, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert heard(process) == "ready"
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def begin(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("begin\n")
    process.stdin.flush()


def test_three_processes_send_two_hundred_messages_once_each(
    database: Sessions, database_url: str, tmp_path: Path
) -> None:
    for number in range(100):
        post(database, f"chat:{number}", to=str(number % 20))
        post(database, f"mail:{number}", to="claire@example.org", by=Channel.EMAIL)
    sent = tmp_path / "sent"

    with ExitStack() as stack:
        processes = [stack.enter_context(worker("drain", database_url, sent)) for _ in range(3)]
        for process in processes:
            begin(process)
        assert [heard(process) for process in processes] == ["done"] * 3

    lines = [line.split() for line in sent.read_text().splitlines()]
    left = Counter(key for _, key in lines)
    assert left == Counter([f"{kind}:{number}" for kind in ("chat", "mail") for number in range(100)])
    for chat in range(20):
        mine = [number for number in chat_numbers(lines) if number % 20 == chat]
        assert mine == sorted(mine)


def chat_numbers(lines: list[list[str]]) -> list[int]:
    return [int(key.removeprefix("chat:")) for _, key in lines if key.startswith("chat:")]


def test_what_a_killed_process_had_in_hand_is_sent_by_another_one(
    database: Sessions, database_url: str, tmp_path: Path
) -> None:
    post(database, "a")
    with worker("hold", database_url, tmp_path / "sent") as victim:
        begin(victim)
        assert heard(victim) == "holding 1"
        assert take(database, NINE + LEASE / 2) == []
        victim.kill()
        victim.wait()

    (parcel,) = take(database, NINE + LEASE)

    assert (keys([parcel]), parcel.attempts) == (["a"], 2)
