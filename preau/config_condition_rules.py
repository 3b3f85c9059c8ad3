"""What must hold between `[[opening]]` tables, and between `[[maximum]]` ones: of two numbers or dates one is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from preau.config_conditions import MaximumTable, OpeningTable
from preau.config_faults import Fault


def check_maxima(tables: Sequence[MaximumTable]) -> Iterator[Fault]:
    """Yield maxima that count the same activities as another one, by the day or by the week."""
    for (m, one), (n, other) in combinations(enumerate(tables), 2):
        for key in ("per_day", "per_week"):
            twice = getattr(one, key) is not None and getattr(other, key) is not None
            if twice and set(one.activities) == set(other.activities):
                words = f"counts the same activities as maximum[{m}] ({getattr(one, key)}): which of the two is meant?"
                yield Fault(("maximum", n, key), words, getattr(other, key))


def check_openings(tables: Sequence[OpeningTable]) -> Iterator[Fault]:
    """Yield openings of the very days that another one opens at the same time.

    One that is open is enough, so that the other says nothing; the days may well be opened a second time later.
    """
    for (m, one), (n, other) in combinations(enumerate(tables), 2):
        apart = (one.until and one.until < other.opens) or (other.until and other.until < one.opens)
        if one.scope == other.scope and not apart:
            words = f"opens the same days as opening[{m}] (from {one.opens}): which of the two dates is meant?"
            yield Fault(("opening", n), words, str(other.opens))
