"""What else a limit may be counted from, the days without school, and absences that are no sickness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.model.deadline import Purpose
from domain.model.verdict import Code
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from tests.rules.world import WORLD, booked, facts, key, limit, line, ruled_by

BOOK = '[[deadline]]\nfor = ["book"]\n'


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        pytest.param("days_before_week = 3", "2025-03-13", "Fri 2025-03-07 23:59:59", id="three days before its week"),
        pytest.param("days_before_week = 0", "2025-03-13", "Mon 2025-03-10 23:59:59", id="the Monday of its week"),
        pytest.param("days_before_week = 2", "2025-01-06", "Sat 2025-01-04 23:59:59", id="… in the first week"),
        pytest.param("days_before_week = 5", "2025-01-06", "Wed 2025-01-01 23:59:59", id="… on New Year's Day"),
        pytest.param('days_before_week = 5\nskip = ["public_holidays"]', "2025-01-06", "Tue 2024-12-31 23:59:59",
                     id="… which moves it into the year before"),
        pytest.param("days_before_month = 10", "2025-03-13", "Wed 2025-02-19 23:59:59", id="ten days before its month"),
        pytest.param("days_before_month = 10", "2025-01-30", "Sun 2024-12-22 23:59:59", id="… over the year's end"),
        pytest.param("day_of_previous_month = 31", "2025-03-13", "Fri 2025-02-28 23:59:59", id="a month of 28 days"),
        pytest.param("day_of_previous_month = 7", "2025-01-30", "Sat 2024-12-07 23:59:59", id="December for January"),
        pytest.param('weekday_before = "tue-2"', "2025-03-13", "Tue 2025-02-25 23:59:59", id="week -2"),
        pytest.param('weekday_before = "tue-2"', "2025-01-06", "Tue 2024-12-24 23:59:59", id="week -2 in January"),
        pytest.param('weekday_before = "fri-1"', "2025-01-06", "Fri 2025-01-03 23:59:59", id="week 1 for week 2"),
        pytest.param("hours_before = 72", "2025-01-06", "Fri 2025-01-03 07:00:00", id="72 hours in January"),
    ],
)  # fmt: skip
def test_a_limit_may_be_counted_from_the_week_or_the_month(rule: str, day: str, expected: str) -> None:
    assert limit(ruled_by(BOOK + rule), "MATIN", day) == expected


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        pytest.param("days_before = 3", "2025-03-13", "Sun 2025-03-09 23:59:59", id="Monday to Wednesday are three"),
        pytest.param('days_before = 1\nskip = ["weekends"]', "2025-03-10", "Thu 2025-03-06 23:59:59",
                     id="Friday is the one between"),
        pytest.param("days_before_week = 2", "2025-03-13", "Fri 2025-03-07 23:59:59", id="before its Monday"),
        pytest.param("days_before_month = 10", "2025-03-13", "Tue 2025-02-18 23:59:59", id="before the first"),
        pytest.param("days_before = 2", "2025-01-02", "Mon 2024-12-30 23:59:59", id="over the year's end"),
    ],
)  # fmt: skip
def test_of_clear_days_neither_end_is_counted(rule: str, day: str, expected: str) -> None:
    """Of "jours francs" the day of asking and the day itself (the Monday, the first of the month) are left out."""
    assert limit(ruled_by(f"{BOOK}{rule}\nclear_days = true"), "MATIN", day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2025-03-13", "Tue 2025-03-11", id="no school on Wednesday"),
        pytest.param("2025-03-10", "Fri 2025-03-07", id="nor on a weekend"),
        pytest.param("2025-02-24", "Fri 2025-02-07", id="Rontalon: the last school day before the holidays"),
        pytest.param("2025-05-02", "Tue 2025-04-29", id="nor on 1 May"),
        pytest.param("2024-09-02", "Fri 2024-08-30", id="before the year only weekdays are known"),
    ],
)
def test_days_without_school_are_not_counted(day: str, expected: str) -> None:
    structure = ruled_by(f'{BOOK}days_before = 1\nskip = ["non_school_days"]')
    assert limit(structure, "MATIN", day) == f"{expected} 23:59:59"


@pytest.mark.parametrize(
    ("skip", "day", "expected"),
    [
        pytest.param("", "2025-05-12", "Sun 2025-05-11", id="nothing"),
        pytest.param("weekends", "2025-05-12", "Fri 2025-05-09", id="a weekend"),
        pytest.param("public_holidays", "2025-05-09", "Wed 2025-05-07", id="8 May"),
        pytest.param("school_holidays", "2025-04-21", "Fri 2025-04-04", id="the spring holidays"),
        pytest.param("closures", "2025-05-20", "Sun 2025-05-18", id="a day off of the structure's own"),
        pytest.param("wed", "2025-05-15", "Tue 2025-05-13", id="a listed weekday"),
        pytest.param("non_school_days", "2025-05-12", "Fri 2025-05-09", id="a day without school"),
    ],
)  # fmt: skip
def test_each_kind_of_day_may_be_skipped(skip: str, day: str, expected: str) -> None:
    """The eve is counted past it; a limit that falls on it (here 24 hours before) moves to the day before."""
    rules = f"skip = {[skip] if skip else []}"
    by_days, by_hours = (ruled_by(f"{BOOK}{limit}\n{rules}") for limit in ("days_before = 1", "hours_before = 24"))
    off = frozenset({date(2025, 5, 19)})
    found = [
        limit(replace(town, year=replace(town.year, closures=off)), "MATIN", day)[:14] for town in (by_days, by_hours)
    ]
    assert found == [expected, expected]


ABSENCE = """
[[deadline]]
for = ["cancel"]
days_before = 2
late = "billed"
[[deadline]]
for = ["absence"]
activities = ["MIDI"]
days_before = 0
at = "08:00"
late = "refuse"
"""


def test_an_absence_has_its_own_limit_where_a_rule_is_made_for_it() -> None:
    structure = ruled_by(ABSENCE)
    assert limit(structure, "MIDI", "2025-03-13", Purpose.ABSENCE) == "Thu 2025-03-13 08:00:59"
    assert limit(structure, "MATIN", "2025-03-13", Purpose.ABSENCE) == "Tue 2025-03-11 23:59:59"
    assert limit(structure, "MIDI", "2025-03-13", Purpose.CANCEL) == "Tue 2025-03-11 23:59:59"


@pytest.mark.parametrize(
    ("do", "asked_at", "code"),
    [
        (Do.ABSENT, "2025-03-13T08:00:30", Code.OK),
        (Do.ABSENT, "2025-03-13T08:01", Code.TOO_LATE),
        (Do.CANCEL, "2025-03-13T08:00", Code.BILLED),
    ],
)
def test_an_absence_for_another_reason_than_sickness_is_judged_by_it(do: Do, asked_at: str, code: Code) -> None:
    structure = ruled_by(ABSENCE)
    world = facts(asked_at, structure=structure, booked={key("MIDI", "2025-03-13"): booked()})
    asked = line(do, "MIDI", "2025-03-13", reason=Reason.OTHER, structure=structure)
    assert examine(asked, world).code is code


def test_without_such_a_rule_an_absence_is_a_cancellation() -> None:
    for activity, day in (("MIDI", "2025-03-13"), ("VACANCES_JOURNEE", "2025-04-16")):
        assert limit(WORLD, activity, day, Purpose.ABSENCE) == limit(WORLD, activity, day, Purpose.CANCEL) != ""
