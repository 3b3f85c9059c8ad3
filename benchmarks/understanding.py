"""Understanding: each labelled message of the corpus, and a fresh process up to its first understanding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.report import Figure, Outcome, ratio
from benchmarks.scale import Scale
from tests.corpus.answers import answer

_ROOT = Path(__file__).parents[1]
_CORPUS = _ROOT / "tests" / "corpus" / "messages-dev.jsonl"
_BARE = ("-c", "pass")


def run(scale: Scale) -> Outcome:
    """Understand the corpus as often as `scale` says; the first pass has met none of the sentences before."""
    rows = [json.loads(line) for line in _CORPUS.read_text(encoding="utf-8").splitlines()]
    bare, cold = _starts(json.dumps(rows[0]), scale.starts)
    answer(rows[0])  # loads what is loaded once
    first, *others = ([_understand(row) for row in rows] for _ in range(scale.corpus_passes))
    fresh = Figure("a message, met for the first time", first)
    again = Figure("a message, met again", [spent for spends in others for spent in spends])
    return Outcome(
        f"Understanding: {len(rows)} labelled messages, {scale.corpus_passes} times",
        [fresh, again, bare, cold],
        [ratio("cold start: ours / bare interpreter", cold, bare)],
    )


def _understand(row: dict[str, Any]) -> float:
    began = time.perf_counter()
    answer(row)
    return (time.perf_counter() - began) * 1000


def _starts(row: str, count: int) -> tuple[Figure, Figure]:
    """Start the bare interpreter and a process that understands one message, in turn."""
    bare, cold = [], []
    start("-m", "benchmarks.first_message", row)  # keeps the bytecode
    for _ in range(count):
        bare.append(start(*_BARE))
        cold.append(start("-m", "benchmarks.first_message", row))
    return Figure("process start, bare interpreter", bare), Figure("process start to the first message", cold)


def start(*arguments: str) -> float:
    """Return how many milliseconds a fresh interpreter takes over `arguments`, with the bytecode of its modules kept.

    Where none is kept every module is compiled at every start, which takes twice the time.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=_ROOT, env=environment)
    return (time.perf_counter() - began) * 1000
