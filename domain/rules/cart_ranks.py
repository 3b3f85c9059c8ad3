"""The ranks of a cart's lines where a règlement orders its waiting lists by more than receipt.

Judging line by line counts who waits already; here each line is put where it will stand, among those and the others of
its cart: a younger brother asked second may stand first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.model.pools import Pool, Waiter
from domain.model.standing import Standing
from domain.model.state import COMES
from domain.model.structure import ApprovalMode
from domain.model.verdict import Code, Facts, Line, Verdict
from domain.model.wish import Do
from domain.rules.siblings_waiting import TOGETHER
from domain.rules.waiting_order import places_of

#: Lines have no booking yet: they come after every one that does.
_NEW: Final = 2**62


def ranked(verdicts: Sequence[Verdict], facts: Facts) -> tuple[Verdict, ...]:
    """Return the verdicts of a cart with their true ranks; `facts` are those that the whole cart leaves behind."""
    order = facts.structure.approval.waitlist_priority
    mine = {n: _waiter(n, verdicts, facts) for n, verdict in enumerate(verdicts) if verdict.code is Code.FULL}
    if not (order and mine):
        return tuple(verdicts)
    line = [*facts.places.line, *mine.values()]
    places = places_of([waiter.standing for waiter in line], order, facts.structure.zone)
    near: dict[Pool, list[int]] = defaultdict(list)
    for number, waiter in enumerate(line):
        for pool in waiter.pools:
            near[pool].append(number)
    ranks: dict[int, int] = {}
    for (n, own), place in zip(mine.items(), places[-len(mine) :], strict=True):
        others = {number for pool in facts.places.full(own.pools) for number in near[pool]}
        ranks[n] = 1 + sum(line[number].count for number in others if places[number] < place)
    return tuple(_with_rank(verdict, ranks.get(n)) for n, verdict in enumerate(verdicts))


def _with_rank(verdict: Verdict, rank: int | None) -> Verdict:
    return verdict if rank is None else replace(verdict, remark=replace(verdict.remark, rank=rank))


def _waiter(n: int, verdicts: Sequence[Verdict], facts: Facts) -> Waiter:
    line, remark = verdicts[n].line, verdicts[n].remark
    payer = facts.payer(line.child.id)
    standing = Standing(
        received_at=facts.asked_at,
        number=_NEW + n,
        late=remark.closed_at is not None,
        party=_party(n, verdicts),
        resident=payer.resident,
        sibling=_sibling_comes(line, verdicts, facts),
        born=line.child.birth_date,
        first=payer.newcomer,
    )
    return Waiter(facts.pools(line), standing)


def _party(n: int, verdicts: Sequence[Verdict]) -> int | None:
    """Name the siblings with whom a line waits all or none, by the first of them."""
    own = verdicts[n]
    if own.remark.why != TOGETHER:
        return None
    slot = own.line.slot
    return _NEW + next(m for m, v in enumerate(verdicts) if v.line.slot == slot and v.remark.why == TOGETHER)


def _sibling_comes(line: Line, verdicts: Sequence[Verdict], facts: Facts) -> bool:
    """Say whether another child of the family has a place on the line's day, once the cart is validated."""
    others = {child for child in facts.payer(line.child.id).children if child != line.child.id}
    booked = any(
        b.state in COMES and key not in facts.removing
        for key, b in facts.booked.items()
        if key[0] in others and key[2] == line.day
    )
    at_once = facts.structure.approval.mode is ApprovalMode.AUTO
    granted = (v for v in verdicts if v.line.do is Do.BOOK and v.code is Code.OK and v.change is None)
    return booked or (at_once and any(v.line.child.id in others and v.line.day == line.day for v in granted))
