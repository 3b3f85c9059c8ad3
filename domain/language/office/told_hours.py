"""What tells of another hour, and asks for no booking: "je récupère Luka à 18h jeudi", "Victor arrivera à 7h45"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.language.activities.changed_hours import tells_hour
from domain.language.activities.hour_words import BOOKS
from domain.language.message.residue import unread
from domain.language.reading import Reading
from domain.language.understand import NO_HINTS, read
from domain.language.writing.text import fold
from domain.model.family import Family
from domain.model.structure import Structure
from domain.model.wish import Ask, Command, Do, Hints, Understanding

_LINE: Final = re.compile(r"[^.!?\n]+")
#: So many unread words may stand by themselves: who signs.
_SIGNED: Final = 2


def with_told_hour(  # noqa: PLR0913 - as `understand`
    understood: Understanding,
    text: str,
    *,
    family: Family,
    structure: Structure,
    now: datetime,
    subject: str = "",
    hints: Hints = NO_HINTS,
) -> Understanding:
    """Return what `text` was `understood` as, with the hour that it only tells, and whether another hour is all it is.

    "Je récupère Luka à 18h" by itself is for a person: who is told of an hour need not do anything. It is more where
    that hour is not the one that is booked; so it is read like "Luka partira finalement à 18h".
    """
    if not tells_hour(text, family, structure, outright=True) or BOOKS.search(fold(text)):
        return understood
    if understood.wishes and tells_hour(text, family, structure):
        return replace(understood, other_hour=True)
    meant = replace(hints, action=Do.BOOK.value)
    reading = read(text, family=family, structure=structure, now=now, subject=subject, hints=meant)
    if _is_other(understood) or hints.action or _says_more(reading) or not _adds(understood, reading.understanding):
        return understood
    return replace(reading.understanding, exception=understood.exception, other_hour=True)


def _is_other(understood: Understanding) -> bool:
    """Say whether something else is wanted, or must be asked."""
    return understood.command not in (None, Command.HUMAN) or set(understood.ask) > {Ask.ACTION}


def _adds(understood: Understanding, told: Understanding) -> bool:
    """Say whether reading the hour adds lines, or leaves only for whom and when to be asked."""
    asks = bool(told.ask) and not understood.wishes and set(told.ask) <= {Ask.CHILD, Ask.DATE}
    return told.command is None and (asks or (not told.ask and set(understood.wishes) < set(told.wishes)))


def _says_more(reading: Reading) -> bool:
    """Say whether words are left that the hour has nothing to do with."""
    spans = [(mark.start, mark.end) for mark in reading.found.marks] if reading.found else []
    for line in _LINE.finditer(reading.text.plain):
        left = unread(reading.text.plain, line.start(), line.end(), spans)
        alone = not any(start < line.end() and line.start() < end for start, end in spans)
        if len(left) > (_SIGNED if alone else 0):
            return True
    return False
