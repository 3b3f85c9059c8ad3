"""What belongs together: lists, sayings about days that complete each other, sentences with matter of their own."""

from __future__ import annotations

import re
from typing import Final

from domain.language.marks import Act, Cue, Mark, Sign
from domain.language.when import Days, Reach, Sort

#: What may stand between the items of one list.
JOINT: Final = re.compile(
    r"[\s,;:()+&/¤\"-]*(?:\b(?:et|puis|ainsi que|ainsi|que|le|la|les|l|du|de|des"
    r"|d|au|aux|a|en|pour|ni|seulement|uniquement|juste|c'est|est"
    r"|aussi|egalement|avec|sa|son|ses|ma|mon|mes|soit|accueil|dans|plus|voire|par)\b[\s,;:()+&'/¤\"-]*)*"
)


def both(old: Days, new: Days) -> Days:
    """Return two sayings about days as one."""
    excepts = (*old.excepts, *new.excepts)
    return Days(old.start, new.end, (*old.bases, *new.bases), (*old.frames, *new.frames), excepts)


def completed(old: Days, new: Days, glue: str, *, adjoining: bool) -> Days | None:
    """Join two sayings about days that complete each other; None when the second one begins something new.

    `glue` is the text between the last mark and the new days, `adjoining` says that they continue a list.
    """
    framing = bool(new.frames) and not new.bases
    if adjoining and not (framing and re.search(r"\bet\b", glue)):
        return both(old, new)
    if _onset_only(new):
        return old
    if _onset_only(old) and not old.frames:
        return new
    if old.bases and new.bases:
        return _narrowed(old, new)
    if {w.sort for w in old.frames} & {w.sort for w in new.frames} & {Sort.SPAN, Sort.UNTIL, Sort.PARITY}:
        return old if old.frames == new.frames else None
    week = any(w.reach is Reach.WEEK for w in new.frames)
    if framing and week and re.search(r"\bet\b[^,;]*$", glue):
        return None
    return both(old, new)


def _onset_only(days: Days) -> bool:
    return bool(days.bases) and all(b.sort is Sort.AGO for b in days.bases)


def _narrowed(old: Days, new: Days) -> Days | None:
    """Keep the same days said twice; a date range then weekdays narrows ("du 10 au 21 mars … les mardis")."""
    if {(b.sort, b.weekdays, b.days) for b in new.bases} <= {(b.sort, b.weekdays, b.days) for b in old.bases}:
        return old
    bases = (*old.bases, *new.bases)
    spans = [b for b in bases if b.sort is Sort.SPAN]
    every = [b for b in bases if b.sort in (Sort.EVERY, Sort.WEEKDAY) and b.habit]
    if len(spans) != 1 or not every or len(spans) + len(every) != len(bases):
        return None
    excepts = (*old.excepts, *new.excepts)
    return Days(old.start, new.end, tuple(every), (*old.frames, *new.frames, *spans), excepts)


def rich_sentences(marks: list[Mark]) -> set[int]:
    """Return the numbers of the sentences that name activities or days."""
    sentence, found = 0, set[int]()
    for mark in marks:
        if isinstance(mark, Sign) and mark.cue is Cue.STOP:
            sentence += 1
        elif isinstance(mark, Act | Days):
            found.add(sentence)
    return found
