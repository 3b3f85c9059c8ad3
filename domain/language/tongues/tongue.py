"""A language as data: its words for what our French rules read, and the table made of them on first use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from domain.language.writing.text import fold

_DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS: Final = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre",
)  # fmt: skip
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: Words, clitics ("'s"), negations ("won't"), hours ("18:30"), numbers and ordinals ("11th", "11.", "1º").
TOKEN: Final = re.compile(
    r"\d{1,2}[:.]\d\d(?= ?uhr)|\d{1,2}:\d\d|\d+(?:(?:st|nd|rd|th|o)\b|\.(?= ?[a-z]))?|[a-z]+n't\b|'[a-z]+|[a-z]+"
)
#: The same in our own phrases, where "#" is any number, "@" an hour and "~" (GAP) other words.
_IN_PHRASES: Final = re.compile(rf"{TOKEN.pattern}|[#@~]")
#: Stands between the two halves of a phrase that holds other words ("melden Sie ~ ab").
GAP: Final = "~"


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `words` says what French word or phrase each of its own stands for.

    `words` and `frames` map French to phrases separated by " | ". "<day>" and "<month>" go through `days` and
    `months`, another "<name>" through `sets`; "#" is a number, "{0}" its digits in the French. A frame has two halves
    around other words (GAP). `also` are its own words that are French ones too, yet tell it from French. `examples`
    say what a sentence becomes.
    """

    name: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    words: Mapping[str, str]
    frames: Mapping[str, str]
    examples: Mapping[str, str]
    sets: Mapping[str, str] = field(default_factory=dict)
    also: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        """Let a table be kept for each language."""
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class Frame:
    """The two halves of a phrase around other words, and the French for each."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Table:
    """A language made ready for looking up: phrases by their words, frames by their first word."""

    phrases: dict[str, str]
    frames: dict[str, list[Frame]]
    longest: dict[str, int]  # how many words the longest phrase has that begins with a word


def tokens_of(folded: str) -> tuple[str, ...]:
    """Return the words, numbers and marks of a folded phrase."""
    return tuple(_IN_PHRASES.findall(folded))


def _spelt(phrase: str) -> Iterator[str]:
    """Yield a phrase as typed with umlauts, without them, and with or without apostrophes."""
    for typed in {phrase, phrase.translate(_UMLAUTS)}:
        folded = fold(typed)
        yield from {folded, folded.replace("n't", "nt")}


def _filled(french: str, phrase: str, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Yield each pair that "<day>", "<month>" and the sets make of one entry."""
    for mark, theirs, ours in (("<day>", tongue.days, _DAYS), ("<month>", tongue.months, _MONTHS)):
        if mark in phrase:
            for said, meant in zip(theirs, ours, strict=True):
                yield from _filled(french.replace(mark, meant), phrase.replace(mark, said), tongue)
            return
    if found := re.search(r"<(\w+)>", phrase):
        for said in tongue.sets[found[1]].split(" | "):
            yield from _filled(french, phrase.replace(found[0], said, 1), tongue)
        return
    yield french, phrase


def _pairs(entries: Mapping[str, str], tongue: Tongue) -> Iterator[tuple[str, str]]:
    for french, phrases in entries.items():
        for phrase in phrases.split(" | "):
            for meant, said in _filled(french, phrase, tongue):
                for spelt in _spelt(said):
                    yield fold(meant), spelt


@lru_cache(maxsize=8)
def table(tongue: Tongue) -> Table:
    """Return the table of a language, made on first use."""
    phrases = dict[str, str]()
    for french, spelt in _pairs(tongue.words, tongue):
        phrases.setdefault(" ".join(tokens_of(spelt)), french)
    frames = dict[str, list[Frame]]()
    for french, spelt in _pairs(tongue.frames, tongue):
        head, tail = (tokens_of(half) for half in spelt.split(GAP))
        opens, closes = (half.strip() for half in french.split(GAP))
        frames.setdefault(head[0], []).append(Frame(head, tail, opens, closes))
    longest = dict[str, int]()
    for key in phrases:
        first, *others = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    return Table(phrases, frames, longest)


@lru_cache(maxsize=8)
def words_of(tongue: Tongue) -> frozenset[str]:
    """Return the words of a language's phrases, which need no table: every message is looked at for them."""
    phrases = (*tongue.words.values(), *tongue.frames.values(), *tongue.sets.values())
    plain = re.sub(r"<\w+>", " ", " ".join((*phrases, *tongue.days, *tongue.months)))
    spelt = f"{plain} {plain.translate(_UMLAUTS)} "
    typed = tokens_of(fold(spelt + spelt.replace("n't", "nt")))
    return frozenset(word for word in typed if word.isalpha() and len(word) > 1)
