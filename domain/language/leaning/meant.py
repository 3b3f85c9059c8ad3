"""What a sentence that leans on an earlier one names and wants, before anything is known of the earlier one."""

from __future__ import annotations

from dataclasses import dataclass

from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Who
from domain.language.notions.when import Days
from domain.model.following import Turn
from domain.model.wish import Ask, Do


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence, or one side of it, names."""

    whos: tuple[Who, ...] = ()
    acts: tuple[Act, ...] = ()
    hours: tuple[Hour, ...] = ()
    days: Days | None = None

    @property
    def sorts(self) -> frozenset[Ask]:
        """Which of children, activities and days are named."""
        named = {Ask.CHILD: self.whos, Ask.ACTIVITY: self.acts or self.hours, Ask.DATE: self.days}
        return frozenset(ask for ask, what in named.items() if what)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A leaning sentence: `named` is what is wanted, `out` what is not (any more).

    `whole` says that all of the request is meant ("la même chose"); `yes`, that what is left is confirmed ("oui mais
    pas le 13"); `do`, the verb that was used; `also`, that it goes on in the same direction ("aussi"); `only`, that
    nothing else is wanted ("seulement jeudi"); `again`, that it undoes a taking back ("remets mardi"); `everything`,
    that all of the cart is taken back ("enlève tout"); `it`, that what was said last is ("retire ça"); `loose`, that it
    is about a request only where there is one ("j'ai oublié le goûter"); `confirms`, that what it names is confirmed
    ("je confirme pour mardi").
    """

    turn: Turn
    named: Named = Named()
    out: Named = Named()
    do: Do | None = None
    whole: bool = False
    yes: bool = False
    also: bool = False
    only: bool = False
    again: bool = False
    everything: bool = False
    it: bool = False
    loose: bool = False
    confirms: bool = False
    plain: str = ""
