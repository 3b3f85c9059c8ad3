"""A file that came with a message, told by its content; nothing of it is kept or opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.model.structure import DocumentPolicy

#: What a file can be, as far as it matters; "other" is everything that is no document: programs, archives, voices.
PDF, JPEG, PNG, GIF, HEIC, OTHER = "pdf", "jpeg", "png", "gif", "heic", "other"
_READABLE: Final = frozenset({PDF, JPEG, PNG, GIF})
_MEGABYTE: Final = 1024 * 1024


class Flaw(StrEnum):
    """Why a file cannot be a document."""

    UNSUPPORTED = "unsupported"  # a picture that most computers cannot show (HEIC), or a type that is not accepted
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    INERT = "inert"  # no document at all: never opened


@dataclass(frozen=True, slots=True)
class Attachment:
    """One enclosed file: its name, its kind by content ("pdf", "jpeg", …), its size in bytes, whether it is damaged."""

    name: str
    kind: str = OTHER
    size: int = 0
    damaged: bool = False


def flaw_of(file: Attachment, policy: DocumentPolicy) -> Flaw | None:
    """Return why `file` cannot be a document of a family under `policy`; None when it can."""
    types = {kind.lower().lstrip(".").replace("jpg", JPEG) for kind in policy.types}
    if file.kind not in _READABLE | {HEIC}:
        return Flaw.INERT
    if file.kind == HEIC or file.kind not in types:
        return Flaw.UNSUPPORTED
    if file.damaged:
        return Flaw.DAMAGED
    return Flaw.TOO_LARGE if file.size > policy.max_mb * _MEGABYTE else None
