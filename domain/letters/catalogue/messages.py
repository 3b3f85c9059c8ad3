"""Letters about what families write to a person: shown to staff, answered by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswered(Letter):
    """A colleague's own words to a family; `about` is the subject of the family's mail."""

    template: ClassVar[str] = "person_answered"
    staff: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMessageAnswered(Letter):
    """The card of a family's message with who answered it; `card` is its HTML as it was posted."""

    template: ClassVar[str] = "staff_message_answered"
    card: str
    answers: tuple[tuple[str, datetime], ...]  # local


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffNotSent(Letter):
    """An answer that was not sent on: the family cannot be reached, or it is no text."""

    template: ClassVar[str] = "staff_not_sent"
    why: str  # unreachable | not_text
    guardian: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTooMany(Letter):
    """More mails of strangers in an hour than are answered."""

    template: ClassVar[str] = "staff_too_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMailLost(Letter):
    """A mail to a family that its server never took; `unsure`: it may have, and never said so."""

    template: ClassVar[str] = "staff_mail_lost"
    family: str
    about: str  # its subject
    unsure: bool
    phone: str = ""
