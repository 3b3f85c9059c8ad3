"""A process of its own that works on the outbox: `python -m tests.store.worker hold|drain URL FILE`.

`hold` takes what is due, says so, and never gets any further. `drain` sends all that is due at nine o'clock: each
message is a line of FILE. Both wait for a line on stdin before they begin.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from domain.clock import ManualClock
from domain.model.messages import Channel
from domain.store.outbox import Parcel
from domain.store.session import Sessions, open_database
from scheduler.courier import Courier
from tests.store.posting import NINE, take


class LineSender:
    """The wire: a file to which every process appends."""

    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def send(self, parcel: Parcel) -> str:
        os.write(self._file, f"{os.getpid()} {parcel.key}\n".encode())
        await asyncio.sleep(0)
        return str(parcel.id)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hold(sessions: Sessions) -> None:
    say(f"holding {len(take(sessions))}")
    sys.stdin.readline()


def drain(sessions: Sessions, file: Path) -> None:
    sender = LineSender(file)
    courier = Courier(sessions, dict.fromkeys(Channel, sender), ManualClock(NINE), machine=ManualClock(NINE))
    asyncio.run(courier.drain())
    say("done")


def main(task: str, url: str, file: str) -> None:
    sessions = open_database(url)
    say("ready")
    sys.stdin.readline()
    if task == "hold":
        hold(sessions)
    else:
        drain(sessions, Path(file))


if __name__ == "__main__":
    main(*sys.argv[1:])
