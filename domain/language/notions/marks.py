"""What the rules find in a message, in the order in which it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import Enum, auto

from domain.language.notions.hours import Hour
from domain.language.notions.when import Days
from domain.model.wish import Do, Reason


@dataclass(frozen=True, slots=True)
class Who:
    """Children spoken of: `names` when certain; otherwise one of `options` (empty for a stranger to the family)."""

    start: int
    end: int
    names: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    sibling: str = ""  # "sa sœur" (f), "son frère" (m), "ses frères" (M), "ses sœurs" (F)


class Part(Enum):
    """What an activity word says of the activity wanted."""

    MEAL = auto()
    MORNING = auto()
    AFTERNOON = auto()
    EVENING = auto()
    DAY = auto()
    CENTRE = auto()  # the leisure centre: which part of the day is not said
    CARE = auto()  # "garderie", "périscolaire": before or after school is not said
    NAMED = auto()  # by its own name
    UNKNOWN = auto()  # something that the structure may not have


@dataclass(frozen=True, slots=True)
class Act:
    """An activity word; `codes` are those of the activities so named. `implied` by a verb ("mangera").

    `at` is the hour of coming that was said with it ("matin, 7h45").
    """

    start: int
    end: int
    part: Part
    codes: frozenset[str] = frozenset()
    implied: bool = False
    at: time | None = field(default=None, compare=False)


class Force(Enum):
    """How plainly a verb asks."""

    NOUN = 0  # "inscription", "je voudrais"
    SAID = 1  # "mangera", "ne viendra pas"
    ASKED = 2  # "inscrivez", "annuler"


@dataclass(frozen=True, slots=True)
class Verb:
    """What shall be done. `do` is None for a `move`, for a vague `change` and for a refusal ("n'inscrivez pas")."""

    start: int
    end: int
    do: Do | None
    force: Force = Force.ASKED
    move: bool = False
    change: bool = False
    whole: bool = False  # the whole day: "ne viendra pas", "absent", "tout"
    meal: bool = False
    plural: bool = False  # "absents": of several children
    fronted: bool = False  # "la cantine de vendredi, vous me l'enlevez": it is about what stands just before it


class Cue(Enum):
    """Small words that steer the reading."""

    NOT = auto()
    NOT_BUT = auto()  # "et non", "c'est … pas": what follows is wrong, what stood before is right
    NOTHING = auto()  # "mardi rien", "rien pour Sohan"
    INSTEAD = auto()
    RATHER = auto()  # "… à la place" at the end: what stands before it replaces what was called off
    BUT = auto()
    SLIP = auto()
    SAME = auto()
    EXCEPT = auto()
    UNAFFECTED = auto()
    FINE = auto()  # "…, vendredi c'est bon": after what is called off, what stays
    MISTAKE = auto()
    KEEP = auto()  # "…, garder Luka": after what is called off, what stays
    STOP = auto()  # the end of a sentence or line
    BREAK = auto()  # the end of a clause
    OTHER_VERB = auto()  # something is told: "sera en retard"
    SCHOOL = auto()  # "pas d'école": the whole day
    SO = auto()  # what follows from what stands before: "donc", "du coup"
    CAUSE = auto()  # why: "car", "vu que", "suite à"
    IS = auto()  # "c'est mardi": sets one thing against another
    AND = auto()  # a comma, "et", a bracket: a list or a sentence goes on
    COLON = auto()
    SUBJECT = auto()  # "il", "je": a sentence may begin without a full stop
    YES = auto()
    ONLY = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """A cue at its place."""

    start: int
    end: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Why:
    """A stated reason."""

    start: int
    end: int
    reason: Reason


Mark = Who | Act | Verb | Sign | Why | Hour | Days
