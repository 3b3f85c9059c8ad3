"""Which sorts of things a text names: children, activities, days."""

from __future__ import annotations

from datetime import datetime

from domain.language.leaning.answers import own_words
from domain.language.message.trim import masked
from domain.language.notions.hours import Hour
from domain.language.notions.marks import Act, Who
from domain.language.notions.when import Days, Scene
from domain.language.sentences.sentences import World, marks_of
from domain.language.understand import NO_HINTS
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask

_SORTS = ((Who, Ask.CHILD), (Act, Ask.ACTIVITY), (Hour, Ask.ACTIVITY), (Days, Ask.DATE))


def named_in(text: str, *, family: Family, structure: Structure, now: datetime) -> frozenset[Ask]:
    """Return which of child, activity and day `text`, typed at `now` (aware), names."""
    world = World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), NO_HINTS)
    marks = marks_of(corrected(masked(Text.of(own_words(text, family)))), world)
    return frozenset(ask for kind, ask in _SORTS if any(isinstance(mark, kind) for mark in marks))
