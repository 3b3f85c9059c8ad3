"""What a mail says when it leaves long after the message that it answers was received."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from domain.letters.render import late_words
from domain.model.structure import Structure


class Late(TypedDict, total=False):
    """When the answered mail was received, and how that is said: fields of `Outgoing`."""

    received: str
    late: str
    head: int


def told_if_late(structure: Structure, received_at: datetime | None, head: int) -> Late:
    """Return what the mailer needs to say so, should the mail leave late; nothing where no mail is answered."""
    if received_at is None:
        return {}
    return {"received": received_at.isoformat(), "late": late_words(structure.local(received_at)), "head": head}
