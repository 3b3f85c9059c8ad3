"""What the program answers to labelled messages, in the form of `preau explain --jsonl`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.language.understand import understand
from tests.language.world import FAMILIES, STRUCTURE


def answer(row: Mapping[str, Any]) -> dict[str, Any]:
    """Understand one labelled message."""
    now = datetime.fromisoformat(row["now"]).replace(tzinfo=STRUCTURE.zone)
    got = understand(
        row["text"], family=FAMILIES[row["family"]], structure=STRUCTURE, now=now, subject=row.get("subject", "")
    )
    lines = [{"do": w.do, "child": w.child, "activity": w.activity, "date": w.day.isoformat()} for w in got.wishes]
    return {"id": row["id"], "lines": lines, "command": got.command, "ask": list(got.ask), "reason": got.reason}
