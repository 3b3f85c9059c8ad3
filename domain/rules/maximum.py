"""How often one child may come: "1 à 3 activités par jour, 1 à 4 par semaine" (Noethysweb, catégories d'événements)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from domain.model.conditions import Maximum
from domain.model.verdict import BookingKey, Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.conflict import key_of

#: Bookings by child id and Monday.
Held = Mapping[tuple[int, date], frozenset[BookingKey]]


def monday_of(day: date) -> date:
    """Return the first day of the ISO week in which `day` lies."""
    return day - timedelta(days=day.isoweekday() - 1)


def too_many(line: Line, facts: Facts) -> Remark | None:
    """Refuse to book more of one child's day or week than the règlement allows; what is being cancelled is not counted.

    Lines of one message are taken in their order: the first ones fit, the rest is refused.
    """
    if line.do is not Do.BOOK:
        return None
    for maximum in facts.structure.maxima:
        if line.activity.code in maximum.activities and (remark := _beyond(maximum, line, facts)):
            return remark
    return None


def with_bookings(held: Held, lines: Iterable[Line]) -> Held:
    """Return what children have in a week once the bookings among `lines` are theirs."""
    more = dict(held)
    for line in lines:
        if line.do is Do.BOOK:
            week = (line.child.id, monday_of(line.day))
            more[week] = more.get(week, frozenset()) | {key_of(line)}
    return more


def _beyond(maximum: Maximum, line: Line, facts: Facts) -> Remark | None:
    held = facts.held.get((line.child.id, monday_of(line.day)), frozenset()) - facts.removing - {key_of(line)}
    days = [day for _, activity, day in held if activity in maximum.activities]
    if maximum.per_day is not None and days.count(line.day) >= maximum.per_day:
        return Remark(Code.DUPLICATE, most=maximum.per_day, per="day")
    if maximum.per_week is not None and len(days) >= maximum.per_week:
        return Remark(Code.DUPLICATE, most=maximum.per_week, per="week")
    return None
