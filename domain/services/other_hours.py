"""Another hour is told for what is booked: where nothing is, it is said, and no booking is made of it in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.letters.items import Item, item_of
from domain.model.verdict import Code, Verdict
from domain.model.wish import Do, Understanding


@dataclass(frozen=True, slots=True)
class Told:
    """The verdicts that count, and what is said of the others.

    `unbooked` are left out, because other lines of the message change a booking. Where none does, they are `offered`
    as new bookings, those that can be had.
    """

    verdicts: tuple[Verdict, ...]
    unbooked: tuple[Item, ...] = ()
    offered: tuple[Item, ...] = ()


def sort_out(understood: Understanding, verdicts: Sequence[Verdict]) -> Told:
    """Tell the lines that change a booking from those that find none, where a message only tells of another hour.

    "À partir de lundi Victor arrivera à 7h30" is about the days on which he comes, not a booking of all others.
    """
    timed = [v for v in verdicts if understood.other_hour and v.line.do is Do.BOOK and v.line.activity.ask_hour]
    none_there = [v for v in timed if v.change is None and v.code is not Code.DUPLICATE]
    if len(none_there) < len(timed):
        return Told(tuple(v for v in verdicts if v not in none_there), unbooked=tuple(map(item_of, none_there)))
    gone = tuple(item_of(v) for v in none_there if not v.accepted)
    return Told(tuple(verdicts), gone, tuple(item_of(v) for v in none_there if v.accepted))
