"""Activities of one cart that are granted all or none, or of which only one can be: judged once all lines are.

No single line can know this: whether the other one is granted is decided after it ("solidaires" and "incompatibles" of
Noethysweb).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.model.structure import Structure
from domain.model.verdict import BookingKey, Code, Facts, Line, Remark, Verdict
from domain.model.wish import Do, Reason
from domain.rules.conflict import key_of
from domain.rules.needs import WILL_COME, stands


def keeps_company(structure: Structure) -> bool:
    """Say whether any activity depends on another one in both ways."""
    return any(structure.partners.values()) or any(structure.rivals.values())


def parted(verdicts: Sequence[Verdict], facts: Facts) -> Mapping[int, Remark]:
    """Return, by number, the accepted lines that must be refused because of what the others have become.

    Of two that exclude each other neither is chosen for the parent.
    """
    settled = {key_of(v.line): v for v in verdicts if v.line.activity.sites}
    found = {}
    for n, verdict in enumerate(verdicts):
        if verdict.accepted and (remark := _remark(verdict, settled, facts)):
            found[n] = remark
    return found


def _remark(verdict: Verdict, settled: Mapping[BookingKey, Verdict], facts: Facts) -> Remark | None:
    line, structure = verdict.line, facts.structure
    code = line.activity.code
    if line.do is Do.ABSENT and line.reason is Reason.SICK:
        return None
    if line.do is Do.BOOK:
        for other in sorted(structure.rivals.get(code, ())):
            if _granted(settled.get((line.child.id, other, line.day))):
                return Remark(Code.NEEDS_OTHER, other=structure.activity(other).name, clash=True)
    for other in sorted(structure.partners.get(code, ())):
        if remark := _without(line, verdict.code, other, settled, facts):
            return remark
    return None


def _without(line: Line, code: Code, other: str, settled: Mapping[BookingKey, Verdict], facts: Facts) -> Remark | None:
    """Refuse `line` when its partner `other` does not go its way."""
    key = (line.child.id, other, line.day)
    partner = settled.get(key)
    name = facts.structure.activity(other).name
    if line.do is not Do.BOOK:
        stays = partner is not None and partner.line.do is not Do.BOOK and not partner.accepted
        return Remark(Code.NEEDS_OTHER, other=name) if stays and key in facts.booked else None
    if code is Code.FULL or (partner is not None and partner.code is Code.FULL):
        return Remark(Code.NEEDS_OTHER, other=name, why="full")
    if partner is None:
        return None  # it stands already, or the line would have been refused by itself
    there = _granted(partner) or (partner.code is Code.DUPLICATE and stands(key, facts, WILL_COME))
    return None if there else Remark(Code.NEEDS_OTHER, other=name)


def _granted(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.line.do is Do.BOOK and verdict.accepted
