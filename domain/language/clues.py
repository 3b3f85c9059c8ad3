"""What a text must contain for a pattern to match it, read off the pattern itself; so that most are never tried.

A clue is a set of short pieces, one of which stands in every match. A pattern may have several clues, and a text that has
no piece of one of them cannot match. Nothing is declared by hand: what is not understood of a pattern gives no clue, and
a pattern without clues is always tried. Pieces have four letters, or three, or one; "\\0" in them is the edge of a word,
and "\\1" stands for any digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import add
from typing import Final

Clue = frozenset[str]

#: How long a piece may be: the longer it is, the fewer texts have it.
_SIZES: Final = (4, 3, 1)
_EDGE: Final = "\0"
_DIGIT: Final = "\1"
_DIGITS: Final = frozenset("0123456789")
#: No more clues of a pattern are kept than this, and larger groups are not looked into where smaller ones tell enough.
_MOST: Final = 3
_LARGE: Final = 120
_TOKEN: Final = re.compile(
    r"\((?:\?(?:P<\w+>|P=\w+|<?[=!]|.))?|\)|\||[*+?][?+]?|\{\d*,?\d*\}[?+]?|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]"
    r"|[^\\\[(){}|*+?^$.]+(?![*+?{])|.",
    re.DOTALL,
)
_STRETCH: Final = re.compile(r"\w+|\W+")
#: From the letter that says least about a French text to the one that says most.
_COMMON: Final = {letter: n for n, letter in enumerate(f"{_EDGE} esaintrulodmcp'vhgfbqjyxz-wk")}


@lru_cache(maxsize=64)
def pieces_of(text: str) -> Clue:
    """Return every piece of `text` that a clue may ask for."""
    edged = f"{_EDGE}{_EDGE.join(_STRETCH.findall(text))}{_EDGE}"
    single = {*edged, *(() if _DIGITS.isdisjoint(edged) else (_DIGIT,))}
    threes = list(map(add, map(add, edged, edged[1:]), edged[2:]))
    return frozenset([*single, *threes, *map(add, threes, edged[3:])])


def fits(clues: tuple[Clue, ...], pieces: Clue) -> bool:
    """Say whether `pieces` has something of every clue."""
    for clue in clues:  # a loop: this is asked a hundred times a message, and any() costs twice as much
        if clue.isdisjoint(pieces):
            return False
    return True


def clues_of(pattern: str) -> tuple[Clue, ...]:
    """Return the clues of a regular expression (without flags), the most telling first."""
    tokens = _TOKEN.findall(pattern)
    closes = dict[int, int]()
    opened = list[int]()
    for at, token in enumerate(tokens):
        if token[0] == "(":
            if token[:2] == "(?" and token[2:3] not in (":", "=", "!", "<", "P"):
                return ()  # flags, comments, conditions
            opened.append(at)
        elif token == ")":
            closes[opened.pop()] = at
    return tuple(_Reader(tokens, closes).clues(0, len(tokens), "", "")[:_MOST])


class _Reader:
    """Reads the tokens of a pattern; `closes` says where each bracket is closed."""

    def __init__(self, tokens: list[str], closes: dict[int, int]) -> None:
        self._tokens = tokens
        self._closes = closes

    def clues(self, start: int, end: int, before: str, after: str) -> list[Clue]:
        """Return the clues of what may be one of several branches: what each of them needs.

        `before` and `after` are the letters or edges that stand beside every branch.
        """
        ways = [self._way(s, e, before, after) for s, e in self._branches(start, end)]
        if len(ways) == 1:
            return ways[0]
        return [frozenset[str]().union(*(clues[0] for clues in ways))] if all(ways) else []

    def _branches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = since = start
        while at < end:
            if self._tokens[at] == "|":
                yield since, at
                since = at + 1
            at = self._closes.get(at, at) + 1
        yield since, end

    def _way(self, start: int, end: int, before: str, after: str) -> list[Clue]:
        """Return the clues of a sequence: of its runs of letters, and of its groups."""
        runs, groups, run, at = list[str](), list[tuple[int, int, str, str]](), before, start
        while at < end:
            token = self._tokens[at]
            past = self._closes.get(at, at) + 1
            least = self._least(past) if past < end else None
            if token[0] == "(" and token[2:] not in ("!", "<!"):
                if least is None or least > 0:
                    beside = self._beside(past, end, after) if least is None else ""
                    groups.append((at + 1, past - 1, run, beside))
                runs.append(run)
                run = ""
            elif token == r"\b":
                run += "" if run.endswith(_EDGE) else _EDGE
            elif letters := _letters(token):
                run = _joined(run, letters) if least is None or least > 0 else run
            elif token[0] != "(":
                runs += [run, _DIGIT] if _is_digit(token) and least != 0 else [run]
                run = ""
            if least is not None:
                runs.append(run)
                run = ""
                past += 1
            at = past
        runs.append(_joined(run, after) if run else "")
        found = [frozenset([_most_telling(each)]) for each in runs if each.strip(_EDGE)]
        return self._with_groups(found, groups)

    def _with_groups(self, found: list[Clue], groups: list[tuple[int, int, str, str]]) -> list[Clue]:
        for group in sorted(groups, key=lambda g: g[1] - g[0]):
            if group[1] - group[0] > _LARGE and any(_tells(clue) for clue in found):
                break
            found += self.clues(*group)
        return sorted(found, key=_worth)

    def _least(self, at: int) -> int | None:
        """Return how often, at least, what stands before `at` is repeated; None where it stands once."""
        token = self._tokens[at]
        if token[0] in "*?" or token[:2] in ("{,", "{0"):
            return 0
        return 1 if token[0] == "+" or (token[0] == "{" and len(token) > 1) else None

    def _beside(self, at: int, end: int, after: str) -> str:
        """Return the letters that follow a group, or the edge of a word."""
        if at == end:
            return after
        if at + 1 < end and self._least(at + 1) is not None:
            return ""
        token = self._tokens[at]
        return _EDGE if token == r"\b" else _letters(token)


def _is_digit(token: str) -> bool:
    """Say whether a token matches digits only (`\\d`, `[1-9]`)."""
    return token == r"\d" or (token[0] == "[" and _DIGITS.issuperset(token[1:-1].replace("-", "")))


def _letters(token: str) -> str:
    if token[0] == "\\":
        return "" if token[1].isalnum() else token[1]
    return "" if token[0] in "([.^$" else token


def _joined(run: str, letters: str) -> str:
    """Return `run` and `letters` with the edges of words between them."""
    for piece in _STRETCH.findall(letters):
        apart = run and _EDGE not in (run[-1], piece[0]) and _is_word(run[-1]) != _is_word(piece[0])
        run += (_EDGE if apart else "") + piece
    return run


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _most_telling(run: str) -> str:
    size = next(size for size in _SIZES if len(run) >= size)
    return max((run[at : at + size] for at in range(len(run) - size + 1)), key=_rarity)


def _rarity(piece: str) -> int:
    return sum(_COMMON.get(letter, len(_COMMON)) for letter in piece)


def _tells(clue: Clue) -> bool:
    return min(map(len, clue)) > 1


def _worth(clue: Clue) -> tuple[bool, int]:
    """Sort long pieces before short ones, and few before many."""
    return not _tells(clue), len(clue)
