"""Brothers and sisters who come all or not at all: where one of them must wait, they wait together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from domain.model.activity import Slot
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do

#: Why (`Remark.why`) a line waits although a place may be free, or waits with others.
TOGETHER: Final = "together"


def waiting_together(verdicts: Sequence[Verdict]) -> frozenset[int]:
    """Return, by number, the lines that wait because they are wanted all or none and not all have a place.

    Only what would be granted at once is held back; what is refused or left to staff is told as it is.
    """
    parties: dict[Slot, list[int]] = defaultdict(list)
    for n, verdict in enumerate(verdicts):
        wants_a_place = verdict.line.do is Do.BOOK and verdict.change is None
        if wants_a_place and verdict.line.tied and verdict.code in (Code.OK, Code.FULL):
            parties[verdict.line.slot].append(n)
    held = [party for party in parties.values() if len(party) > 1]
    return frozenset(n for party in held if any(verdicts[m].code is Code.FULL for m in party) for n in party)
