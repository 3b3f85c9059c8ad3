"""The words of one family and one structure, which no spelling rule may change."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from domain.language.people.people import name_test
from domain.language.writing.text import fold
from domain.model.family import Child, Family
from domain.model.structure import Structure


def own_words(family: Family, structure: Structure) -> Callable[[str], bool]:
    """Return a test that says whether a folded word is a child's name, or one that the structure's activities use."""
    is_name, known = name_test(family), _words(tuple((a.name, *a.words) for a in structure.activities))
    return lambda word: word in known or is_name(word)


@lru_cache(maxsize=1_024)
def names_of(children: tuple[Child, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded words of the children's first names, and those of their last names that are no first name."""
    first = frozenset(w for c in children for w in re.findall(r"[a-z]+", fold(c.first_name)))
    return first, frozenset(w for c in children for w in re.findall(r"[a-z]{3,}", fold(c.last_name))) - first


@lru_cache(maxsize=1_024)
def called(children: tuple[Child, ...]) -> frozenset[str]:
    """Return what the children are called by: the folded words of their first names, and initials such as "jb"."""
    parts = [re.findall(r"[a-z]+", fold(c.first_name)) for c in children]
    return names_of(children)[0] | {"".join(w[0] for w in words) for words in parts if len(words) > 1}


@lru_cache(maxsize=64)
def _words(called: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(word for names in called for name in names for word in re.findall(r"[a-z]+", fold(name)))
