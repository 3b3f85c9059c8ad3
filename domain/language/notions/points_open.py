"""What a message leaves open, and what it comes to: data that the resolver fills."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.language.notions.marks import Act, Part
from domain.model.wish import Ask, Do, Wish

_WHOLE: Final = frozenset({Part.DAY})


@dataclass(slots=True)
class Open:
    """One thing to ask, with what its answer may be: children, days, or what runs for a child on a day."""

    ask: Ask
    names: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    site: str = ""
    day: date | None = None
    parts: frozenset[Part] = frozenset()
    acts: tuple[Act, ...] = ()


@dataclass(slots=True)
class Resolved:
    """What a message comes to."""

    wishes: list[Wish] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    past: bool = False  # only past days were meant
    idle: list[date] = field(default_factory=list)  # named, and nothing of what is asked for is there


def is_spread(point: Open, found: list[Wish]) -> bool:
    """Say whether an open day lies in a period whose other days are certain, and is skipped with them."""
    return point.day is not None and point.day not in {w.day for w in found}


def is_told(point: Open, wishes: list[Wish]) -> bool:
    """Say whether what is open is told elsewhere: "des journées complètes : matin, cantine et soir"."""
    whole = point.ask is Ask.ACTIVITY and point.parts == _WHOLE
    return whole and any(w.do is Do.BOOK and w.day == point.day and w.child in point.names for w in wishes)
