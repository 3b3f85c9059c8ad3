"""Words that no rule takes for a name."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.things import FUNCTION_WORDS
from domain.language.writing.words import COMMON, SHORTHAND, TARGETS

_GREETINGS: Final = frozenset(
    """
    hello hey hi yo coucou salut rebonjour rebonsoir please pls plz allora ciao hola ola salve hallo moin gruezi servus
    buongiorno buenos oye allez hein bref euh allo rebelote avait avais avaient aurait pantoute
    """.split()  # noqa: SIM905 - easier to read in rows
)
VOCABULARY: Final = COMMON | frozenset(TARGETS) | FUNCTION_WORDS | frozenset(SHORTHAND) | _GREETINGS
