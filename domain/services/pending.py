"""A question that a new message left unanswered: put once more below the answer, unless the message settled it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from domain.language.leaning.answers import own_words
from domain.language.understand import understand
from domain.letters.catalogue.answers import Asked
from domain.letters.catalogue.letter import Buttons
from domain.model.wish import Ask, Question, Understanding, Wish
from domain.services import questions
from domain.services.questions import HOUR, Open, Sentence
from domain.services.turn import Parent

#: What is put again: the questions of the language, and an hour. Others are of one moment.
_KINDS: Final = frozenset(ask.value for ask in Ask)

#: The most that is asked about one message: for whom, what, when, and what to do.
_SORTS: Final = len(_KINDS)

#: As many letters of a message tell which one is meant.
_LONGEST: Final = 60


def left(parent: Parent, sentence: Sentence, new: Understanding) -> Open | None:
    """Return the question about another message that `sentence` leaves open; None where it settles it.

    A message that says again what was asked about settles it, whether or not it needs an answer itself.
    """
    older = questions.waiting(parent, sentence)
    if older is None or not can_be_put_again(older):
        return None
    said = {_key(wish) for wish in new.wishes} | _completed(parent, sentence, new.wishes)
    return older if _completed(parent, older.sentence, new.wishes) - said else None


def can_be_put_again(question: Open) -> bool:
    """Say whether a question is one of those that are put a second time, and was not yet."""
    return not question.again and (question.ask in _KINDS or question.ask.startswith(HOUR))


def put_again(parent: Parent, older: Open) -> tuple[Asked, Buttons]:
    """Put it again, with the words that it is about."""
    said = " ".join(own_words(older.sentence.text, parent.family).split())
    return questions.put_again(parent, older, said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…")


def says_more(parent: Parent, answered: Sentence, text: str) -> bool:
    """Say whether `text`, taken as a request, goes beyond the sentence in which it would be an answer."""
    known = understood(parent, answered).wishes
    wanted = {_key(wish) for wish in known} or _completed(parent, answered, ())
    return bool(_completed(parent, Sentence(text, parent.turn.asked_at, ""), known) - wanted)


def _completed(parent: Parent, sentence: Sentence, wishes: Iterable[Wish]) -> set[tuple[str, str, str]]:
    """Return what `sentence` would ask for if its questions were answered by what `wishes` name, else by the first."""
    hints, found = sentence.hints, understood(parent, sentence)
    for _ in range(_SORTS):
        answers = {question.ask.value: _answer(question, wishes) for question in found.questions}
        if not any(answers.values()) or all(getattr(hints, ask) for ask in answers):
            break
        hints = replace(hints, **answers)
        found = understood(parent, replace(sentence, hints=hints))
    return {_key(wish) for wish in found.wishes}


def understood(parent: Parent, sentence: Sentence) -> Understanding:
    """Return what a sentence means with the answers given so far."""
    return understand(
        sentence.text,
        family=parent.family,
        structure=parent.turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=sentence.hints,
    )


def _answer(question: Question, wishes: Iterable[Wish]) -> str | None:
    """Return how `wishes` would answer a question, or its first choice where there are none."""
    named = {
        Ask.CHILD: ",".join(dict.fromkeys(wish.child for wish in wishes)),
        Ask.ACTIVITY: "+".join(dict.fromkeys(wish.activity for wish in wishes)),
        Ask.DATE: ",".join(dict.fromkeys(wish.day.isoformat() for wish in wishes)),
        Ask.ACTION: next((wish.do.value for wish in wishes), ""),
    }[question.ask]
    return named or next((choice.value for choice in question.choices), None)


def _key(wish: Wish) -> tuple[str, str, str]:
    return wish.child, wish.activity, wish.day.isoformat()
