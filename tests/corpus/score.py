"""Score answers against labelled messages: `python -m tests.corpus.score GOLD.jsonl ANSWERS.jsonl`.

exact     lines, command, what is asked and (where labelled) the reason are all right
wrong     something would have been acted on that the sender did not ask for
cautious  nothing wrong, and a question or a hand-over to staff instead of the right answer
missed    nothing wrong, but less than was asked, and nothing was asked back
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HARMLESS = {None, "human", "help", "greet"}
Row = Mapping[str, Any]


def read(path: Path) -> dict[str, Row]:
    """Return the rows of a JSON-lines file by id."""
    return {row["id"]: row for row in map(json.loads, filter(None, path.read_text(encoding="utf-8").splitlines()))}


def _lines(answer: Row) -> set[tuple[str, str, str, str]]:
    return {(li["do"], li["child"], li["activity"], li["date"]) for li in answer.get("lines") or ()}


def verdict(gold: Row, got: Row) -> str:
    """Return exact, wrong, cautious or missed."""
    want, have = _lines(gold), _lines(got)
    command, wanted = got.get("command"), gold.get("command")
    asked, to_ask = set(got.get("ask") or ()), set(gold.get("ask") or ())
    reason = gold.get("reason") in (None, got.get("reason"))
    if have == want and command == wanted and asked == to_ask and reason:
        return "exact"
    if have - want or (command not in HARMLESS and command != wanted):
        return "wrong"
    return "cautious" if asked or command == "human" else "missed"


def score(gold: Mapping[str, Row], answers: Mapping[str, Row]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return how many messages came out how, in all and by tag."""
    counts, by_tag = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for key, row in gold.items():
        outcome = verdict(row["expect"], answers.get(key, {}))
        counts[outcome] += 1
        for tag in row.get("tags", ()):
            by_tag[tag][outcome] += 1
    return counts, by_tag


def main() -> int:
    """Print the rates, and by tag where they are not perfect."""
    gold, answers = read(Path(sys.argv[1])), read(Path(sys.argv[2]))
    counts, by_tag = score(gold, answers)
    for tag, of in sorted(by_tag.items(), key=lambda item: item[1]["exact"] / item[1].total()):
        if of["exact"] < of.total():
            print(f"{tag:26s} exact {of['exact']:3d}/{of.total():3d}  wrong {of['wrong']}")
    total = counts.total() or 1
    print("  ".join(f"{k} {counts[k] / total:.3f}" for k in ("exact", "cautious", "missed", "wrong")), "of", total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
