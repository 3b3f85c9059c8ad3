"""`python -m benchmarks.memory_probe bare|door MESSAGES`: stop where this process's memory is to be looked at.

At each such place it prints a line and waits for one.
"""

from __future__ import annotations

import logging
import sys


def look() -> None:
    """Let the parent process look."""
    print("look", flush=True)
    sys.stdin.readline()


def at_the_door(messages: int) -> None:
    """Import the whole program, then let families book until so many messages were handled."""
    import preau.running  # noqa: F401, PLC0415 - what is imported is what is measured

    look()
    from benchmarks.registers import ACTORS  # noqa: PLC0415
    from benchmarks.towns import town  # noqa: PLC0415
    from benchmarks.visits import STEPS, Visits  # noqa: PLC0415

    with town(ACTORS) as place:
        visits = Visits(place)
        visits.next()
        look()
        for _ in range(messages // len(STEPS)):
            visits.next()
        look()


if __name__ == "__main__":
    logging.disable(logging.INFO)
    if sys.argv[1] == "bare":
        look()
    else:
        at_the_door(int(sys.argv[2]))
