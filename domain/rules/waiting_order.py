"""Who is served before whom: staff first, then who asked in time, then the règlement's criteria, then receipt.

Source: "FIFO by receipt time of the parent's message, priority key first" (reference/peers.md §c.4); pretix orders by
priority, then by creation. Criteria are looked at one after the other: each decides only between those who are equal
by all before it, and receipt decides in the end, so that no two ever stand in the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, tzinfo
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from domain.model.standing import Priority, Standing

#: Compared from the left; two standings of one list never give the same.
Place: TypeAlias = tuple[Any, ...]

#: What each criterion compares: smaller goes first. What is not known of somebody opens nothing.
_COMPARED: Final[Mapping[Priority, Callable[[Standing], Any]]] = MappingProxyType(
    {
        Priority.RESIDENT: lambda standing: standing.resident is not True,
        Priority.SIBLING: lambda standing: not standing.sibling,
        Priority.YOUNGEST: lambda standing: -(standing.born or date.min).toordinal(),
        Priority.FIRST_REQUEST: lambda standing: not standing.first,
    }
)


def places_of(standings: Sequence[Standing], order: Sequence[Priority], zone: tzinfo) -> list[Place]:
    """Return the place of each of those who wait by the criteria `order`; days of receipt are those of `zone`.

    Siblings who wait all or none stand together, where the first of them does: an offer is theirs together, and a rank
    far from the others' would be one at which nobody is served.
    """
    compared = [_COMPARED.get(criterion) or _received_day(zone) for criterion in order]
    own = [(-s.raised, s.late, *(compare(s) for compare in compared), s.received_at, s.number) for s in standings]
    heads: dict[int, Place] = {}
    for standing, place in zip(standings, own, strict=True):
        if standing.party is not None:
            heads[standing.party] = min(place, heads.get(standing.party, place))
    return [
        (place if standing.party is None else heads[standing.party], place)
        for standing, place in zip(standings, own, strict=True)
    ]


def places_in_line(standings: Iterable[Standing], order: Sequence[Priority], zone: tzinfo) -> Mapping[Standing, Place]:
    """Return where each stands, first to last."""
    those = tuple(standings)
    return dict(sorted(zip(those, places_of(those, order, zone), strict=True), key=lambda each: each[1]))


def _received_day(zone: tzinfo) -> Callable[[Standing], date]:
    return lambda standing: standing.received_at.astimezone(zone).date()
