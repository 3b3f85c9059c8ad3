"""Which language a message is in, by the words that only this one has; in doubt it is French."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from domain.language.lexicon.things import FUNCTION_WORDS
from domain.language.lexicon.told import FRAMES, NO_VERBS
from domain.language.tongues.english import ENGLISH
from domain.language.tongues.german import GERMAN
from domain.language.tongues.others import BORROWED, FRENCH, OTHERS
from domain.language.tongues.portuguese import PORTUGUESE
from domain.language.tongues.tongue import Tongue, words_of
from domain.language.writing.names import FIRST_NAMES
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.language.writing.words import COMMON, SHORTHAND, TARGETS

TONGUES: Final = (ENGLISH, GERMAN, PORTUGUESE)
_WORD: Final = re.compile(r"[a-z]{2,}")
#: What a phone puts below a message, in the language of the phone.
_DEVICE: Final = re.compile(
    r"^[^\n\w]*(?:sent (?:from|with|via)|get outlook|gesendet (?:von|mit)|von mein\w+ [^\n]{0,30}gesendet"
    r"|diese nachricht wurde|outlook f[ou]r|enviado d[eo]|obter o)\b[^\n]*",
    re.MULTILINE,
)
_ALPHABET: Final = re.compile(r"¤{2,}")
#: How many times over another language outweighs what is French in a message.
_CLEARLY: Final = 3
#: So many strange words, for every two of which less than one is French, make a message unreadable.
_MANY: Final = 3
_PER_FRENCH: Final = 2


@lru_cache(maxsize=1)
def _french() -> frozenset[str]:
    shorthand = {word for long in SHORTHAND.values() for word in _WORD.findall(long)}
    return frozenset({*COMMON, *TARGETS, *FUNCTION_WORDS, *SHORTHAND, *shorthand, *FRAMES, *NO_VERBS, *FRENCH})


@lru_cache(maxsize=8)
def _own(tongue: Tongue) -> frozenset[str]:
    """Return the words that tell `tongue` from French and from the languages we do not read."""
    return (words_of(tongue) - _french() - OTHERS - BORROWED - FIRST_NAMES) | tongue.also


@lru_cache(maxsize=1)
def _other() -> frozenset[str]:
    known = frozenset[str]().union(*(words_of(t) for t in TONGUES))
    return OTHERS - known - _french() - BORROWED


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Return every word that could make a message another language's."""
    return _other().union(*map(_own, TONGUES))


def _words(plain: str) -> frozenset[str]:
    if "sen" in plain or "outlook" in plain or "enviado" in plain:
        plain = _DEVICE.sub("", plain)
    return frozenset(_WORD.findall(plain))


def is_known(word: str) -> bool:
    """Say whether a folded word is French, as far as we know."""
    return word in _french() or word in BORROWED


def tongue_of(plain: str) -> Tongue | None:
    """Return the language of a folded text if it clearly is one that we read; None for French and for all others."""
    words = _words(plain)
    if words.isdisjoint(_telling()):
        return None
    others = len(words & _other())
    scored = [(len(words & _own(t)), t) for t in TONGUES]
    most, tongue = max(scored, key=lambda s: s[0])
    french = len((words & _french()) - words_of(tongue) - BORROWED)
    return tongue if most > others and most >= _CLEARLY * french else None


def is_unreadable(text: Text, is_name: Callable[[str], bool]) -> bool:
    """Say whether a text in none of TONGUES is not French either: its words are others', or hardly any is French."""
    words = _words(text.plain)
    french, said = words & _french(), words - BORROWED
    others = len(said & _other()) + _foreign_letters(text)
    if others and others > len(french - BORROWED - OTHERS):
        return True
    if len(said - french) < _MANY or len(said - french) <= _PER_FRENCH * len(french):
        return False
    words = _words(corrected(text, is_name).plain)
    strange = [w for w in words if not (is_known(w) or w in FIRST_NAMES or is_name(w))]
    return len(strange) >= _MANY and len(strange) > _PER_FRENCH * sum(map(is_known, words))


def _foreign_letters(text: Text) -> int:
    """Count the words in another alphabet."""
    runs = _ALPHABET.finditer(text.plain) if "¤¤" in text.plain else ()
    return sum(any(text.raw[at].isalpha() for at in text.starts[m.start() : m.end()]) for m in runs)
