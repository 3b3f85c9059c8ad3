"""The lines of one cart, judged together: each finds the world as the lines before it leave it.

Cancellations come first, for a place that one frees may be asked in the same breath ("annulez Victor, inscrivez
Séverine"); what an activity needs comes before it, so that nothing is granted beside a need that is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.model.activity import WHOLE_DAY, Activity
from domain.model.state import State
from domain.model.structure import ApprovalMode, Structure
from domain.model.verdict import Code, Facts, Line, Remark, Verdict
from domain.model.wish import Do
from domain.rules.capacity import next_rank
from domain.rules.cart_ranks import ranked
from domain.rules.checks import examine
from domain.rules.company import keeps_company, parted
from domain.rules.conflict import booking_of, key_of
from domain.rules.maximum import with_bookings
from domain.rules.siblings_waiting import TOGETHER, waiting_together


def examine_together(lines: Sequence[Line], facts: Facts) -> tuple[Verdict, ...]:
    """Return the rules' answers for the lines of one cart, in their order.

    Of two siblings who want the last place the second one waits; `facts.places` are those before the cart,
    `facts.adding` and `facts.removing` hold all of its lines.
    """
    facts = replace(
        facts,
        undecided=frozenset(key_of(line) for line in lines if line.do is Do.BOOK),
        undoing=frozenset(key_of(line) for line in lines if line.do is not Do.BOOK),
    )
    refused: dict[int, Remark] = {}
    waiting = frozenset[int]()
    while True:
        verdicts, left = _judged(lines, facts, refused, waiting)
        more = parted(verdicts, facts) if keeps_company(facts.structure) else {}
        behind = waiting_together(verdicts) - waiting
        if not more and not behind:
            return ranked(verdicts, left)
        refused.update(more)
        waiting |= behind


def _judged(
    lines: Sequence[Line], facts: Facts, refused: Mapping[int, Remark], waiting: frozenset[int]
) -> tuple[tuple[Verdict, ...], Facts]:
    """Judge the lines once; those in `refused` are so from the start, those in `waiting` wait with others.

    Returned besides is the world as all of them leave it.
    """
    left_out = frozenset(key_of(lines[n]) for n in refused)
    cart = _Cart(replace(facts, adding=facts.adding - left_out, removing=facts.removing - left_out))
    found = {n: cart.judge(lines[n], refused.get(n), waits=n in waiting) for n in _order(lines, facts.structure)}
    return tuple(found[n] for n in range(len(lines))), cart.facts


class _Cart:
    """What the lines judged so far leave to the next one."""

    def __init__(self, facts: Facts) -> None:
        self.facts = replace(facts, places=facts.places.copy())

    def judge(self, line: Line, refused: Remark | None = None, *, waits: bool = False) -> Verdict:
        facts = self.facts
        if line.activity is WHOLE_DAY:
            return Verdict(line, Remark(Code.NOTHING_TO_CANCEL), None, None, None)
        verdict = examine(line, facts)
        if refused is not None:
            return replace(verdict, remark=refused)
        if waits:
            full = verdict.remark if verdict.code is Code.FULL else Remark(Code.FULL, rank=next_rank(line, facts))
            verdict = replace(verdict, remark=replace(full, why=TOGETHER))
        self._note(verdict)
        return verdict

    def _note(self, verdict: Verdict) -> None:
        line, facts = verdict.line, self.facts
        key, waits = key_of(line), verdict.code is Code.FULL
        if line.do is Do.BOOK:
            if waits or not verdict.accepted:
                self.facts = replace(facts, adding=facts.adding - {key})
            elif verdict.change is None:
                facts.places.take(facts.pools(line))
            if waits:
                facts.places.queue(facts.pools(line))
            if facts.structure.maxima and verdict.accepted and verdict.change is None:
                self.facts = replace(self.facts, held=with_bookings(self.facts.held, (line,)))
        elif not verdict.accepted:
            self.facts = replace(facts, removing=facts.removing - {key})
        elif frees_at_once(verdict, facts):
            facts.places.take(facts.pools(line), -1)


def frees_at_once(verdict: Verdict, facts: Facts) -> bool:
    """Say whether a cancellation gives its place back when the cart is validated: nobody has to decide it."""
    booked = booking_of(verdict.line, facts)
    if booked is None or verdict.code is not Code.OK:
        return False
    unasked = facts.structure.approval.cancel is ApprovalMode.AUTO
    return booked.state is State.REQUESTED or (booked.state is State.CONFIRMED and unasked)


def _order(lines: Sequence[Line], structure: Structure) -> list[int]:
    """Return the lines' numbers: cancellations, dependents first; then bookings, needs first; else as they came."""

    def rank(n: int) -> tuple[bool, int]:
        books, depth = lines[n].do is Do.BOOK, depth_of_needs(lines[n].activity, structure)
        return books, depth if books else -depth

    return sorted(range(len(lines)), key=rank)


def depth_of_needs(activity: Activity, structure: Structure) -> int:
    """Return how many activities stand under `activity` (a configuration with a circle of needs is refused)."""
    return max((1 + depth_of_needs(structure.activity(code), structure) for code in activity.needs), default=0)
