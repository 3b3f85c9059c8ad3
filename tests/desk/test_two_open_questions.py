"""Something is asked about one message while the answer to another is still awaited: neither is lost, none is guessed.

It is Thursday 27 February 2025, 18:00.
"""

from __future__ import annotations

import pytest

from tests.desk.office import Office

AGAIN = "Toujours sans réponse, « cantine mardi » : pour quel enfant ?"


def test_a_request_of_its_own_without_a_verb_is_no_answer_and_leaves_the_question_open(office: Office) -> None:
    office.chat("durand", "cantine mardi")

    (answer,) = office.chat("durand", "Séverine garderie du matin jeudi")
    assert office.cart("durand") == ["book Séverine MATIN 2025-03-06"]
    assert AGAIN in answer.text

    office.press("durand", answer, "Victor")
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04", "book Séverine MATIN 2025-03-06"]


def test_two_messages_that_each_miss_a_child_are_answered_one_after_the_other(office: Office) -> None:
    office.chat("durand", "cantine mardi")
    office.chat("durand", "goûter jeudi")

    (answer,) = office.chat("durand", "Victor")
    assert office.cart("durand") == ["book Victor GOUTER 2025-03-06"]
    assert AGAIN in answer.text

    office.chat("durand", "Séverine")
    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04", "book Victor GOUTER 2025-03-06"]


def test_an_answer_that_only_the_earlier_question_understands_is_its_answer(office: Office) -> None:
    office.chat("durand", "inscrire Séverine à la cantine")
    office.chat("durand", "garderie du matin mardi")

    (answer,) = office.chat("durand", "jeudi")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-06"]
    assert "« garderie du matin mardi » : pour quel enfant ?" in answer.text


@pytest.mark.parametrize(
    ("asked", "then"),
    [("inscrire Séverine à la cantine", "goûter mardi"), ("Victor le soir mardi", "Séverine à la cantine")],
)
def test_what_names_something_else_besides_is_no_answer(office: Office, asked: str, then: str) -> None:
    office.chat("durand", asked)

    (answer,) = office.chat("durand", then)

    assert office.cart("durand") == []
    assert "❓" in answer.text


@pytest.mark.parametrize("then", ["mardi", "cantine mardi", "Séverine mardi", "mardi midi pour Séverine", "le mardi 4"])
def test_who_repeats_what_is_known_answers_all_the_same(office: Office, then: str) -> None:
    office.chat("durand", "inscrire Séverine à la cantine")

    office.chat("durand", then)

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]


def test_the_button_under_the_earlier_question_still_answers_it(office: Office) -> None:
    (first,) = office.chat("durand", "cantine mardi")
    office.chat("durand", "goûter jeudi")

    office.press("durand", first, "Séverine")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]


@pytest.mark.parametrize(
    "then", ["inscrire Victor cantine mardi", "Victor et Séverine cantine mardi", "inscrire midi mardi"]
)
def test_who_says_it_again_is_not_asked_twice(office: Office, then: str) -> None:
    office.chat("durand", "cantine mardi")

    (answer,) = office.chat("durand", then)

    assert "Toujours sans réponse" not in answer.text
    assert answer.text.count("pour quel enfant ?") == (0 if "Victor" in then else 1)


def test_it_is_put_again_once_and_not_for_ever(office: Office) -> None:
    office.chat("durand", "cantine mardi")
    office.chat("durand", "inscrire Séverine garderie du matin jeudi")

    (answer,) = office.chat("durand", "inscrire Séverine goûter jeudi")

    assert "❓" not in answer.text


def test_a_question_to_one_parent_is_not_put_again_to_the_other(office: Office) -> None:
    office.chat("durand", "cantine mardi")

    (answer,) = office.chat("billard", "inscrire Elio cantine mardi")

    assert "❓" not in answer.text


def test_no_leaves_them_all_aside(office: Office) -> None:
    office.chat("durand", "cantine mardi")
    office.chat("durand", "goûter jeudi")

    office.chat("durand", "non merci")
    office.chat("durand", "Victor")

    assert office.cart("durand") == []


def test_what_was_asked_in_the_chat_is_put_again_by_mail_with_numbers(office: Office) -> None:
    office.chat("durand", "cantine mardi")

    (answer,) = office.mail("durand", "Bonjour,\nSéverine ira à la garderie du matin jeudi.\nMerci\nClaire Durand")
    assert f"{AGAIN}\n1. Séverine\n2. Victor" in answer.text

    office.mail("durand", "2")
    assert "book Victor MIDI 2025-03-04" in office.cart("durand")


def test_a_word_answers_in_the_chat_what_was_asked_by_mail(office: Office) -> None:
    office.mail("durand", "Bonjour, la cantine mardi svp. Claire Durand")

    office.chat("durand", "pour Séverine")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]


def test_the_same_answer_twice_books_once(office: Office) -> None:
    office.chat("durand", "cantine mardi")

    office.chat("durand", "Victor")
    office.chat("durand", "Victor")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
