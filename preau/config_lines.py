"""On which line of a TOML file a key stands: `tomllib` does not tell, and an operator wants to know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

Path = tuple[str | int, ...]

_TABLE: Final = re.compile(r"\s*\[(?P<name>[\w.\-\" ]+)\]\s*(#.*)?$")
_ARRAY_TABLE: Final = re.compile(r"\s*\[\[(?P<name>[\w.\-\" ]+)\]\]\s*(#.*)?$")
_KEY: Final = re.compile(r"\s*(?P<key>[\w\-\"]+(?:\.[\w\-\"]+)*)\s*=")
_STRING_OR_COMMENT: Final = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*")


def key_lines(text: str) -> Mapping[Path, int]:
    """Return the line (from 1) of each table and key of a valid TOML `text`; keys inside inline values have none."""
    lines: dict[Path, int] = {}
    counts: Counter[str] = Counter()
    table: Path = ()
    depth = 0  # of brackets left open by a value that goes on over several lines
    for number, line in enumerate(text.split("\n"), start=1):
        if depth == 0 and (found := _ARRAY_TABLE.match(line)):
            name = found["name"]
            table = (*_split(name), counts[name])
            counts[name] += 1
            lines[table] = number
        elif depth == 0 and (found := _TABLE.match(line)):
            table = _split(found["name"])
            lines[table] = number
        else:
            if depth == 0 and (found := _KEY.match(line)):
                lines[table + _split(found["key"])] = number
            bare = _STRING_OR_COMMENT.sub("", line)
            depth += sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")
    return lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int | None:
    """Return the line of `path`, or of the nearest table or key around it; None for what stands nowhere."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), None)


def _split(name: str) -> Path:
    return tuple(part.strip(' "') for part in name.split("."))
