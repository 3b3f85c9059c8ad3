r"""What a text must contain for a pattern to match it, read off the pattern itself; so that most are never tried.

A clue is a set of short pieces, one of which stands in every match. A pattern may have several clues, and a text that
has no piece of one of them cannot match. Nothing is declared by hand: what is not understood of a pattern gives no
clue, and a pattern without clues is always tried. Pieces have four letters, or three, or one; "\0" in them is the edge
of a word, and "\1" stands for any digit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
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
_TELLING: Final = 2
_ITEM: Final = re.compile(
    r"\((?:\?(?:P<\w+>|P=\w+|<?[=!]|.))?|\)|\||[*+?][?+]?|\{\d*,?\d*\}[?+]?|\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]"
    r"|[^\\\[(){}|*+?^$.]+(?![*+?{])|.",
    re.DOTALL,
)
#: Groups that are understood; flags, comments and conditions are not.
_KNOWN: Final = frozenset(":=!<P")
_WORD_EDGE: Final = r"\b"
#: What matches no letter.
_NO_WIDTH: Final = frozenset({_WORD_EDGE, "^", "(?=", "(?!", "(?<=", "(?<!"})
#: Groups by their number, which is another where an alternative stands by itself.
_REFERENCE: Final = re.compile(r"\\[1-9]")
#: No group with more than this behind it is parted: each alternative would have it behind itself.
_TAIL: Final = 200
#: A word, or what stands between two.
STRETCH: Final = re.compile(r"\w+|\W+")
#: A word of a run of letters, or what stands between two, with the edge before it.
_EDGED: Final = re.compile(rf"{_EDGE}?[^{_EDGE}]+")
#: How parents write: what stands in many of these sentences says little about a text.
_USUAL: Final = (
    "bonjour, pouvez-vous inscrire lea a la cantine mardi 11 mars et jeudi midi ? merci d'avance",
    "bonsoir, je voudrais annuler le repas de mon fils demain car il est malade, merci",
    "victor ne mangera pas a la cantine lundi et mardi, il sera absent toute la semaine prochaine",
    "merci d'ajouter ma fille au centre mercredi matin, elle mangera le midi et restera au gouter",
    "je souhaite reserver pour mes deux enfants les lundis, mardis, jeudis et vendredis du mois de mars",
    "pourriez-vous me dire s'il reste de la place pour les vacances, et quel est le prix d'une journee ?",
    "finalement zoe viendra a l'accueil du soir vendredi, je la recupere a 18h. bonne journee a vous",
    "est-ce que c'est possible de decaler la reservation du 14 au 16 avril ? vous pouvez valider mon panier",
    "desinscrire sohan de la garderie ce soir svp, nous ne serons pas la avant 17h30",
    "comme convenu, voici les jours dont nous avons besoin : lundi, jeudi. cordialement, sa maman",
)
#: From the letter that says least about a French text to the one that says most.
_LETTERS: Final = {letter: n for n, letter in enumerate(f"{_EDGE} esaintrulodmcp'vhgfbqjyxz-wk")}


def pieces_of(text: str) -> Clue:
    """Return every piece of `text` that a clue may ask for; none goes beyond a word, or what stands between two."""
    return frozenset().union(*map(pieces_of_stretch, STRETCH.findall(text)))


def pieces_of_stretch(stretch: str) -> Clue:
    """Return the pieces of a word, or of what stands between two."""
    edged = f"{_EDGE}{stretch}{_EDGE}"
    threes = list(map(add, map(add, edged, edged[1:]), edged[2:]))
    digit = () if _DIGITS.isdisjoint(edged) else (_DIGIT,)
    return frozenset([*edged, *digit, *threes, *map(add, threes, edged[3:])])


def clues_of(pattern: str) -> tuple[Clue, ...]:
    """Return the clues of a regular expression (without flags), the most telling first."""
    reader = _reader(pattern)
    return tuple(reader.clues(0, reader.end, "", "")[:_MOST]) if reader else ()


def branches_of(pattern: str) -> tuple[str, ...]:
    """Return the alternatives of a regular expression (without flags), in their order, each an expression by itself.

    At one place the first of them that matches is what `pattern` matches there. Alternatives stand at its top, or in
    a group with nothing but edges and looks around before it.
    """
    reader = None if _REFERENCE.search(pattern) else _reader(pattern)
    return tuple(reader.branches(0, reader.end)) if reader else (pattern,)


def _reader(pattern: str) -> _Reader | None:
    items = _ITEM.findall(pattern)
    closes, opened = dict[int, int](), list[int]()
    for at, item in enumerate(items):
        if item[:2] == "(?" and item[2:3] not in _KNOWN:
            return None
        if item[0] == "(":
            opened.append(at)
        elif item == ")":
            closes[opened.pop()] = at
    return _Reader(items, closes)


class _Reader:
    """Reads the items of a pattern; `closes` says where each bracket is closed."""

    def __init__(self, items: list[str], closes: dict[int, int]) -> None:
        self._items = items
        self._closes = closes
        self.end = len(items)

    def branches(self, start: int, end: int) -> Iterator[str]:
        """Yield what alternatives there are between two items, without the brackets that only hold them together."""
        for since, past in self._branches(start, end):
            group = self._first_group(since, past)
            closed = self._closes.get(group, past)
            after = "".join(self._items[closed:past])
            if closed == past or len(after) > _TAIL or (closed + 1 < past and self._least(closed + 1) is not None):
                yield "".join(self._items[since:past])
                continue
            before = "".join(self._items[since : group + 1])
            yield from (f"{before}{branch}{after}" for branch in self.branches(group + 1, closed))

    def _first_group(self, at: int, end: int) -> int:
        """Return the first item that is more than an edge, a place, or a look around."""
        while at < end and self._items[at] in _NO_WIDTH:
            at = self._closes.get(at, at) + 1
        return at

    def clues(self, start: int, end: int, before: str, after: str) -> list[Clue]:
        """Return the clues of what may be one of several branches: what each of them needs.

        `before` and `after` are the letter or the edge that stands beside every branch.
        """
        ways = [self._way(s, e, before, after) for s, e in self._branches(start, end)]
        if len(ways) == 1:
            return ways[0]
        return [frozenset[str]().union(*(clues[0] for clues in ways))] if all(ways) else []

    def _branches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = since = start
        while at < end:
            if self._items[at] == "|":
                yield since, at
                since = at + 1
            at = self._closes.get(at, at) + 1
        yield since, end

    def _way(self, start: int, end: int, before: str, after: str) -> list[Clue]:
        """Return the clues of a sequence: of its runs of letters, and of its groups."""
        runs, groups, at = [before], list[tuple[int, int, str, str]](), start
        while at < end:
            past = self._closes.get(at, at) + 1
            least = self._least(past) if past < end else None
            if self._items[at][0] == "(":
                if self._items[at][2:] not in ("!", "<!") and least != 0:
                    before = "" if self._items[at] == "(?<=" else runs[-1][-1:]
                    groups.append((at + 1, past - 1, before, self._beside(at, past, end, after)))
                    runs.append("")
            elif least != 0:
                _read_on(runs, self._items[at])
            if least is not None:  # repeated, or left out: what follows does not stand beside what went before
                runs.append("")
                past += 1
            at = past
        runs[-1] = _joined(runs[-1], after) if runs[-1] else ""
        found = [frozenset([_most_telling(run)]) for run in runs if run.strip(_EDGE)]
        return self._with_groups(found, groups)

    def _with_groups(self, found: list[Clue], groups: list[tuple[int, int, str, str]]) -> list[Clue]:
        for group in sorted(groups, key=lambda g: g[1] - g[0]):
            if group[1] - group[0] > _LARGE and any(_worth(clue)[0] <= _TELLING for clue in found):
                break
            found += self.clues(*group)
        return sorted(found, key=_worth)

    def _least(self, at: int) -> int | None:
        """Return how often, at least, what stands before `at` is repeated; None where it stands once."""
        item = self._items[at]
        if item[0] in "*?" or item[:2] in ("{,", "{0"):
            return 0
        return 1 if item[0] == "+" or (item[0] == "{" and len(item) > 1) else None

    def _beside(self, group: int, at: int, end: int, after: str) -> str:
        """Return the letter that follows `group`, which ends before `at`, or the edge of a word."""
        if self._items[group] == "(?=":
            return ""
        if at == end:
            return after
        if self._least(at) is not None or (at + 1 < end and self._least(at + 1) is not None):
            return ""
        return _EDGE if self._items[at] == _WORD_EDGE else _letters(self._items[at])[:1]


def _read_on(runs: list[str], item: str) -> None:
    """Add an item to the last of the runs of letters; anything but letters and edges ends it."""
    if item == _WORD_EDGE:
        runs[-1] += "" if runs[-1].endswith(_EDGE) else _EDGE
    elif letters := _letters(item):
        runs[-1] = _joined(runs[-1], letters)
    else:
        runs += [_DIGIT, ""] if _is_digit(item) else [""]


def _is_digit(item: str) -> bool:
    """Say whether an item of a pattern matches digits only (`[0-9]`)."""
    return item == r"\d" or (item[0] == "[" and _DIGITS.issuperset(item[1:-1].replace("-", "")))


def _letters(item: str) -> str:
    if item[0] == "\\":
        return "" if item[1].isalnum() else item[1]
    return "" if item[0] in "([.^$" else item


def _joined(run: str, letters: str) -> str:
    """Return `run` and `letters` with the edges of words between them."""
    for piece in STRETCH.findall(letters):
        apart = run and _EDGE not in (run[-1], piece[0]) and _is_word(run[-1]) != _is_word(piece[0])
        run += (_EDGE if apart else "") + piece
    return run


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _most_telling(run: str) -> str:
    stretches = [edged.group() + (_EDGE if run[edged.end() :] else "") for edged in _EDGED.finditer(run)]
    size = next(size for size in _SIZES if len(max(stretches, key=len)) >= size)
    return min((edged[at : at + size] for edged in stretches for at in range(len(edged) - size + 1)), key=_commonness)


@cache
def _usual() -> Counter[str]:
    return Counter(piece for sentence in _USUAL for piece in pieces_of(sentence))


def _commonness(piece: str) -> tuple[int, int]:
    """Return how usual a piece is, and of pieces equally usual how usual its letters are."""
    return _usual()[piece], -sum(_LETTERS.get(letter, len(_LETTERS)) for letter in piece)


def _worth(clue: Clue) -> tuple[int, int]:
    """Sort those clues first that the fewest texts will have."""
    return sum(_usual()[piece] for piece in clue), len(clue)
