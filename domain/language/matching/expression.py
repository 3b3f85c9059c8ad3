"""Regular expressions as the rules use them: compiled when first needed, and tried only where they can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Any, Final

from domain.language.matching.clue_index import ClueIndex
from domain.language.matching.clues import Clue, branches_of, clues_of

#: A piece cut from a text ("the forty letters before") is searched outright: asking for its clues would cost more.
_PIECE: Final = 48
#: A longer pattern is parted into its alternatives, where it has some.
_LONG: Final = 100
_START: Final = re.Match.start
_NUMBER: Final = itemgetter(0)
_GROUP: Final = re.compile(r"\((?!\?)|\(\?P<")
_INDEX: Final = ClueIndex()


class Expression:
    """A regular expression over folded text, with the methods of `re.Pattern` that the rules use.

    The program has hundreds, most of them lists of alternatives, and a message needs a few dozen of these. So nothing
    is compiled before a text has its clues (`needs`), texts that lack them are not searched, and of many alternatives
    those are searched for that a text may have.
    """

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._long = len(pattern) > _LONG

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
    def needs(self) -> int:
        """The clues that a text must have, as `ClueIndex` knows them."""
        return _INDEX.mask(self.clues)

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """What a text must have, the most telling first."""
        return () if self._flags & ~re.MULTILINE else clues_of(self.pattern)

    @cached_property
    def _branches(self) -> Shelf | None:
        """The alternatives, where there are many."""
        found = branches_of(self.pattern) if self._long and not self._flags & ~re.MULTILINE else ()
        return Shelf(Expression(pattern, self._flags) for pattern in found) if len(found) > 1 else None

    @cached_property
    def _grouped(self) -> bool:
        """Whether a match has groups, of which an alternative by itself may lack some."""
        return _GROUP.search(self.pattern) is not None

    def may_match(self, text: str) -> bool:
        """Say whether `text` has every clue."""
        return not self.needs & _INDEX.lacking(text)

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        """Return the first match in `text`, which `place` (from, to) may narrow."""
        if len(text) > _PIECE or self._long:
            if self.needs & _INDEX.lacking(text):
                return None
            if self._branches:
                return next(self._branching(self._branches.likely(text), text, *place), None)
        return self.compiled.search(text, *place)

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        """Return the matches in `text`, which `place` (from, to) may narrow."""
        if self.needs & _INDEX.lacking(text):
            return iter(())
        if self._branches:
            return self._branching(self._branches.likely(text), text, *place)
        return self.compiled.finditer(text, *place)

    def _branching(self, branches: list[_Need], text: str, start: int = 0, *end: int) -> Iterator[re.Match[str]]:
        """Yield the matches of `branches`: the first in the text, and of two at one place the former."""
        found = [branch.compiled.search(text, start, *end) for _, _, branch in branches]
        while waiting := [match for match in found if match and match.start() >= start]:
            first = min(waiting, key=_START) if len(waiting) > 1 else waiting[0]
            yield (self.compiled.match(text, first.start(), *end) or first) if self._grouped else first
            start = max(first.end(), first.start() + 1)
            found = [m if m.start() >= start else m.re.search(text, start, *end) for m in waiting]

    def last_end(self, text: str, at: int, since: int = 0) -> int:
        """Return where the last match between `since` and `at` ends: where a clause begins; `since` without one."""
        return max((match.end() for match in self.finditer(text, since, at)), default=since)

    def next_start(self, text: str, at: int) -> int:
        """Return where the first match from `at` on begins: where a clause ends; the text's end without one."""
        match = self.search(text, at)
        return match.start() if match else len(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match written as `new`, in which nothing stands for a group."""
        pieces, at = list[str](), 0
        for match in self.finditer(text):
            pieces += [text[at : match.start()], new if isinstance(new, str) else new(match)]
            at = match.end()
        return f"{''.join(pieces)}{text[at:]}" if pieces else text


class Shelf:
    """Many expressions in their order, of which a text is given those that may match it."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self._expressions = tuple(expressions)

    @cached_property
    def _by_first(self) -> tuple[int, dict[int, tuple[int, list[_Need]]], list[_Need]]:
        """The most telling clues, what stands under each (by its place among the bits), and what stands under none."""
        firsts, under, always = 0, dict[int, tuple[int, list[_Need]]](), list[_Need]()
        for n, expression in enumerate(self._expressions):
            first = _INDEX.mask(expression.clues[:1])
            firsts |= first
            needing = under.setdefault(first.bit_length(), (first, []))[1] if first else always
            needing.append((n, expression.needs & ~first, expression))
        return firsts, under, always

    def likely(self, text: str) -> list[_Need]:
        """Return the expressions that may match `text`, in their order."""
        firsts, under, always = self._by_first
        lacking = _INDEX.lacking(text)
        had = firsts & lacking ^ firsts
        if not had:
            return always
        found = always.copy()
        while had:
            bit, needing = under[had.bit_length()]
            had ^= bit
            for each in needing:
                if not each[1] & lacking:
                    found.append(each)
        if len(found) > 1:
            found.sort(key=_NUMBER)
        return found

    def matches(self, text: str) -> Iterator[tuple[int, Iterator[re.Match[str]]]]:
        """Yield the matches in `text` of each expression that may have some, with its number."""
        for n, _, expression in self.likely(text):
            yield n, expression.finditer(text)


#: An expression with its number, and the clues that it needs besides that under which it stands.
_Need = tuple[int, int, Expression]
