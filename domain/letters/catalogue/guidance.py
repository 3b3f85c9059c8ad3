"""What one may write, and what became of a message on which nothing could be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from domain.letters.catalogue.letter import Letter
from domain.letters.files import FileRefused
from domain.letters.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Letter):
    """What one may write, with examples of the family's own children."""

    template: ClassVar[str] = "help"
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted(Letter):
    """A word back to "bonjour" or "merci"."""

    template: ClassVar[str] = "greeted"
    example_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Letter):
    """The message was passed to the office; a family that did not write French is told so in three languages more."""

    template: ClassVar[str] = "handed_over"
    foreign: bool = False
    files: tuple[FileRefused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Letter):
    """Nothing in the message could be understood; says what to write instead."""

    template: ClassVar[str] = "not_understood"
    example_child: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLost(Letter):
    """A follow-up that cannot be understood: what it lacks, and a whole sentence that would do.

    `why` is expired (`since` when the request was received, local), none, nothing (no line fits) or unclear. `missing`
    names of child, activity, date and action what the sentence did not say itself.
    """

    template: ClassVar[str] = "follow_up_lost"
    why: str
    missing: tuple[str, ...]
    example_child: str
    taking: bool = False
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRecalled(Letter):
    """Asks whether a follow-up is about the last request (`since`, local), which is too old to be taken for it."""

    template: ClassVar[str] = "follow_up_recalled"
    since: datetime
    lines: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingTo(Letter):
    """A command with nothing to act on: `what` is validate, empty, undo or button."""

    template: ClassVar[str] = "nothing_to"
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology(Letter):
    """Something of ours failed on this message; a person has been told."""

    template: ClassVar[str] = "apology"
