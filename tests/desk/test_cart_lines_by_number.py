"""A cart by mail has numbered lines, and a number is enough to take one out."""

from __future__ import annotations

import pytest

from tests.desk.office import Office

TELL = [Office.chat, Office.mail]


def asked(office: Office, words: str = "inscrire Zoé à la cantine mardi 4, jeudi 6 et mardi 11 mars") -> str:
    (answer,) = office.mail("coralis", words)
    return answer.text


def test_each_line_has_its_number_and_the_mail_says_how_to_use_it(office: Office) -> None:
    text = asked(office)

    assert "1. ➕ Zoé · mardi 4 mars" in text
    assert "3. ➕ Zoé · mardi 11 mars" in text
    assert "répondez par exemple « enlever 3 »" in text


@pytest.mark.parametrize("tell", TELL)
@pytest.mark.parametrize(
    "words", ["enlever 2", "Bonjour, retirez la ligne 2 svp. Merci", "supprimer le 2", "enlevez la deuxième ligne"]
)
def test_a_line_is_taken_out_by_its_number(office: Office, tell: object, words: str) -> None:
    asked(office)

    (answer,) = tell(office, "coralis", words)  # type: ignore[operator]

    assert office.cart("coralis") == ["book Zoé MIDI 2025-03-04", "book Zoé MIDI 2025-03-11"]
    assert "Retiré du panier" in answer.text
    assert "jeudi 6 mars" in answer.text.split("Votre panier")[0]
    assert "Votre panier" in answer.text


def test_several_at_once_and_the_rest_is_sent(office: Office) -> None:
    asked(office)

    (sent,) = office.mail("coralis", "retirez les lignes 1 et 3 et validez")

    assert "transmise" in sent.text
    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-06 requested"]


def test_the_last_line_out_leaves_an_empty_cart(office: Office) -> None:
    asked(office, "inscrire Zoé à la cantine mardi")

    (answer,) = office.mail("coralis", "enlever 1")

    assert office.cart("coralis") == []
    assert "Retiré du panier" in answer.text


def test_le_4_may_be_the_fourth_line_or_the_fourth_of_march(office: Office) -> None:
    asked(office, "inscrire Zoé à la cantine mardi 4, jeudi 6, mardi 11 et jeudi 13 mars")

    (question,) = office.mail("coralis", "enlever le 4")
    assert "1. la ligne 4" in question.text
    assert "2. le 4 du mois" in question.text
    assert len(office.cart("coralis")) == 4

    office.mail("coralis", "2")
    assert "book Zoé MIDI 2025-03-04" not in office.cart("coralis")
    assert len(office.cart("coralis")) == 3


def test_a_day_that_is_booked_is_not_taken_for_a_line(office: Office) -> None:
    office.granted("coralis", "inscrire Zoé midi jeudi 3 avril")
    asked(office)

    (question,) = office.mail("coralis", "annuler le 3")
    assert "2. le 3 du mois (ce qui est déjà réservé)" in question.text

    office.mail("coralis", "1")
    assert office.cart("coralis") == ["book Zoé MIDI 2025-03-04", "book Zoé MIDI 2025-03-06"]


def test_a_number_that_no_line_has_takes_nothing_out(office: Office) -> None:
    asked(office)

    office.mail("coralis", "enlever la ligne 9")

    assert len(office.cart("coralis")) == 3


def test_a_question_that_was_open_is_put_again_with_what_is_left(office: Office) -> None:
    office.mail("durand", "inscrire Victor midi mardi 4 et jeudi 6 mars")
    office.mail("durand", "inscrire à la cantine vendredi 7 mars")

    (answer,) = office.mail("durand", "enlever la ligne 1")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-06"]
    assert "pour quel enfant ?" in answer.text
