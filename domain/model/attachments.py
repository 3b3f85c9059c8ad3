"""A file that came with a message, told by its content; it is kept as it came and never opened."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from domain.model.structure import DocumentPolicy

#: What a file can be, as far as it matters; "other" is everything that is no document: programs, archives, voices.
PDF, JPEG, PNG, GIF, HEIC, OTHER = "pdf", "jpeg", "png", "gif", "heic", "other"
#: What can be a family's document.
READABLE: Final = frozenset({PDF, JPEG, PNG, GIF})
_SIGNS: Final = ((JPEG, b"\xff\xd8\xff"), (PNG, b"\x89PNG\r\n"), (GIF, b"GIF8"))
_HEIC: Final = re.compile(rb"^.{4}ftyp(?:heic|heix|mif1|hevc)", re.DOTALL)
_PDF_STARTS_WITHIN: Final = 1024

#: What a file is called towards the outside, by its kind.
MEDIA: Final = {PDF: "application/pdf", JPEG: "image/jpeg", PNG: "image/png", GIF: "image/gif"}

#: What a document may be besides those that a structure follows.
CERTIFICATE, ANOTHER = "certificat", "autre"

_NAME_CHARS: Final = 120
_ENDING_CHARS: Final = 10
#: A picture below this, in a message that says something else, is somebody's logo.
_DECORATION: Final = 30_000
#: What mail programs call the pictures of a signature.
_LOGO: Final = re.compile(
    r"(?:image\d{3}|outlook-.*|.*logo.*|.*signature.*|banni?[eè]re?.*)\.(?:png|gif|jpe?g)", re.IGNORECASE
)
MEGABYTE: Final = 1024 * 1024


class Flaw(StrEnum):
    """Why a file cannot be a document."""

    UNSUPPORTED = "unsupported"  # a picture that most computers cannot show (HEIC), or a type that is not accepted
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    INERT = "inert"  # no document at all: never opened


@dataclass(frozen=True, slots=True)
class Attachment:
    """One enclosed file: its name, its kind by content ("pdf", "jpeg", …), its size in bytes, whether it is damaged.

    `content` is there while the message that brought it is handled; `digest` (SHA-256, hexadecimal) names it after
    that. Both are empty where its bytes never reached us.
    """

    name: str
    kind: str = OTHER
    size: int = 0
    damaged: bool = False
    digest: str = ""
    content: bytes = field(default=b"", repr=False, compare=False)

    @classmethod
    def of(cls, name: str, content: bytes, *, damaged: bool = False) -> Self:
        """Take in a file; the bytes of what can be a document go with it."""
        kind = kind_of(content)
        if kind not in READABLE:
            return cls(name, kind, len(content), damaged)
        return cls(name, kind, len(content), damaged, hashlib.sha256(content).hexdigest(), content)

    @property
    def may_decorate(self) -> bool:
        """Whether it is so small a picture that it may only decorate a message."""
        return self.kind in READABLE - {PDF} and self.size < _DECORATION

    @property
    def decorates(self) -> bool:
        """Whether it is the logo of a signature: so small a picture, and called as mail programs call them."""
        return self.may_decorate and _LOGO.fullmatch(self.name) is not None


def flaw_of(file: Attachment, policy: DocumentPolicy) -> Flaw | None:
    """Return why `file` cannot be a document of a family under `policy`; None when it can."""
    types = set(map(kind_named, policy.types))
    if file.kind not in READABLE | {HEIC}:
        return Flaw.INERT
    if file.kind == HEIC or file.kind not in types:
        return Flaw.UNSUPPORTED
    if file.damaged:
        return Flaw.DAMAGED
    return Flaw.TOO_LARGE if file.size > policy.max_mb * MEGABYTE else None


def kind_named(ending: str) -> str:
    """Return the kind that an ending means, as people write it (".PDF", "jpg")."""
    return ending.lower().lstrip(".").replace("jpg", JPEG)


def kind_of(content: bytes) -> str:
    """Tell a file's kind by its first bytes: what the sender calls it proves nothing."""
    if content.find(b"%PDF-", 0, _PDF_STARTS_WITHIN) >= 0:
        return PDF
    if _HEIC.match(content[:16]):
        return HEIC
    return next((kind for kind, sign in _SIGNS if content.startswith(sign)), OTHER)


def safe_name(told: str) -> str:
    """Return a file's name without any folder, control character or leading dot; "" when nothing is left."""
    plain = "".join(c for c in unicodedata.normalize("NFC", told) if unicodedata.category(c)[0] != "C")
    base = plain.replace("\\", "/").rsplit("/", 1)[-1].strip().lstrip(".")
    if len(base) <= _NAME_CHARS:
        return base
    stem, _, ending = base.rpartition(".")
    fits = stem and len(ending) < _ENDING_CHARS
    return f"{stem[: _NAME_CHARS - 1 - len(ending)]}.{ending}" if fits else base[:_NAME_CHARS]
