"""What the family's other bookings do to a price: brothers and sisters on the same activity and day, a day's aid."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.model.state import ACTIVE, State
from domain.model.structure import Structure
from domain.model.tariff import Payer
from domain.model.verdict import BookingKey, Facts, Line
from domain.rules.pricing import aid_on, discount_of, percent_of

#: A booking in one of these counts as one of the family's on its day. A sick child keeps its place in the ranks: its
#: absence costs the others nothing. A place on the waiting list is none.
COUNTS: Final = ACTIVE - {State.WAITLISTED}


def rank_of(line: Line, facts: Facts) -> int:
    """Return which of the family's children (1 = the oldest) this one is, on its activity and day.

    Only those who are booked there too count, or will be once the cart is validated.
    """
    payer = facts.payer(line.child.id)
    return 1 + sum(_stands((child, line.activity.code, line.day), facts) for child in _elders(line.child.id, payer))


def aided(line: Line, facts: Facts) -> int:
    """Return how many cents of the child's aid of that day are used already, by other bookings than the line's own."""
    booked = sum(
        b.aid_cents
        for key, b in facts.booked.items()
        if (key[0], key[2]) == (line.child.id, line.day)
        and b.state in COUNTS
        and key not in facts.removing
        and key[1] != line.activity.code
    )
    return booked + facts.aided.get((line.child.id, line.day), 0)


@dataclass(frozen=True, slots=True)
class Charged:
    """A booking that counts, with the parts of its price (cents); `fixed` when an issued invoice holds it."""

    id: int
    child: int
    activity: str
    day: date
    base: int
    reduction: int
    aid: int
    surcharge: int = 0
    fixed: bool = False

    @property
    def total(self) -> int:
        """What the family pays for it."""
        return self.base - self.reduction - self.aid + self.surcharge


def recharged(charged: Sequence[Charged], structure: Structure, payer: Payer) -> Iterator[tuple[Charged, Charged]]:
    """Yield each booking of one family and day whose price is another now: as it was, and with its new parts.

    `charged` are all that count, in the order in which they were asked: who came first uses the aid first. What an
    issued invoice holds, or a règlement does not know any more, stays as it is.
    """
    here = {(each.activity, each.child) for each in charged}
    used = dict[int, int]()
    for each in sorted(charged, key=lambda c: (not c.fixed, c.id)):
        if each.fixed or not structure.knows(each.activity):
            used[each.child] = used.get(each.child, 0) + each.aid
            continue
        activity = structure.activity(each.activity)
        rank = 1 + sum((each.activity, child) in here for child in _elders(each.child, payer))
        reduction = percent_of(each.base, discount_of(activity, rank))
        aid = aid_on(each.base - reduction, payer.aid if activity.aids else None, used.get(each.child, 0))
        used[each.child] = used.get(each.child, 0) + aid
        if (reduction, aid) != (each.reduction, each.aid):
            yield each, replace(each, reduction=reduction, aid=aid)


def _elders(child: int, payer: Payer) -> Collection[int]:
    return payer.children[: payer.children.index(child)] if child in payer.children else ()


def _stands(key: BookingKey, facts: Facts) -> bool:
    booked = facts.booked.get(key)
    return key in facts.adding or (booked is not None and booked.state in COUNTS and key not in facts.removing)
