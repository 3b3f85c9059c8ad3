"""The language room beside dateparser's search and Duckling: days read rightly, speed, growth, hostile texts."""

from __future__ import annotations

import importlib.util
import json
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.report import Figure, Outcome, Ratio, ratio
from benchmarks.scale import Scale
from benchmarks.understanding import start

_ROOT = Path(__file__).parents[1]
_SETS = ("days-chrono", "days-dateparser", "days-house", "days-probes")
_WARM_UP = 30
_START = 30.0  # seconds in which a reader must be ready
_NOT_INSTALLED = "Duckling is not installed; to compare: .venv/bin/pip install pyduckling-native-phihos"
_MESSAGE = "Bonjour, merci d'inscrire Léah à la cantine le {} mars et de l'enlever de la garderie le {} avril. "
#: What no parent writes, repeated up to the length that `Scale` says.
HOSTILE = {
    "one weekday": "mardi ", "one range": "du 10 au 14 mars ", "nested quotes": "> ", "one letter": "a",
    "digits": "1", "spaces": " ", "line feeds": "\n", "commas": ",", "names": "Sohan Nahel ", "unknown words": "zqxvw ",
    "et": "et ", "pas": "pas ", "apostrophes": "'", "no space": "inscrirevictormidimardi", "strangers": "Xavier ",
    "half words": "ab ", "requests": "inscrire Xavier mardi. ", "unicode junk": "\u202e\ufeff🎉é\u0301",
}  # fmt: skip


class Reader:
    """A process that reads days, and is stopped when it takes too long over a text."""

    def __init__(self, name: str, limit: float) -> None:
        self._command = [sys.executable, "-m", "benchmarks.day_readers", name]
        self._limit = limit
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT)
        assert process.stdout is not None
        if not select.select([process.stdout], [], [], _START)[0] or not process.stdout.readline():
            raise RuntimeError(f"{' '.join(self._command)} does not start")
        return process

    def read(self, text: str, now: str) -> dict[str, Any] | None:
        """Return the milliseconds and the days; None when it was stopped."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"text": text, "now": now}), file=self._process.stdin, flush=True)
        if select.select([self._process.stdout], [], [], self._limit)[0]:
            answer: dict[str, Any] = json.loads(self._process.stdout.readline())
            return answer
        self.close()
        self._process = self._started()
        return None

    def close(self) -> None:
        """Stop it."""
        self._process.kill()
        self._process.communicate()


def run(scale: Scale) -> Outcome:
    """Measure everything; what is not installed is said."""
    rows = [json.loads(line) for name in _SETS for line in _lines(name)]
    names = ("ours", "search_dates", *(["duckling"] if importlib.util.find_spec("duckling") else []))
    figures, ratios = list[Figure](), list[Ratio]()
    speeds = dict[str, Figure]()
    for name in names:
        right, speeds[name] = _expressions(name, rows, scale)
        figures += [right, speeds[name]]
    ratios += [ratio(f"a day expression: ours / {name}", speeds["ours"], speeds[name]) for name in names[1:]]
    for name in ("understood", *names):
        figures_here, growth = _growth(name, scale)
        figures += figures_here
        ratios += growth
    figures += [_hostile(name, scale) for name in ("understood", *names)]
    here, there = _import("domain.language.understand", scale), _import("dateparser.search", scale)
    ratios.append(ratio("import: ours / dateparser.search", here, there))
    title = f"Language: {len(rows)} day expressions, each {scale.day_passes} times"
    return Outcome(title if "duckling" in names else f"{title} ({_NOT_INSTALLED})", [*figures, here, there], ratios)


def _lines(name: str) -> list[str]:
    lines = (_ROOT / "tests" / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if json.loads(line)["expect"]["from"]]


def _expressions(name: str, rows: Sequence[dict[str, Any]], scale: Scale) -> tuple[Figure, Figure]:
    """Return how many expressions are read exactly, and what one costs."""
    reader = Reader(name, scale.language_limit)
    for row in rows[:_WARM_UP]:
        reader.read(row["text"], row["now"])
    answers = [[reader.read(row["text"], row["now"]) for row in rows] for _ in range(scale.day_passes)]
    reader.close()
    right = sum(_is_right(row, answer) for row, answer in zip(rows, answers[0], strict=True))
    spent = [answer["ms"] for answer_set in answers for answer in answer_set if answer]
    return (
        Figure(f"{name}: expressions read exactly", [right], "rows", f"{right / len(rows):.1%}"),
        Figure(f"{name}: a day expression", spent),
    )


def _is_right(row: dict[str, Any], answer: dict[str, Any] | None) -> bool:
    """Say whether the days are those labelled: each of a list, or the first and the last (two hits count as a span)."""
    pairs = answer["days"] if answer else []
    if not pairs:
        return False
    if row.get("days"):
        return sorted({str(day) for first, last in pairs for day in _run(first, last)}) == sorted(row["days"])
    return (min(p[0] for p in pairs), max(p[1] for p in pairs)) == (row["expect"]["from"], row["expect"]["to"])


def _run(first: str, last: str) -> Iterator[date]:
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day
        day += timedelta(days=1)


def _growth(name: str, scale: Scale) -> tuple[list[Figure], list[Ratio]]:
    """Return what a text costs and what one four times as long does: beyond × 1 it is worse than proportional."""
    reader = Reader(name, scale.language_limit)
    figures = list[Figure]()
    for sentences in (2, 9, 36):
        text = "".join(_MESSAGE.format(n % 28 + 1, n % 27 + 2) for n in range(sentences))
        answers = [reader.read(text, "2025-03-03T09:12") for _ in range(scale.day_passes + 1)][1:]
        spent = [answer["ms"] for answer in answers if answer]
        label = f"{name}: a text of {len(text):,} characters"
        figures.append(Figure(label, spent or [scale.language_limit * 1000], note="" if spent else "stopped"))
    reader.close()
    grown = Ratio(f"{name}: four times the length / four times the cost", figures[2].median / figures[1].median / 4)
    return figures, [grown]


def _hostile(name: str, scale: Scale) -> Figure:
    """Return what the hostile texts cost a reader, and which of them is the dearest."""
    reader = Reader(name, scale.language_limit)
    spent = dict[str, float]()
    for label, unit in HOSTILE.items():
        reader.read(unit * 3, "2025-03-03T09:12")  # loads what is loaded once
        text = (unit * (scale.hostile_chars // len(unit) + 1))[: scale.hostile_chars]
        answer = reader.read(text, "2025-03-03T09:12")
        spent[label] = answer["ms"] if answer else scale.language_limit * 1000
    reader.close()
    worst = max(spent, key=lambda label: spent[label])
    stopped = sum(each >= scale.language_limit * 1000 for each in spent.values())
    note = f"dearest: {worst}, {spent[worst]:,.0f} ms" + (f"; {stopped} of {len(spent)} stopped" if stopped else "")
    return Figure(f"{name}: hostile texts of {scale.hostile_chars:,} characters", [*spent.values()], "ms", note)


def _import(module: str, scale: Scale) -> Figure:
    bare, whole = [], []
    for _ in range(scale.starts):
        bare.append(start("-c", "pass"))
        whole.append(start("-c", f"import {module}"))
    return Figure(f"import {module}", [max(w - b, 0.01) for w, b in zip(whole, bare, strict=True)])
