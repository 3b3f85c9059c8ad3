"""The classes of a school, "CE1", "CP Mme Roux", "CE1-CE2": free words of the office, compared by what they say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

#: Between the classes of a closure; no class has one in its name.
SEPARATOR: Final = ","

_WORD: Final = re.compile(r"[a-z0-9]+")
#: "CE 1" is "CE1", "6 ème" is "6e".
_LEVEL_APART: Final = re.compile(r"\b(ce|cm) (?=[12]\b)")
_ORDINAL: Final = re.compile(r"\b([3-6]) ?(?:eme|e)s?\b")
#: Words that name no class.
FILLERS: Final = frozenset(["classe", "classes", "de", "des", "du", "d", "la", "le", "les", "l", "et"])
_TITLES: Final = {
    "mme": "mme", "madame": "mme", "m": "m", "mr": "m", "monsieur": "m", "mlle": "mlle", "mademoiselle": "mlle",
}  # fmt: skip
TITLES: Final = frozenset(_TITLES)
#: The levels in the order of the years: nursery school, primary school, then what may be anywhere.
LEVELS: Final = ("tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2", "6e", "5e", "4e", "3e", "ulis", "upe2a")


def fold_class(text: str) -> str:
    """Return `text` without case and accents and with each level as one word; it may be shorter."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return _ORDINAL.sub(r"\1e", _LEVEL_APART.sub(r"\1", plain))


def words_of(name: str) -> tuple[str, ...]:
    """Return the words that tell a class from others, titles in one spelling: ("cp", "mme", "roux")."""
    words = _WORD.findall(fold_class(name))
    return tuple(_TITLES.get(word, word) for word in words if word not in FILLERS)


def class_key(name: str) -> str:
    """Return what two spellings of one class share ("CE1 - A", "ce1 a"); "" for what names no class."""
    return " ".join(words_of(name))


def levels_of(words: Iterable[str]) -> frozenset[str]:
    """Return the levels among the words of a class."""
    return frozenset(words) & frozenset(LEVELS)


def neighbours(levels: Iterable[str]) -> bool:
    """Say whether levels follow one another, as those of a class of several levels do."""
    years = sorted(LEVELS.index(level) for level in levels)
    return years == list(range(years[0], years[0] + len(years))) if years else False
