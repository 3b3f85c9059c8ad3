"""Reasons that a message states; an illness of somebody else, or that is over, is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from domain.language.intent.not_ill import not_ill
from domain.language.lexicon.illness import APPOINTMENT, CALLED_OFF
from domain.language.lexicon.not_ill import (
    AWAY_NOW,
    CHRONIC,
    COMES,
    DATED,
    DIED_LONG_AGO,
    GIVEN_HERE,
    HAD,
    HAD_BEEN,
    HAS_BEEN_ILL,
    LONG_AGO,
    OVER,
    STAYS_AWAY,
    WAS_ILL,
)
from domain.language.lexicon.reasons import CAUSES
from domain.language.matching.expression import Expression, Shelf
from domain.language.notions.marks import Why
from domain.language.writing.text import Taken
from domain.model.wish import Reason

_REASONS: Final = Shelf(Expression(cause.pattern) for cause in CAUSES)
_WAS_ILL: Final = Expression(WAS_ILL)
_STAYS_AWAY: Final = Expression(STAYS_AWAY)
_OVER: Final = Expression(OVER)
_PARTICIPLE_ILL: Final = Expression(r"(?:e|i|is)e?s?$")
_HAS_BEEN_ILL: Final = Expression(HAS_BEEN_ILL)
_HAD_BEEN: Final = Expression(HAD_BEEN)
_LONG_AGO: Final = Expression(LONG_AGO)
_HAD: Final = Expression(HAD)
#: With these a child may come all the same: "elle tousse un peu mais elle vient".
_MILD: Final = Expression(r"touss\w+|toux|rhume|enrhumee?|fatigue\w*|patraque|barbouille\w*")
_AWAY_NOW: Final = Expression(AWAY_NOW)
_DIED_LONG_AGO: Final = Expression(DIED_LONG_AGO)
_COMES: Final = Expression(COMES)
_GIVEN_HERE: Final = Expression(GIVEN_HERE)
_CHRONIC: Final = Expression(CHRONIC)
_DATED: Final = Expression(DATED)
_CALLED_OFF: Final = Expression(CALLED_OFF)
_APPOINTMENT: Final = Expression(APPOINTMENT)


def find_reasons(plain: str) -> list[Why]:
    """Return the reasons stated in folded text; illness of a parent, or over, is none."""
    said = [(CAUSES[n].reason, m) for n, matches in _REASONS.matches(plain) for m in matches]
    ill = _ill(plain) if any(reason is Reason.SICK for reason, _ in said) else None
    found, taken = list[Why](), Taken(plain)
    for reason, m in said:
        if reason is Reason.FAMILY and _DIED_LONG_AGO.match(plain, m.end()):
            continue  # "ma grand-mère est décédée il y a un an"
        if taken.is_free(*m.span()) and (reason is not Reason.SICK or (ill and ill(m))):
            found.append(Why(m.start(), m.end(), reason))
            taken.take(*m.span())
    return sorted(found, key=lambda w: w.start)


def _ill(plain: str) -> Callable[[re.Match[str]], bool]:
    """Return a test for illnesses that keep a child away today."""
    none, comes = Taken(plain, not_ill(plain)), _comes_ill(plain)
    return lambda m: not (comes(m.group()) or not none.is_free(m.start(), m.start() + 1) or _is_over(plain, m))


def _comes_ill(plain: str) -> Callable[[str], bool]:
    """Return a test for illnesses with which a child comes: lived with, or treated here."""
    idle = _CALLED_OFF.search(plain) is None  # "Victor mange jeudi, dentiste à 16h"
    if _STAYS_AWAY.search(plain):
        return lambda illness: idle and _APPOINTMENT.fullmatch(illness) is not None
    here, dated = _GIVEN_HERE.search(plain) is not None, _DATED.search(plain) is not None
    return lambda illness: (
        (idle and _APPOINTMENT.fullmatch(illness) is not None)
        or here
        or (not dated and _CHRONIC.fullmatch(illness) is not None)
    )


def _has_been(plain: str, m: re.Match[str]) -> bool:
    """Say whether an illness has been long ago ("s'est cassé le bras l'an dernier"), or before something told."""
    before = plain[max(0, m.start() - 40) : m.start()]
    if _HAS_BEEN_ILL.search(before) and _LONG_AGO.match(plain, m.end()):
        return True
    done = _PARTICIPLE_ILL.search(m.group()) is not None and _HAD.search(before) is not None
    return done or _HAD_BEEN.search(before) is not None


def _is_over(plain: str, m: re.Match[str]) -> bool:
    """Say whether an illness is told of as past ("… mais c'est fini", "a été malade hier mais elle vient demain")."""
    if _has_been(plain, m) and not _AWAY_NOW.search(plain):
        return True
    was_ill = _WAS_ILL.search(plain[max(0, m.start() - 30) : m.start()]) is not None
    mild = _MILD.fullmatch(m.group()) is not None
    return _OVER.match(plain, m.end()) is not None or ((was_ill or mild) and _COMES.match(plain, m.end()) is not None)
