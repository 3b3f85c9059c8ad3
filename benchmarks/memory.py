"""Memory: what a process holds with everything imported, with the door open, and after many messages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil

from benchmarks.report import Figure, Outcome, ratio
from benchmarks.scale import Scale


def run(scale: Scale) -> Outcome:
    """Ask fresh processes for their resident memory."""
    bare = Figure("bare interpreter", [_ask("bare", 0)[0]], "MB")
    imported, opened, after = (
        Figure(name, [size], "MB")
        for name, size in zip(
            ("everything imported", "first booking made", f"after {scale.messages:,} messages"),
            _ask("door", scale.messages),
            strict=True,
        )
    )
    return Outcome(
        "Memory: resident set of one process with bot, mailer, scheduler and desk imported",
        [bare, imported, opened, after],
        [ratio("after the messages / first booking", after, opened)],
    )


def _ask(what: str, messages: int) -> list[float]:
    """Return the megabytes (10^6 bytes) that the process holds at each place where it stops."""
    sizes = []
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.memory_probe", what, str(messages)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1],
    ) as probe:  # fmt: skip
        assert probe.stdin is not None
        assert probe.stdout is not None
        for _ in probe.stdout:
            sizes.append(psutil.Process(probe.pid).memory_info().rss / 1e6)
            print(file=probe.stdin, flush=True)
    return sizes
