"""Several questions of one mail, answered together: by number and letter, by number and word, or in words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from domain.language.following.several import by_number, letter_in, one_by_one
from domain.language.leaning.answers import own_words, plain_words
from domain.services.answering import answered, typed_answer
from domain.services.questions import Open, Sentence
from domain.services.turn import Parent

#: A piece that no number gives to a question.
_ANY: Final = -1


def typed(parent: Parent, question: Open, text: str) -> Sentence | None:
    """Return the sentence with all that `text` answers of several questions; None when it is something else.

    An answer under a number is of that question; a word that only another one understands is of that one. What no
    question understands makes all of it something else: nothing is guessed.
    """
    asked = _each(question)
    said = own_words(text, parent.family)
    numbered = by_number(said, len(asked))
    given = list(numbered.items()) if numbered is not None else _in_a_row(one_by_one(said), asked)
    values: dict[int, str] = {}
    for place, words in given:
        found = next(_meanings(parent, asked, place, words, values), None)
        if found is None:
            return None
        values[found[0]] = found[1]
    sentence = question.sentence
    for place, value in values.items():
        sentence = answered(replace(asked[place], sentence=sentence), value)
    return sentence if values else None


def is_unclear(parent: Parent, question: Open, text: str) -> bool:
    """Say whether `text` is one number or letter alone, which of several questions could mean: nobody knows which."""
    return bool(question.more) and _is_sign(plain_words(own_words(text, parent.family)))


def _each(question: Open) -> Sequence[Open]:
    others = (replace(question, ask=kind, choices=choices, more=()) for kind, choices in question.more)
    return (replace(question, more=()), *others)


def _in_a_row(pieces: Sequence[str], asked: Sequence[Open]) -> Sequence[tuple[int, str]]:
    """Give each piece its question: in turn when there is one for each, otherwise whichever understands it."""
    if len(pieces) == len(asked):
        return list(enumerate(pieces))
    return [(_ANY, piece) for piece in pieces]


def _is_sign(piece: str) -> bool:
    sign = piece.strip(" ).")
    return sign.isdigit() or len(sign) == 1


def _meanings(
    parent: Parent, asked: Sequence[Open], place: int, words: str, known: dict[int, str]
) -> Iterator[tuple[int, str]]:
    """Yield which question `words` answers, and with what value: the one of that place before the others."""
    own = asked[place] if place != _ANY else None
    if own is not None and (value := _value(parent, own, words)) is not None and place not in known:
        yield place, value
    if _is_sign(words):
        return  # a number or a letter is of its own question alone
    for other, question in enumerate(asked):
        if other not in known and other != place and (value := _value(parent, question, words)) is not None:
            yield other, value


def _value(parent: Parent, question: Open, words: str) -> str | None:
    letter = letter_in(words, len(question.choices))
    return question.choices[letter].value if letter is not None else typed_answer(parent, question, words)
