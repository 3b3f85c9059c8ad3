"""A mail asks all that is open at once, each question with a number, and takes the answers however they are written."""

from __future__ import annotations

import pytest

from tests.desk.office import Office, Seen

_CHILD_THEN_ACTIVITY = "Bonjour, je voudrais une inscription pour mardi."
_BOOKED = ["book Victor MIDI 2025-03-04"]


@pytest.fixture
def asked(office: Office) -> Seen:
    (answer,) = office.mail("durand", _CHILD_THEN_ACTIVITY)
    return answer


def test_all_of_it_is_asked_in_one_mail(asked: Seen) -> None:
    assert "Question 1 : pour quel enfant ?\na) Séverine\nb) Victor\nc) Les deux" in asked.text
    assert "Question 2 : pour quelle activité ?\na) Matin\nb) Midi" in asked.text
    assert "« 1 : a, 2 : a »" in asked.text


def test_a_chat_asks_one_thing_at_a_time(office: Office) -> None:
    (answer,) = office.chat("durand", _CHILD_THEN_ACTIVITY)

    assert "pour quel enfant ?" in answer.text
    assert "pour quelle activité ?" not in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "1: Victor 2: midi",
        "1 : Victor, 2 : Midi",
        "1) Victor\n2) midi",
        "1: Victor\n2: cantine",
        "1b 2b",
        "1b, 2b",
        "1 b et 2 b",
        "1: b\n2: b",
        "1: 2, 2: 2",
        "2: midi 1: Victor",
        "Question 1 : Victor\nQuestion 2 : midi",
        "1 = Victor ; 2 = midi",
        "1: midi 2: Victor",  # numbers mixed up, the words are clear
        "Victor, midi",
        "midi, Victor",
        "Victor\nmidi",
        "b, b",
        "2, 2",
        "Bonjour,\n1 : Victor\n2 : midi\nMerci, cordialement\nClaire Durand",
    ],
)
def test_the_answers_are_taken_by_number_letter_or_word(office: Office, asked: Seen, words: str) -> None:
    (answer,) = office.mail("durand", words, reply_to=[asked.id])

    assert office.cart("durand") == _BOOKED
    assert "❓" not in answer.text


@pytest.mark.parametrize("first", ["Victor", "1: Victor", "1b", "Pour Victor."])
def test_what_is_still_open_is_asked_once_more(office: Office, asked: Seen, first: str) -> None:
    (again,) = office.mail("durand", first, reply_to=[asked.id])
    assert "pour quelle activité ?" in again.text
    assert "Question 1" not in again.text
    assert office.cart("durand") == []

    office.mail("durand", "2", reply_to=[again.id])
    assert office.cart("durand") == _BOOKED


@pytest.mark.parametrize("first", ["midi", "2: midi", "2b"])
def test_the_second_may_be_answered_first(office: Office, asked: Seen, first: str) -> None:
    (again,) = office.mail("durand", first, reply_to=[asked.id])
    assert "pour quel enfant ?" in again.text

    office.mail("durand", "Victor", reply_to=[again.id])
    assert office.cart("durand") == _BOOKED


@pytest.mark.parametrize("words", ["1: z 2: b", "3: Victor", "1: Victor 1: Séverine", "1: Hugo, 2: midi", "b"])
def test_an_answer_that_fits_nothing_books_nothing(office: Office, asked: Seen, words: str) -> None:
    office.mail("durand", words, reply_to=[asked.id])

    assert office.cart("durand") == []


@pytest.mark.parametrize("sign", ["2", "b", "b)", "2."])
def test_a_sign_alone_could_be_of_any_question_so_all_are_asked_again(office: Office, asked: Seen, sign: str) -> None:
    (again,) = office.mail("durand", sign, reply_to=[asked.id])

    assert "Question 1" in again.text
    assert office.cart("durand") == []


def test_a_sentence_of_its_own_is_a_new_message(office: Office, asked: Seen) -> None:
    office.mail("durand", "inscrire Séverine à la cantine jeudi", reply_to=[asked.id])

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-06"]


def test_no_leaves_them_all_aside(office: Office, asked: Seen) -> None:
    (answer,) = office.mail("durand", "Non merci.", reply_to=[asked.id])

    assert "❓" not in answer.text
    assert office.cart("durand") == []


def test_three_questions_with_a_day(office: Office) -> None:
    (asked,) = office.mail("durand", "bonjour, je voudrais inscrire mon enfant")
    assert "Question 3 : pour quel jour ?" in asked.text

    office.mail("durand", "1: Victor\n2: midi\n3: le 4 mars", reply_to=[asked.id])

    assert office.cart("durand") == _BOOKED
