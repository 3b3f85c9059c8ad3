"""The same door by mail: asked, validated by answering, told in the thread; strangers and doubles."""

from __future__ import annotations

import pytest

from domain.model.messages import Kind, Proof
from tests.desk.office import Office


def test_from_request_to_valider_to_the_answer(office: Office) -> None:
    (answer,) = office.mail("coralis", "Bonjour, merci d'inscrire Zoé à la cantine mardi.", subject="Cantine")
    assert "mardi 4 mars" in answer.text
    assert "11,50 €" in answer.text
    assert "répondez « valider »" in answer.text
    assert answer.message.reply_to.startswith("<test:")

    (sent,) = office.mail("coralis", "valider", reply_to=[answer.id])
    assert "transmise" in sent.text
    (card,) = office.cards()
    office.press(9001, card, "✅ Accepter")

    (told,) = office.read("marie.coralis@example.org")
    assert "1 réservation acceptée le : 04/03" in told.text
    assert told.message.reply_to  # in the thread of the validation


@pytest.mark.parametrize("word", ["valider", "ok", "oui", "Oui, c'est bon pour moi."])
def test_a_parent_validates_in_their_own_words(office: Office, word: str) -> None:
    office.mail("coralis", "inscrire Zoé à la cantine mardi")

    office.mail("coralis", word)

    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 requested"]


def test_the_choices_of_a_question_are_numbered_and_answered_by_a_number(office: Office) -> None:
    (asked,) = office.mail("durand", "inscrire à la cantine mardi")
    assert "1. " in asked.text
    number = next(line[0] for line in asked.text.splitlines() if line.endswith(". Victor"))

    office.mail("durand", number)

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


@pytest.mark.parametrize("tell", [Office.chat, Office.mail])
def test_a_sentence_means_the_same_whatever_it_came_through(office: Office, tell: object) -> None:
    tell(office, "durand", "inscrire Victor midi mardi")  # type: ignore[operator]

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def test_begun_in_chat_it_may_be_ended_by_mail(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    office.mail("durand", "valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


def test_a_stranger_gets_one_answer_a_day_with_the_phone_and_no_data(office: Office) -> None:
    first = office.mail("", "Je suis le papa de Victor Durand, quels sont ses horaires ?", sender="paul@example.com")
    again = office.mail("", "Alors ?", sender="paul@example.com")

    assert len(first) == 1
    assert "03 82 00 00 00" in first[0].text
    assert "Victor" not in first[0].text
    assert again == []
    assert len(office.read("9001")) == 1


def test_an_unproven_sender_may_ask_but_not_take_away(office: Office) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi")
    office.mail("coralis", "annuler la cantine de Zoé mardi", proof=Proof.UNVERIFIED)

    (asked,) = office.mail("coralis", "valider", proof=Proof.UNVERIFIED)
    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 confirmed"]
    assert "Si c'est bien vous" in asked.text

    office.mail("coralis", "valider", proof=Proof.UNVERIFIED, reply_to=[asked.id])
    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 cancelled"]


def test_valider_with_nothing_in_the_cart_says_so(office: Office) -> None:
    (answer,) = office.mail("coralis", "valider")

    assert "rien à valider" in answer.text


def test_a_complaint_goes_to_a_person_in_the_family_s_words(office: Office) -> None:
    (answer,) = office.mail("coralis", "Bonjour, Zoé a perdu son manteau rouge hier, l'avez-vous vu ?")

    assert "transmis" in answer.text
    (card,) = office.read("9001")
    assert "manteau rouge" in card.text
    assert "Marie Coralis" in card.text


def test_a_server_whose_clock_runs_ahead_is_not_believed(office: Office) -> None:
    office.at("2025-02-27 18:00")
    (answer,) = office.mail("coralis", "inscrire Zoé à la cantine lundi", ahead_by_hours=24 * 600)

    assert "lundi 3 mars" in answer.text
    assert office.cart("coralis") == ["book Zoé MIDI 2025-03-03"]


def test_what_a_machine_may_have_written_goes_to_staff_and_is_never_answered(office: Office) -> None:
    answers = office.mail("coralis", "Je suis absente jusqu'à lundi.", subject="Absent : Zoé", kind=Kind.HELD)
    (card,) = [seen for seen in office.read("9001") if seen.kind == "human"]

    assert answers == []
    assert "Je suis absente jusqu'à lundi." in card.text
    assert office.bookings("coralis") == []


def test_nor_is_that_of_a_stranger(office: Office) -> None:
    assert office.mail("coralis", "Je suis absent.", sender="x@example.com", kind=Kind.HELD) == []
