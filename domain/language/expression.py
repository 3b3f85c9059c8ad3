"""Regular expressions as the rules use them: compiled when first needed, and tried only where they can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from domain.language.clues import Clue, clues_of, fits, fits_one, pieces_of, ways_of

#: A piece cut from a text ("the forty letters before") is searched outright: asking for its clues would cost more.
_PIECE: Final = 48
#: A pattern of so few letters is searched for in less time than each of its branches is asked for its clues.
_SHORT: Final = 200


class Expression:
    """A regular expression over folded text, with the methods of `re.Pattern` that the rules use.

    The program has hundreds and a message needs a few dozen of them. So nothing is compiled before a text has the
    clues of the expression (`clues`), and texts that lack them are not searched.
    """

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile at the first use of a method that looks at one place, and keep these methods at hand."""
        if name not in Expression.__annotations__:
            raise AttributeError(name)
        for each in Expression.__annotations__:
            setattr(self, each, getattr(self.compiled, each))
        return getattr(self, name)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as `re` has compiled it."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """What a text must have."""
        return () if self._flags & ~re.MULTILINE else clues_of(self.pattern)

    @cached_property
    def ways(self) -> tuple[tuple[Clue, ...], ...]:
        """What a text must have for one of the branches to match; nothing where there is one, or searching is cheap."""
        return ways_of(self.pattern) if self.clues and len(self.pattern) > _SHORT else ()

    def may_match(self, text: str) -> bool:
        """Say whether `text` has every clue."""
        return not self.clues or self.is_likely(pieces_of(text))

    def is_likely(self, pieces: Clue) -> bool:
        """Say whether a text of these pieces has every clue of the expression, and of one of its branches."""
        return fits(self.clues, pieces) and (not self.ways or fits_one(self.ways, pieces))

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        """Return the first match in `text`, which `place` (from, to) may narrow."""
        if len(text) > _PIECE and not self.may_match(text):
            return None
        return self.compiled.search(text, *place)

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        """Return the matches in `text`, which `place` (from, to) may narrow."""
        return self.compiled.finditer(text, *place) if self.may_match(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match written as `new`."""
        return self.compiled.sub(new, text) if self.may_match(text) else text


class Shelf:
    """Many expressions in their order, of which a text is given those that may match it.

    One look at the pieces of the text does for all of them what `Expression.may_match` does for one.
    """

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self._expressions = tuple(expressions)

    @cached_property
    def _index(self) -> tuple[dict[str, list[int]], list[int]]:
        """Which expressions a piece speaks for, by their first clue; and those that have none."""
        by_piece, always = dict[str, list[int]](), list[int]()
        for n, expression in enumerate(self._expressions):
            if not expression.clues:
                always.append(n)
            for piece in expression.clues[0] if expression.clues else ():
                by_piece.setdefault(piece, []).append(n)
        return by_piece, always

    def likely(self, text: str) -> list[int]:
        """Return the numbers of the expressions that may match `text`."""
        by_piece, always = self._index
        pieces = pieces_of(text)
        spoken = {n for piece in by_piece.keys() & pieces for n in by_piece[piece]}
        return sorted([*always, *(n for n in spoken if self._expressions[n].is_likely(pieces))])

    def matches(self, text: str) -> Iterator[tuple[int, Iterator[re.Match[str]]]]:
        """Yield the matches in `text` of each expression that may have some, with its number."""
        for n in self.likely(text):
            yield n, self._expressions[n].compiled.finditer(text)
