"""A message made easy to read by rules: case, accents and typography folded, each letter's place remembered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from domain.language.matching.expression import Expression

#: Longer messages are read up to here: Telegram's own limit, and more than any parent writes in a mail.
MAX_CHARS: Final = 4_096

_SPECIAL: Final = {
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "‘": "'", "ʼ": "'", "´": "'",
    "`": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "«": '"', "»": '"', "“": '"', "”": '"', "…": ".", "•": "-",
    "✅": "ok ", "👍": "ok ", "\t": " ", "\r": " ",
}  # fmt: skip
_WORD: Final = Expression(r"[a-z0-9]+")


@lru_cache(maxsize=1_024)
def _fold_char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char.isspace():
        return "\n" if char == "\n" else " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)).lower()
    return plain if plain.isascii() and plain.isprintable() else ("" if _is_no_sign(char) else "¤")


def _is_no_sign(char: str) -> bool:
    """Say whether a character only changes another, or has no width: an accent, "as an emoji", a soft hyphen."""
    return unicodedata.category(char) in {"Mn", "Me", "Cf"}


def fold(words: str) -> str:
    """Return `words` without case, accents and typographic signs ("Séverine" → "severine")."""
    return "".join(map(_fold_char, words))


def composed(text: str) -> str:
    """Return `text` with each letter and its accent as one sign (Unicode NFC); telephones and Macs may send two."""
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of folded text, from `start` to `end`, that is to read `new` instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Text:
    """What was typed (`raw`), how the rules read it (`plain`), and where each letter of `plain` comes from.

    The first `head` signs of `raw` are a mail's subject where it is read as one with the text.
    """

    raw: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    head: int = 0

    @classmethod
    def of(cls, raw: str) -> Text:
        """Fold `raw`, cut to MAX_CHARS; a sign of another alphabet or an emoji becomes "¤"."""
        raw = raw[:MAX_CHARS]
        letters = [*map(_fold_char, raw)]
        if set(map(len, letters)) <= {1}:  # most texts
            return cls(raw, "".join(letters), tuple(range(len(raw))), tuple(range(1, len(raw) + 1)))
        places = tuple(at for at, folded in enumerate(letters) for _ in folded)
        return cls(raw, "".join(letters), places, tuple(at + 1 for at in places))

    def read_as(self, plain: str) -> Text:
        """Return the text with its letters read as those of `plain`, one for one."""
        return self if plain == self.plain else replace(self, plain=plain)

    def rewritten(self, edits: Iterable[Edit]) -> Text:
        """Return the text with `edits` made; they must not overlap. New letters point at the whole piece replaced."""
        ordered = sorted(edits, key=lambda e: e.start)
        if not ordered:
            return self
        plain, starts, ends, at = [], list[int](), list[int](), 0
        for edit in ordered:
            plain += [self.plain[at : edit.start], edit.new]
            starts += [*self.starts[at : edit.start], *[self.starts[edit.start]] * len(edit.new)]
            ends += [*self.ends[at : edit.start], *[self.ends[edit.end - 1]] * len(edit.new)]
            at = edit.end
        plain.append(self.plain[at:])
        return Text(self.raw, "".join(plain), (*starts, *self.starts[at:]), (*ends, *self.ends[at:]), self.head)

    def below(self, title: Text, joint: str = "\n") -> Text:
        """Return the text read as one with a mail's subject above it; `joint` (one letter) is read between them."""
        head = len(title.raw) + 1
        return Text(
            f"{title.raw}\n{self.raw}",
            f"{title.plain}{joint}{self.plain}",
            (*title.starts, head - 1, *(at + head for at in self.starts)),
            (*title.ends, head, *(at + head for at in self.ends)),
            head,
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the piece of `plain` from `start` to `end` (not empty) stands in `raw`."""
        return self.starts[start], self.ends[end - 1]

    def capital(self, start: int) -> bool:
        """Say whether the letter of `plain` at `start` was typed as a capital."""
        return self.raw[self.starts[start]].isupper()


class Taken:
    """Which letters of a folded text belong to something already, so that nothing else may have them."""

    def __init__(self, plain: str, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._letters = bytearray(len(plain))
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Note that the letters from `start` to `end` are taken."""
        self._letters[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether none of the letters from `start` to `end` is taken."""
        return self._letters.find(1, start, end) < 0


def words_of(plain: str) -> list[str]:
    """Return the words and numbers of folded text."""
    return _WORD.findall(plain)
