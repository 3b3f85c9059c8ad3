"""What a sentence asks for besides lines: its force and the object it is about make a command.

The first of `topics` that fits a sentence is its own. Matters for a person are families of words too: grave ones come
before the questions, mild ones give way to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final

from domain.language.intent.tones import Tone, tones
from domain.language.intent.topics import CART, HELP, QUESTIONS, TOPICS, Topic
from domain.language.lexicon import matters
from domain.language.lexicon.topics import OBJECTS
from domain.language.matching.expression import Expression, Shelf
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


class _Families:
    """Families of words, each by its name."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._names = tuple(patterns)
        self._shelf = Shelf(map(Expression, patterns.values()))

    def said_in(self, sentence: str) -> _Said:
        """Return where the words of each family stand; a family that has none there is left out."""
        found = ((self._names[n], [m.span() for m in matches]) for n, matches in self._shelf.matches(sentence))
        return {name: spans for name, spans in found if spans}


#: Where the words of families stand in a sentence.
_Said = Mapping[str, Sequence[tuple[int, int]]]
_OBJECTS: Final = _Families({name: rf"\b(?:{words})(?![a-z0-9])" for name, words in OBJECTS.items()})
_UNLESS: Final = {topic.unless: Expression(topic.unless) for topic in TOPICS if topic.unless}
_GRAVE: Final = _Families(matters.GRAVE)
_MILD: Final = _Families(matters.MILD)


@lru_cache(maxsize=256)
def topic_of(sentence: str) -> Matter | None:
    """Return what a folded sentence is about, or None where it is about lines or nothing."""
    said, objects = tones(sentence), _OBJECTS.said_in(sentence)
    return (
        _asked(sentence, said, objects, CART)
        or _matter(_GRAVE.said_in(sentence), grave=True)
        or _asked(sentence, said, objects, QUESTIONS)
        or _matter(_MILD.said_in(sentence), grave=False)
        or _asked(sentence, said, objects, HELP)
    )


def _asked(sentence: str, said: frozenset[Tone], objects: _Said, topics: tuple[Topic, ...]) -> Matter | None:
    for topic in topics if objects else ():
        if said.isdisjoint(topic.tones) or (span := _together(objects, topic.families)) is None:
            continue
        if not (topic.unless and _UNLESS[topic.unless].search(sentence)):
            return Matter(topic.command, *span)
    return None


def _together(objects: _Said, families: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where the words of `families` stand, where they are nearest to each other and not too far apart."""
    first, *more = [objects.get(name, ()) for name in families]
    if not first or not all(more):
        return None
    if not more:
        return first[0]
    spans = [(min(a[0], b[0]), max(a[1], b[1])) for a in first for b in more[0] if a[1] <= b[0] or b[1] <= a[0]]
    near = [(end - start, start, end) for start, end in spans if end - start <= _REACH]
    return min(near)[1:] if near else None


def _matter(found: _Said, *, grave: bool) -> Matter | None:
    if not found:
        return None
    start, end = min((spans[0] for spans in found.values()), key=itemgetter(0))
    return Matter(Command.HUMAN, start, end, grave, not matters.ABSORBING.isdisjoint(found))
