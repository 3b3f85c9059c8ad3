"""The register of day phrases: each a pattern, what it means, and examples that a test runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.when import Scene, When

Reader = Callable[[re.Match[str], Scene], When | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying days. `examples` are said on Monday 3 March 2025; their answers are ISO dates or "a..b".

    `beyond` marks what no booking is ever about (years, minutes, feasts): it is read when days are asked of a text
    (`find_days`), never in a message that is acted on.
    """

    name: str
    pattern: Expression
    read: Reader
    examples: Mapping[str, str]
    beyond: bool = False


#: In the order in which they were written; at one place the longest match wins, then the earlier phrase.
PHRASES: Final[list[Phrase]] = []


def phrase(pattern: str, examples: Mapping[str, str], *, beyond: bool = False) -> Callable[[Reader], Reader]:
    """Register a reader for `pattern` (over folded text) with its examples and what they must mean."""

    def register(read: Reader) -> Reader:
        PHRASES.append(Phrase(read.__name__, Expression(pattern), read, examples, beyond))
        return read

    return register
