"""What a sentence asks for besides lines: its force and the object it is about make a command.

The first of `topics` that fits a sentence is its own. Matters for a person are families of words too: grave ones come
before the questions, mild ones give way to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.language import lexicon_matters as matters
from domain.language.expression import Expression
from domain.language.lexicon_topics import OBJECTS
from domain.language.tones import Tone, tones
from domain.language.topics import CART, HELP, QUESTIONS, TOPICS, Topic
from domain.model.wish import Command

#: How far apart the words of one topic may stand.
_REACH: Final = 80


@dataclass(frozen=True, slots=True)
class Matter:
    """What a sentence is about, besides lines: its command, and where its words stand.

    A grave one is for a person whatever else is said; one that `absorbs` makes the days beside it part of a grievance.
    """

    command: Command
    start: int
    end: int = 0
    grave: bool = False
    absorbs: bool = False


_OBJECTS: Final = {name: Expression(rf"\b(?:{words})(?![a-z0-9])") for name, words in OBJECTS.items()}
_UNLESS: Final = {topic.unless: Expression(topic.unless) for topic in TOPICS if topic.unless}
_GRAVE: Final = {name: Expression(words) for name, words in matters.GRAVE.items()}
_MILD: Final = {name: Expression(words) for name, words in matters.MILD.items()}


@lru_cache(maxsize=256)
def topic_of(sentence: str) -> Matter | None:
    """Return what a folded sentence is about, or None where it is about lines or nothing."""
    said = tones(sentence)
    return (
        _asked(sentence, said, CART)
        or _matter(sentence, _GRAVE)
        or _asked(sentence, said, QUESTIONS)
        or _matter(sentence, _MILD)
        or _asked(sentence, said, HELP)
    )


def _asked(sentence: str, said: frozenset[Tone], topics: tuple[Topic, ...]) -> Matter | None:
    for topic in topics:
        if not said & topic.tones or (topic.unless and _UNLESS[topic.unless].search(sentence)):
            continue
        span = _together(sentence, topic.families)
        if span is not None:
            return Matter(topic.command, *span)
    return None


def _together(sentence: str, families: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where the words of `families` stand, where they are nearest to each other and not too far apart."""
    first, *more = ([m.span() for m in _OBJECTS[name].finditer(sentence)] for name in families)
    if not more:
        return first[0] if first else None
    spans = [(min(a[0], b[0]), max(a[1], b[1])) for a in first for b in more[0] if a[1] <= b[0] or b[1] <= a[0]]
    near = [(end - start, start, end) for start, end in spans if end - start <= _REACH]
    return min(near)[1:] if near else None


def _matter(sentence: str, families: dict[str, Expression]) -> Matter | None:
    found = {family: match for family, pattern in families.items() if (match := pattern.search(sentence))}
    if not found:
        return None
    first = min(found.values(), key=lambda m: m.start())
    absorbs = not matters.ABSORBING.isdisjoint(found)
    return Matter(Command.HUMAN, first.start(), first.end(), families is _GRAVE, absorbs)
