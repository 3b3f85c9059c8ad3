"""Due dates, invoice numbers, and the promise of an answer within working hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.structure import InvoicePolicy
from domain.rules.billing import due_on, invoice_number, working_deadline
from tests.rules.world import PARIS, WORLD, paris


@pytest.mark.parametrize(
    ("issued", "due_day", "expected"),
    [
        ("2025-03-02", 20, "2025-03-20"),
        ("2025-03-19", 20, "2025-03-20"),
        ("2025-03-20", 20, "2025-04-20"),  # a Sunday, kept
        ("2025-12-28", 20, "2026-01-20"),
        ("2025-02-02", 31, "2025-02-28"),
        ("2025-01-31", 30, "2025-02-28"),
    ],
)
def test_an_invoice_is_due_on_the_next_due_day(issued: str, due_day: int, expected: str) -> None:
    assert due_on(date.fromisoformat(issued), InvoicePolicy(due_day=due_day)) == date.fromisoformat(expected)


def test_an_invoice_number_holds_the_month_of_issue_and_the_count() -> None:
    assert invoice_number(WORLD.invoices, date(2020, 1, 4), 3) == "2001PS00003PNB"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2025-03-03T10:00", "2025-03-05T10:00"),
        ("2025-03-07T16:00", "2025-03-11T16:00"),  # a Friday
        ("2025-03-08T16:00", "2025-03-12T00:00"),  # a Saturday
        ("2025-04-17T12:00", "2025-04-23T12:00"),  # Good Friday to Easter Monday in Moselle
        ("2025-03-28T12:00", "2025-04-01T12:00"),  # over the change of clock
        ("2025-07-11T12:00", "2025-07-16T12:00"),  # 14 July, after the last day of school
    ],
)
def test_48_hours_are_promised_without_weekends_and_public_holidays(received: str, expected: str) -> None:
    due = working_deadline(paris(received), 48, WORLD.year, PARIS)
    assert due == paris(expected)
    assert due.tzinfo == PARIS


@given(st.datetimes(datetime(2024, 9, 2), datetime(2025, 7, 4)), st.integers(1, 200))  # noqa: DTZ001 - a wall clock's
def test_a_promise_never_ends_sooner_than_its_hours(received: datetime, hours: int) -> None:
    start = received.replace(tzinfo=ZoneInfo("Indian/Reunion"))
    assert working_deadline(start, hours, WORLD.year, ZoneInfo("Indian/Reunion")) >= start + timedelta(hours=hours)
