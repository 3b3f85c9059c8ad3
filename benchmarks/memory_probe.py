"""`python -m benchmarks.memory_probe bare|door MESSAGES`: print this process's resident megabytes as it goes on."""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> float:
    """Return the resident set of this process in MB (10^6 bytes), as Linux counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def at_the_door(messages: int) -> list[float]:
    """Import the whole program, then let families book until so many messages were handled."""
    import preau.running  # noqa: F401, PLC0415 - what is imported is what is measured

    imported = resident()
    from benchmarks.towns import ACTORS, town  # noqa: PLC0415
    from benchmarks.visits import STEPS, Visits  # noqa: PLC0415

    with town(ACTORS) as place:
        visits = Visits(place)
        visits.next()
        first = resident()
        for _ in range(messages // len(STEPS)):
            visits.next()
        return [imported, first, resident()]


if __name__ == "__main__":
    logging.disable(logging.INFO)
    print(json.dumps([resident()] if sys.argv[1] == "bare" else at_the_door(int(sys.argv[2]))))
