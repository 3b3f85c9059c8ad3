"""The deadlines that French règlements were seen to publish, as configurations, and days of care with their limits.

Sources: the five manuals (only Hettange-Grande's prints a table; Gandrange and Maison de l'Enfant send to their
règlement intérieur, Clap Chaz says that a late cancellation is billed) and the fourteen règlements that were read in
2026 at the towns' own sites.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.model.deadline import Purpose
from domain.model.verdict import Code

BOOK, CANCEL = Purpose.BOOK, Purpose.CANCEL
BOTH = 'for = ["book", "cancel"]'
SCHOOL_DAYS = 'skip = ["non_school_days"]'

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
WEEK_BEFORE_LAST = '[[deadline]]\nfor = ["book"]\nweekday_before = "thu-2"\nlate = "staff"'
TABLE = """
[[deadline]]
for = ["book", "change"]
table = { mon = "thu-1", tue = "fri-1", wed = "mon", thu = "tue", fri = "wed" }
[[deadline]]
for = ["cancel"]
table = { mon = "thu-1", tue = "fri-1", wed = "mon", thu = "tue", fri = "wed" }
late = "billed"
"""


@dataclass(frozen=True)
class Published:
    """One day of care under one town's rule: its last second, and what becomes of a request one second later.

    `cents` is the price with its surcharge, or what a late cancellation is billed; 1150 is the price of a lunch.
    """

    source: str
    rules: str
    purpose: Purpose
    activity: str
    day: str
    limit: str
    late: Code = Code.TOO_LATE
    cents: int | None = None
    department: str = "57"


#: In the order of the towns.
PUBLISHED: tuple[Published, ...] = (
    Published("M0 Hettange-Grande, tableau", TABLE, BOOK, "MIDI", "2025-03-03", "Thu 2025-02-27 23:59:59"),
    Published("M0 Hettange-Grande, tableau", TABLE, BOOK, "MIDI", "2025-03-04", "Fri 2025-02-28 23:59:59"),
    Published("M0 Hettange-Grande, tableau", TABLE, BOOK, "MIDI", "2025-03-06", "Tue 2025-03-04 23:59:59"),
    Published("M0 Hettange-Grande, tableau", TABLE, BOOK, "MIDI", "2025-03-07", "Wed 2025-03-05 23:59:59"),
    Published("M0 Hettange-Grande, tableau", TABLE, BOOK, "MERCREDI_JOURNEE", "2025-03-05", "Mon 2025-03-03 23:59:59"),
    Published("M0 Hettange-Grande, tableau, en janvier", TABLE, BOOK, "MIDI", "2025-01-06", "Thu 2025-01-02 23:59:59"),
    Published(
        "M4 Clap Chaz, annulation hors délai",
        TABLE,
        CANCEL,
        "MIDI",
        "2025-03-03",
        "Thu 2025-02-27 23:59:59",
        Code.BILLED,
        cents=1150,
    ),
    Published("Hettange-Grande, J-2", HETTANGE, BOOK, "MIDI", "2025-03-03", "Thu 2025-02-27 23:59:59"),
    Published("Hettange-Grande, J-2", HETTANGE, BOOK, "MIDI", "2025-03-04", "Fri 2025-02-28 23:59:59"),
    Published("Hettange-Grande, J-2", HETTANGE, CANCEL, "MIDI", "2025-03-04", "Fri 2025-02-28 23:59:59"),
    Published(
        "Hettange-Grande, J-2, 11 novembre compté", HETTANGE, BOOK, "MIDI", "2024-11-12", "Fri 2024-11-08 23:59:59"
    ),
    Published(
        "Hettange-Grande, J-2, 11 novembre non compté",
        HETTANGE_HOLIDAYS,
        BOOK,
        "MIDI",
        "2024-11-12",
        "Thu 2024-11-07 23:59:59",
    ),
    Published("Hettange-Grande, J-2, 1er mai compté", HETTANGE, BOOK, "MIDI", "2025-05-02", "Wed 2025-04-30 23:59:59"),
    Published(
        "Hettange-Grande, J-2, 1er mai non compté",
        HETTANGE_HOLIDAYS,
        BOOK,
        "MIDI",
        "2025-05-02",
        "Tue 2025-04-29 23:59:59",
    ),
    Published(
        "Hettange-Grande, J-2, Nouvel An",
        HETTANGE_HOLIDAYS,
        BOOK,
        "VACANCES_JOURNEE",
        "2025-01-02",
        "Mon 2024-12-30 23:59:59",
    ),
    Published("Cruas", CRUAS, BOOK, "MIDI", "2025-03-10", "Thu 2025-03-06 12:00:59"),
    Published("Veyras, cantine", VEYRAS, BOOK, "MIDI", "2025-03-13", "Tue 2025-03-04 23:59:59"),
    Published("Veyras, cantine, en janvier", VEYRAS, BOOK, "MIDI", "2025-01-09", "Tue 2024-12-31 23:59:59"),
    Published("Veyras, garderie", VEYRAS, BOOK, "MATIN", "2025-03-10", "Sun 2025-03-09 18:00:59"),
    Published("Andancette, réserver", ANDANCETTE, BOOK, "MIDI", "2025-03-13", "Fri 2025-03-07 12:00:59"),
    Published("Andancette, annuler", ANDANCETTE, CANCEL, "MIDI", "2025-03-13", "Wed 2025-03-12 12:00:59"),
    Published("Rovon, réserver", ROVON, BOOK, "MIDI", "2025-03-06", "Sun 2025-03-02 23:59:59"),
    Published("Rovon, annuler", ROVON, CANCEL, "MIDI", "2025-03-06", "Tue 2025-03-04 12:00:59"),
    Published(
        "Vailhauquès, +50 %", VAILHAUQUES, BOOK, "MIDI", "2025-03-10", "Fri 2025-03-07 09:00:59", Code.OK, cents=1725
    ),
    Published(
        "Vailhauquès, +50 %", VAILHAUQUES, BOOK, "MIDI", "2025-03-11", "Fri 2025-03-07 09:00:59", Code.OK, cents=1725
    ),
    Published(
        "Vailhauquès, +50 %", VAILHAUQUES, BOOK, "MIDI", "2025-03-13", "Tue 2025-03-11 09:00:59", Code.OK, cents=1725
    ),
    Published(
        "Vailhauquès, +50 %", VAILHAUQUES, BOOK, "MIDI", "2025-03-14", "Tue 2025-03-11 09:00:59", Code.OK, cents=1725
    ),
    Published("Rontalon", RONTALON, BOOK, "MIDI", "2025-03-10", "Fri 2025-03-07 11:00:59"),
    Published("Rontalon, retour des vacances", RONTALON, BOOK, "MIDI", "2025-02-24", "Fri 2025-02-07 11:00:59"),
    Published("Rontalon, retour de Noël", RONTALON, BOOK, "MIDI", "2025-01-06", "Fri 2024-12-20 11:00:59"),
    Published("Centre social VHB, lundi", VHB, BOOK, "MIDI", "2025-03-10", "Thu 2025-03-06 15:00:59"),
    Published("Centre social VHB, mercredi", VHB, BOOK, "MERCREDI_MATIN", "2025-03-12", "Mon 2025-03-10 15:00:59"),
    Published("Centre social VHB, lundi de Pentecôte", VHB, BOOK, "MIDI", "2025-06-12", "Fri 2025-06-06 15:00:59"),
    Published("Centre social VHB, Pâques en Moselle", VHB, BOOK, "MIDI", "2025-04-24", "Thu 2025-04-17 15:00:59"),
    Published(
        "Centre social VHB, Pâques ailleurs",
        VHB,
        BOOK,
        "MIDI",
        "2025-04-24",
        "Fri 2025-04-18 15:00:59",
        department="69",
    ),
    Published("Le Crès", LE_CRES, BOOK, "MIDI", "2025-03-10", "Sun 2025-03-02 23:59:59"),
    Published("Le Crès, en janvier", LE_CRES, BOOK, "MIDI", "2025-01-07", "Mon 2024-12-30 23:59:59"),
    Published("Villes-sœurs", VILLES_SOEURS, BOOK, "MERCREDI_MATIN", "2025-06-11", "Thu 2025-06-05 23:59:59"),
    Published("Éragny, 72 h", ERAGNY, BOOK, "MATIN", "2025-03-06", "Mon 2025-03-03 07:00:00"),
    Published("Éragny, 72 h, heure d'été", ERAGNY, BOOK, "MATIN", "2025-03-31", "Fri 2025-03-28 06:00:00"),
    Published("Éragny, 15 jours francs", ERAGNY, BOOK, "VACANCES_JOURNEE", "2025-04-16", "Thu 2025-03-20 23:59:59"),
    Published(
        "École PVC, le 7 du mois précédent",
        ECOLE_PVC,
        BOOK,
        "MERCREDI_MATIN",
        "2025-03-05",
        "Fri 2025-02-07 23:59:59",
        Code.FULL,
    ),
    Published(
        "École PVC, le 7 décembre pour janvier",
        ECOLE_PVC,
        BOOK,
        "MERCREDI_MATIN",
        "2025-01-08",
        "Sat 2024-12-07 23:59:59",
        Code.FULL,
    ),
    Published(
        "École PVC, vacances", ECOLE_PVC, BOOK, "VACANCES_JOURNEE", "2025-04-09", "Sat 2025-03-08 23:59:59", Code.FULL
    ),
    Published(
        "École PVC, annuler les vacances",
        ECOLE_PVC,
        CANCEL,
        "VACANCES_JOURNEE",
        "2025-04-09",
        "Sat 2025-03-15 23:59:59",
    ),
    Published("Illkirch, 16 jours ouvrés", ILLKIRCH, CANCEL, "MIDI", "2025-03-31", "Fri 2025-03-07 23:59:59"),
    Published(
        "Illkirch, 26 décembre férié",
        ILLKIRCH,
        CANCEL,
        "MIDI",
        "2025-01-13",
        "Tue 2024-12-17 23:59:59",
        department="67",
    ),
    Published(
        "Illkirch, 26 décembre ouvré",
        ILLKIRCH,
        CANCEL,
        "MIDI",
        "2025-01-13",
        "Wed 2024-12-18 23:59:59",
        department="69",
    ),
    Published("Marne-la-Vallée, le jour même", MARNE_LA_VALLEE, BOOK, "MIDI", "2025-03-31", "Mon 2025-03-31 07:00:59"),
    Published(
        "Noethys, semaine -2", WEEK_BEFORE_LAST, BOOK, "MIDI", "2025-03-13", "Thu 2025-02-27 23:59:59", Code.STAFF
    ),
    Published(
        "Noethys, semaine -2, en janvier",
        WEEK_BEFORE_LAST,
        BOOK,
        "MIDI",
        "2025-01-06",
        "Thu 2024-12-26 23:59:59",
        Code.STAFF,
    ),
)
