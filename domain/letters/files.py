"""What a family is told about the files that it enclosed, and about those that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.model.attachments import Flaw


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file that cannot be used: it is to be sent again, in another form."""

    name: str
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class DocumentAsked:
    """A document that is missing, and for which children; `unchecked` ones are there, and nobody has looked at them."""

    name: str
    children: tuple[str, ...]
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class DocumentNoted:
    """A document that came: what it is, for whom, until when it counts, and the names of the activities it is for.

    `refused` is why staff refused these very bytes before.
    """

    name: str
    children: tuple[str, ...]
    valid_until: date | None
    activities: tuple[str, ...] = ()
    accepted: bool = False
    refused: str = ""
