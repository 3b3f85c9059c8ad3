"""The labelled messages, as a floor that may only rise: `make corpus` prints where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.answers import answer
from tests.corpus.score import read, score

CORPUS = Path(__file__).parent.parent / "corpus"

#: (least exact, most wrong) as rates
FLOOR = {
    "messages-dev": (0.99, 0.0),
    "house": (0.98, 0.006),
    "house2": (0.98, 0.0),
    "house3": (0.98, 0.0),
    "house4": (0.98, 0.0),
    "house5": (0.98, 0.0),
    "house6": (0.98, 0.0),
    "house7": (0.98, 0.0),
    "blind": (0.96, 0.004),
    "blind2": (0.95, 0.01),
    "topics": (0.98, 0.003),
    "other-hands": (0.95, 0.01),
    "other-hands2": (0.95, 0.01),
    "other-hands3": (0.95, 0.01),
}


@pytest.mark.parametrize("name", FLOOR)
def test_understanding_does_not_fall_below_what_it_reached(name: str) -> None:
    gold = read(CORPUS / f"{name}.jsonl")
    counts, _ = score(gold, {key: answer(row) for key, row in gold.items()})
    exact, wrong = FLOOR[name]

    assert counts["exact"] / len(gold) >= exact
    assert counts["wrong"] / len(gold) <= wrong
