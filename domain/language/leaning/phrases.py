"""Whole phrases that lean on a request and name nothing of it: "annule ma demande", "retire ça", "sauf le dernier"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from domain.language.leaning import words
from domain.language.leaning.answers import places_of
from domain.language.leaning.meant import Leaning, Named
from domain.language.leaning.second_thoughts import AFTER_ALL
from domain.language.matching.expression import Expression
from domain.language.notions.when import Days, Sort, When
from domain.model.following import Turn
from domain.model.wish import Do


def phrased(plain: str) -> Leaning | None:
    """Return what a whole phrase says that names nothing."""
    for phrase, means in _PHRASES:
        if said := phrase.fullmatch(plain):
            return replace(means(said), plain=plain)
    return None


def _last(_: re.Match[str]) -> Leaning:
    return Leaning(Turn.LAST)


def _all(_: re.Match[str]) -> Leaning:
    return Leaning(Turn.TAKE_BACK, do=Do.CANCEL, everything=True)


def _it(said: re.Match[str]) -> Leaning:
    return Leaning(Turn.TAKE_BACK, do=Do.CANCEL, it=True, whole=not said["one"])


def _all_but_one(said: re.Match[str]) -> Leaning:
    return Leaning(Turn.TAKE_BACK, out=_placed(said), yes=words.YES.search(said.string) is not None)


def _only_one(said: re.Match[str]) -> Leaning:
    return Leaning(Turn.INSTEAD, named=_placed(said), only=True)


def _not_that_one(said: re.Match[str]) -> Leaning:
    return Leaning(Turn.TAKE_BACK, out=_placed(said), do=Do.CANCEL)


def _after_all(_: re.Match[str]) -> Leaning:
    return Leaning(Turn.COPY, again=True, loose=True)


_PHRASES: Final[tuple[tuple[Expression, Callable[[re.Match[str]], Leaning]], ...]] = (
    (words.LAST, _last),
    (words.ALL, _all),
    (words.IT, _it),
    (words.ALL_BUT_ONE, _all_but_one),
    (words.ONLY_ONE, _only_one),
    (words.NOT_THAT_ONE, _not_that_one),
    (AFTER_ALL, _after_all),
)


def _placed(said: re.Match[str]) -> Named:
    """Return the days of the request that are meant by their place among them."""
    places = places_of(said["place"], said.groupdict().get("n"))
    bases = tuple(When(Sort.SAME, *said.span("place"), which=place) for place in places)
    return Named(days=Days(*said.span("place"), bases=bases))
