"""Are there places left; without one, the line goes to the end of the waiting list (first come, first served)."""

from __future__ import annotations

from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.hours import change_of


def full(line: Line, facts: Facts) -> Remark | None:
    """Put a booking on the waiting list when no place is left, and say at which rank.

    Places that were not counted (the slot is not among the facts) are not judged; a change of hour takes none.
    """
    left = facts.places_left.get(line.slot)
    if line.do is not Do.BOOK or left is None or left > 0 or change_of(line, facts):
        return None
    return Remark(Code.FULL, rank=next_rank(line, facts))


def next_rank(line: Line, facts: Facts, *, late: bool = False) -> int:
    """Return the rank (from 1) that the line would get on the waiting list; a late one goes behind other late ones."""
    ahead = facts.waiting.get(line.slot, 0)
    return ahead + (facts.waiting_late.get(line.slot, 0) if late else 0) + 1
