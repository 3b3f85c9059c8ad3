"""What the office's list may say of a family for its prices: a dated quotient, the residence, an aid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from domain.model.tariff import Aid

_YES: Final = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_NO: Final = frozenset({"non", "n", "no", "false", "faux", "0"})
_QUOTIENT: Final = re.compile(r"(\d{1,6})(?:[.,]0{1,2})?")
_MONEY: Final = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?) ?€?")
_PERCENT: Final = re.compile(r"(\d{1,3}) ?%")
_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class TariffFacts:
    """What a row says; None is not said. An aid of 0 says that there is none (any more)."""

    quotient: tuple[date, int] | None = None
    resident: bool | None = None
    aid: Aid | None = None

    def joined(self, other: TariffFacts) -> TariffFacts:
        """Return both, where they say nothing else; `contradictions` has looked at that before."""
        said = {f.name: value for f in fields(other) if (value := getattr(other, f.name)) is not None}
        return replace(self, **said)


NOTHING_SAID: Final = TariffFacts()


def read_tariff(row: Mapping[str, str], wrong: list[str]) -> TariffFacts:
    """Return what a row says of its family, after noting what cannot be read."""
    return TariffFacts(
        _quotient(row.get("quotient", ""), row.get("quotient_from", ""), wrong),
        _resident(row.get("resident", ""), wrong),
        _aid(row.get("aid", ""), wrong),
    )


def contradictions(rows: Iterable[tuple[int, str, TariffFacts]]) -> Iterator[str]:
    """Name each row (line, family, facts) that says something else of its family than a row above it."""
    said: dict[tuple[str, str], tuple[int, object]] = {}
    for line, family, facts in rows:
        for field in fields(facts):
            value = getattr(facts, field.name)
            if value is None:
                continue
            first, theirs = said.setdefault((family, field.name), (line, value))
            if theirs != value:
                yield f"line {line}: {field.name} of family {family!r} is another one on line {first}"


def read_date(text: str) -> date | None:
    """Read 2018-10-02 or 02/10/2018; None for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day of a list has no zone
        except ValueError:
            continue
    return None


def _quotient(text: str, since: str, wrong: list[str]) -> tuple[date, int] | None:
    """Read a quotient with the day it counts from: without it nobody could say which one a past month had."""
    if not (text or since):
        return None
    number, valid_from = _QUOTIENT.fullmatch(text), read_date(since)
    if number is None:
        wrong.append(f"quotient {text!r} is no whole number" if text else "quotient_from without a quotient")
    if since and valid_from is None:
        wrong.append(f"quotient_from {since!r} is no date (2025-01-01 or 01/01/2025)")
    if not since:
        wrong.append("quotient without quotient_from, the day from which it is valid")
    return (valid_from, int(number[1])) if number and valid_from else None


def _resident(text: str, wrong: list[str]) -> bool | None:
    word = text.casefold()
    if word and word not in _YES | _NO:
        wrong.append(f"resident {text!r} is neither oui nor non")
    return word in _YES if word in _YES | _NO else None


def _aid(text: str, wrong: list[str]) -> Aid | None:
    if not text:
        return None
    if (percent := _PERCENT.fullmatch(text)) and int(percent[1]) <= _ALL:
        return Aid(percent=int(percent[1]))
    if money := _MONEY.fullmatch(text):
        return Aid(cents=int((Decimal(money[1].replace(",", ".")) * 100).to_integral_value(ROUND_HALF_UP)))
    wrong.append(f"aid {text!r} is neither money a day (4.00) nor a part (20%)")
    return None
