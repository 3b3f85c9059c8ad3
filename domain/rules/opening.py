"""Is there anything to ask on that day: the day is to come, lies in the school year, and the activity runs."""

from __future__ import annotations

from datetime import date

from domain.model.activity import Activity
from domain.model.school_year import DayKind
from domain.model.structure import Structure
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.conflict import booking_of
from domain.rules.official_calendar import public_holidays


def not_open(line: Line, facts: Facts) -> Remark | None:
    """Refuse a day that is over, or that lies outside the school year."""
    past = line.day < facts.structure.day_of(facts.asked_at)
    outside = facts.structure.year.kind(line.day) is DayKind.OUTSIDE
    return Remark(Code.NOT_OPEN) if past or outside else None


def closed(line: Line, facts: Facts) -> Remark | None:
    """Refuse a day on which the activity does not run; a day booked before it was closed can still be cancelled."""
    shut = facts.closures.of(line.slot, line.child.school_class) if line.do is Do.BOOK else None
    if shut is not None:
        return Remark(Code.CLOSED, why=shut.reason, other=line.child.school_class if shut.classes else "")
    if line.activity.runs_on(line.day, facts.structure.year):
        return None
    if line.do is not Do.BOOK and booking_of(line, facts):
        return None
    return Remark(Code.CLOSED, why=why_closed(line.activity, line.day, facts.structure))


def why_without(day: date, today: date, structure: Structure) -> str:
    """Say why there is nothing to book on `day`: "past", "outside" the school year, a holiday's name, or ""."""
    if day < today:
        return "past"
    return "outside" if structure.year.kind(day) is DayKind.OUTSIDE else without_care(day, structure)


def without_care(day: date, structure: Structure) -> str:
    """Name the public holiday or the school holidays of `day`; "" when it is neither."""
    kind = structure.year.kind(day)
    if kind is DayKind.PUBLIC_HOLIDAY:
        return public_holidays(day.year, structure.department).get(day, "")
    holiday = structure.year.holiday_on(day)
    return holiday.name if kind is DayKind.HOLIDAYS and holiday else ""


def why_closed(activity: Activity, day: date, structure: Structure) -> str:
    """Name the public holiday or the school holidays that close `day`.

    Empty when the structure closes by itself, or when the activity simply does not run on that weekday or in that
    period; `structure.year.kind(day)` tells the first from the others.
    """
    kind = structure.year.kind(day)
    if kind is DayKind.PUBLIC_HOLIDAY:
        return public_holidays(day.year, structure.department).get(day, "")
    holiday = structure.year.holiday_on(day)
    if kind is DayKind.HOLIDAYS and holiday and day.isoweekday() in activity.weekdays:
        return holiday.name
    return ""
