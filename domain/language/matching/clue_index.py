"""Which clues a text has, as the bits of one number, so that one operation says whether an expression may match it.

Each clue has a bit of its own, given when an expression first asks for it. A text has what its words have, and words
come again in other messages: what each has is kept, until a new clue may change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import chain, count, repeat
from operator import or_
from typing import Final

from domain.language.matching.clues import STRETCH, Clue, pieces_of_stretch

#: Longer than any word of a parent's: what it has is not kept.
_WORD: Final = 24
_WORDS: Final = 8_192
#: The few forms of one message, each asked for its clues a hundred times.
_TEXTS: Final = 16


class ClueIndex:
    """Gives clues their bits, and says which of them a text lacks.

    Threads may share it: a clue is first written under its pieces, then what was found without it is put aside, and
    only then can a text lack it. Whatever comes between these steps finds too much, never too little.
    """

    def __init__(self) -> None:
        self._bits = dict[Clue, int]()
        self._by_piece = dict[str, list[int]]()
        self._number = count()
        self._all = 0
        self._forget()

    def _forget(self) -> None:
        """Put aside what was found; what another thread is finding is kept with the old."""
        self._of_kept_word = lru_cache(_WORDS)(self._of_word)
        self.lacking = lru_cache(_TEXTS)(self._lacking)

    def mask(self, clues: Iterable[Clue]) -> int:
        """Return the bits of `clues`."""
        return reduce(or_, (self._bits.get(clue) or self._added(clue) for clue in clues), 0)

    def _added(self, clue: Clue) -> int:
        bit = 1 << next(self._number)
        for piece in clue:
            self._by_piece.setdefault(piece, []).append(bit)
        self._forget()
        self._all |= bit
        self._bits[clue] = bit
        return bit

    def _lacking(self, text: str) -> int:
        """Return the bits of the clues that `text` lacks."""
        everything, kept = self._all, self._of_kept_word
        words = {*STRETCH.findall(text)}
        if max(map(len, words), default=0) > _WORD:
            return everything & ~reduce(or_, map(self._of_word, words))
        return everything & ~reduce(or_, map(kept, words), 0)

    def _of_word(self, word: str) -> int:
        bits = map(self._by_piece.get, pieces_of_stretch(word), repeat(()))
        return reduce(or_, chain.from_iterable(bits), 0)
