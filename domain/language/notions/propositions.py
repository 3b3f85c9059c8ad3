"""Cuts a message into propositions: what is asked, told, refused or corrected in one breath.

A message is first cut at every full stop, comma, "et", "mais", "donc", "car" …; then pieces without a verb of their
own go back to the list they continue ("mettez Victor lundi, mardi et jeudi"), so that each proposition has one
predicate at most.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Force, Verb, Who
from domain.language.notions.when import Days, Sort
from domain.model.wish import Do, Reason

Slot = Who | Act | Days | Hour


class Link(Enum):
    """How a proposition goes on from the one before it."""

    START = auto()  # a new sentence or line
    AND = auto()
    COLON = auto()
    BUT = auto()
    SO = auto()
    CAUSE = auto()
    SLIP = auto()  # "pardon", "euh non": what follows replaces what stands before
    EXCEPT = auto()
    INSTEAD = auto()


@dataclass(slots=True)
class Proposition:
    """A stretch of text with at most one predicate; `slots` are what it names, in order."""

    start: int
    sentence: int = 0
    line: int = 0
    link: Link = Link.START
    end: int = 0
    slots: list[Slot] = field(default_factory=list)
    verbs: list[Verb] = field(default_factory=list)
    reason: Reason | None = None
    told: bool = False  # it has a verb that asks for nothing
    unaffected: bool = False  # "Nahel vient comme prévu"
    negative: bool = False
    nothing: bool = False  # "rien pour Sohan"
    yes: bool = False
    same: bool = False
    only: bool = False
    school: bool = False
    mistake: bool = False
    equates: bool = False  # "c'est …"
    heads: bool = False  # a colon follows
    change: bool = False  # "un changement", without saying which
    opens: bool = False  # it opens its sentence
    read: list[tuple[int, int]] = field(default_factory=list)  # where marks were found in it
    subject: bool = False  # it begins with "je", "il" …: it has a verb, known or not

    @property
    def verb(self) -> Verb | None:
        """The verb that says what is wanted, by its force."""
        return min(self.verbs, key=_weight, default=None)

    @property
    def predicate(self) -> bool:
        """Whether it says anything of what it names."""
        return bool(self.verbs or self.told or self.reason)

    @property
    def empty(self) -> bool:
        """Whether nothing was found in it."""
        return not (self.slots or self.predicate or self.negative or self.same or self.yes or self.school)

    def of(self, kind: type[Slot]) -> list[Slot]:
        """Return the slots of one kind."""
        return [s for s in self.slots if isinstance(s, kind)]

    @property
    def says_what(self) -> bool:
        """Whether it names an activity or an hour."""
        return any(isinstance(s, Act | Hour) for s in self.slots)

    @property
    def says_when(self) -> bool:
        """Whether it names days of care."""
        return any(isinstance(s, Days) and not is_onset(s) for s in self.slots)

    @property
    def says_who(self) -> bool:
        """Whether it names children."""
        return any(isinstance(s, Who) for s in self.slots)

    @property
    def returns(self) -> bool:
        """Whether it says when a child is back."""
        return any(isinstance(s, Days) and says_when_back(s) for s in self.slots)


def is_onset(days: Days) -> bool:
    """Say whether it only tells when something began or was written ("depuis hier")."""
    return bool(days.bases) and not days.frames and all(b.sort is Sort.AGO for b in days.bases)


def says_when_back(days: Days) -> bool:
    """Say whether it is a day of return ("reviendra jeudi")."""
    return any(w.sort is Sort.RETURN for w in (*days.bases, *days.frames))


def _weight(verb: Verb) -> tuple[int, int]:
    """Weigh verbs of one proposition: refusals and moves, then what is called off, then what is booked."""
    if verb.do is None:
        return 0, verb.start
    order = {Do.CANCEL: 1, Do.ABSENT: 2, Do.BOOK: 3}
    return order[verb.do] + (0 if verb.force is Force.ASKED else 3 if verb.force is Force.SAID else 6), verb.start
