"""How a person and a family find each other: invitations, codes, strangers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.letters.catalogue.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAreYou(Letter):
    """One helpful answer to a stranger, with the office's phone and no data."""

    template: ClassVar[str] = "who_are_you"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRefused(Letter):
    """An invitation that cannot be used: `why` is unknown, used, expired, linked_elsewhere or private."""

    template: ClassVar[str] = "code_refused"
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome(Letter):
    """After linking: who is connected to what, and how to begin."""

    template: ClassVar[str] = "welcome"
    civility: str
    last_name: str
    children: tuple[str, ...]
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Letter):
    """A personal link to the bot, and the mail way for those who want no Telegram."""

    template: ClassVar[str] = "invitation"
    civility: str
    last_name: str
    link: str
    expires_on: date
    example_child: str
