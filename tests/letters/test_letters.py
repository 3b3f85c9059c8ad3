"""Letters: one template for both channels, everything escaped, one French sentence never in code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from domain.letters.catalogue.answers import Answer
from domain.letters.catalogue.linking import WhoAreYou
from domain.letters.catalogue.requests import CartShown, RequestDecided
from domain.letters.catalogue.staff import StaffMessage
from domain.letters.items import Item
from domain.letters.render import render
from domain.model.messages import Channel
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.wish import Do
from preau.config import load

TEMPLATES = Path(__file__).parents[2] / "domain" / "letters" / "templates"
MIDI = Item(Do.BOOK, "Victor", "Midi", "11 h 45 – 13 h 30", date(2025, 3, 4), 1150)


@pytest.fixture(scope="module")
def structure() -> Structure:
    return load(Path(__file__).parents[1] / "world" / "config.toml", environ={}).structure


def decided(*items: Item) -> RequestDecided:
    return RequestDecided(number=7, items=items)


def test_what_others_typed_cannot_become_html(structure: Structure) -> None:
    letter = StaffMessage(family="x", guardian="<b>Eve</b>", channel="chat", text='<a href="tg://x">ici</a> & là')

    words = render(letter, Channel.CHAT, structure).text

    assert "&lt;b&gt;Eve" in words
    assert "<a " not in words


def test_a_subject_is_plain_text_on_one_line(structure: Structure) -> None:
    odd = replace(structure, short_name="L'Île & <Cie>\nBcc: x@y")

    assert render(WhoAreYou(), Channel.EMAIL, odd).subject == "Votre message — L'Île & <Cie> Bcc: x@y"


def test_mail_says_what_to_answer_where_chat_has_buttons(structure: Structure) -> None:
    letter = Answer(cart=CartShown((MIDI,), 1150, datetime(2025, 2, 28, 23, 59)))  # noqa: DTZ001

    assert "répondez « valider »" in render(letter, Channel.EMAIL, structure).text
    assert "répondez" not in render(letter, Channel.CHAT, structure).text


@pytest.mark.parametrize(
    ("items", "words"),
    [
        pytest.param((replace(MIDI, state=State.CONFIRMED),), "1 réservation acceptée le : 04/03", id="Gandrange"),
        pytest.param(
            tuple(
                replace(MIDI, do=Do.CANCEL, day=day, state=State.ABSENCE_EXCUSED)
                for day in (date(2025, 5, 6), date(2025, 5, 13))
            ),
            "2 annulations excusées les : 06/05, 13/05",
            id="Gandrange: excusées",
        ),
        pytest.param(
            (replace(MIDI, do=Do.CANCEL, day=date(2025, 5, 20), state=State.ABSENCE_BILLED),),
            "1 annulation facturée le : 20/05",
            id="Gandrange: facturée",
        ),
    ],
)
def test_the_grouped_answer_has_the_manuals_wording(structure: Structure, items: tuple[Item, ...], words: str) -> None:
    assert words in render(decided(*items), Channel.EMAIL, structure).text


def test_one_answer_may_hold_acceptances_and_refusals_with_their_reason(structure: Structure) -> None:
    refused = replace(MIDI, day=date(2025, 3, 6), state=State.REFUSED, reason="Plus de place")

    words = render(decided(replace(MIDI, state=State.CONFIRMED), refused), Channel.CHAT, structure).text

    assert "1 réservation acceptée le : 04/03" in words
    assert "1 demande refusée le : 06/03" in words
    assert "Motif : Plus de place" in words


def test_templates_carry_no_marks_that_telegram_would_refuse() -> None:
    allowed = {"b", "i", "s", "u", "a", "code", "blockquote"}
    for template in TEMPLATES.glob("*.j2"):
        tags = set(re.findall(r"</?([a-z]+)", re.sub(r"\{[#%{].*?[#%}]\}", "", template.read_text(), flags=re.DOTALL)))
        assert tags <= allowed, template.name
