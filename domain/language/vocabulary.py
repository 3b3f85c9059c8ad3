"""Words that no rule takes for a name."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon import FUNCTION_WORDS
from domain.language.words import COMMON, SHORTHAND, TARGETS

_GREETINGS: Final = frozenset(
    {"hello", "hey", "hi", "yo", "coucou", "salut", "rebonjour", "rebonsoir", "please", "pls", "plz"}
)
VOCABULARY: Final = COMMON | frozenset(TARGETS) | FUNCTION_WORDS | frozenset(SHORTHAND) | _GREETINGS
