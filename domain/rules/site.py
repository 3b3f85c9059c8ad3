"""A child is looked after at the site of its school."""

from __future__ import annotations

from domain.model.verdict import Code, Facts, Line, Remark
from domain.rules.conflict import booking_of


def wrong_site(line: Line, facts: Facts) -> Remark | None:
    """Refuse an activity that does not exist at the child's site; what is booked there can be cancelled."""
    if line.child.site in line.activity.sites or booking_of(line, facts):
        return None
    return Remark(Code.WRONG_SITE)
