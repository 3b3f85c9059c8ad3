"""`python -m benchmarks.chat_load NOW`: our Bot API server, and parents who write again as soon as they are answered.

Prints its address and token; then reads orders, one JSON a line ({"chats": [id…], "seconds": s}), and answers each
with {"ms": [milliseconds of each answer…]}. Ends with its input.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from itertools import count, cycle

from domain.clock import SystemClock
from tests.telegram_server import Person, TelegramServer

#: What a parent writes, over and over; each line gets one answer.
SENTENCES = (
    "inscrire Léa midi le 3 avril",
    "bonjour, pouvez-vous inscrire Victor à la cantine jeudi 24 avril svp",
    "inscrivez Léa midi le 25 avril",
    "videz le panier",
)
_PATIENCE_SECONDS = 20.0


class Parent:
    """One chat in a closed loop."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._messages = person._private.messages
        self._sentences = cycle(SENTENCES)
        self._said_at = 0.0
        self._mark = 0

    def speak(self) -> None:
        """Write the next sentence."""
        self._person.says(next(self._sentences))
        self._mark, self._said_at = len(self._messages), time.perf_counter()

    @property
    def answered(self) -> bool:
        return any(message.from_bot for message in self._messages[self._mark :])

    def waited(self) -> float:
        """Return how long the answer took (ms)."""
        return (time.perf_counter() - self._said_at) * 1000


def loop(server: TelegramServer, parents: Sequence[Parent], seconds: float) -> list[float]:
    """Let every parent write and wait in turns; return how long each answer took (ms)."""
    waits: list[float] = []
    waiting = set(parents)
    began = time.perf_counter()
    with server.world.changed:
        for parent in parents:
            parent.speak()
        while waiting:
            for parent in [one for one in waiting if one.answered]:
                waits.append(parent.waited())
                if time.perf_counter() - began < seconds:
                    parent.speak()
                else:
                    waiting.discard(parent)
            if time.perf_counter() - began > seconds + _PATIENCE_SECONDS:
                sys.exit(f"{len(waiting)} chats got no answer")
            server.world.changed.wait(0.05)
    return waits


def main() -> None:
    """Serve until the input ends."""
    parents: dict[int, Parent] = {}
    numbers = count(1)
    with TelegramServer(clock=SystemClock(datetime.fromisoformat(sys.argv[1]))) as server:
        print(server.url, server.token, flush=True)
        for line in sys.stdin:
            order = json.loads(line)
            for chat in order["chats"]:
                parents.setdefault(chat, Parent(server.user(f"Parent {next(numbers)}", chat)))
            waits = loop(server, [parents[chat] for chat in order["chats"]], order["seconds"])
            print(json.dumps({"ms": waits, "faults": server.violations}), flush=True)


if __name__ == "__main__":
    main()
