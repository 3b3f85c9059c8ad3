"""Dates and numbers of the office: when an invoice is due, how it is numbered, by when an answer was promised."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.model.school_year import SchoolYear
from domain.model.structure import InvoicePolicy

_SATURDAY: Final = 6
_ONE_DAY: Final = timedelta(days=1)


def due_on(issued: date, policy: InvoicePolicy) -> date:
    """Return the next `due_day` after the day of issue, kept on a Sunday too; a short month ends earlier.

    Source: Clap Chaz, "entre le 01 et le 05, à régler avant le 20 de chaque mois".
    """
    due = _day_of_month(issued, policy.due_day)
    if issued < due:
        return due
    return _day_of_month(issued.replace(day=1) + timedelta(days=31), policy.due_day)


def invoice_number(policy: InvoicePolicy, issued: date, n: int) -> str:
    """Return the number of the `n`-th invoice, by the structure's format: "2001PS00003PNB" in January 2020."""
    return policy.number.format(yy=f"{issued:%y}", mm=f"{issued:%m}", n=n)


def working_deadline(received_at: datetime, hours: int, year: SchoolYear, zone: ZoneInfo) -> datetime:
    """Return by when an answer promised within `hours` is due (aware, in `zone`).

    Weekends and public holidays do not count (Les Petits Malins: "48 h hors week-end et jours fériés").
    """
    left = timedelta(hours=hours)
    now = received_at.astimezone(zone).replace(tzinfo=None)
    while True:
        midnight = datetime.combine(now.date() + _ONE_DAY, datetime.min.time())
        if _is_working(now.date(), year):
            if left <= midnight - now:
                return (now + left).replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
            left -= midnight - now
        now = midnight


def _is_working(day: date, year: SchoolYear) -> bool:
    return day.isoweekday() < _SATURDAY and day not in year.public_holidays


def _day_of_month(month: date, day: int) -> date:
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))
