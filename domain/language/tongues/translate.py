"""A message in another language read in French, word by word and each in its place; what is not read goes to staff."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from domain.language.message.trim import masked, split_quoted
from domain.language.tongues.recognise import is_known, is_unreadable, tongue_of
from domain.language.tongues.tongue import TOKEN, Frame, Table, Tongue, table
from domain.language.writing.names import FIRST_NAMES
from domain.language.writing.spelling import nobody
from domain.language.writing.text import Edit, Taken, Text

#: Words that a frame may hold.
_WIDEST: Final = 9
_BESIDE: Final = re.compile(r"[\s-]*")
#: No frame goes over the end of a clause; "Dienstag, den 11. März" is none.
_BARRIER: Final = re.compile(r"[;:!?\n¤()]|(?<!\d)\.|,(?! (?:[a-z]+ )?\d)")
#: With more than one word in so many left unread, the rest would be a guess.
_READ_ENOUGH: Final = 4
_TWO: Final = 2
_CLOCK: Final = re.compile(r"(?<=\d)[:.](?=\d)")


#: No message of words has more in the 4,096 characters that are read.
_MOST_TOKENS: Final = 1_000


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str

    @cached_property
    def digits(self) -> str:
        """The number it is ("11th" is 11, "18:30" is 18h30), or nothing."""
        return _CLOCK.sub("h", self.word) if self.is_hour else "".join(c for c in self.word if c.isdigit())

    @cached_property
    def is_hour(self) -> bool:
        """Whether it is an hour with its minutes."""
        return _CLOCK.search(self.word) is not None

    @cached_property
    def sort(self) -> str:
        """The word, or what stands for it in phrases when it is an hour or a number."""
        return "@" if self.is_hour else "#" if self.digits else self.word


def in_french(text: Text, is_name: Callable[[str], bool] = nobody) -> Text | None:
    """Return `text` as our rules read it: itself when it is French, None when it is in no language that we read."""
    tongue = tongue_of(text.plain)
    if tongue is None:
        return None if is_unreadable(text, is_name) else text
    return translated(text, tongue, is_name)


def is_french(typed: str) -> bool:
    """Say whether what a family typed itself is French, as far as we can tell (a message without words is)."""
    text, _ = split_quoted(masked(Text.of(typed)))
    return in_french(text) is text


def translated(text: Text, tongue: Tongue, is_name: Callable[[str], bool] = nobody) -> Text | None:
    """Return `text` with the words and phrases of `tongue` put in French, or None if too many words are left."""
    tokens = [_Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text.plain)]
    if len(tokens) > _MOST_TOKENS:
        return None
    words = table(tongue)
    edits = _framed(tokens, text.plain, words)
    framed = Taken(text.plain, ((e.start, e.end) for e in edits))
    taken = {at for at, token in enumerate(tokens) if not framed.is_free(token.start, token.start + 1)}
    edits += _phrased(tokens, text.plain, words, taken)
    left = [t.word for at, t in enumerate(tokens) if at not in taken and t.word.isalpha()]
    unread = [w for w in left if not (is_known(w) or is_name(w) or w in FIRST_NAMES)]
    if len(unread) >= _TWO and len(unread) * _READ_ENOUGH > len(tokens):
        return None
    return text.rewritten(_closed_up(edit, text.plain) for edit in edits)


def _closed_up(edit: Edit, plain: str) -> Edit:
    """Take the space after it away with a word that French does without; not with a clitic ("Zoé's")."""
    beside_word = plain[max(0, edit.start - 1) : edit.start].isalnum()
    if edit.new or beside_word or plain[edit.end : edit.end + 1] != " ":
        return edit
    return Edit(edit.start, edit.end + 1, edit.new)


def _phrase_at(at: int, tokens: list[_Token], plain: str, words: Table, taken: set[int]) -> tuple[str, int] | None:
    """Return the French for the longest phrase that begins at a token, and how many tokens it is."""
    last, longest = at, max(words.longest.get(t, 0) for t in (tokens[at].word, tokens[at].sort))
    if not longest:
        return None
    while (
        last + 1 < len(tokens)
        and last + 1 - at < longest
        and last + 1 not in taken
        and _BESIDE.fullmatch(plain, tokens[last].end, tokens[last + 1].start)
    ):
        last += 1
    for end in range(last, at - 1, -1):
        run = tokens[at : end + 1]
        french = words.phrases.get(" ".join(t.word for t in run))
        if french is None:
            french = words.phrases.get(" ".join(t.sort for t in run))
        if french is not None:
            return french.format(*(t.digits for t in run if t.digits)), len(run)
    return None


def _phrased(tokens: list[_Token], plain: str, words: Table, taken: set[int]) -> list[Edit]:
    """Read phrases from left to right, the longest first, and note in `taken` what was read."""
    edits, at = list[Edit](), 0
    while at < len(tokens):
        found = None if at in taken else _phrase_at(at, tokens, plain, words, taken)
        if found is None:
            at += 1
            continue
        french, length = found
        edits.append(Edit(tokens[at].start, tokens[at + length - 1].end, french))
        taken |= set(range(at, at + length))
        at += length
    return edits


def _framed(tokens: list[_Token], plain: str, words: Table) -> list[Edit]:
    """Read phrases around others ("melden Sie ~ ab"); a longer phrase at their beginning goes first."""
    edits, free = list[Edit](), 0
    barriers = [m.start() for m in _BARRIER.finditer(plain)]
    inside = {t.start: bisect_left(barriers, t.start) for t in tokens}
    for at, token in enumerate(tokens):
        if at < free or token.word not in words.frames:
            continue
        longer = _phrase_at(at, tokens, plain, words, set())
        clause = [t for t in tokens[at : at + _WIDEST + _WIDEST] if inside[t.start] == inside[token.start]]
        for frame in words.frames[token.word]:
            if longer and longer[1] > len(frame.head):
                continue
            if halves := _halves(frame, clause):
                edits += halves
                free = at + len(frame.head)
                break
    return edits


def _halves(frame: Frame, clause: list[_Token]) -> tuple[Edit, ...]:
    """Return the French for both halves of a frame that begins with these tokens, or nothing."""
    words, after = tuple(t.word for t in clause), len(frame.head)
    if words[:after] != frame.head:
        return ()
    for to in range(after + 1, min(after + _WIDEST, len(words)) + 1):
        end = to + len(frame.tail)
        if words[to:end] == frame.tail:
            head = Edit(clause[0].start, clause[after - 1].end, frame.opens)
            return head, Edit(clause[to].start, clause[end - 1].end, frame.closes)
    return ()
