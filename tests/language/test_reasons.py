"""Each reason is found in its own examples, and not in what only resembles it."""

from __future__ import annotations

import pytest

from domain.language.intent.reasons import find_reasons
from domain.language.lexicon.reasons import CAUSES
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from domain.model.wish import Reason

SAID = [pytest.param(c.reason, s, id=s) for c in CAUSES for s in c.says]
NEVER = [pytest.param(c.reason, s, id=s) for c in CAUSES for s in c.never]


def reasons(sentence: str) -> set[Reason]:
    return {why.reason for why in find_reasons(corrected(Text.of(sentence)).plain)}


@pytest.mark.parametrize(("reason", "sentence"), SAID)
def test_a_reason_is_found_in_its_examples(reason: Reason, sentence: str) -> None:
    assert reason in reasons(sentence)


@pytest.mark.parametrize(("reason", "sentence"), NEVER)
def test_what_only_resembles_a_reason_is_none(reason: Reason, sentence: str) -> None:
    assert reason not in reasons(sentence)
