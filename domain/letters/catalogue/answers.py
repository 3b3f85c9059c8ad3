"""The answer to a sentence: what was noted, what cannot be, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from domain.letters.catalogue.absences import AbsenceNoted, ProofNoted
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.requests import CartShown
from domain.letters.files import DocumentAsked, DocumentNoted, FileRefused
from domain.letters.items import DayWithout, Item, PriceChange


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its choices; `about` repeats what is open, for instance an activity and a day.

    `again` says that it was put before, and that `about` holds the words of the message that it is about.
    """

    ask: str
    choices: tuple[str, ...]
    about: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Letter):
    """The answer to a sentence: what was noted, what cannot be, what is in the cart, what is asked."""

    template: ClassVar[str] = "answer"
    absences: tuple[AbsenceNoted, ...] = ()
    refused: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    cart: CartShown | None = None
    questions: tuple[Asked, ...] = ()
    documents: tuple[DocumentAsked, ...] = ()  # missing
    human: bool = False
    edited_too_late: bool = False
    unclear: bool = False  # an answer was not understood
    dropped: bool = False  # a question is not waited for any more
    withdrawn: tuple[Item, ...] = ()
    closed: tuple[DayWithout, ...] = ()
    proofs: tuple[ProofNoted, ...] = ()
    changes: tuple[PriceChange, ...] = ()
    files: tuple[FileRefused, ...] = ()  # to be sent again
    papers: tuple[DocumentNoted, ...] = ()  # received
    unbooked: tuple[Item, ...] = ()  # another hour was told, and nothing is booked there
    offered: tuple[Item, ...] = ()  # the same, where nothing at all is booked: new bookings in the cart


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedAway(Letter):
    """An edited message does not ask any more for these lines: they left the cart. Told above the answer to it."""

    template: ClassVar[str] = "edited_away"
    items: tuple[Item, ...]
