"""One thing that is wanted, not wanted or told: for whom, what, when. What a message comes to before the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Verb, Who
from domain.language.notions.when import Days
from domain.model.wish import Do, Reason


@dataclass(slots=True)
class Clause:
    """One item of a proposition; what it does not name itself it is lent by its neighbours (`lending`)."""

    sentence: int = 0
    start: int = 0
    verb: Verb | None = None
    do: Do | None = None
    whos: list[Who] = field(default_factory=list)
    not_children: list[Who] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    hours: list[Hour] = field(default_factory=list)
    days: Days | None = None
    reason: Reason | None = None
    act_in_cancel: bool = False  # its activity is what is called off, and no more than that
    school: bool = False  # "pas d'école": the whole day
    swapped: bool = False  # one hour for another: what both of them need is kept
    headed: bool = False  # its activity is named above it, not after it
    excepted: bool = False  # what follows "sauf": it limits what is called off too
    added: bool = False  # one thing more, which is left open: "à la cantine et à la garderie"
    puzzled: bool = False  # for whom is what?
    keeps: bool = False  # it is not to be called off: "n'annulez pas jeudi"

    @property
    def bare(self) -> bool:
        """Whether it names neither children, activities nor days."""
        return not (self.whos or self.acts or self.days or self.hours)

    @property
    def says_what(self) -> bool:
        """Whether it names an activity, or an hour that stands for one."""
        return bool(self.acts or self.hours)

    @property
    def names(self) -> frozenset[str]:
        """The children it is certain to be about."""
        return frozenset(n for who in self.whos for n in who.names)
