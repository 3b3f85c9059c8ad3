"""How French writes days, hours, money and numbers of things. Plain spaces: phones and mails wrap them well."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from domain.language.writing.spoken import MONTHS, WEEKDAYS, long_day

_CENTS: Final = 100

#: Up to so many days are written out; longer lists would fill a phone's screen.
_FEW_DAYS: Final = 6

_A_MINUTE: Final = timedelta(minutes=1)

#: So many weekdays in a row are told by their ends.
_A_RANGE: Final = 3


def full_day(day: date) -> str:
    """Write "20 mars 2025", or "1er avril 2025"."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Write "mar. 04/03"."""
    return f"{WEEKDAYS[day.weekday()][:3]}. {day:%d/%m}"


def numeric_day(day: date) -> str:
    """Write "04/03", as the portals' answers do."""
    return f"{day:%d/%m}"


def day_list(days: Sequence[date]) -> str:
    """Write "mardi 4 mars, jeudi 6 mars"; many days by month: "mars : mar. 4, jeu. 6… ; avril : mar. 1er…"."""
    if len(days) <= _FEW_DAYS:
        return ", ".join(map(long_day, days))
    months = groupby(days, key=lambda day: (day.year, day.month))
    return " ; ".join(f"{MONTHS[month - 1]} : {', '.join(map(_day_in_month, own))}" for (_, month), own in months)


def month_name(month: str) -> str:
    """Write "mars 2025" for "2025-03"."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def spoken_time(hour: time) -> str:
    """Write "23 h 59", or "18 h"."""
    return f"{hour.hour} h {hour.minute:02d}" if hour.minute else f"{hour.hour} h"


def moment(instant: datetime) -> str:
    """Write "jeudi 27 février à 23 h 59"; `instant` stands on the wall clock it is shown on."""
    return f"{long_day(instant.date())} à {spoken_time(instant.time())}"


def limit(instant: datetime) -> str:
    """Write until when something is possible; midnight is the end of a day: "jeudi 6 mars à 23 h 59", not "… à 0 h"."""
    return moment(instant - _A_MINUTE if instant.time() == time.min else instant)


def euros(cents: int) -> str:
    """Write "11,50 €"; a negative amount gets a real minus sign."""
    sign = "\N{MINUS SIGN}" if cents < 0 else ""
    whole, rest = divmod(abs(cents), _CENTS)
    return f"{sign}{whole},{rest:02d} €"


def plural(count: int, one: str, many: str) -> str:
    """Write "1 place" or "3 places"; in French zero is singular."""
    return f"{count} {one if count < 2 else many}"  # noqa: PLR2004 - French plural begins at two


def of(name: str) -> str:
    """Write "de Victor", "d'Elio", "d'Ilyès"."""
    first = unicodedata.normalize("NFD", name[:1]).lower()[:1]
    return f"d'{name}" if first and first in "aeiouyœæ" else f"de {name}"


def weekday_name(weekday: int) -> str:
    """Write "lundi" for the ISO weekday 1."""
    return WEEKDAYS[weekday - 1]


def weekday_list(weekdays: Iterable[int]) -> str:
    """Write ISO weekdays as "du lundi au vendredi", "le lundi et le mardi", "le mercredi"."""
    days = sorted(weekdays)
    if len(days) >= _A_RANGE and days[-1] - days[0] == len(days) - 1:
        return f"du {weekday_name(days[0])} au {weekday_name(days[-1])}"
    return enumerate_words([f"le {weekday_name(day)}" for day in days])


def enumerate_words(words: Sequence[str], last: str = "et") -> str:
    """Write "Victor", "Victor et Zoé", "Victor, Zoé et Elio"; `last` is the word before the last one."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def classes(names: Sequence[str]) -> str:
    """Write "classe CE1", "classes CE1 et CP Mme Roux", "classe bleue"."""
    plain = [name[len("classe ") :] if name.lower().startswith("classe ") else name for name in names]
    return f"{'classe' if len(plain) == 1 else 'classes'} {enumerate_words(plain)}"


def for_classes(names: Sequence[str]) -> str:
    """Write "pour la classe CE1", "pour les classes CE1 et CE2"."""
    return f"pour {'la' if len(names) == 1 else 'les'} {classes(names)}"


def _day_in_month(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]}. {'1er' if day.day == 1 else day.day}"
