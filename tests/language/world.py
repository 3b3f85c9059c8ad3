"""The reference structure and its families, read by the program's own loaders from tests/world."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from domain.model.family import Child, Family
from preau.config import load

WORLD = Path(__file__).parent.parent / "world"
STRUCTURE = load(WORLD / "config.toml", {}).structure
YEAR = STRUCTURE.year


def _families() -> dict[str, Family]:
    children = defaultdict[str, list[Child]](list)
    with (WORLD / "families.csv").open(encoding="utf-8") as rows:
        for n, row in enumerate(csv.DictReader(rows)):
            if row["role"] == "child":
                born = date.fromisoformat(row["birth_date"])
                children[row["family"]].append(Child(n, row["first_name"], row["last_name"], row["site"], born))
    return {key: Family(n, key, tuple(of)) for n, (key, of) in enumerate(children.items())}


FAMILIES = _families()
