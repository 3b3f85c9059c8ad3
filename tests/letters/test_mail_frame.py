"""What frames every mail: who writes, how to reach them, the privacy sentence, and where to answer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from domain.letters.catalogue.answers import Answer
from domain.letters.catalogue.guidance import Greeted, NothingTo, NotUnderstood
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.linking import Welcome, WhoAreYou
from domain.letters.catalogue.messages import PersonAnswered
from domain.letters.catalogue.requests import CartShown
from domain.letters.items import Item
from domain.letters.render import render
from domain.model.messages import Channel
from domain.model.structure import Structure
from domain.model.wish import Do
from mailer.rendering import html_part, text_part
from preau.config import load

ABOVE = "— Répondez au-dessus de cette ligne —"
MIDI = Item(Do.BOOK, "Victor", "Midi", "11 h 45 – 13 h 30", date(2025, 3, 4), 1150, number=1)
LETTERS: tuple[Letter, ...] = (
    Answer(cart=CartShown((MIDI,), 1150, datetime(2025, 2, 28, 23, 59))),  # noqa: DTZ001
    Greeted(example_child="Zoé"),
    NotUnderstood(example_child="Zoé"),
    NothingTo(what="validate"),
    Welcome(civility="Mme", last_name="Coralis", children=("Zoé",), example_child="Zoé"),
    WhoAreYou(),
    PersonAnswered(staff="Anna", text="Oui."),
)


@pytest.fixture(scope="module")
def structure() -> Structure:
    return load(Path(__file__).parents[1] / "world" / "config.toml", environ={}).structure


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.template)
def test_every_mail_ends_with_name_phone_and_privacy_and_names_no_command(letter: Letter, structure: Structure) -> None:
    text = text_part(render(letter, Channel.EMAIL, structure).text)
    foot = text.splitlines()[-2:]

    assert foot[0] == f"{structure.name} · {structure.phone}"
    assert foot[1].startswith("Vos données servent seulement à l'accueil de vos enfants.")
    assert not re.search(r"(?<!\w)/[a-z]+", text)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.template)
def test_a_chat_message_has_no_foot(letter: Letter, structure: Structure) -> None:
    assert "Vos données" not in render(letter, Channel.CHAT, structure).text


def test_a_structure_has_its_own_privacy_sentence(structure: Structure) -> None:
    own = replace(structure, privacy="Registre RGPD : mairie <Hettange>.")

    assert text_part(render(WhoAreYou(), Channel.EMAIL, own).text).endswith("Registre RGPD : mairie <Hettange>.")


def test_the_line_above_which_one_answers_stands_only_where_an_answer_is_awaited(structure: Structure) -> None:
    asking, telling = render(LETTERS[0], Channel.EMAIL, structure), render(WhoAreYou(), Channel.EMAIL, structure)

    assert asking.text.splitlines()[0] == ABOVE
    assert ABOVE not in telling.text
    assert ABOVE not in render(LETTERS[0], Channel.CHAT, structure).text


def test_the_page_has_a_title_and_its_language() -> None:
    page = html_part("<b>Victor</b>", "Votre panier <3>")

    assert "<title>Votre panier &lt;3&gt;</title>" in page
    assert '<html lang="fr">' in page
