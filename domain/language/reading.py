"""What a message was read from, beside what it comes to: the evidence that `evidence.explain` makes a trace of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from domain.language.notions.marks import Mark
from domain.language.sentences.sentences import Found, World
from domain.language.settling.settling import Settled
from domain.language.writing.text import Text
from domain.model.wish import Understanding


class Basis(Enum):
    """What made a message what it was taken for."""

    WORDS = auto()  # what its sentences ask for
    FOR_A_PERSON = auto()  # an automatic reply, an advertisement, another tongue, a table, papers for past days
    SMALL_TALK = auto()  # greetings, thanks or a plain yes
    SIGN = auto()  # a thumb
    WORDLESS = auto()
    TURNED = auto()  # a word that may turn its meaning was not read
    TOO_LONG = auto()  # more is named in it than any parent asks for


@dataclass(frozen=True, slots=True)
class Reading:
    """An understanding and what it rests on: references only, so that it costs nothing where nobody asks why.

    `text` is what was read: of the message, of a mail forwarded in it, or (the very `title`) of the subject. `titled`
    are the kinds of marks that the subject lent.
    """

    understanding: Understanding
    basis: Basis
    world: World
    text: Text
    title: Text
    found: Found | None = None
    settled: Settled = field(default_factory=Settled)
    titled: frozenset[type[Mark]] = frozenset()

    @property
    def from_subject(self) -> bool:
        """Whether only the subject says what is wanted."""
        return self.text is self.title
