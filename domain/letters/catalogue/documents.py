"""What Préau says about documents, to families and to the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """One document in a list: what it is, for whom, since when, and what became of it. Never its content."""

    name: str
    children: tuple[str, ...]
    received_on: date
    state: str
    valid_until: date | None = None
    reason: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsShown(Letter):
    """A family's own list of what it sent, and what is missing for what it has booked."""

    template: ClassVar[str] = "documents_shown"
    documents: tuple[DocumentShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDecided(Letter):
    """Staff accepted or (with a reason) refused a document."""

    template: ClassVar[str] = "document_decided"
    name: str
    children: tuple[str, ...]
    valid_until: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDocument(Letter):
    """A followed document for staff to look at, then what became of it."""

    template: ClassVar[str] = "staff_document"
    name: str
    file: str
    family: str
    children: tuple[str, ...]
    by_mail: bool
    state: str
    valid_until: date | None = None
    decided_by: str = ""
    decided_at: datetime | None = None  # local
    reason: str = ""
    in_chat: bool = True
    choosing_reason: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFile(Letter):
    """The words above a file that staff get; `lost` says that it is deleted by now."""

    template: ClassVar[str] = "staff_file"
    name: str
    family: str
    children: tuple[str, ...]
    number: int
    in_chat: bool = True
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDocuments(Letter):
    """What a family has sent; without a family, how to ask."""

    template: ClassVar[str] = "staff_documents"
    family: str
    documents: tuple[DocumentShown, ...] = ()
    known: bool = True
