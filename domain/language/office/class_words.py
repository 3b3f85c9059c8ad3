"""Classes that staff name: "CE1", "les CP et CE2", "classe de Mme Roux", "tous les CP", among those of a school."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from domain.language.matching.expression import Expression
from domain.language.writing.spoken import MONTHS
from domain.language.writing.text import fold
from domain.model.school_class import FILLERS, LEVELS, TITLES, class_key, levels_of, neighbours, words_of

#: Levels that are nothing else, whether the school has such a class or not; "CE3" is plainly a class that it has not.
_PLAIN: Final = Expression(r"tps|gs|cp|c[em]\d|ulis|upe2a")
_MONTH: Final = "|".join(fold(month) for month in MONTHS)
_TOKEN: Final = Expression(rf"\b(?:ce|cm) ?[12]\b(?! (?:{_MONTH}))|\b[3-6] ?(?:eme|e)s?\b|[a-z0-9]+")
#: A number that belongs to a day: "4 mars", "04/03", "2025-03-04".
_OF_A_DAY: Final = Expression(rf"[/.-]\d| ?(?:{_MONTH})\b")
_IN_A_DAY: Final = Expression(r".*\d[/.-]$")
_WITHIN: Final = Expression(r"[ ./'()-]*")
_LIST: Final = Expression(r"\s*(?:,|;|\+|&|\bet\b|\s)\s*(?:(?:les?|la|des?|du)\s+)*")
_ALL: Final = Expression(r".*(?P<all>\btou(?:te)?s les )$")
#: A name that looks like several.
_SEVERAL: Final = Expression(r"\bet\b|[^a-z0-9 ./'()-]")
#: "classe verte" is a journey.
_JOURNEY: Final = Expression(
    r"classes? (?:vertes?|rousses?|transplantees?|de mer|de neige|(?:de )?decouvertes?|de ville|bleues? de mer)\b"
)
#: A word of a name that may stand alone has so many letters.
_STRONG: Final = 4


@dataclass(frozen=True, slots=True)
class ClassSaid:
    """Words that name classes, at their place: `names`, or (none certain) those that they may mean.

    `loose`: by a word that may be anything else ("papillons"), with neither a level, a title nor "classe" before it.
    `plural`: "classes" stood before it, and more may follow.
    """

    start: int
    end: int
    names: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    loose: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


def find_classes(text: str, plain: str, known: Sequence[str]) -> list[ClassSaid]:
    """Return what names classes in `text` (`plain` is the same, folded, letter by letter), in order.

    `known` are the classes of the school. What is certainly a class, and none of these, has no names.
    """
    tokens = tuple(_tokens(text, plain))
    reader = _Reader(plain, tokens, tuple(known), frozenset(word for name in known for word in words_of(name)) - TITLES)
    starts = [token.start for token in tokens]
    found: list[ClassSaid] = []
    at = 0
    while at < len(tokens):
        said = reader.read(at, found[-1] if found else None)
        if said is not None:
            found.append(said)
        at = max(at + 1, bisect_left(starts, said.end) if said else 0)
    return [said for said in found if said.names or not _JOURNEY.match(plain, said.start)]


@dataclass(frozen=True, slots=True)
class NoClass:
    """Words that name no class for sure, and the classes that they may mean."""

    said: str
    choices: tuple[str, ...] = ()


def list_classes(text: str, known: Sequence[str]) -> tuple[tuple[str, ...], NoClass | None]:
    """Return the classes of a list ("CE1, CP Mme Roux", "CE1 et CE2"), each once, or the first part that names none."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;]", text):
        names, choices = name_classes(words_of(part), known)
        plain = fold(part)
        said = [] if names else find_classes(part, plain, known)
        rest = re.sub(r"[a-z0-9]+", lambda m: "" if m.group() in FILLERS else m.group(), _without(plain, said))
        if not names and (not said or any(not each.names for each in said) or rest.strip(" -/&+")):
            return (), NoClass(part.strip(), choices)
        for name in (*names, *(name for each in said for name in each.names)):
            found.setdefault(class_key(name), name)
    return tuple(found.values()), None


def _without(plain: str, said: Sequence[ClassSaid]) -> str:
    return "".join(char for n, char in enumerate(plain) if not any(each.start <= n < each.end for each in said))


def name_classes(words: Sequence[str], known: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the spellings of the one class that `words` mean, and (none certain) those that they may mean."""
    meant = _meant(words, known)
    if len({class_key(name) for name in meant}) == 1:
        return meant, ()
    return (), meant or _near(words, known)


def _meant(words: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the classes of which `words` are the name, or a part of it.

    If a level is said, all levels of the class must be: "CE1" does not mean the class "CE1-CE2".
    """
    said, titles = frozenset(words) - TITLES, frozenset(words) & TITLES
    own = {name: frozenset(words_of(name)) for name in known}
    like = {name: theirs for name, theirs in own.items() if not titles or not theirs & TITLES or titles & theirs}
    exact = [name for name, theirs in like.items() if theirs - TITLES == said]
    levels = levels_of(said)
    return tuple(
        exact or (n for n, theirs in like.items() if said and said < theirs and levels in (set(), levels_of(theirs)))
    )


def _near(words: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in known if {*words} & {*words_of(name)} - TITLES)


def _tokens(text: str, plain: str) -> Iterator[_Token]:
    for m in _TOKEN.finditer(plain):
        if m.group().isdigit() and (_OF_A_DAY.match(plain, m.end()) or _IN_A_DAY.match(plain[: m.start()])):
            continue
        if m.group() == "a" and text[m.start()] in "àÀ":
            continue
        words = words_of(m.group())
        yield _Token(m.start(), m.end(), words[0] if words else m.group())


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text and the classes that it may name; `vocabulary` are the words of these."""

    plain: str
    tokens: tuple[_Token, ...]
    known: tuple[str, ...]
    vocabulary: frozenset[str]

    def read(self, at: int, before: ClassSaid | None) -> ClassSaid | None:
        """Read the words from the token `at` on as a class, behind the one `before`."""
        first = self.tokens[at]
        if (whole := self._spelt_out(first)) is not None:
            return whole
        led = first.word in ("classe", "classes")
        carried = before is not None and before.plural and self._lists(before.end, first.start)
        if not (led or carried or self._begins(at)):
            return None
        m = _ALL.match(self.plain[: first.start])
        run = list(self._reach(at + led, led=led and m is None))
        start = m.start("all") if m else first.start
        if not run:  # "fermeture de la classe": of which one?
            return ClassSaid(first.start, first.end) if led and not m else None
        end, names, choices = self._named(run, everyone=m is not None)
        sure = led or carried or m or any(t.word in TITLES or _sure(t.word) for t in run if t.start < end)
        if not (sure or names or choices):
            return None
        return ClassSaid(start, end, names, choices, not sure, plural=first.word == "classes" or carried)

    def _spelt_out(self, first: _Token) -> ClassSaid | None:
        """Read a class whose name looks like several ("CE1 et CE2", "PS & MS") where it stands in full."""
        for name in sorted(self.known, key=len, reverse=True):
            whole, start = fold(name), first.start
            end = start + len(whole)
            follows = self.plain[end : end + 1].isalnum()
            if _SEVERAL.search(whole) and self.plain.startswith(whole, start) and not follows:
                return ClassSaid(start, end, name_classes(words_of(name), self.known)[0])
        return None

    def _lists(self, start: int, end: int) -> bool:
        return _LIST.fullmatch(self.plain[start:end]) is not None

    def _begins(self, at: int) -> bool:
        """Say whether a class may begin here without the word "classe"."""
        word = self.tokens[at].word
        strong = word in LEVELS or (len(word) >= _STRONG and word.isalpha())
        return self._titles(at) or _PLAIN.fullmatch(word) is not None or (word in self.vocabulary and strong)

    def _titles(self, at: int) -> bool:
        return self.tokens[at].word in TITLES and at + 1 < len(self.tokens) and self._knows(at + 1)

    def _knows(self, at: int) -> bool:
        return self.tokens[at].word in self.vocabulary

    def _reach(self, at: int, *, led: bool) -> Iterator[_Token]:
        """Yield the words of a class from `at` on; right behind "classe" any word is one."""
        end, first = None, True
        for n in range(at, len(self.tokens)):
            token = self.tokens[n]
            if end is not None and not _WITHIN.fullmatch(self.plain[end : token.start]):
                return
            end = token.end
            if token.word in FILLERS - {"et"}:
                continue
            known = self._knows(n) or _sure(token.word) or self._titles(n)
            if not known and not (first and led):
                return
            yield token
            first = False
            if not known:
                return

    def _named(self, run: Sequence[_Token], *, everyone: bool) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
        """Return where the name in `run` ends, the class that it is (all such classes for `everyone`), or may be."""
        words = [token.word for token in run]
        meant = _meant(words, self.known)
        if everyone and meant:
            return run[-1].end, meant, ()
        size = _certain(words, self.known)
        if self._torn(run, size):
            return run[-1].end, (), _near(words, self.known)
        return run[size - 1].end, *name_classes(words[:size], self.known)

    def _torn(self, run: Sequence[_Token], size: int) -> bool:
        """Say whether levels written as one ("CP-CM2") would be classes that are no neighbours."""
        if size == len(run):
            return False
        joined = re.search(r"[-/]", self.plain[run[size - 1].end : run[size].start]) is not None
        return joined and not neighbours(levels_of(token.word for token in run))


def _sure(word: str) -> bool:
    return word in LEVELS or _PLAIN.fullmatch(word) is not None


def _certain(words: Sequence[str], known: Sequence[str]) -> int:
    """Return how many of `words` name one class: all of them, or as many as stand before another level."""
    ends = [n for n in range(len(words), 0, -1) if n == len(words) or words[n] in LEVELS]
    return next((n for n in ends if len({*map(class_key, _meant(words[:n], known))}) == 1), ends[-1])
