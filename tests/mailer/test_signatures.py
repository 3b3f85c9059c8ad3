"""Signatures without "--": what stands right below the sender's own name asks for nothing and is cut."""

from __future__ import annotations

import pytest

from mailer.reading import read
from mailer.reading_reply import split
from tests.mailer.letters import letter

WORDS = "Bonjour,\nZoé mange mardi."
MARIE = ["Marie Coralis"]


@pytest.mark.parametrize(
    "below",
    [
        "Marie Coralis\n06 12 34 56 78",
        "Marie CORALIS\nInfirmière\nCHR Metz-Thionville\n03.82.55.00.00",
        "Marie Coralis\n12 rue des Lilas\n57330 Hettange-Grande",
        "\nMarie Coralis\nTél : 06 12 34 56 78\nmarie.coralis@example.org",
        "Coralis Marie\nMaman de Zoé",
        "M. Coralis",
        "\nMme Coralis",
        "Famille Coralis",
        "Mme Marie CORALIS\n06 12 34 56 78",
        "Envoyé avec BlueMail pour Android",
        "Obtenez BlueMail pour Android",
        "Téléchargez BlueMail pour Android",
    ],
)
def test_the_details_below_a_name_are_no_words(below: str) -> None:
    reply = split(f"{WORDS}\n{below}", MARIE)

    assert reply.fresh.strip() == WORDS
    assert reply.elided.strip() != ""


@pytest.mark.parametrize("closing", ["Merci,", "Merci beaucoup", "Cordialement,"])
def test_a_trade_s_days_below_the_dashes_ask_for_nothing_though_a_closing_stands_above(closing: str) -> None:
    trade = "-- \nMarie Coralis\nTraiteur - formule du midi, livraison le mardi et le jeudi"

    assert split(f"{WORDS}\n\n{closing}\n\n{trade}", MARIE).fresh.strip() == WORDS


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour,\nMarie Coralis\nVictor mange lundi midi, appelez-moi au 06 12 34 56 78",
        "Bonjour,\nZoé mange mardi.\nAppelez-moi au 06 12 34 56 78",
        "Zoé mange mardi.\nMarie Coralis\nLe papa viendra la chercher. Merci de le noter",
        "Marie Coralis\n06 12 34 56 78",
        "Zoé mange mardi.\nM. Durand",
        "Zoé mange mardi.\nEt M.",
    ],
)
def test_words_below_a_name_and_numbers_without_one_stay(text: str) -> None:
    assert split(text, MARIE).fresh.strip() == text


def test_a_legal_notice_below_the_closing_is_no_demand_though_it_speaks_of_cancelling() -> None:
    notice = "Ce message et ses pièces jointes sont confidentiels. Toute annulation ou diffusion est interdite."

    assert split(f"{WORDS}\n\nCordialement,\n\nMarie Coralis\n\n{notice}", MARIE).fresh.strip() == WORDS


@pytest.mark.parametrize(
    "text", ["Marie Coralis", "-- \nMarie Coralis", "-- \nMme Coralis\nInfirmière\n06 12 34 56 78"]
)
def test_a_signature_alone_is_no_text_of_its_own(text: str) -> None:
    assert split(text, MARIE).fresh == ""


@pytest.mark.parametrize("text", ["Zoé", "Marie", "--\nZoé mange mardi.", "-- \nMarie Coralis\nVictor mange lundi"])
def test_a_name_that_may_be_an_answer_and_words_below_dashes_stay(text: str) -> None:
    assert split(text, MARIE).fresh == text


def _fresh(sender: str, below: str) -> str:
    return read(letter(f"{WORDS}\n\n{below}", From=sender)).fresh_text


@pytest.mark.parametrize(
    ("sender", "signed"),
    [
        ("Maman de Zoé <marie.coralis@example.org>", "Marie Coralis"),
        ("marie_coralis57@example.org", "Mme Coralis Marie"),
        ("coralis-marie@example.org", "Marie CORALIS\n06 12 34 56 78"),
        ("marie.coralis@example.org (la famille)", "Marie Coralis"),
    ],
)
def test_the_whole_name_of_the_address_is_a_signature(sender: str, signed: str) -> None:
    assert _fresh(sender, signed) == WORDS


@pytest.mark.parametrize(
    ("sender", "below"),
    [
        ("zoe.coralis@example.org", "Zoé"),
        ("marie.coralis@example.org", "Marie et Victor Durand"),
        ("mariecoralis@example.org", "Victor"),
        ("les.mardis@example.org", "Les mardis et jeudis"),
    ],
)
def test_a_part_of_the_address_is_none(sender: str, below: str) -> None:
    assert _fresh(sender, below) == f"{WORDS}\n\n{below}"


@pytest.mark.parametrize(
    "head",
    [
        "De : marie.coralis@example.org\nÀ : periscolaire@example.net\nObjet : cantine",
        "De : Marie Coralis <marie.coralis@example.org>\nPour : l'accueil\nObjet : Zoé",
        "De : Mme Coralis, marie.coralis@example.org\nA : la mairie\nCc : la maîtresse\nSujet : repas",
    ],
)
def test_a_header_typed_as_above_a_letter_is_no_quote(head: str) -> None:
    assert read(letter(f"{head}\n\n{WORDS}")).fresh_text.endswith(WORDS)


@pytest.mark.parametrize(
    "head",
    [
        "De : École <ecole@example.com>\nÀ : marie.coralis@example.org\nObjet : cantine",
        "De : Marie Coralis <marie.coralis@example.org>\nEnvoyé : lundi 3 mars 2025 09:12\nÀ : l'accueil\nObjet : Zoé",
        "De : Marie Coralis <marie.coralis@example.org>\nDate : 3 mars 2025 à 09:12\nÀ : x <x@example.com>",
    ],
)
def test_a_header_of_a_program_at_the_top_is_a_forward(head: str) -> None:
    assert read(letter(f"{head}\n\n{WORDS}")).fresh_text == ""
