"""From when a day may be booked: towns open a whole period at once, some school by school (Noethysweb, "périodes")."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final

from domain.model.activity import PeriodKind
from domain.model.conditions import Opening
from domain.model.deadline import ONE_SECOND
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do
from domain.rules.deadline import latest

#: Why (`Remark.why`) a family waits longer than others: it does not live in the town, or nobody has said.
RESIDENTS_FIRST: Final = "residents"
RESIDENCE_UNKNOWN: Final = "residence_unknown"


def not_yet_open(line: Line, facts: Facts) -> Remark | None:
    """Refuse a booking before its period opens, saying when it does, or after it has ended.

    Where several openings name the day, one that is open is enough. A day that none of them names is open. A family of
    which nobody has said where it lives waits like one from elsewhere, and is told so.
    """
    openings = [opening for opening in facts.structure.openings if _concerns(opening, line, facts)]
    if line.do is not Do.BOOK or not openings:
        return None
    asked_at = facts.asked_at.astimezone(UTC)
    zone = facts.structure.zone
    resident = facts.payer(line.child.id).resident
    coming = [
        (opens, opening.residents_first)
        for opening in openings
        if (opens := opens_at(opening, facts, resident=bool(resident))).astimezone(UTC) > asked_at
    ]
    ended = [ends for opening in openings if (ends := _ends_at(opening, facts)) and ends + ONE_SECOND <= asked_at]
    if len(coming) + len(ended) < len(openings):
        return None
    if coming:
        opens, behind = min(coming)
        return Remark(Code.NOT_OPEN, opens_at=opens, why=_why_later(resident) if behind else "")
    return Remark(Code.NOT_OPEN, closed_at=max(ended).astimezone(zone))


def opens_at(opening: Opening, facts: Facts, *, resident: bool) -> datetime:
    """Return the instant (aware, in the structure's zone) from which families of the town, or all others, may book."""
    wait = timedelta(days=0 if resident else opening.residents_first)
    return datetime.combine(opening.opens + wait, opening.at, tzinfo=facts.structure.zone)


def _why_later(resident: bool | None) -> str:  # noqa: FBT001 - None where nobody has said
    if resident:
        return ""
    return RESIDENCE_UNKNOWN if resident is None else RESIDENTS_FIRST


def _ends_at(opening: Opening, facts: Facts) -> datetime | None:
    return latest(opening.until, time(23, 59, 59), facts.structure.zone) if opening.until else None


def _concerns(opening: Opening, line: Line, facts: Facts) -> bool:
    period = PeriodKind.HOLIDAYS if facts.structure.year.holiday_on(line.day) else PeriodKind.SCHOOL
    return (
        (not opening.activities or line.activity.code in opening.activities)
        and (not opening.sites or line.child.site in opening.sites)
        and opening.period in (None, PeriodKind.ALL, period)
        and (opening.first_day is None or opening.first_day <= line.day)
        and (opening.last_day is None or line.day <= opening.last_day)
    )
