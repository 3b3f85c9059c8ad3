"""What may be asked: the sort of each question, its choices, and what it is about."""

from __future__ import annotations

from dataclasses import replace

from domain.letters import labels
from domain.letters.french import euros
from domain.model.activity import AskHour
from domain.model.verdict import Line
from domain.model.wish import Choice, Question
from domain.rules.pricing import price
from domain.services.consider import hour_choices, judge
from domain.services.questions import (
    BESIDES,
    EARLIER,
    EITHER,
    HOUR,
    IN_ITS_PLACE,
    NO,
    REPLACED,
    UNTIL,
    YES,
    What,
)
from domain.services.turn import Parent


def of_language(question: Question, *, replacing: bool = False) -> What:
    """Turn a question of the language into what is stored and shown; `replacing` asks which day is to be replaced."""
    return REPLACED if replacing else question.ask.value, question.choices, ""


def of_earlier() -> What:
    """Ask whether an earlier request is meant."""
    return EARLIER, (Choice(labels.YES, YES), Choice(labels.NO, NO)), ""


def of_either(about: str) -> What:
    """Ask whether what was named is wanted besides the last request or in its place."""
    return EITHER, (Choice(labels.BESIDES, BESIDES), Choice(labels.IN_ITS_PLACE, IN_ITS_PLACE)), about


def of_end() -> What:
    """Ask for the last day of what was said to last until further notice."""
    return UNTIL, (), ""


def of_hour(parent: Parent, line: Line) -> What:
    """Ask for the hour that sets the price of `line`, one choice for each price (Clap Chaz)."""
    choices = []
    for hour in hour_choices(line):
        cents = _price_at(parent, replace(line, hour=hour))
        words = euros(cents) if cents is not None else line.activity.name
        choices.append(Choice(labels.until(hour, words), hour.isoformat("minutes")))
    about = f"{line.child.first_name}, {line.activity.name}"
    kind = HOUR if line.activity.ask_hour is AskHour.DEPARTURE else f"{HOUR}_from"
    return kind, tuple(choices), about


def _price_at(parent: Parent, line: Line) -> int | None:
    """Return what this family would pay; each hour by itself, for they are alternatives."""
    if not line.activity.priced_by_family:
        return price(line.activity, line.hour)
    (verdict,) = judge(parent.turn.session, parent.turn.structure, [line], parent.turn.asked_at)
    return verdict.price_cents
