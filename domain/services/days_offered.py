"""The days that a question offers: those that can be had, or with a word why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from domain.language.understand import understand
from domain.letters import labels
from domain.model.verdict import Verdict
from domain.model.wish import Ask, Choice, Question, Wish
from domain.services.consider import Seen, Why, judge, judge_wishes
from domain.services.questions import Sentence
from domain.services.turn import Parent

_MOST: Final = 6


def possible(parent: Parent, sentence: Sentence, question: Question) -> Question:
    """Return `question` without the days that the rules would refuse, the next ones in their place.

    Days among which the sender's own words leave the choice all stay: what cannot be had is told on them. A day of
    which the words say too little to be judged is offered as it is.
    """
    if question.ask is not Ask.DATE or sentence.leans:
        return question
    listed = (*question.choices, *question.more)
    verdicts = dict(zip(listed, _verdicts(parent, sentence, listed), strict=True))
    if question.more:
        had = [choice for choice in listed if not verdicts[choice] or any(v.accepted for v in verdicts[choice])]
        return Question(question.ask, tuple(had[:_MOST]))
    return Question(question.ask, tuple(_told(choice, verdicts[choice]) for choice in listed))


def _told(choice: Choice, verdicts: Sequence[Verdict]) -> Choice:
    if not verdicts or any(verdict.accepted for verdict in verdicts):
        return choice
    return replace(choice, label=labels.refused_day(choice.label, verdicts[0].code))


def _verdicts(parent: Parent, sentence: Sentence, choices: Sequence[Choice]) -> Iterator[Sequence[Verdict]]:
    """Judge what the sentence means on each day by itself; the world is read once for all of them."""
    turn, seen = parent.turn, Seen()
    meant = [_wishes(parent, sentence, choice) for choice in choices]
    everything = [wish for _, wishes in meant for wish in wishes]
    why = meant[0][0] if meant else Why()
    judged = iter(judge_wishes(turn.session, turn.structure, parent.family, everything, why, turn.asked_at, seen=seen))
    for _, wishes in meant:
        lines = [verdict.line for _ in wishes for verdict in next(judged).verdicts]
        yield judge(turn.session, turn.structure, lines, turn.asked_at, seen=seen)


def _wishes(parent: Parent, sentence: Sentence, choice: Choice) -> tuple[Why, tuple[Wish, ...]]:
    understood = understand(
        sentence.text,
        family=parent.family,
        structure=parent.turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=replace(sentence.hints, date=choice.value),
    )
    return Why.of(understood, sentence.text), understood.wishes
