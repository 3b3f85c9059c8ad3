"""A clue never hides a match: what `Expression` does not try could not have matched."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import domain.language.understand  # noqa: F401 - every expression is made when its module is imported
from domain.language.days.phrases import PHRASES
from domain.language.matching.clues import branches_of, clues_of, pieces_of
from domain.language.matching.expression import Expression, Shelf
from domain.language.writing.text import fold

CORPUS = Path(__file__).parents[1] / "corpus"
TEXTS = sorted(
    {
        fold(json.loads(line)["text"])
        for file in CORPUS.glob("*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    | {fold(said) for phrase in PHRASES for said in phrase.examples}
)
#: The texts are dealt to as many tests, for the workers to share; every sixteenth is tried: the kinds come again.
PARTS = 4
EXPRESSIONS = {each.pattern: each for each in gc.get_objects() if isinstance(each, Expression)}


def hidden(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None and any(map(pieces_of(text).isdisjoint, clues_of(pattern)))


def test_there_are_expressions_to_try() -> None:
    assert len(EXPRESSIONS) > 300


@pytest.mark.parametrize("part", range(PARTS))
def test_no_clue_hides_a_match_in_the_corpora(part: int) -> None:
    assert [
        (each.pattern[:60], text)
        for text in TEXTS[part :: PARTS * 16]
        for each in EXPRESSIONS.values()
        if not each.may_match(text) and each.compiled.search(text)
    ] == []


@pytest.mark.parametrize("part", range(PARTS))
def test_an_expression_finds_by_its_alternatives_what_its_pattern_finds(part: int) -> None:
    assert [
        (each.pattern[:60], text)
        for text in TEXTS[part :: PARTS * 32]
        for each in EXPRESSIONS.values()
        if found(each.finditer(text)) != found(each.compiled.finditer(text))
    ] == []


def found(matches: Iterable[re.Match[str]]) -> list[tuple[int, int, dict[str, str | None]]]:
    return [(*match.span(), match.groupdict()) for match in matches]


@pytest.mark.parametrize(
    ("pattern", "branches"),
    [
        ("mardi|jeudi", ["mardi", "jeudi"]),
        (r"\b(?:mardi|jeudi)s?\b", [r"\b(?:mardi)s?\b", r"\b(?:jeudi)s?\b"]),
        (r"(?<!le )(?P<day>mardi|jeudi)", ["(?<!le )(?P<day>mardi)", "(?<!le )(?P<day>jeudi)"]),
        ("(?:mardi|jeudi)+", ["(?:mardi|jeudi)+"]),
        ("(?:le |la )?(?:mardi|jeudi)", ["(?:le |la )?(?:mardi|jeudi)"]),
        (r"(a|b)\1|c", [r"(a|b)\1|c"]),
    ],
)
def test_alternatives_are_parted_where_nothing_but_edges_stands_before_them(pattern: str, branches: list[str]) -> None:
    assert [*branches_of(pattern)] == branches


def test_most_expressions_are_not_tried_on_a_text() -> None:
    some = TEXTS[:: PARTS * 4]
    tried = sum(each.may_match(text) for text in some for each in EXPRESSIONS.values())

    assert tried < 0.3 * len(some) * len(EXPRESSIONS)


@pytest.mark.parametrize(
    "pattern",
    [
        r"mardi",
        r"\bmardi\b",
        r"\b(?:ok+|oui)\b",
        r"(?:re)?inscri(?:re|s)",
        r"(?:lundi|mardi)s? (?:matin|soir)",
        r"les? (?P<n>deux|2)(?! fois)",
        r"jusqu'? ?(?:au|a)\b",
        r"(?:ab)+c",
        r"(?:ab|cd){2}e",
        r"a{0,2}b{2,}",
        r"ab(?=cd)c",
        r"(?<=ab)cd",
        r"\d{1,2} ?h",
        r"[0-3]\d/[01]\d",
        r"le (?=\d)\d",
        r"(?:a|)b",
        r"(?P<x>ab)(?P=x)",
        r"\.\s*non",
        r"[()+&]|\bet\b",
        r"[^\]]x[\]y]z",
        r"vide(?:r|z)?(?: le panier)?$",
    ],
)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_matches_has_its_clues(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))

    assert not hidden(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?i)mardi", "MARDI"),
        ("mar(?#a day)di", "mardi"),
        ("(?=mardi)mard", "un mardi"),
        ("m(?<=m)ardi", "mardi"),
        ("(a)?(?(1)b|c)", "c"),
        (r"\x61", "a"),
    ],
)
def test_what_is_not_understood_of_a_pattern_hides_nothing(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert not hidden(pattern, text)


def test_flags_that_change_letters_leave_no_clue() -> None:
    assert Expression("mardi", re.IGNORECASE).search("un MARDI " * 10)
    assert Expression("^mardi", re.MULTILINE).clues


def test_an_expression_is_compiled_when_a_text_has_its_clues() -> None:
    mardi = Expression(r"\bmardi\b")

    assert list(mardi.finditer("lundi")) == []
    assert "compiled" not in vars(mardi)
    assert [m.start() for m in mardi.finditer("un mardi")] == [3]
    assert "compiled" in vars(mardi)


def test_a_shelf_gives_the_expressions_that_may_match_in_their_order() -> None:
    shelf = Shelf(map(Expression, (r"\bmardi\b", r"\w", r"\blundi (?:matin|soir)", r"lundi")))

    assert [n for n, _ in shelf.matches("lundi midi")] == [1, 3]
    assert [(n, [m.group() for m in matches]) for n, matches in shelf.matches("lundi soir")][1:] == [
        (2, ["lundi soir"]),
        (3, ["lundi"]),
    ]
