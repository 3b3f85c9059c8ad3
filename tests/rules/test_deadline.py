"""Until when a day may be asked: Hettange-Grande's table, the choice of the rule, the edges of a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.errors import RuleConflict
from domain.model.activity import Slot
from domain.model.deadline import Purpose
from domain.rules.deadline import closing_time, conflicts, latest
from tests.rules.world import PARIS, WORLD, limit, paris, ruled_by

HETTANGE = [
    ("MIDI", "2025-03-03", "Thu 2025-02-27 23:59:59"),
    ("MIDI", "2025-03-04", "Fri 2025-02-28 23:59:59"),
    ("MERCREDI_JOURNEE", "2025-03-05", "Mon 2025-03-03 23:59:59"),
    ("MIDI", "2025-03-06", "Tue 2025-03-04 23:59:59"),
    ("MIDI", "2025-03-07", "Wed 2025-03-05 23:59:59"),
]


@pytest.mark.parametrize(("activity", "day", "expected"), HETTANGE)
@pytest.mark.parametrize("purpose", Purpose)
def test_hettange_closes_each_weekday_as_its_manual_says(
    activity: str, day: str, expected: str, purpose: Purpose
) -> None:
    assert limit(WORLD, activity, day, purpose) == expected


@pytest.mark.parametrize(("activity", "day", "expected"), HETTANGE)
def test_the_last_minute_counts_whole_and_midnight_is_too_late(activity: str, day: str, expected: str) -> None:
    closing = closing_time(Slot(activity, date.fromisoformat(day), "EUROPA"), Purpose.BOOK, WORLD)
    assert closing is not None
    last_day = expected.split()[1]
    assert closing.allows(paris(f"{last_day}T23:59:00"))
    assert closing.allows(paris(f"{last_day}T23:59:59.999999"))
    assert not closing.allows(paris(f"{last_day}T00:00:00") + timedelta(days=1))


def test_holidays_close_fifteen_days_before_they_begin_and_staff_decide_after() -> None:
    closing = closing_time(Slot("VACANCES_JOURNEE", date(2025, 4, 16), "EUROPA"), Purpose.BOOK, WORLD)
    assert closing is not None
    assert f"{closing.instant:%Y-%m-%d %H:%M:%S}" == "2025-03-21 23:59:59"
    assert closing.rule.late == "staff"


def test_the_limit_is_shown_in_the_structures_zone_across_a_change_of_clock() -> None:
    closing = closing_time(Slot("MIDI", date(2025, 4, 1), "EUROPA"), Purpose.BOOK, WORLD)  # a Tuesday, in summer time
    assert closing is not None
    assert closing.instant.isoformat() == "2025-03-28T23:59:59+01:00"


def test_hours_before_are_elapsed_hours_also_when_the_clock_changes() -> None:
    structure = ruled_by('[[deadline]]\nfor = ["book"]\nhours_before = 48')
    assert limit(structure, "MATIN", "2025-03-31") == "Sat 2025-03-29 06:00:00"  # one hour was skipped in between


def test_an_hour_that_happens_twice_counts_until_its_second_end() -> None:
    assert latest(date(2024, 10, 27), time(2, 30), PARIS) == datetime(2024, 10, 27, 1, 30, tzinfo=UTC)
    assert latest(date(2025, 3, 30), time(2, 30), PARIS) == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)


def test_without_any_rule_there_is_no_limit() -> None:
    assert limit(ruled_by(""), "MIDI", "2025-03-03") == ""


def test_activities_decide_before_sites_before_weekdays_before_period() -> None:
    rules = (
        "days_before = 1",
        'days_before = 2\nperiod = "school"',
        'days_before = 3\nweekdays = ["thu"]',
        'days_before = 4\nsites = ["SOETRICH"]\nperiod = "school"',
        'days_before = 5\nactivities = ["MIDI"]',
    )
    structure = ruled_by("\n".join(f'[[deadline]]\nfor = ["book"]\n{rule}' for rule in rules))
    thursday, friday, in_holidays = "2025-03-13", "2025-03-14", "2025-04-15"
    assert limit(structure, "VACANCES_JOURNEE", in_holidays).startswith("Mon 2025-04-14")
    assert limit(structure, "MATIN", friday).startswith("Wed 2025-03-12")
    assert limit(structure, "MATIN", thursday).startswith("Mon 2025-03-10")
    assert limit(structure, "MATIN", thursday, site="SOETRICH").startswith("Sun 2025-03-09")
    assert limit(structure, "MIDI", thursday, site="SOETRICH").startswith("Sat 2025-03-08")


def test_two_equally_specific_rules_are_found_and_never_guessed_between() -> None:
    again = replace(WORLD.deadlines[0], at=time(12, 0))
    doubled = replace(WORLD, deadlines=(*WORLD.deadlines, again))
    assert [(first, second) for first, second, _ in conflicts(doubled)] == [(WORLD.deadlines[0], again)]
    with pytest.raises(RuleConflict):
        limit(doubled, "MIDI", "2025-03-03")


def test_the_reference_rules_do_not_conflict() -> None:
    assert list(conflicts(WORLD)) == []
