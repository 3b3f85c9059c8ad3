"""Are there places left; without one, the line goes to the end of the waiting list (first come, first served)."""

from __future__ import annotations

from domain.model.activity import WHOLE_DAY
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.hours import change_of


def full(line: Line, facts: Facts) -> Remark | None:
    """Put a booking on the waiting list when no place is left, and say at which rank.

    Places that were not counted are not judged; a change of hour takes none.
    """
    left = places_left(line, facts)
    if line.do is not Do.BOOK or left is None or left > 0 or change_of(line, facts):
        return None
    own, *_ = pools = facts.pools(line)
    fewest = facts.places.fewest(pools)
    return Remark(Code.FULL, rank=next_rank(line, facts), other="" if fewest is own else fewest.name)


def places_left(line: Line, facts: Facts) -> int | None:
    """Return the places that `line` finds: the fewest of its pools, zero or less when full; None if not counted."""
    return facts.places.left(facts.pools(line)) if line.activity is not WHOLE_DAY else None


def next_rank(line: Line, facts: Facts, *, late: bool = False) -> int:
    """Return the rank (from 1) that the line would get on the waiting list; a late one goes behind other late ones."""
    return facts.places.ahead(facts.pools(line), late=late) + 1
