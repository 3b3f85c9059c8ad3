"""Signatures without "--": what stands right below the sender's own name asks for nothing and is cut."""

from __future__ import annotations

import pytest

from mailer.reading_reply import split

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
