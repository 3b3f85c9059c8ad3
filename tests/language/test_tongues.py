"""English, German and Portuguese read as French is; other languages go to a person; French is left as it is.

The sentences and what they mean stand in `tongues/*.txt`, one a line.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language.message.trim import masked
from domain.language.people.own import own_words
from domain.language.resolving.questions import answer_of
from domain.language.tongues.recognise import TONGUES, tongue_of
from domain.language.tongues.tongue import Tongue, table, words_of
from domain.language.tongues.translate import in_french, translated
from domain.language.understand import understand
from domain.language.writing.text import Text
from domain.model.wish import Ask, Choice, Command, Question, Understanding
from tests.language.world import FAMILIES, STRUCTURE

HERE = Path(__file__).parent
NOW = datetime(2025, 3, 3, 9, 12, tzinfo=STRUCTURE.zone)


def specification(*languages: str) -> list[Any]:
    return [case for language in languages for case in _sentences(language)]


def _sentences(language: str) -> Iterator[Any]:
    for line in (HERE / "tongues" / f"{language}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            family, said = line.split(": ", 1)
            sentence, means = said.rsplit(" = ", 1)
            yield pytest.param(family, sentence, means, id=sentence)


def shown(answer: Understanding) -> str:
    """Write an understanding as the specification does."""
    days = defaultdict[str, list[str]](list)
    for wish in sorted(answer.wishes, key=lambda w: w.day):
        days[f"{wish.do} {wish.child} {wish.activity}"].append(f"{wish.day:%m-%d}")
    lines = "; ".join(f"{what} {','.join(on)}" for what, on in sorted(days.items()))
    ask = f"ask {','.join(answer.ask)}" if answer.ask else ""
    return " ".join(part for part in (lines, answer.command or "", ask, answer.reason or "") if part)


def told(text: str, family: str = "durand", subject: str = "") -> Understanding:
    return understand(text, family=FAMILIES[family], structure=STRUCTURE, now=NOW, subject=subject)


def french_messages() -> list[tuple[str, str]]:
    """Return (family, text) of all labelled messages that are not for a person: those are gibberish or foreign."""
    rows = [
        json.loads(line)
        for name in ("messages-dev", "house", "blind", "blind2")
        for line in (HERE.parent / "corpus" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    kept = (r for r in rows if r["expect"]["command"] != "human" and "english" not in r["tags"])
    return [(r["family"], r["text"]) for r in kept]


FRENCH = french_messages()


@pytest.mark.parametrize(("family", "sentence", "means"), specification("english", "german", "portuguese"))
def test_a_sentence_means_what_it_would_in_french(family: str, sentence: str, means: str) -> None:
    assert tongue_of(Text.of(sentence).plain) is not None
    assert shown(told(sentence, family)) == means


@pytest.mark.parametrize(("family", "sentence", "means"), specification("others"))
def test_what_nobody_here_reads_goes_to_a_person(family: str, sentence: str, means: str) -> None:
    answer = told(sentence, family)

    assert answer == Understanding(command=Command.HUMAN)
    assert means == "human"


@pytest.mark.parametrize(
    ("tongue", "said", "french"),
    [pytest.param(t, said, french, id=said) for t in TONGUES for said, french in t.examples.items()],
)
def test_a_phrase_reads_as_its_example_says(tongue: Tongue, said: str, french: str) -> None:
    read = translated(Text.of(said), tongue)

    assert read is not None
    assert read.plain.strip() == french


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda t: t.name)
def test_every_entry_of_a_language_can_be_found_and_filled_in(tongue: Tongue) -> None:
    for said, french in table(tongue).phrases.items():
        assert "{" not in french.format("1", "2")
        assert french.count("{") <= said.count("#") + said.count("@")


def test_a_mail_with_subject_greeting_and_signature_is_read() -> None:
    mail = (
        "Dear team,\n\nVictor has a fever and won't come tomorrow.\n\n"
        "Kind regards,\nClaire Durand\n\nSent from my phone"
    )

    assert shown(told(mail, subject="Victor is sick")) == "absent Victor * 03-04 sick"


def test_the_mail_quoted_below_is_not_read() -> None:
    quoted = "Am Mo., 3. März 2025 um 08:00 Uhr schrieb Périscolaire <peri@example.org>:\n> Victor mardi à la cantine ?"

    assert shown(told(f"Victor kommt morgen nicht.\n\n{quoted}")) == "cancel Victor * 03-04"


def test_a_phones_footer_makes_no_message_english() -> None:
    assert shown(told("Victor malade\n\nSent from my iPhone")) == "absent Victor * 03-03 sick"


@pytest.mark.parametrize(
    ("ask", "values", "said", "answer"),
    [
        (Ask.CHILD, ("Séverine", "Victor", "Séverine,Victor"), "both", "Séverine,Victor"),
        (Ask.CHILD, ("Séverine", "Victor", "Séverine,Victor"), "meine Tochter", "Séverine"),
        (Ask.ACTIVITY, ("MATIN", "MIDI"), "lunch", "MIDI"),
        (Ask.ACTIVITY, ("MATIN", "MIDI"), "almoço", "MIDI"),
        (Ask.DATE, ("2025-03-04", "2025-03-06"), "Donnerstag", "2025-03-06"),
        (Ask.ACTION, ("book", "cancel", "absent"), "please cancel", "cancel"),
    ],
)
def test_a_question_may_be_answered_in_another_language(
    ask: Ask, values: tuple[str, ...], said: str, answer: str
) -> None:
    question = Question(ask, tuple(Choice(value, value) for value in values))

    assert answer_of(said, question, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW) == answer


def test_no_french_message_is_touched() -> None:
    touched = []
    for family, message in FRENCH:
        text = masked(Text.of(message))
        if in_french(text, own_words(FAMILIES[family], STRUCTURE)) is not text:
            touched.append(message)

    assert touched == []


@given(
    st.sampled_from([m for _, m in FRENCH if len(re.findall(r"[^\W\d_]{2,}", m)) > 4]),
    st.sampled_from(TONGUES),
    st.data(),
)
def test_one_foreign_word_makes_no_french_message_foreign(message: str, tongue: Tongue, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(words_of(tongue))))

    assert tongue_of(Text.of(f"{message} {word}").plain) is None


WORDS = st.sampled_from(sorted({w for t in TONGUES for p in table(t).phrases for w in (p, *p.split())}))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6), st.sampled_from(["Victor", "11", ",", "\n", "?"])), max_size=25))
def test_any_words_of_these_languages_are_answered(words: list[str]) -> None:
    answer = told(" ".join(words))

    assert answer.wishes or answer.command or answer.questions


@given(st.sampled_from(TONGUES), st.lists(WORDS, max_size=20))
def test_each_letter_read_still_knows_where_it_was_typed(tongue: Tongue, words: list[str]) -> None:
    typed = Text.of(" ".join(words))
    read = translated(typed, tongue)

    assert read is None or len(read.plain) == len(read.starts) == len(read.ends)
    assert read is None or all(0 <= s < e <= len(typed.raw) for s, e in zip(read.starts, read.ends, strict=True))
