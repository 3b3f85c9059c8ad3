"""Whatever is written: no exception, no past day booked, only the family's children, only what runs that day."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language.activities.activities import running
from domain.language.understand import understand
from domain.model.wish import ANY_ACTIVITY, Do, Understanding, Wish
from tests.corpus.score import read
from tests.language.world import FAMILIES, STRUCTURE

CORPUS: Final = Path(__file__).parent.parent / "corpus"
DEV: Final = list(read(CORPUS / "messages-dev.jsonl").values())
SOUP: Final = "abeéèilmnorstuv 0123456789 ,.;:!?'’-/()\n\u00a0\u202f👍€مП"


def understood(row: Mapping[str, Any], text: str, subject: str = "") -> Understanding:
    now = datetime.fromisoformat(row["now"]).replace(tzinfo=STRUCTURE.zone)
    return understand(text, family=FAMILIES[row["family"]], structure=STRUCTURE, now=now, subject=subject)


def impossible(row: Mapping[str, Any], answer: Understanding) -> list[Wish]:
    """Return the lines for a child of another family, a day that is over, or what does not run that day."""
    today = datetime.fromisoformat(row["now"]).date()
    sites = {child.first_name: child.site for child in FAMILIES[row["family"]].children}

    def may_be(wish: Wish) -> bool:
        if wish.child not in sites or wish.day < today:
            return False
        codes = {activity.code for activity in running(STRUCTURE, sites[wish.child], wish.day)}
        return wish.activity in codes or (wish.activity == ANY_ACTIVITY and wish.do is not Do.BOOK and bool(codes))

    return [wish for wish in answer.wishes if not may_be(wish)]


def taken_from(row: Mapping[str, Any]) -> st.SearchStrategy[list[str]]:
    """Draw a few words of a message, in their order."""
    words: list[str] = row["text"].split(" ")
    return st.tuples(st.integers(0, len(words)), st.integers(0, 5)).map(lambda cut: words[cut[0] : cut[0] + cut[1]])


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Mapping[str, Any], str]:
    """Draw a message of the corpus with pieces dropped, doubled, mistyped, cut off or taken from another message."""
    row = draw(st.sampled_from(DEV))
    words: list[str] = row["text"].split(" ")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(words)))
        since = draw(st.sampled_from([at, at + 1, at - 1, at + 5]))  # put in, left out, doubled, left out
        new = draw(st.sampled_from(DEV).flatmap(taken_from) | st.text(SOUP, max_size=6).map(lambda word: [word]))
        words = [*words[:at], *new, *words[max(0, since) :]]
    return row, " ".join(words[: draw(st.integers(1, 200))])


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_a_mutilated_message_raises_nothing_and_asks_for_what_can_be(case: tuple[Mapping[str, Any], str]) -> None:
    row, text = case
    assert impossible(row, understood(row, text, row.get("subject") or "")) == []


@given(st.sampled_from(DEV), st.text(SOUP, max_size=200) | st.text(max_size=200), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_raises_nothing(row: Mapping[str, Any], text: str, subject: str) -> None:
    assert impossible(row, understood(row, text, subject)) == []


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


WRITTEN: Final[dict[str, Callable[[str], str]]] = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "without accents": without_accents,
    "with letters and accents apart": lambda text: unicodedata.normalize("NFD", text),
    "with no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "with narrow spaces before signs": lambda text: text.replace(" ?", "\u202f?").replace(" :", "\u202f:"),
    "with curly quotes": lambda text: text.replace("'", "’"),
}


@pytest.mark.parametrize("manner", WRITTEN)
def test_a_message_means_the_same(manner: str) -> None:
    changed = list[str]()
    for row in DEV:
        typed, subject = row["text"], row.get("subject") or ""
        rewritten = understood(row, WRITTEN[manner](typed), WRITTEN[manner](subject))
        if rewritten != understood(row, typed, subject):
            changed.append(f"{row['id']}: {typed}")

    assert not changed, f"{len(changed)} messages {manner} mean something else"
