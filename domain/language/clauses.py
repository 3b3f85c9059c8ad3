"""Sorts what was found into clauses: each with its own action, children, activities and days.

A message is read once from left to right. A clause takes what comes until something comes a second time ("Elio à la
cantine lundi et Luka …") or another action begins ("… et annulez …"); what it does not name itself it takes from its
neighbours afterwards (`inherit`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.language.hours import Hour
from domain.language.marks import Act, Verb, Who
from domain.language.when import Days
from domain.model.wish import Do, Reason


@dataclass(slots=True)
class Clause:
    """One clause, filled while reading."""

    sentence: int = 0
    verb: Verb | None = None
    whos: list[Who] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    days: Days | None = None
    hours: list[Hour] = field(default_factory=list)
    reason: Reason | None = None
    negative: bool = False
    none: bool = False  # nothing is wanted of it: "mardi rien"
    instead: bool = False
    but: bool = False  # "pas jeudi MAIS vendredi": stands against the negative clause before it
    same: bool = False
    moved: list[tuple[str, Days | Act]] = field(default_factory=list)  # "de" or "a", and what
    act_in_cancel: bool = False
    not_children: list[Who] = field(default_factory=list)
    school: bool = False
    start: int = 0
    do: Do | None = None
    whole: bool = False
    told: bool = False  # it has a verb that asks for nothing
    puzzled: bool = False  # "Elio et Luka mardi, jeudi seulement Luka": for whom is what?
    aside: bool = False  # it is no more than a remark beside the matter

    @property
    def moving(self) -> bool:
        """Whether its verb moves a booking."""
        return self.verb is not None and self.verb.move

    @property
    def bare(self) -> bool:
        """Whether it names neither children, activities nor days."""
        return not (self.whos or self.acts or self.days or self.hours)


@dataclass(slots=True)
class Reading:
    """The clauses of a message, and what was said of the whole of it."""

    clauses: list[Clause] = field(default_factory=list)
    mistake: bool = False
    change: bool = False
    header: Days | None = None
