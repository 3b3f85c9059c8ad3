"""What a family is told about the files that it enclosed."""

from __future__ import annotations

from dataclasses import dataclass

from domain.model.attachments import Flaw


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file that cannot be used: it is to be sent again, in another form."""

    name: str
    flaw: Flaw
