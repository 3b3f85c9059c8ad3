"""How the texts of a configuration are read: weekdays, hours, money, last days; each refusal says what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from string import Formatter
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator

from domain.model.attachments import READABLE, kind_named
from domain.model.deadline import LastDay, Surcharge
from domain.model.tariff import Outside
from domain.rules.official_calendar import DEPARTMENTS, ZONES
from preau.config_settings import ENV, FILE, Security, is_chat_id, is_port

WEEKDAYS: Final = {name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), start=1)}

_HOUR: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_MONEY: Final = re.compile(r"\d{1,6}(\.\d{1,2})?")
_MONEY_ALLOWED: Final = 'money as text in euros, such as "11.50"'
_PERCENT: Final = re.compile(r"(\d{1,3})%")
_MORE: Final = re.compile(r"\+(\d{1,3})%")
_LAST_DAY: Final = re.compile(rf"({'|'.join(WEEKDAYS)})(?:-([0-8]))?")
_NUMBER_FIELDS: Final = frozenset({"yy", "mm", "n"})


class WrongValue(ValueError):
    """A value that cannot be read; the text says what is allowed."""


def one_of(kind: type[StrEnum]) -> BeforeValidator:
    """Read a word as a member of `kind`."""

    def read(value: object) -> object:
        try:
            return kind(str(value))
        except ValueError:
            raise WrongValue(_choices(list(kind))) from None

    return BeforeValidator(read)


def _choices(words: list[Any]) -> str:
    return " or ".join(filter(None, (", ".join(f'"{w}"' for w in words[:-1]), f'"{words[-1]}"')))


def _text(read: Callable[[str], object], allowed: str) -> BeforeValidator:
    """Read text by `read`, which returns None (or raises KeyError) for what is not allowed."""

    def validate(value: object) -> object:
        result = read(value) if isinstance(value, str) else None
        if result is None:
            raise WrongValue(allowed)
        return result

    return BeforeValidator(validate)


def _read_hour(text: str) -> time | None:
    return time.fromisoformat(text) if _HOUR.fullmatch(text) else None


def _read_cents(text: str) -> int | None:
    if not _MONEY.fullmatch(text):
        return None
    return int((Decimal(text) * 100).to_integral_value(ROUND_HALF_UP))


def _read_price(value: object) -> int | None:
    """Accept money, or an empty text: included, no price of its own."""
    cents = _read_cents(value) if isinstance(value, str) else None
    if cents is None and value != "":
        raise WrongValue(f'{_MONEY_ALLOWED}, or "" when it is included')
    return cents


def _read_last_day(text: str) -> LastDay | None:
    found = _LAST_DAY.fullmatch(text)
    return LastDay(WEEKDAYS[found[1]], int(found[2] or 0)) if found else None


def _read_surcharge(text: str) -> Surcharge | None:
    if percent := _PERCENT.fullmatch(text):
        return Surcharge(percent=int(percent[1])) if int(percent[1]) else None
    cents = _read_cents(text)
    return Surcharge(cents=cents) if cents else None


def _read_outside(text: str) -> Outside | None:
    if percent := _MORE.fullmatch(text):
        return Outside(percent=int(percent[1]))
    cents = _read_cents(text)
    return None if cents is None else Outside(cents=cents)


def _read_zone(text: str) -> ZoneInfo | None:
    return ZoneInfo(text) if text in available_timezones() else None


def _read_number_format(text: str) -> str | None:
    """Accept a format of yy, mm and n that can be filled in and in which n, the count, appears."""
    try:
        fields = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        filled = text.format(yy="25", mm="03", n=1)
    except (ValueError, KeyError, IndexError, AttributeError):
        return None
    return text if filled and "n" in fields and fields <= _NUMBER_FIELDS else None


def _read_valid(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return str(value)
    if value == "school_year" or (isinstance(value, str) and value.isdigit() and int(value) > 0):
        return value
    raise WrongValue('"school_year" or a number of days')


def _many(what: str, example: int) -> BeforeValidator:
    """Accept one number for every site and day, or tables of numbers by site, by weekday, or by both."""

    def read(value: object) -> object:
        numbers = list(value.values()) if isinstance(value, dict) else [value]
        if numbers and all(_is_number(each) or _is_by_weekday(each) for each in numbers) and not _is_nested(value):
            return value
        shapes = f"{{ EUROPA = {example * 3} }} or {{ mon = {example}, tue = {example + 4} }}"
        raise WrongValue(f"a number of {what}, or one per site or weekday such as {shapes}")

    return BeforeValidator(read)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_by_weekday(value: object) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and set(value) <= WEEKDAYS.keys()
        and all(map(_is_number, value.values()))
    )


def _is_nested(value: object) -> bool:
    """Say whether weekdays stand under a weekday."""
    return (
        isinstance(value, dict) and set(value) <= WEEKDAYS.keys() and any(isinstance(v, dict) for v in value.values())
    )


def _setting(is_allowed: Callable[[str], bool], allowed: str, *, number: bool = False) -> BeforeValidator:
    """Read a connection's value: text that names where the value is, or the value itself.

    With `number` it may be written without quotes.
    """

    def validate(value: object) -> object:
        if number and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and (value.startswith((ENV, FILE)) or is_allowed(value)):
            return value
        raise WrongValue(f'{allowed}, or where it is: "env:NAME" or "file:PATH"')

    return BeforeValidator(validate)


def written_out(value: object) -> object:
    """Refuse the name of a variable or a file where the words themselves are wanted: parents would read "env:PHONE"."""
    if isinstance(value, str) and value.startswith((ENV, FILE)):
        raise WrongValue('the text itself ("env:NAME" and "file:PATH" only in [telegram], [mail] and [database])')
    return value


def _read_web_address(text: str) -> str | None:
    return text.rstrip("/") if re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text) else None


Hour = Annotated[time, _text(_read_hour, 'an hour such as "08:30"')]
Cents = Annotated[int, _text(_read_cents, _MONEY_ALLOWED)]
Price = Annotated[int | None, BeforeValidator(_read_price)]
Weekday = Annotated[int, _text(WEEKDAYS.get, _choices(list(WEEKDAYS)))]
WeekdayName = Annotated[str, _text(lambda text: text if text in WEEKDAYS else None, _choices(list(WEEKDAYS)))]
LastDayText = Annotated[LastDay, _text(_read_last_day, 'a weekday such as "fri", or "thu-1" of the week before')]
SurchargeText = Annotated[
    Surcharge, _text(_read_surcharge, '"50%" of the price, or money such as "2.00", more than nothing')
]
OutsideText = Annotated[Outside, _text(_read_outside, 'money such as "14.00", or a part more such as "+20%"')]
Zone = Annotated[ZoneInfo, _text(_read_zone, 'a time zone such as "Europe/Paris"')]
SchoolZone = Annotated[str, _text(lambda text: text if text in ZONES else None, _choices(list(ZONES)))]
Department = Annotated[
    str, _text(lambda text: text if text in DEPARTMENTS else None, 'a department such as "57", "2A" or "974"')
]
NumberFormat = Annotated[
    str, _text(_read_number_format, 'a text with {n} and possibly {yy} and {mm}, such as "{yy}{mm}-{n:05d}"')
]
Validity = Annotated[str, BeforeValidator(_read_valid)]
Capacity = Annotated[int | dict[str, int | dict[str, int]], _many("places", 20)]
Adults = Annotated[int | dict[str, int | dict[str, int]], _many("adults", 2)]
FileType = Annotated[
    str, _text(lambda text: text if kind_named(text) in READABLE else None, '"pdf", "png", "gif" or "jpg"')
]
Source = Annotated[str, _setting(bool, "the value as text")]
PortSource = Annotated[str, _setting(is_port, "a port number", number=True)]
ChatSource = Annotated[str, _setting(is_chat_id, "a chat id such as -1001234567890", number=True)]
SecuritySource = Annotated[str, _setting(lambda text: text in list(Security), "tls, starttls or none")]
WebAddress = Annotated[str, _text(_read_web_address, "an address such as https://api.telegram.org")]
MailAddress = Annotated[
    str,
    _text(
        lambda text: text if re.fullmatch(r"[^@\s]+@[^@\s]+", text) else None, "an address such as mairie@example.net"
    ),
]
