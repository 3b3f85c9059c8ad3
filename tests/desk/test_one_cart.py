"""One cart is judged as a whole: a place freed in it can be asked in it, and nothing stands without its need."""

from __future__ import annotations

from domain.model.structure import Approval, ApprovalMode
from tests.desk.office import Office
from tests.desk.waiting_list import with_places


def test_the_place_of_a_child_who_is_taken_off_goes_to_the_sibling_of_the_same_message(office: Office) -> None:
    with_places(office, 1)
    office.granted("durand", "inscrire Victor midi mardi")

    (cart,) = office.chat("durand", "annuler Victor midi mardi et inscrire Séverine midi mardi")
    office.press("durand", cart, "✅ Valider")

    assert "complet" not in cart.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 cancelled", "Séverine MIDI 2025-03-04 requested"]


def test_a_place_that_staff_must_still_free_is_not_given_away_in_the_same_cart(office: Office) -> None:
    with_places(office, 1).with_rules(approval=Approval(cancel=ApprovalMode.STAFF))
    office.granted("durand", "inscrire Victor midi mardi")

    (cart,) = office.chat("durand", "annuler Victor midi mardi et inscrire Séverine midi mardi")
    office.press("durand", cart, "✅ Valider")

    assert "complet : liste d'attente, rang 1" in cart.text
    assert office.bookings("durand") == [
        "Victor MIDI 2025-03-04 cancel_requested",
        "Séverine MIDI 2025-03-04 waitlisted",
    ]


def test_what_needs_a_full_activity_is_not_granted_beside_the_waiting_list(office: Office) -> None:
    with_places(office, 0, "GOUTER")

    (answer,) = office.chat("durand", "inscrire Victor au goûter et au créatif mardi")

    assert "Goûter 17h" in answer.text
    assert "liste d'attente" in answer.text
    assert "ne va pas sans Goûter 17h" in answer.text


def test_staff_cannot_grant_what_needs_a_line_that_they_refused(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor au goûter et au créatif mardi")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()
    (choosing, *_) = office.press(9001, card, "❌ 1")
    card = next(seen for seen in office.press(9001, choosing, "Dossier incomplet") if seen.buttons)

    answers = office.press(9001, card, "✅")

    assert any("ne va pas sans Goûter 17h" in seen.text for seen in answers)
    assert office.bookings("durand") == ["Victor GOUTER 2025-03-04 refused", "Victor CREATIF 2025-03-04 requested"]


def test_all_lines_of_an_evening_are_granted_together(office: Office) -> None:
    office.granted("durand", "inscrire Victor au créatif et au goûter mardi")

    assert {line.rsplit(" ", 1)[1] for line in office.bookings("durand")} == {"confirmed"}
