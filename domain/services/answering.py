"""Answers to what we asked: the choice that a text makes, and the sentence with the answer in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Final

from domain.language.following.followup import besides, in_its_place
from domain.language.following.naming import named_in
from domain.language.following.parts import parts_of
from domain.language.leaning.answers import agrees, besides_or_instead, chosen, out_of_list, own_words, takes_away
from domain.language.message.unbounded import ending_on
from domain.language.office.paper_words import means_all
from domain.language.office.told_hours import with_told_hour
from domain.language.resolving.questions import all_but, answer_of
from domain.language.understand import understand
from domain.language.writing.text import fold
from domain.model.wish import ANY_ACTIVITY, Ask, Command, Question, Understanding
from domain.services.pending import says_more, understood
from domain.services.questions import (
    BESIDES,
    CONFIRM,
    EARLIER,
    EITHER,
    HOUR,
    IN_ITS_PLACE,
    LINES,
    PAPER,
    PROOF,
    REPLACED,
    UNTIL,
    YES,
    Open,
    Sentence,
)
from domain.services.turn import Parent

#: How their answers are read: as those of a question of the language.
_SORTS: Final = {
    REPLACED: Ask.DATE,
    PROOF: Ask.CHILD,
    PAPER: Ask.CHILD,
    LINES: Ask.CHILD,
    EARLIER: Ask.CHILD,
    EITHER: Ask.CHILD,
    UNTIL: Ask.DATE,
}

#: What the language asks.
_LANGUAGE: Final = frozenset(ask.value for ask in Ask)
#: What names a line.
_SIMPLE: Final = frozenset({Ask.CHILD, Ask.ACTIVITY, Ask.DATE})

_HOUR_TYPED: Final = re.compile(r"\b(\d{1,2}) ?[h:] ?(\d{2})?")


def typed_answer(parent: Parent, question: Open, text: str) -> str | None:
    """Return the value that a typed text chooses, or None when it is no answer to this question."""
    said = own_words(text, parent.family)
    if question.ask == PAPER and means_all(said):
        return question.choices[-1].value
    if question.ask == CONFIRM or (question.ask.startswith(HOUR) and _is_of_another(parent, question, said)):
        return None
    alone = _alone(parent, text)
    if _stands_alone(parent, question, text, alone):
        return None
    value = _typed(parent, question, said)
    if value is None or question.ask not in _SIMPLE or question.sentence.leans:
        return value
    if not _named(parent, text) - {Ask(question.ask)}:
        return value
    is_request = bool(alone.wishes or alone.questions)  # by itself, perhaps: it names more than was asked for
    return value if is_request and not says_more(parent, answered(question, value), text) else None


def _is_of_another(parent: Parent, question: Open, said: str) -> bool:
    """Say whether an hour is told of a child that was not asked about ("pareil pour Elio jusqu'à 18h")."""
    about, words = fold(question.about), fold(said)
    names = [fold(child.first_name) for child in parent.family.children]
    return any(re.search(rf"\b{re.escape(name)}\b", words) and name not in about for name in names)


def names_what_was_asked(parent: Parent, question: Open, text: str) -> bool:
    """Say whether `text` names a thing of the sort that was asked for."""
    return question.ask in _SIMPLE and Ask(question.ask) in _named(parent, text)


def _named(parent: Parent, text: str) -> frozenset[Ask]:
    return named_in(text, family=parent.family, structure=parent.turn.structure, now=parent.turn.asked_at)


def _typed(parent: Parent, question: Open, said: str) -> str | None:
    if question.ask in (LINES, EARLIER, EITHER):
        return _by_word(question, said) or chosen(said, Question(Ask.CHILD, question.choices))
    if question.ask.startswith(HOUR):
        return chosen(said, Question(Ask.CHILD, question.choices)) or _typed_hour(question, said)
    known = Question(_sort(question), question.choices)
    if by_place := chosen(said, known, numbered=question.numbered):
        return by_place
    if known.ask is Ask.DATE and said.isdigit():
        said = f"le {said}"
    if known.ask is Ask.CHILD and (rest := all_but(said, known, parent.family)):
        return rest
    if known.ask is not Ask.ACTION and takes_away(said) and not takes_away(question.sentence.text):
        return None  # "enlève mardi" is no answer to "pour quel jour ?"
    return answer_of(said, known, family=parent.family, structure=parent.turn.structure, now=parent.turn.asked_at)


def _by_word(question: Open, said: str) -> str | None:
    """Return the choice of "oui", or of "en plus" and "à la place"."""
    if question.ask == EARLIER:
        return YES if agrees(said) else None
    if question.ask == EITHER:
        return {"besides": BESIDES, "instead": IN_ITS_PLACE}.get(besides_or_instead(said))
    return None


def is_off_list(parent: Parent, question: Open, text: str) -> bool:
    """Say whether `text` is a number that none of the choices has."""
    if question.ask == CONFIRM:
        return False
    kind = Ask.CHILD if question.ask.startswith(HOUR) else _sort(question)
    known = Question(kind, question.choices)
    return out_of_list(own_words(text, parent.family), known, numbered=question.numbered)


def answered(question: Open, value: str) -> Sentence:
    """Return the sentence with one more answer given."""
    sentence = question.sentence
    if question.ask.startswith(HOUR):
        return replace(sentence, hour=time.fromisoformat(value))
    if question.ask == EITHER:
        change = besides if value == BESIDES else in_its_place
        return replace(sentence, text=change(sentence.text))
    if question.ask == UNTIL:
        return replace(sentence, text=ending_on(sentence.text, date.fromisoformat(value.rpartition(",")[2])))
    name = _sort(question).value
    before = getattr(sentence.hints, name) if sentence.leans and name == Ask.DATE else None  # of "plutôt vendredi":
    value = f"{before},{value}" if before else value  # the day to replace, then the day meant
    return replace(sentence, hints=replace(sentence.hints, **{name: value}))


def completed(parent: Parent, question: Open, text: str) -> Sentence | None:
    """Return the sentence with `text` added to it, where that leaves less to ask; None when it says something else.

    "Zoé mercredi" (what shall be done?) and then "la journée" is a booking.
    """
    sentence, alone = question.sentence, _alone(parent, text)
    if question.ask not in _LANGUAGE or sentence.leans or alone.command not in (None, Command.HUMAN) or alone.wishes:
        return None
    if names_what_was_asked(parent, question, text) and not parts_of(text, parent.family):
        return None  # it was no answer, for it says more: how the two go together is not certain
    added = replace(sentence, text=f"{sentence.text} {own_words(text, parent.family)}")
    before, after = understood(parent, sentence), understood(parent, added)
    less = after.command is None and set(after.ask) < set(before.ask) and not (set(before.wishes) - set(after.wishes))
    return added if less else None


def _sort(question: Open) -> Ask:
    return _SORTS.get(question.ask) or Ask(question.ask)


def _alone(parent: Parent, text: str) -> Understanding:
    """Return what `text` says by itself."""
    family, structure, now = parent.family, parent.turn.structure, parent.turn.asked_at
    alone = understand(text, family=family, structure=structure, now=now)
    return with_told_hour(alone, text, family=family, structure=structure, now=now)


def _stands_alone(parent: Parent, question: Open, text: str, alone: Understanding) -> bool:
    """Tell whether `text` says by itself what to do, for whom and when: that is a new message, not an answer.

    "malade" is an answer when we asked what to do, although it is a whole absence note where there is one child.
    """
    family, structure, now = parent.family, parent.turn.structure, parent.turn.asked_at
    said = [wish for wish in alone.wishes if question.ask != Ask.ACTION or wish.activity != ANY_ACTIVITY]
    if not said or alone.questions:
        return False
    verb = answer_of(text, Question(Ask.ACTION), family=family, structure=structure, now=now)
    return verb is not None or alone.reason is not None or alone.other_hour


def _typed_hour(question: Open, text: str) -> str | None:
    words = text.strip().lower()
    if words.isdigit() and 1 <= int(words) <= len(question.choices):
        return question.choices[int(words) - 1].value
    found = _HOUR_TYPED.search(words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004 - a clock's hours and minutes
        return None
    return time(int(found[1]), int(found[2] or 0)).isoformat("minutes")
