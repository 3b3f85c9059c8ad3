"""A request and what follows it: "pareil pour Séverine", "sauf jeudi", "annule ma dernière demande"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from domain.model.wish import Ask, Question, Reason, Wish


class Turn(Enum):
    """What a leaning sentence does with what was said before."""

    COPY = auto()  # once more, for another child, day or activity
    TAKE_BACK = auto()  # all of it but what is named
    INSTEAD = auto()  # what is named in place of what was said
    LAST = auto()  # nothing of it: "annule ma dernière demande"


@dataclass(frozen=True, slots=True)
class Said:
    """The last request of a guardian, as built up so far: its lines, the words said, and what was said last."""

    wishes: tuple[Wish, ...]
    words: tuple[str, ...]
    reason: Reason | None = None
    latest: tuple[Wish, ...] = ()  # empty: all of `wishes`
    taking: bool = False  # the last sentence took something back: "et jeudi aussi" goes on doing so
    gone: tuple[Wish, ...] = ()  # what was taken back of it, for "remets mardi"

    @property
    def last(self) -> tuple[Wish, ...]:
        """The lines of the last sentence."""
        return self.latest or self.wishes

    def with_added(self, wishes: tuple[Wish, ...], words: str) -> Said:
        """Return the request with what a follow-up added."""
        gone = tuple(w for w in self.gone if w not in wishes)
        return Said(tuple(dict.fromkeys((*self.wishes, *wishes))), (*self.words, words), self.reason, wishes, gone=gone)

    def without(self, wishes: tuple[Wish, ...]) -> Said:
        """Return the request without what a follow-up took back."""
        latest = tuple(w for w in self.latest if w not in wishes)
        gone = tuple(dict.fromkeys((*self.gone, *wishes)))
        return Said(tuple(w for w in self.wishes if w not in wishes), self.words, self.reason, latest, gone=gone)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in effect: the lines of the cart, and bookings that the family could still take back."""

    cart: tuple[Wish, ...] = ()
    booked: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a leaning sentence comes to.

    `whole` asks for the last request to be withdrawn; `validate` for the rest of the cart to be sent. `replacing` says
    that the question is which day to replace. `missing` names what the sentence would have to say by itself, because
    there is nothing (any more) that it could lean on; `names` are the children it names. `then` is the request as
    it stands afterwards, for the next follow-up.
    """

    turn: Turn
    add: tuple[Wish, ...] = ()
    take_back: tuple[Wish, ...] = ()
    questions: tuple[Question, ...] = ()
    reason: Reason | None = None
    closed: tuple[date, ...] = ()
    whole: bool = False
    validate: bool = False
    replacing: bool = False
    missing: tuple[Ask, ...] = ()
    names: tuple[str, ...] = ()
    then: Said | None = None
