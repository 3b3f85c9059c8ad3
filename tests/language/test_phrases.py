"""Each day phrase means what its examples say, on Monday 3 March 2025; each topic is recognised in its own."""

from __future__ import annotations

from datetime import date

import pytest

from domain.language.days.days import BOOKS, find_days
from domain.language.days.phrases import PHRASES
from domain.language.intent.commands import topic_of
from domain.language.intent.topics import MATTERS, TOPICS
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.model.wish import Command
from tests.language.world import YEAR

MONDAY = date(2025, 3, 3)
EXAMPLES = [pytest.param(said, means, id=f"{p.name}: {said}") for p in PHRASES for said, means in p.examples.items()]
SENTENCES = [pytest.param(t.command, s, id=f"{t.command}: {s}") for t in TOPICS for s in t.examples]
TRAPS = [pytest.param(t.command, s, id=f"{t.command}: {s}") for t in TOPICS for s in t.others]


def shown(text: str) -> str:
    """Show the days found: one date, "a..b", or a list."""
    found = find_days(text, today=MONDAY, year=YEAR)
    if not found:
        return "?"
    (one,) = found
    if one.days:
        return ",".join(map(str, one.days))
    return str(one.first) if one.first == one.last else f"{one.first}..{one.last}"


@pytest.mark.parametrize(("said", "means"), EXAMPLES)
def test_a_phrase_means_what_its_example_says(said: str, means: str) -> None:
    assert shown(said) == means


def test_every_book_of_phrases_is_registered() -> None:
    assert {p.read.__module__ for p in PHRASES} == {book.__name__ for book in BOOKS}


@pytest.mark.parametrize(("command", "sentence"), SENTENCES)
def test_a_topic_is_recognised_in_its_own_examples(command: Command, sentence: str) -> None:
    found = topic_of(corrected(Text.of(sentence)).plain)

    assert found is not None
    assert found.command is command


@pytest.mark.parametrize(("command", "sentence"), TRAPS)
def test_a_topic_is_not_found_where_its_words_mean_something_else(command: Command, sentence: str) -> None:
    found = topic_of(corrected(Text.of(sentence)).plain)

    assert found is None or found.command is not command


@pytest.mark.parametrize(("grave", "sentence"), [(g, s) for g, said in MATTERS.items() for s in said])
def test_a_matter_for_a_person_is_recognised(grave: bool, sentence: str) -> None:
    found = topic_of(corrected(Text.of(sentence)).plain)

    assert found is not None
    assert (found.command, found.grave) == (Command.HUMAN, grave)
