"""What one proposition says: how it is meant, what shall be done, and its items."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from domain.language.notions.clauses import Clause
from domain.language.notions.marks import Verb
from domain.language.notions.propositions import Proposition
from domain.model.wish import Do, Reason

#: The child is away for these, whatever the verb says.
AWAY: Final = (Reason.SICK, Reason.FAMILY)


class Mood(Enum):
    """How a proposition is meant."""

    ASKED = auto()
    STATED = auto()  # "mangera", "ne viendra pas"
    BARE = auto()  # names things, without a verb
    REFUSED = auto()  # "pas jeudi", "rien pour Sohan"
    FRAME = auto()  # asks, and names nothing: "merci de les inscrire"
    ILL = auto()
    CONTEXT = auto()  # only says for whom, what or when the others are: "Pour la semaine prochaine :"
    TOLD = auto()  # asks for nothing


@dataclass(slots=True)
class Statement:
    """A proposition with its mood, its action and its items."""

    prop: Proposition
    mood: Mood
    do: Do | None = None
    items: list[Clause] = field(default_factory=list)
    refuses_booking: bool = False  # "ne prenez pas Zoé", unlike "n'annulez pas"
    wanted: bool = False  # it tells what was meant: "je voulais le mardi"
    changed: bool = False  # "pareil mais vendredi": the same, but for what it names
    booked: bool = False  # it tells of a booking that exists: "j'avais réservé le centre"

    @property
    def verb(self) -> Verb | None:
        """The proposition's own verb."""
        return self.prop.verb

    @property
    def asks(self) -> bool:
        """Whether it is a plain demand."""
        return self.mood in (Mood.ASKED, Mood.FRAME)

    @property
    def names(self) -> frozenset[str]:
        """The children that its items are of."""
        return frozenset(n for i in self.items for n in i.names)
