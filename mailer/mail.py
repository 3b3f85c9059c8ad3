"""A mail as this program sees it: what was said, by whom, and the few headers that decide whether to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AttachmentInfo:
    """One enclosed file: a safe name and its size in bytes.

    `kind` is told by its content: "pdf", "jpeg", "png", "gif", "heic", else "other". `damaged` says that it was cut off
    on its way or cannot be decoded. `content` is the file itself.
    """

    name: str
    size: int
    kind: str
    damaged: bool = False
    content: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """What a delivery report (RFC 3464) says; each field is empty when the report does not tell."""

    recipient: str = ""
    status: str = ""
    action: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, read.

    `from_addresses` are lower case, from every From header. `fresh_text` is what its sender wrote, `elided` what was
    cut off (quotes, signature). `date` is what the sender's program wrote, `received` what the
    last server on the way did (UTC). `headers` keeps names in lower case and decoded values, in their order, and only
    those of `reading.KEPT`: nothing that an outsider invents passes for a mark of ours. Ids keep their brackets.
    `calendar` is what an invitation is for ("request", "reply", "cancel"), "" in any other mail.
    """

    message_id: str = ""
    from_addresses: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None
    received: datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    fresh_text: str = ""
    elided: str = ""
    attachments: tuple[AttachmentInfo, ...] = ()
    headers: Sequence[tuple[str, str]] = field(default=())
    content_type: str = "text/plain"
    calendar: str = ""
    report_type: str = ""
    report: Report | None = None

    def header(self, name: str) -> str:
        """Return the topmost header called `name` (lower case), "" when there is none."""
        return next(iter(self.header_all(name)), "")

    def header_all(self, name: str) -> tuple[str, ...]:
        """Return every header called `name` (lower case), topmost first."""
        return tuple(value for key, value in self.headers if key == name)

    @property
    def sender(self) -> str:
        """The address of the From header, "" when there is none."""
        return self.from_addresses[0] if self.from_addresses else ""
