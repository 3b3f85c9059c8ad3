"""One sentence takes back from another: "sauf jeudi", "oui mais pas le 13", "annule ma dernière demande".

It is Thursday 27 February 2025, 18:00.
"""

from __future__ import annotations

import pytest

from domain.model.messages import Proof
from tests.desk.office import Office

VICTOR, BOTH = "book Victor MIDI 2025-03-04", ["book Séverine MIDI 2025-03-04", "book Victor MIDI 2025-03-04"]


# -- all but ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then", "cart"),
    [
        ("inscrire Victor midi mardi et jeudi", "sauf jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et jeudi", "enlève jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et jeudi", "finalement pas jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et le 6 mars", "pas le 6", [VICTOR]),
        ("inscrire Victor midi et goûter mardi", "sans le goûter", [VICTOR]),
        ("inscrire Victor et Séverine midi mardi", "retire Séverine", [VICTOR]),
        ("inscrire Victor midi mardi", "enlève mardi", []),
        ("inscrire Victor midi mardi, jeudi et vendredi 7", "pas jeudi ni vendredi", [VICTOR]),
    ],
)
def test_all_but_what_is_named(office: Office, first: str, then: str, cart: list[str]) -> None:
    office.chat("durand", first)

    (answer,) = office.chat("durand", then)

    assert office.cart("durand") == cart
    assert "Retiré du panier" in answer.text


def test_it_goes_on_taking_back(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi, jeudi et vendredi")
    office.chat("durand", "enlève jeudi")

    office.chat("durand", "et vendredi aussi")

    assert office.cart("durand") == [VICTOR]


def test_whose_line_is_meant_is_asked_when_two_children_have_one(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "inscrire Séverine midi mardi")

    (asked,) = office.chat("durand", "enlève mardi")
    assert office.cart("durand") == BOTH
    office.press("durand", asked, "Séverine")

    assert office.cart("durand") == [VICTOR]


def test_a_weekday_that_the_request_has_twice_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 et mardi 11 mars")

    (asked,) = office.chat("durand", "sauf mardi")
    assert [label for label in asked.labels if label.startswith("mardi")] == ["mardi 4 mars", "mardi 11 mars"]
    office.press("durand", asked, "mardi 11")

    assert office.cart("durand") == [VICTOR]


def test_yes_but_sends_the_rest_at_once(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi le 11 et le 13 mars")

    (sent,) = office.chat("durand", "oui mais pas le 13")

    assert "Retiré du panier" in sent.text
    assert "Demande n° 1 transmise" in sent.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-11 requested"]
    assert office.cart("durand") == []


def test_yes_but_sends_nothing_while_something_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 et mardi 11 mars")

    office.chat("durand", "ok sauf mardi")

    assert len(office.cart("durand")) == 2
    assert office.bookings("durand") == []


def test_yes_but_with_nothing_left_says_so(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi le 13 mars")

    (answer,) = office.chat("durand", "oui mais pas le 13")

    assert "Retiré du panier" in answer.text
    assert office.cart("durand") == []
    assert office.bookings("durand") == []


def test_what_was_sent_already_goes_the_way_of_every_cancellation(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")

    (asked,) = office.chat("durand", "enlève jeudi")
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-06"]
    office.press("durand", asked, "✅ Valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_nothing_of_the_sort_is_said(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", "sauf vendredi")

    assert "Rien de tel dans votre panier" in told.text
    assert "par exemple : annuler midi mardi" in told.text
    assert office.cart("durand") == [VICTOR]


# -- nothing of it ----------------------------------------------------------------------------------------------------


def test_the_last_request_that_waits_is_withdrawn_and_its_card_says_so(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")
    office.read()

    (told,) = office.chat("durand", "annule ma dernière demande")

    assert "Demande retirée" in told.text
    assert {line.split()[-1] for line in office.bookings("durand")} == {"withdrawn"}
    (card,) = office.read("9001")
    assert card.buttons == ()


def test_what_was_granted_is_to_be_validated(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", "Annulez ma dernière demande svp")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-04"]
    assert "✅ Valider" in told.labels


def test_what_was_only_put_into_the_cart_is_taken_out(office: Office) -> None:
    office.chat("durand", "inscrire Séverine midi mardi")
    office.chat("durand", "inscrire Victor midi jeudi et vendredi", at="2025-02-27 18:05")

    office.chat("durand", "annule ma dernière demande")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]


def test_an_absence_told_last_is_what_is_taken_back(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.chat("durand", "Victor est malade mardi", at="2025-03-03 18:00")

    office.chat("durand", "annule ma demande")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed", "Victor MIDI 2025-03-06 confirmed"]
    assert office.cart("durand") == []


def test_with_nothing_asked_there_is_nothing_to_take_back(office: Office) -> None:
    (told,) = office.chat("durand", "annule ma dernière demande")

    assert "rien à annuler" in told.text


def test_which_of_several_requests_is_not_guessed(office: Office) -> None:
    for day in ("mardi", "jeudi"):
        (answer,) = office.chat("durand", f"inscrire Victor midi {day}")
        office.press("durand", answer, "✅ Valider")

    (shown,) = office.chat("durand", "annule ma demande")
    assert "mardi 4 mars" in shown.text
    assert {line.split()[-1] for line in office.bookings("durand")} == {"requested"}

    office.chat("durand", "annule ma dernière demande")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_said_twice_the_earlier_request_is_shown_and_stays(office: Office) -> None:
    for day in ("mardi", "jeudi"):
        (answer,) = office.chat("durand", f"inscrire Victor midi {day}")
        office.press("durand", answer, "✅ Valider")
    office.chat("durand", "annule ma dernière demande")

    (shown,) = office.chat("durand", "annule ma dernière demande")

    assert "mardi 4 mars" in shown.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_an_unproven_mail_takes_nothing_away(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    office.press("durand", answer, "✅ Valider")

    office.mail("durand", "Annulez ma dernière demande", proof=Proof.UNVERIFIED)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-04"]
