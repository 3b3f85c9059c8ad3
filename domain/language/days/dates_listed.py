"""The last of several dates that were read as one list: "le 11 et le 13, le 14 non"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.notions.when import Sort, When

#: A date after the last comma, which nothing joins to those before it.
_LAST: Final = Expression(r"[,;] ?(?:mais |et )?(?:le )?(?:[a-z]+ )?(?P<number>\d{1,2})\b[^,;]*$")


def last_apart(plain: str, bases: tuple[When, ...]) -> tuple[When, ...]:
    """Return the days of a list, with the last date of a single list of dates set apart where a comma sets it off."""
    base = bases[0] if len(bases) == 1 else None
    found = _LAST.search(plain, base.start, base.end) if base and base.sort is Sort.DAY and len(base.days) > 1 else None
    if base is None or found is None:
        return bases
    last = tuple(d for d in base.days if d.day == int(found["number"]))
    rest = tuple(d for d in base.days if d not in last)
    if len(last) != 1 or not rest:
        return bases
    at = found.start("number")
    return replace(base, end=found.start(), days=rest), replace(base, start=at, days=last)
