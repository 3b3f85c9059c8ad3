"""What a question offers: what can be had, or with a word why not; where nothing can, there is nothing to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.language.understand import understand
from domain.letters import labels
from domain.model.verdict import Verdict
from domain.model.wish import Ask, Choice, Question, Wish
from domain.services.consider import Seen, Why, judge, judge_wishes
from domain.services.questions import Sentence
from domain.services.turn import Parent

_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A question with what it may offer; none when every answer would be `refused`."""

    question: Question | None
    refused: tuple[Verdict, ...] = ()


def offer(parent: Parent, sentence: Sentence, question: Question) -> Offer:
    """Judge what each answer to `question` would come to, and offer what is not refused.

    In place of days that cannot be had stand the next ones; those among which the sender's own words leave the choice
    all stay, and what cannot be had is told on them. What the words say too little of to be judged is offered as it is.
    """
    if question.ask is Ask.ACTION or sentence.leans:
        return Offer(question)
    listed = (*question.choices, *question.more)
    verdicts = dict(zip(listed, _verdicts(parent, sentence, question.ask, listed), strict=True))
    had = tuple(choice for choice in listed if not verdicts[choice] or any(v.accepted for v in verdicts[choice]))
    if question.ask is Ask.DATE and not question.more:
        return Offer(Question(question.ask, tuple(_told(choice, verdicts[choice]) for choice in listed)))
    if question.ask is Ask.DATE:
        return Offer(Question(question.ask, had[:_MOST]))
    if listed and not had:
        return Offer(None, _once(verdict for choice in listed for verdict in verdicts[choice]))
    return Offer(Question(question.ask, had) if question.ask is Ask.ACTIVITY else question)


def _once(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Leave one verdict for each line: several answers may mean it."""
    return tuple({(v.line.child.id, v.line.activity.code, v.line.day): v for v in verdicts}.values())


def _told(choice: Choice, verdicts: Sequence[Verdict]) -> Choice:
    if not verdicts or any(verdict.accepted for verdict in verdicts):
        return choice
    return replace(choice, label=labels.refused_day(choice.label, verdicts[0].code))


def _verdicts(parent: Parent, sentence: Sentence, asked: Ask, choices: Sequence[Choice]) -> Iterator[Sequence[Verdict]]:
    """Judge what the sentence means with each answer by itself; the world is read once for all of them."""
    turn, seen = parent.turn, Seen()
    meant = [_wishes(parent, sentence, {asked.value: choice.value}) for choice in choices]
    everything = [wish for _, wishes in meant for wish in wishes]
    why = meant[0][0] if meant else Why()
    judged = iter(judge_wishes(turn.session, turn.structure, parent.family, everything, why, turn.asked_at, seen=seen))
    for _, wishes in meant:
        lines = [verdict.line for _ in wishes for verdict in next(judged).verdicts]
        yield judge(turn.session, turn.structure, lines, turn.asked_at, seen=seen)


def _wishes(parent: Parent, sentence: Sentence, answer: dict[str, str]) -> tuple[Why, tuple[Wish, ...]]:
    understood = understand(
        sentence.text,
        family=parent.family,
        structure=parent.turn.structure,
        now=sentence.received_at,
        subject=sentence.subject,
        hints=replace(sentence.hints, **answer),
    )
    return Why.of(understood, sentence.text), understood.wishes
