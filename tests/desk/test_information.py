"""Questions never book: limits, places, prices and what is booked are told from the règlement and the database."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


def test_until_when_a_day_can_be_cancelled(office: Office) -> None:
    (answer,) = office.chat("durand", "jusqu'à quand puis-je annuler la cantine de mardi ?")

    assert "Mardi 4 mars : Midi" in answer.text
    assert "annuler sans frais : jusqu'au vendredi 28 février à 23 h 59" in answer.text


def test_activities_that_close_together_are_told_together(office: Office) -> None:
    (answer,) = office.chat("durand", "quel est le délai pour annuler mardi ?")

    assert answer.text.count("annuler sans frais") == 1
    assert "Matin, Midi" in answer.text


def test_places_left_count_what_was_asked_before(office: Office) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi")

    (answer,) = office.chat("durand", "reste-t-il de la place mardi midi pour Victor ?")

    assert "59 places libres" in answer.text
    assert office.cart("durand") == []


def test_a_closed_day_has_no_places(office: Office) -> None:
    (answer,) = office.chat("durand", "reste-t-il de la place à la cantine lundi 21 avril ?", at="2025-04-03 10:00")

    assert "fermé" in answer.text


def test_the_price_of_a_day(office: Office) -> None:
    (answer,) = office.chat("durand", "combien coûte le mercredi ?")

    assert "Mercredi journée (8 h – 18 h) : 18,00 €" in answer.text
    assert "Goûter" not in answer.text


@pytest.mark.parametrize("word", ["bonjour", "merci beaucoup"])
def test_a_greeting_gets_a_word_back(office: Office, word: str) -> None:
    (answer,) = office.chat("durand", word)

    assert "À votre service" in answer.text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/aide", "inscrire Séverine midi mardi"),
        ("/panier", "Votre panier est vide"),
        ("/planning", "aucune réservation à venir"),
        ("/enfants", "Victor (4 ans) — Europa"),
        ("/annuler", "rien à annuler"),
        ("/factures", "Aucune facture"),
    ],
)
def test_each_command_answers_even_when_there_is_nothing(office: Office, command: str, words: str) -> None:
    (answer,) = office.chat("durand", command)

    assert words in answer.text


def test_the_planning_shows_each_child_s_days_and_their_state(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", "inscrire Séverine midi mardi")
    office.press("durand", answer, "✅ Valider")

    (planning,) = office.chat("durand", "/planning")

    assert "Séverine\nmardi 4 mars · Midi (11 h 45 – 13 h 30) — 🟢 en attente" in planning.text
    assert "Victor\nmardi 4 mars · Midi (11 h 45 – 13 h 30) — 🔵 réservé" in planning.text


def test_who_asks_what_an_illness_costs_is_told_the_rule(office: Office) -> None:
    (answer,) = office.chat("durand", "Est-ce que le repas est facturé quand un enfant est malade ?")

    assert "Midi (11 h 45 – 13 h 30) : 11,50 €" in answer.text
    assert "non facturée si vous prévenez le jour même avant 9 h et envoyez votre certificat médical" in answer.text
    assert "sous 72 heures, facturée sinon." in answer.text
