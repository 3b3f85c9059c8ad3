"""Each day phrase means what its examples say, on Monday 3 March 2025; each topic is recognised in its own."""

from __future__ import annotations

from datetime import date

import pytest

from domain.language.commands import TOPICS, topic_of
from domain.language.days import BOOKS, find_days
from domain.language.phrases import PHRASES
from domain.language.text import fold
from domain.model.wish import Command
from tests.language.world import YEAR

MONDAY = date(2025, 3, 3)
EXAMPLES = [pytest.param(said, means, id=f"{p.name}: {said}") for p in PHRASES for said, means in p.examples.items()]
SENTENCES = [pytest.param(t.command, s, id=s) for t in TOPICS for s in t.examples]


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
    found = topic_of(fold(sentence))

    assert found is not None
    assert found[0] is command
