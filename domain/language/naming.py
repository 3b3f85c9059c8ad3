"""Which sorts of things a text names: children, activities, days."""

from __future__ import annotations

from datetime import datetime

from domain.language.answers import own_words
from domain.language.hours import Hour
from domain.language.marks import Act, Who
from domain.language.sentences import World, marks_of
from domain.language.spelling import corrected
from domain.language.text import Text
from domain.language.trim import masked
from domain.language.understand import NO_HINTS
from domain.language.when import Days, Scene
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask

_SORTS = ((Who, Ask.CHILD), (Act, Ask.ACTIVITY), (Hour, Ask.ACTIVITY), (Days, Ask.DATE))


def named_in(text: str, *, family: Family, structure: Structure, now: datetime) -> frozenset[Ask]:
    """Return which of child, activity and day `text`, typed at `now` (aware), names."""
    world = World(family, structure, Scene(structure.local(now).date(), structure.year, schooled=True), NO_HINTS)
    marks = marks_of(corrected(masked(Text.of(own_words(text, family)))), world)
    return frozenset(ask for kind, ask in _SORTS if any(isinstance(mark, kind) for mark in marks))
