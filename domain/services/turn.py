"""One turn of the conversation: the message that came in, the transaction it is handled in, and who wrote it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from domain.letters.catalogue.letter import Letter
from domain.model.family import Family
from domain.model.messages import Channel, Incoming, Proof
from domain.model.structure import Structure
from domain.store.tables.people import Guardian, Staff

#: How the command line and the demo name a family: they stand beside the two channels, not in them.
CONSOLE: Final = "console:"


@dataclass(frozen=True, slots=True)
class Turn:
    """What every service needs to handle `incoming`; `now` is our clock, for what we send."""

    session: Session
    structure: Structure
    now: datetime
    incoming: Incoming
    staff_chat: int | None = None

    @property
    def asked_at(self) -> datetime:
        """The receipt time, which judges deadlines and the order of arrival."""
        return self.incoming.received_at

    @property
    def ref(self) -> str:
        """The name of the chat message, by which its later edits are recognised; empty for mail."""
        incoming = self.incoming
        return f"{incoming.chat}:{incoming.message}" if incoming.channel is Channel.CHAT and incoming.message else ""


@dataclass(frozen=True, slots=True)
class Parent:
    """A turn in which a guardian speaks. `proven` says that the sender is who they claim to be.

    `above` finds out, once the answer is written, what must be told first in it.
    """

    turn: Turn
    guardian: Guardian
    family: Family
    threaded: bool = False  # a mail that answers one of ours, which only the address on file received
    above: Callable[[], Letter | None] | None = None

    @property
    def proven(self) -> bool:
        """A chat is linked by its code; a mail is proven by its server or by answering ours."""
        return self.turn.incoming.proof is Proof.VERIFIED or self.threaded

    @property
    def actor(self) -> str:
        """Who acts, for the evidence trail."""
        return f"guardian:{self.guardian.id}"


@dataclass(frozen=True, slots=True)
class Colleague:
    """A turn in which a staff member speaks or presses."""

    turn: Turn
    staff: Staff

    @property
    def actor(self) -> str:
        """Who acts, for the evidence trail."""
        return f"staff:{self.staff.id}"
