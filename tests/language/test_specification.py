"""What parents write, and what it comes to: the files of `spec/` read aloud.

Each file has a title ("# …"), then messages ("family: [subject of a mail] text", or "family@when: …"; without a time it
is Monday 3 March 2025 at 9 h), and below each, indented, what it asks for: "book Victor MIDI 03-04 03-06", a command,
"ask activity", "reason sick".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from domain.language.understand import understand
from domain.model.wish import Understanding
from tests.language.world import FAMILIES, STRUCTURE

_MESSAGE: Final = re.compile(r"(?P<family>\w+)(?:@(?P<now>\S+))?: (?:\[(?P<subject>.*?)\] )?(?P<text>.*)")
_MONDAY: Final = "2025-03-03T09:00"
_MANY: Final = 12


class Said(NamedTuple):
    """A message of a specification and what is to come of it."""

    title: str
    message: str
    expected: list[str]


def specified() -> Iterator[Said]:
    for file in sorted((Path(__file__).parent / "spec").glob("*.txt")):
        title, *lines = file.read_text(encoding="utf-8").splitlines()
        said = Said("", "", [])
        for line in lines:
            if line.startswith(" "):
                said.expected.append(line.strip())
            else:
                said = Said(title.removeprefix("# "), line, [])
                yield said


def _days(days: list[str]) -> str:
    return " ".join(days if len(days) <= _MANY else [*days[:4], "…", days[-1], f"({len(days)})"])


def read_aloud(found: Understanding) -> list[str]:
    """Return what was understood as the files of `spec/` say it."""
    lines = defaultdict[str, list[str]](list)
    for wish in found.wishes:
        lines[f"{wish.do} {wish.child} {wish.activity}"].append(f"{wish.day:%m-%d}")
    more = [str(found.command)] if found.command else []
    more += [f"ask {' '.join(found.ask)}"] if found.ask else []
    more += [f"reason {found.reason}"] if found.reason else []
    return [f"{what} {_days(sorted(days))}" for what, days in lines.items()] + [" ".join(more)] * bool(more)


SPECIFIED: Final = list(specified())


@pytest.mark.parametrize("said", SPECIFIED, ids=[f"{s.title}: {s.message}" for s in SPECIFIED])
def test_a_message_means(said: Said) -> None:
    message = _MESSAGE.fullmatch(said.message)
    assert message, said.message
    now = datetime.fromisoformat(message["now"] or _MONDAY).replace(tzinfo=STRUCTURE.zone)

    found = understand(
        message["text"].replace("\\n", "\n").replace("\\t", "\t"),
        family=FAMILIES[message["family"]],
        structure=STRUCTURE,
        now=now,
        subject=message["subject"] or "",
    )

    assert read_aloud(found) == said.expected
