"""Every deadline that a French règlement was seen to publish can be written in the configuration, and means that."""

from __future__ import annotations

import pytest

from domain.model.deadline import Purpose
from tests.rules.world import limit, ruled_by

BOOK, CANCEL = Purpose.BOOK, Purpose.CANCEL
BOTH = 'for = ["book", "cancel"]'
SCHOOL_DAYS = 'skip = ["weekends", "wed", "public_holidays", "school_holidays"]'

HETTANGE = f'[[deadline]]\n{BOTH}\ndays_before = 2\nskip = ["weekends"]'
HETTANGE_HOLIDAYS = f'[[deadline]]\n{BOTH}\ndays_before = 2\nskip = ["weekends", "public_holidays"]'
CRUAS = f'[[deadline]]\n{BOTH}\ndays_before = 2\nat = "12:00"\nskip = ["weekends"]'
VEYRAS = f"""
[[deadline]]
{BOTH}
activities = ["MIDI"]
weekday_before = "tue-1"
[[deadline]]
{BOTH}
activities = ["MATIN"]
days_before = 1
at = "18:00"
"""
ANDANCETTE = """
[[deadline]]
for = ["book"]
weekday_before = "fri-1"
at = "12:00"
[[deadline]]
for = ["cancel"]
days_before = 1
at = "12:00"
"""
ROVON = f"""
[[deadline]]
for = ["book"]
days_before = 4
[[deadline]]
for = ["cancel"]
days_before = 1
at = "12:00"
{SCHOOL_DAYS}
"""
VAILHAUQUES = """
[[deadline]]
for = ["book", "change"]
table = { mon = "fri-1", tue = "fri-1", thu = "tue", fri = "tue" }
at = "09:00"
late = "surcharge"
surcharge = "50%"
"""
RONTALON = f'[[deadline]]\n{BOTH}\ndays_before = 1\nat = "11:00"\n{SCHOOL_DAYS}'
VHB = f"""
[[deadline]]
{BOTH}
table = {{ mon = "thu-1", tue = "thu-1", wed = "mon", thu = "mon", fri = "mon" }}
at = "15:00"
skip = ["public_holidays", "weekends"]
"""
LE_CRES = f"[[deadline]]\n{BOTH}\ndays_before = 8"
VILLES_SOEURS = f'[[deadline]]\n{BOTH}\ndays_before = 3\nskip = ["weekends", "public_holidays"]'
ERAGNY = f"""
[[deadline]]
{BOTH}
hours_before = 72
[[deadline]]
{BOTH}
period = "holidays"
days_before_period = 15
clear_days = true
"""
ECOLE_PVC = """
[[deadline]]
for = ["book"]
weekdays = ["wed"]
period = "school"
day_of_previous_month = 7
late = "waitlist"
[[deadline]]
for = ["book"]
period = "holidays"
days_before_period = 28
late = "waitlist"
[[deadline]]
for = ["cancel"]
period = "holidays"
days_before_period = 21
"""
ILLKIRCH = '[[deadline]]\nfor = ["cancel"]\ndays_before = 16\nskip = ["weekends", "public_holidays"]'
MARNE_LA_VALLEE = f'[[deadline]]\n{BOTH}\ndays_before = 0\nat = "07:00"'


@pytest.mark.parametrize(
    ("rules", "purpose", "activity", "day", "expected"),
    [
        pytest.param(HETTANGE, BOOK, "MIDI", "2025-03-03", "Thu 2025-02-27 23:59:59", id="Hettange, Monday"),
        pytest.param(HETTANGE, BOOK, "MIDI", "2025-03-04", "Fri 2025-02-28 23:59:59", id="Hettange, Tuesday"),
        pytest.param(HETTANGE, BOOK, "MIDI", "2024-11-12", "Fri 2024-11-08 23:59:59", id="Hettange, after 11 November"),
        pytest.param(HETTANGE_HOLIDAYS, BOOK, "MIDI", "2024-11-12", "Thu 2024-11-07 23:59:59", id="… not counted"),
        pytest.param(HETTANGE, BOOK, "MIDI", "2025-05-02", "Wed 2025-04-30 23:59:59", id="Hettange, after 1 May"),
        pytest.param(HETTANGE_HOLIDAYS, BOOK, "MIDI", "2025-05-02", "Tue 2025-04-29 23:59:59", id="… not counted "),
        pytest.param(CRUAS, BOOK, "MIDI", "2025-03-10", "Thu 2025-03-06 12:00:59", id="Cruas"),
        pytest.param(VEYRAS, BOOK, "MIDI", "2025-03-13", "Tue 2025-03-04 23:59:59", id="Veyras, canteen"),
        pytest.param(VEYRAS, BOOK, "MATIN", "2025-03-10", "Sun 2025-03-09 18:00:59", id="Veyras, garderie"),
        pytest.param(ANDANCETTE, BOOK, "MIDI", "2025-03-13", "Fri 2025-03-07 12:00:59", id="Andancette, book"),
        pytest.param(ANDANCETTE, CANCEL, "MIDI", "2025-03-13", "Wed 2025-03-12 12:00:59", id="Andancette, cancel"),
        pytest.param(ROVON, BOOK, "MIDI", "2025-03-06", "Sun 2025-03-02 23:59:59", id="Rovon, book"),
        pytest.param(ROVON, CANCEL, "MIDI", "2025-03-06", "Tue 2025-03-04 12:00:59", id="Rovon, cancel"),
        pytest.param(VAILHAUQUES, BOOK, "MIDI", "2025-03-10", "Fri 2025-03-07 09:00:59", id="Vailhauquès, Monday"),
        pytest.param(VAILHAUQUES, BOOK, "MIDI", "2025-03-11", "Fri 2025-03-07 09:00:59", id="Vailhauquès, Tuesday"),
        pytest.param(VAILHAUQUES, BOOK, "MIDI", "2025-03-13", "Tue 2025-03-11 09:00:59", id="Vailhauquès, Thursday"),
        pytest.param(VAILHAUQUES, BOOK, "MIDI", "2025-03-14", "Tue 2025-03-11 09:00:59", id="Vailhauquès, Friday"),
        pytest.param(RONTALON, BOOK, "MIDI", "2025-03-10", "Fri 2025-03-07 11:00:59", id="Rontalon"),
        pytest.param(RONTALON, BOOK, "MIDI", "2025-02-24", "Fri 2025-02-07 11:00:59", id="Rontalon, return"),
        pytest.param(VHB, BOOK, "MIDI", "2025-03-10", "Thu 2025-03-06 15:00:59", id="VHB, Monday"),
        pytest.param(VHB, BOOK, "MERCREDI_MATIN", "2025-03-12", "Mon 2025-03-10 15:00:59", id="VHB, Wednesday"),
        pytest.param(VHB, BOOK, "MIDI", "2025-06-12", "Fri 2025-06-06 15:00:59", id="VHB, Whit Monday"),
        pytest.param(VHB, BOOK, "MIDI", "2025-04-24", "Thu 2025-04-17 15:00:59", id="VHB, Easter in Moselle"),
        pytest.param(LE_CRES, BOOK, "MIDI", "2025-03-10", "Sun 2025-03-02 23:59:59", id="Le Crès"),
        pytest.param(VILLES_SOEURS, BOOK, "MERCREDI_MATIN", "2025-06-11", "Thu 2025-06-05 23:59:59", id="Villes-sœurs"),
        pytest.param(ERAGNY, BOOK, "MATIN", "2025-03-06", "Mon 2025-03-03 07:00:00", id="Éragny, 72 hours"),
        pytest.param(
            ERAGNY, BOOK, "VACANCES_JOURNEE", "2025-04-16", "Thu 2025-03-20 23:59:59", id="Éragny, clear days"
        ),
        pytest.param(ECOLE_PVC, BOOK, "MERCREDI_MATIN", "2025-03-05", "Fri 2025-02-07 23:59:59", id="École PVC"),
        pytest.param(ECOLE_PVC, BOOK, "VACANCES_JOURNEE", "2025-04-09", "Sat 2025-03-08 23:59:59", id="… holidays"),
        pytest.param(ECOLE_PVC, CANCEL, "VACANCES_JOURNEE", "2025-04-09", "Sat 2025-03-15 23:59:59", id="… cancel"),
        pytest.param(ILLKIRCH, CANCEL, "MIDI", "2025-03-31", "Fri 2025-03-07 23:59:59", id="Illkirch"),
        pytest.param(ILLKIRCH, BOOK, "MIDI", "2025-03-31", "", id="Illkirch, book"),
        pytest.param(MARNE_LA_VALLEE, BOOK, "MIDI", "2025-03-31", "Mon 2025-03-31 07:00:59", id="Marne-la-Vallée"),
    ],
)
def test_a_published_rule_sets_its_limit(rules: str, purpose: Purpose, activity: str, day: str, expected: str) -> None:
    assert limit(ruled_by(rules), activity, day, purpose) == expected


def test_easter_moves_the_limit_one_day_less_outside_alsace_moselle() -> None:
    assert limit(ruled_by(VHB, "69"), "MIDI", "2025-04-24") == "Fri 2025-04-18 15:00:59"
