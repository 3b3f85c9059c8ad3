"""`preau explain` for people: which words gave which piece, what was assumed, what was left out, and why it asks."""

from __future__ import annotations

import dataclasses
import re
import shlex
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.language.reading import Basis
from domain.language.tracing.evidence import explain
from domain.language.tracing.trace import Ground, Kind, Left, Role, Trace, Unsure, Words
from domain.language.understand import understand
from domain.language.writing.text import composed
from preau.commands.explain_trace import Quoting, trace_rows
from preau.commands.explain_words import BASES, GROUNDS, KINDS, LEFT, ROLES, UNSURE
from tests.corpus.score import read as read_corpus
from tests.language.world import FAMILIES, STRUCTURE
from tests.preau.commands import Office, office

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parents[1] / "corpus"
MAILS = Path(__file__).parents[1] / "mailer" / "mails"
THURSDAY = datetime.fromisoformat("2025-02-27T18:00").replace(tzinfo=STRUCTURE.zone)


@pytest.fixture
def bare(tmp_path: Path) -> Office:
    """Return a configuration with families.csv beside it, and no database at all."""
    return office(tmp_path)


def rows(text: str, family: str = "durand", *, subject: str = "") -> list[str]:
    """Return the trace of a message said on Thursday 27 February, without white space around its rows."""
    explained = explain(text, family=FAMILIES[family], structure=STRUCTURE, now=THURSDAY, subject=subject)
    return [" ".join(row.split()) for row in trace_rows(explained, Quoting(text, subject), [])]


def test_a_sentence_is_explained_piece_by_piece() -> None:
    assert rows("inscrir vicotr midi mardi") == [
        "“inscrir vicotr midi mardi” asks",
        "action book ← “inscrir”",
        "child Victor ← “vicotr” (assumed: a name misspelt or shortened)",
        "activity MIDI ← “midi”",
        "days Tue 2025-03-04 ← “mardi” (assumed: a bare weekday is the next one)",
        "read as",
        "“inscrir” → inscrire",
    ]


@pytest.mark.parametrize(
    ("family", "text", "expected"),
    [
        pytest.param("durand", "Mettez Victor à la cantine lundi. Séverine pareil.", [
            "“Séverine pareil” names things, without a verb",
            "action book ← “Mettez” (assumed: lent by what is said beside it)",
            "activity MIDI ← “cantine” (assumed: lent by what is said beside it)",
            "days Mon 2025-03-03 ← “lundi” (assumed: lent by what is said beside it; a bare weekday is the next one)",
        ], id="neighbours lend"),
        pytest.param("durand", "Victor midi jeudi, pardon, vendredi", [
            "days Fri 2025-02-28 ← “vendredi” (assumed: the correction counts; a bare weekday is the next one)",
            "“pardon, vendredi” corrects what stands before it",
            "left out",
            "“jeudi”: corrected by what follows",
        ], id="a correction"),
        pytest.param("durand", "Victor est malade, il ne viendra pas demain", [
            "“Victor est malade” tells of an absence",
            "“il ne viendra pas demain” states what will be",
            "action absent ← “ne viendra pas”",
            "child Victor ← “Victor” (assumed: lent by what is said beside it)",
            "activity * (assumed: the whole day, no activity by itself)",
            "days Fri 2025-02-28 ← “demain”",
            "reason sick ← “malade”",
        ], id="a sick child"),
        pytest.param("coralis", "Zoé a de la fièvre", [
            "days Thu 2025-02-27 (assumed: no day is named: today)",
        ], id="sick, no day"),
        pytest.param("durand", "Victor malade, il reviendra mardi", [
            ("days Thu 2025-02-27, Fri 2025-02-28, Mon 2025-03-03 ← “reviendra mardi”"
             " (assumed: up to the day before the return)"),
        ], id="until the return"),
        pytest.param("coralis", "cantine tous les lundis", [
            "action book (assumed: no verb says so)",
            "child Zoé (assumed: the family's only child)",
            ("days Mon 2025-03-03, Mon 2025-03-10, Mon 2025-03-17 … Mon 2025-06-30 (14) ← “tous les lundis”"
             " (assumed: no end is said: until the school year ends)"),
            "not Mon 2025-04-07, Mon 2025-04-14, Mon 2025-04-21, Mon 2025-06-09 (it does not run then)",
        ], id="an only child, all year"),
        pytest.param("durand", "Victor goûter le 11, Séverine midi le 12/05", [
            "days Tue 2025-03-11 ← “le 11” (assumed: a number without a month is the next such day)",
            "days Mon 2025-05-12 ← “le 12/05” (assumed: no year is said: within the school year)",
        ], id="dates without month or year"),
        pytest.param("durand", "Séverine mardi soir jusqu'à 18h, les deux au goûter lundi", [
            "activity GOUTER, CREATIF ← “soir”",
            "hour 18:00 ← “jusqu'à 18h”",
            "child Séverine, Victor ← “les deux” (assumed: worked out from the family)",
        ], id="an hour, and both children"),
        pytest.param("durand", "Séverine midi la semaine prochaine sauf vendredi, car je travaille", [
            "days Mon 2025-03-03, Tue 2025-03-04, Thu 2025-03-06 ← “la semaine prochaine”",
            "“vendredi”: an exception",
            "“car je travaille”: tells why, and asks for nothing",
        ], id="an exception and a cause"),
        pytest.param("rousseau", "Nahel et Sohan midi mardi, Léah non. Je finis tard. Merci d'avoir gardé Sohan hier", [
            "child Nahel, Sohan ← “Nahel”, “Sohan”",
            "“Léah non”: refused: nothing is asked for it",
            "“Je finis tard”: told in passing",
            "“hier”: past",
        ], id="refused, told, past"),
        pytest.param("durand", "le soir mardi", [
            "asks",
            ("child: “le soir mardi”: no child is named, and the family has several"
             " (offered: Séverine, Victor, Les deux)"),
        ], id="whom?"),
        pytest.param("coralis", "Zoé le soir mardi", [
            "activity ? ← “soir”",
            ("activity: “soir” on Tue 2025-03-04: it may be several activities, or none that runs then (offered:"
             " jusqu'à 17 h (Goûter), jusqu'à 18 h (Goûter + Créatif), jusqu'à 18 h 30 (Goûter + Créatif + Libre))"),
        ], id="which?"),
        pytest.param("durand", "Victor midi lundi 4 mars", [
            ("date: “lundi 4 mars”: the date does not exist, or is another weekday"
             " (offered: mardi 4 mars, lundi 3 mars)"),
        ], id="when?"),
        pytest.param("durand", "Il y a un changement pour Victor mardi", [
            ("action: “Il y a un changement pour Victor mardi”: it does not say whether to book or to call off"
             " (offered: Inscrire, Annuler, Absent)"),
        ], id="what?"),
        pytest.param("durand", "Reste-t-il de la place mardi midi ?", [
            "command availability.ask ← “Reste-t-il de la place mardi midi”",
        ], id="a question"),
        pytest.param("durand", "le chat de la voisine", [
            "command human (nothing in it asks for what can be done here)",
        ], id="nothing understood"),
        pytest.param("durand", "merci beaucoup", [
            "command greet (no more than politeness or a plain answer)",
        ], id="politeness"),
        pytest.param("durand", "Please register Victor for lunch on Tuesday", [
            "activity MIDI ← “for lunch”",
            "“for lunch” → a la cantine",
        ], id="another language"),
    ],
)  # fmt: skip
def test_each_piece_has_its_words_or_its_assumption(family: str, text: str, expected: list[str]) -> None:
    found = rows(text, family)

    assert [row for row in expected if row not in found] == []


def test_a_subject_lends_what_the_text_leaves_out() -> None:
    found = rows("cantine mardi prochain", subject="Séverine")

    assert "child Séverine ← “Séverine” in the subject (assumed: lent by the subject)" in found


def test_a_subject_may_say_it_all() -> None:
    found = rows("Bonjour", subject="inscrire Victor midi mardi")

    assert found[0] == "Only the subject asks for something."
    assert "child Victor ← “Victor” in the subject" in found
    assert "“Bonjour”: it asks for nothing; what counts stands elsewhere" in found


def test_signature_quoted_mail_and_old_subject_are_left_out() -> None:
    mail = (
        "Victor midi mardi\n\nCordialement,\nClaire Durand\n\n"
        "Le lun. 3 mars 2025 à 08:00, Périscolaire a écrit :\n> Séverine jeudi ?"
    )

    assert rows(mail, subject="Re: Séverine")[-4:] == [
        "left out",
        "“Re: Séverine” in the subject: the subject of the mail that is answered",
        "“Cordialement, Claire Durand”: closing words, signature or footer",
        "“Le lun. 3 mars 2025 à 08:00, Périscolaire a écrit : > Séverine jeudi ?”: a quoted mail",
    ]


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_adds_each_lines_verdict(bare: Office) -> None:
    printed = bare.ok("explain", "--family", "durand", "Victor midi vendredi et mardi").splitlines()

    assert printed[-2].split("  ")[1:6] == ["book", "Victor", "MIDI", "Fri 2025-02-28", "too_late"]
    assert "la limite était mercredi 26 février à 23 h 59" in printed[-2]
    assert printed[-1].endswith("ok        Victor, mardi 4 mars, Midi (11 h 45 – 13 h 30) : possible")


def test_a_raw_mail_is_explained_for_people(bare: Office) -> None:
    mails = ("33_pdf_certificate.eml", "47_spoof_dmarc_fail.eml")

    printed = bare.ok("explain", "--mail", *(str(MAILS / mail) for mail in mails))

    certificate, spoof = printed.split("\n\n")
    assert certificate.startswith("33_pdf_certificate.eml: absence, from marie.coralis@example.org (verified)\n")
    assert "cut off: “Marie Coralis” (quoted mail, signature or footer)\nattached: certificat.pdf\n" in certificate
    assert "action    absent  ← “absente”" in certificate
    assert spoof.startswith("47_spoof_dmarc_fail.eml: spoof, ")
    assert spoof.endswith("not read: the mail as a whole says what becomes of it\n")


def test_the_trace_in_the_readme_is_a_real_one(bare: Office) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"```text\n\$ preau (explain .*)\n((?:.*\n)*?)```", readme)
    assert shown is not None

    assert bare.ok(*shlex.split(shown[1])) == shown[2]


# -- what holds for every message ------------------------------------------------------------------------------------


def words_in(value: object) -> Iterator[Words]:
    """Yield every piece of words in a trace."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif dataclasses.is_dataclass(value):
        for name in value.__dataclass_fields__:
            yield from words_in(getattr(value, name))


def asserted(trace: Trace, text: str, subject: str) -> None:
    """Assert that all words of a trace were typed."""
    for words in words_in(trace):
        assert 0 <= words.start < words.end
        quoted = words.quoted(text, subject)
        assert len(quoted) == words.end - words.start
        assert quoted in text or quoted in subject


@pytest.mark.parametrize("name", ["messages-dev", "house", "blind", "blind2", "topics"])
def test_every_labelled_message_is_traced_to_its_words(name: str) -> None:
    for row in read_corpus(CORPUS / f"{name}.jsonl").values():
        subject = row.get("subject", "")
        now = datetime.fromisoformat(row["now"]).replace(tzinfo=STRUCTURE.zone)
        told = {"family": FAMILIES[row["family"]], "structure": STRUCTURE, "now": now, "subject": subject}
        explained = explain(row["text"], **told)
        explained_wishes = {wish for step in explained.trace.steps for take in step.takes for wish in take.wishes}

        assert explained.understanding == understand(row["text"], **told)
        assert explained_wishes == set(explained.understanding.wishes), row["id"]
        assert {doubt.ask for doubt in explained.trace.doubts} == set(explained.understanding.ask)
        asserted(explained.trace, row["text"], subject)
        assert list(trace_rows(explained, Quoting(row["text"], subject), []))


PIECES = st.sampled_from(
    """Victor vicotr Séverine les deux ma fille midi cantine goûter soir jusqu'à 18h mardi lun. le 11 demain tous les
    jours sauf pas mais pardon, inscrire annulez malade ne viendra pas ; merci d'avoir\n > Cordialement\n œuf … 👍 10€
    register for lunch Monday vingt-et-un dajouter""".split(" ")  # noqa: SIM905 - words as they are typed
)


@settings(max_examples=150, deadline=None)
@example("\u0f9d Victor", "")
@given(st.lists(PIECES | st.text(max_size=6), max_size=14).map(" ".join), st.sampled_from(["", "Victor midi", "Re: x"]))
def test_whatever_was_typed_each_quoted_piece_is_a_piece_of_it(text: str, subject: str) -> None:
    explained = explain(text, family=FAMILIES["durand"], structure=STRUCTURE, now=THURSDAY, subject=subject)

    text = composed(text)  # what the offsets are of; composing makes some letters longer
    asserted(explained.trace, text, subject)
    assert list(trace_rows(explained, Quoting(text, subject), []))


@pytest.mark.parametrize(
    ("kinds", "phrases"),
    [(Kind, KINDS), (Role, ROLES), (Ground, GROUNDS), (Left, LEFT), (Unsure, UNSURE), (Basis, BASES)],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_everything_in_a_trace_has_its_phrase(kinds: type[Enum], phrases: Mapping[Enum, str]) -> None:
    assert set(phrases) == set(kinds)


def test_a_long_stretch_is_quoted_by_its_beginning() -> None:
    assert Quoting("mardi " * 100).quote(Words(0, 400)) == f"“{('mardi ' * 27)[:160].rstrip()}” … (400 characters)"
