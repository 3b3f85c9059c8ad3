"""The labelled messages, as a floor that may only rise: `make corpus` reads them all and prints where each set stands.

The large sets are read in part otherwise: every fifth message, for the kinds come again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

from tests.corpus.answers import answer
from tests.corpus.score import read, score

CORPUS = Path(__file__).parent.parent / "corpus"
LARGE: Final = 1000
KINDS: Final = ("exact", "cautious", "missed", "wrong")
STEP: Final = 1 if os.environ.get("PREAU_WHOLE_CORPORA") else 5

#: (least exact, most wrong) as rates
FLOOR = {
    "messages-dev": (1.0, 0.0),
    "house": (0.98, 0.0),
    "house2": (0.98, 0.0),
    "house3": (0.98, 0.0),
    "house4": (0.98, 0.0),
    "house5": (0.98, 0.0),
    "house6": (0.98, 0.0),
    "house7": (0.98, 0.0),
    "house8": (0.98, 0.0),
    "blind": (0.97, 0.0),
    "blind2": (0.97, 0.0),
    "topics": (0.98, 0.0),
    "other-hands": (0.97, 0.005),
    "other-hands2": (0.97, 0.005),
    "other-hands3": (0.97, 0.005),
}


@pytest.mark.parametrize("name", FLOOR)
def test_understanding_does_not_fall_below_what_it_reached(name: str) -> None:
    rows = [*read(CORPUS / f"{name}.jsonl").items()]
    gold = dict(rows if len(rows) < LARGE else rows[::STEP])
    counts, _ = score(gold, {key: answer(row) for key, row in gold.items()})
    exact, wrong = FLOOR[name]
    print(f"{name}: {len(gold)} messages, " + ", ".join(f"{counts[k]} {k}" for k in KINDS))

    assert counts["exact"] / len(gold) >= exact
    assert counts["wrong"] / len(gold) <= wrong
