"""Each way to say what shall be done is read in its own examples, and not in the sentences that only resemble it."""

from __future__ import annotations

import pytest

from domain.language.intent.intent import find_verbs
from domain.language.lexicon.verbs import VERBS
from domain.language.notions.marks import Verb
from domain.language.notions.wording import Wording
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text

SAID = [pytest.param(w, s, id=s) for w in VERBS for s in w.says]
NEVER = [pytest.param(w, s, id=s) for w in VERBS for s in w.never]


def verbs(sentence: str) -> list[Verb]:
    return find_verbs(corrected(Text.of(sentence)))


@pytest.mark.parametrize(("wording", "sentence"), SAID)
def test_a_wording_is_read_in_its_examples(wording: Wording, sentence: str) -> None:
    assert any(v.do is wording.do and v.force is wording.force for v in verbs(sentence))


@pytest.mark.parametrize(("wording", "sentence"), NEVER)
def test_what_only_resembles_it_is_not_read_so(wording: Wording, sentence: str) -> None:
    assert not any(v.do is wording.do and v.force is wording.force for v in verbs(sentence))
