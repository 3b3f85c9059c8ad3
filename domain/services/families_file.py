"""The office's family list: a CSV file of any usual French export, checked row by row.

One row per person: guardians and children, held together by the family's key. Nothing is written here; every problem
is named with its line, all at once, so that a file is mended in one go.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import DomainError
from domain.model.school_class import class_key
from domain.model.structure import Structure
from domain.services.families_tariff import NOTHING_SAID, TariffFacts, contradictions, read_date, read_tariff

COLUMNS: Final = ("family", "role", "civility", "first_name", "last_name", "email", "phone", "birth_date", "site")
#: What prices may depend on, said once a family; a list without these columns, or an empty cell, says nothing of it.
FAMILY_COLUMNS: Final = ("quotient", "quotient_from", "resident", "aid")
#: What is said of a child; a list without such a column leaves it as it is.
CHILD_COLUMNS: Final = ("class",)
_REQUIRED: Final = frozenset(COLUMNS) - {"civility", "phone"}
_SEPARATORS: Final = ",;\t"
_MAIL: Final = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")
_LONGEST: Final = 255
_LONGEST_CLASS: Final = 60


class ImportFailed(DomainError):
    """A family list cannot be taken over; `problems` names every line to mend. Nothing was changed."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


class Role(StrEnum):
    """What a row describes."""

    GUARDIAN = "guardian"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Person:
    """One sound row. `email` is lower case; `site` a site's code; `line` where it stands in the file.

    `school_class` is None where the list has no such column.
    """

    line: int
    family: str
    role: Role
    civility: str
    first_name: str
    last_name: str
    email: str
    phone: str
    birth_date: date | None
    site: str
    tariff: TariffFacts = NOTHING_SAID
    school_class: str | None = None


@dataclass(slots=True)
class Household:
    """The rows of one family, in the order of the file; `tariff` is what they say together."""

    key: str
    line: int
    tariff: TariffFacts = NOTHING_SAID
    guardians: list[Person] = field(default_factory=list)
    children: list[Person] = field(default_factory=list)


def read_families(content: bytes | str, structure: Structure, today: date) -> tuple[Household, ...]:
    """Return the households of a family list; raise ImportFailed with every problem of the file itself.

    `content` is UTF-8 (with or without a byte order mark) or Windows-1252, separated by commas, semicolons or tabs.
    """
    problems: list[str] = []
    people = [
        person
        for line, row in _rows(_text(content), problems)
        if (person := _person(line, row, structure, today, problems)) is not None
    ]
    problems += _duplicates(people)
    problems += contradictions((person.line, person.family, person.tariff) for person in people)
    if not people and not problems:
        problems.append("the file holds no row below its header")
    if problems:
        raise ImportFailed(problems)
    return _households(people)


def folded(name: str) -> str:
    """Return `name` for comparison: case and Unicode forms do not make two people."""
    return unicodedata.normalize("NFC", name).casefold()


def _text(content: bytes | str) -> str:
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # "Texte Unicode" of a spreadsheet
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str, problems: list[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield each row that is not empty with its line number; a wrong header is a problem and yields nothing."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if wrong := _header_problems(header):
            problems += wrong
            return
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                problems.append(f"line {reader.line_num}: {len(cells)} cells for {len(header)} columns")
                continue
            yield reader.line_num, dict(zip(header, map(_clean, cells), strict=False))
    except csv.Error as error:
        problems.append(f"line {reader.line_num}: not readable as CSV ({error})")


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(cell.split()))


def _header_problems(header: list[str]) -> list[str]:
    missing = sorted(_REQUIRED.difference(header))
    unknown = sorted(set(header).difference(COLUMNS, FAMILY_COLUMNS, CHILD_COLUMNS))
    twice = sorted(name for name, count in Counter(header).items() if count > 1)
    expected = f"expected: {','.join(COLUMNS)}"
    return [
        *([f"line 1: missing column(s) {', '.join(missing)}; {expected}"] if missing else []),
        *([f"line 1: unknown column(s) {', '.join(map(repr, unknown))}; {expected}"] if unknown else []),
        *([f"line 1: column(s) given twice: {', '.join(twice)}"] if twice else []),
    ]


def _person(line: int, row: Mapping[str, str], structure: Structure, today: date, problems: list[str]) -> Person | None:
    """Return the row as a person, or None after noting what is wrong with it."""
    wrong = [
        *(f"{name} is empty" for name in ("family", "first_name", "last_name") if not row.get(name)),
        *(f"{name} is longer than {_LONGEST} characters" for name, cell in row.items() if len(cell) > _LONGEST),
        *(f"{name} holds unprintable characters" for name, cell in row.items() if not cell.isprintable()),
    ]
    role = row.get("role", "").lower()
    if role not in set(Role):
        wrong.append(f"role {role!r} is unknown (guardian or child)")
    if role == Role.CHILD:
        wrong += _site_problems(row.get("site", ""), structure)
    wrong += _class_problems(row.get("class", ""), child=role != Role.GUARDIAN)
    email = row.get("email", "").lower()
    if email and not _MAIL.fullmatch(email):
        wrong.append(f"{email!r} is no e-mail address")
    born = _birth_date(row.get("birth_date", ""), today, wrong)
    tariff = read_tariff(row, wrong)
    problems += (f"line {line}: {reason}" for reason in wrong)
    if wrong:
        return None
    texts = {name: row.get(name, "") for name in ("family", "civility", "first_name", "last_name", "phone", "site")}
    said = row.get("class")
    return Person(line=line, role=Role(role), email=email, birth_date=born, tariff=tariff, school_class=said, **texts)


def _site_problems(site: str, structure: Structure) -> list[str]:
    known = [each.code for each in structure.sites]
    return [] if site in known else [f"site {site!r} is unknown ({', '.join(known)})"]


def _class_problems(text: str, *, child: bool) -> list[str]:
    """Say why no one could name this class in a command; an empty cell is no class."""
    if not text:
        return []
    return [
        *([] if child else [f"class {text!r} stands on the row of a guardian"]),
        *([f"class {text!r} names more than one class"] if set(text) & set(_SEPARATORS) else []),
        *([f"class {text!r} is longer than {_LONGEST_CLASS} characters"] if len(text) > _LONGEST_CLASS else []),
        *([] if class_key(text) else [f"class {text!r} holds no name (such as CE1 or CP Mme Roux)"]),
    ]


def _birth_date(text: str, today: date, wrong: list[str]) -> date | None:
    """Read 2018-10-02 or 02/10/2018; empty is None."""
    if not text:
        return None
    born = read_date(text)
    if born is None:
        wrong.append(f"birth_date {text!r} is no date (2018-10-02 or 02/10/2018)")
    elif born > today:
        wrong.append(f"birth_date {text!r} is in the future")
    return born


def _duplicates(people: Iterable[Person]) -> Iterator[str]:
    """Name each e-mail address and each child that stands in the file a second time."""
    addresses: dict[str, Person] = {}
    children: dict[tuple[str, str], Person] = {}
    for person in people:
        if person.role is Role.GUARDIAN and person.email:
            first = addresses.setdefault(person.email, person)
            if first is not person:
                where = "the same family" if first.family == person.family else f"family {first.family!r}"
                yield f"line {person.line}: e-mail {person.email!r} stands on line {first.line} already, in {where}"
        if person.role is Role.CHILD:
            twin = children.setdefault((person.family, folded(person.first_name)), person)
            if twin is not person:
                yield f"line {person.line}: child {person.first_name!r} stands on line {twin.line} already"


def _households(people: Iterable[Person]) -> tuple[Household, ...]:
    households: dict[str, Household] = {}
    for person in people:
        household = households.setdefault(person.family, Household(person.family, person.line))
        household.tariff = household.tariff.joined(person.tariff)
        (household.guardians if person.role is Role.GUARDIAN else household.children).append(person)
    return tuple(households.values())
