"""Answers to several numbered questions in one message: "1 : Victor, 2 : midi", "1b 2a", or one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from domain.language.leaning.answers import plain_words

#: How the choices of a question are told apart where the questions have numbers themselves.
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_QUESTION: Final = r"(?:(?:^|(?<=[\s,;.]))(?:question |q ?|n° ?)?([1-9]))"
#: "1 : midi", "2) Victor", "question 1 = b".
_NUMBERED: Final = re.compile(rf"{_QUESTION} ?(?:[:=)]|[-–.] ) ?(?!\d?\d? ?h\b)", re.IGNORECASE | re.MULTILINE)
#: "1b", "2 a".
_LETTERED: Final = re.compile(rf"{_QUESTION} ?[:=)]? ?([a-z])\b", re.IGNORECASE | re.MULTILINE)
_BETWEEN: Final = re.compile(r"[,;/\n]+|\bpuis\b")
_AROUND: Final = " \t\r\n,;."


def by_number(text: str, count: int) -> Mapping[int, str] | None:
    """Return the answer to each question by its place (0, 1, …); None when the words do not name any of `count`.

    A number that no question has, or that comes twice, makes all of it unclear: None.
    """
    lettered = [(int(m[1]), m[2].lower()) for m in _LETTERED.finditer(text)]
    if lettered and not _LETTERED.sub("", text).strip(f"{_AROUND}et"):
        return _unless_unclear(lettered, count)
    marks = list(_NUMBERED.finditer(text))
    if not marks or plain_words(text[: marks[0].start()]).strip(_AROUND):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    said = [(int(mark[1]), text[mark.end() : end].strip(_AROUND)) for mark, end in zip(marks, ends, strict=True)]
    return _unless_unclear(said, count)


def one_by_one(text: str) -> Sequence[str]:
    """Return the answers of a text that gives them in a row: on lines of their own, or between commas."""
    return [piece for part in _BETWEEN.split(text) if (piece := part.strip(_AROUND))]


def letter_in(text: str, count: int) -> int | None:
    """Return the place of the choice that `text` names by its letter, if it does."""
    word = text.strip(" ).").lower()
    return LETTERS.index(word) if len(word) == 1 and word in LETTERS[:count] else None


def _unless_unclear(said: Sequence[tuple[int, str]], count: int) -> Mapping[int, str] | None:
    answers = {number - 1: words for number, words in said if number <= count and words}
    return answers if len(answers) == len(said) else None
