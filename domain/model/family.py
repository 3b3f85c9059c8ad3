"""Who writes to us and who answers: families, their guardians and children, and the staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a staff member is; both may decide requests."""

    AGENT = "agent"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class Child:
    """A child; `first_name` as imported (unique within the family), `site` a site's code.

    `nicknames` are what the family calls it besides (`[[nickname]]` of the configuration); `school_class` is its class
    as the office writes it, "" where nobody has said.
    """

    id: int
    first_name: str
    last_name: str
    site: str
    birth_date: date | None = None
    nicknames: tuple[str, ...] = ()
    school_class: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A family as language and rules need it: its key ("durand") and its children, in the order of import.

    `resident` says whether it lives in the town; None where the office has not said.
    """

    id: int
    key: str
    children: tuple[Child, ...]
    resident: bool | None = None

    def child(self, first_name: str) -> Child:
        """Return the child of that first name; raise KeyError when the family has none."""
        for child in self.children:
            if child.first_name == first_name:
                return child
        raise KeyError(first_name)


@dataclass(frozen=True, slots=True)
class Nickname:
    """A `[[nickname]]`: what the family of that key calls its child of that first name."""

    family: str
    child: str
    words: tuple[str, ...]


def age_on(birth_date: date, day: date) -> int:
    """Return the age in whole years; who is born on 29 February is a year older on 1 March."""
    before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
    return day.year - birth_date.year - before_birthday
