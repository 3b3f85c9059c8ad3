"""Activities that go together, or never: "Créatif 18h" cannot be booked without "Goûter 17h" (Hettange-Grande).

Noethysweb calls them units that are "liées" (needs), "solidaires" (together) and "incompatibles".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from domain.model.activity import Activity
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.verdict import Booked, BookingKey, Code, Facts, Line, Remark
from domain.model.wish import Do, Reason

#: The child will be there, as far as one knows; a place on the waiting list is none.
WILL_COME: Final = frozenset({State.REQUESTED, State.CONFIRMED, State.PRESENT, State.PRESENT_UNBOOKED})
#: Would be left alone if what it needs went away.
_WOULD_STAY: Final = WILL_COME | {State.WAITLISTED}
#: Decided: what needs it may be granted.
_GRANTED: Final = WILL_COME - {State.REQUESTED}


def needs_other(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book without what is needed or beside what is in the way, or to cancel what a remaining booking needs.

    The other activity is named.

    A sick child stays at home: its absences are never held up by this.
    """
    if line.do is Do.BOOK:
        return _missing_need(line, facts) or _in_the_way(line, facts)
    sick = line.do is Do.ABSENT and line.reason is Reason.SICK
    return None if sick else _left_alone(line, facts)


def ungranted_need(activity: Activity, child_id: int, day: date, booked: Mapping[BookingKey, Booked]) -> str | None:
    """Return the code of the first activity that `activity` needs on `day` and that nobody has granted the child."""
    for code in activity.needs:
        need = booked.get((child_id, code, day))
        if need is None or need.state not in _GRANTED:
            return code
    return None


def lacked_need(activity: Activity, child_id: int, day: date, booked: Mapping[BookingKey, Booked]) -> str | None:
    """Return the code of the first activity that `activity` needs on `day` and to which the child will not come."""
    for code in activity.needs:
        need = booked.get((child_id, code, day))
        if need is None or need.state not in WILL_COME:
            return code
    return None


def goes_with(codes: Iterable[str], site: str, structure: Structure) -> tuple[str, ...]:
    """Return `codes` and, in the order of the configuration, what cannot be had at `site` without one of them."""
    found = set(codes)
    here = structure.activities_at(site)
    while more := {a.code for a in here if a.code not in found and found & {*a.needs, *structure.partners[a.code]}}:
        found |= more
    return tuple(activity.code for activity in here if activity.code in found)


def stands(key: BookingKey, facts: Facts, states: frozenset[State]) -> bool:
    """Say whether a booking in one of `states` will still be there once the cart is validated."""
    if key in facts.adding:
        return True
    booked = facts.booked.get(key)
    return booked is not None and booked.state in states and key not in facts.removing


def _missing_need(line: Line, facts: Facts) -> Remark | None:
    partners = sorted(facts.structure.partners.get(line.activity.code, ()))
    open_yet = {code for code in partners if (line.child.id, code, line.day) in facts.undecided}
    for code in (*line.activity.needs, *(code for code in partners if code not in open_yet)):
        if not stands((line.child.id, code, line.day), facts, WILL_COME):
            return Remark(Code.NEEDS_OTHER, other=facts.structure.activity(code).name)
    return None


def _in_the_way(line: Line, facts: Facts) -> Remark | None:
    for code in sorted(facts.structure.rivals.get(line.activity.code, ())):
        key = (line.child.id, code, line.day)
        if key not in facts.undecided and stands(key, facts, _WOULD_STAY):
            return Remark(Code.NEEDS_OTHER, other=facts.structure.activity(code).name, clash=True)
    return None


def _left_alone(line: Line, facts: Facts) -> Remark | None:
    partners = facts.structure.partners.get(line.activity.code, frozenset())
    for activity in facts.structure.activities:
        key = (line.child.id, activity.code, line.day)
        goes_with_this = activity.code in partners and key not in facts.undoing
        if (line.activity.code in activity.needs or goes_with_this) and stands(key, facts, _WOULD_STAY):
            return Remark(Code.NEEDS_OTHER, other=activity.name)
    return None
