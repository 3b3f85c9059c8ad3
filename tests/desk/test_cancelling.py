"""Cancelling: free in time, billed and said so beforehand when late; staff may excuse."""

from __future__ import annotations

import dataclasses

import pytest

from domain.model.structure import Approval, ApprovalMode
from tests.desk.office import Office, Seen


def late_card(office: Office) -> Seen:
    """Cancel Tuesday's lunch on Saturday, after Friday's limit."""
    office.granted("durand", "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", "annuler midi mardi pour Victor", at="2025-03-01 10:00")
    assert "sera facturée 11,50 €" in answer.text
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()
    return card


def test_in_time_it_takes_effect_at_once_and_costs_nothing(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", "annuler midi mardi pour Victor")

    (*_, told) = office.press("durand", answer, "✅ Valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 cancelled"]
    assert "Annulé, non facturé" in told.text


def test_in_time_it_waits_for_staff_where_the_structure_wants_that(office: Office) -> None:
    office.with_rules(approval=Approval(cancel=ApprovalMode.STAFF))
    office.granted("durand", "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", "annuler midi mardi pour Victor")
    office.press("durand", answer, "✅ Valider")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 cancel_requested"]

    (card,) = office.cards()
    office.press(9001, card, "✅ Accepter")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 cancelled"]


@pytest.mark.parametrize(
    ("press", "state", "words"),
    [
        pytest.param("✅ Accepter", "absence_billed", "1 annulation facturée le : 04/03", id="accepted: as announced"),
        pytest.param("🟢 Excuser", "absence_excused", "1 annulation excusée le : 04/03", id="excused"),
    ],
)
def test_late_it_is_for_staff_to_bill_or_excuse(office: Office, press: str, state: str, words: str) -> None:
    card = late_card(office)
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 cancel_requested"]

    office.press(9001, card, press)

    assert office.bookings("durand") == [f"Victor MIDI 2025-03-04 {state}"]
    (told,) = office.read(str(office.chat_of("durand")))
    assert words in told.text


def test_late_and_refused_the_booking_is_kept(office: Office) -> None:
    card = late_card(office)
    (choosing, *_) = office.press(9001, card, "❌ Refuser")

    office.press(9001, choosing, "Hors délai")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_a_bereavement_goes_to_staff_and_is_not_announced_as_billed(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.chat("durand", "décès dans la famille, Victor sera absent mardi", at="2025-03-01 10:00")

    assert "soumis au service" in answer.text
    assert "facturée" not in answer.text


def test_cancelling_what_is_not_booked_says_so(office: Office) -> None:
    (answer,) = office.chat("durand", "annuler midi mardi pour Victor")

    assert "rien à annuler" in answer.text


def test_cancelling_what_is_only_in_the_cart_takes_it_out(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (answer,) = office.chat("durand", "annuler midi mardi pour Victor")

    assert "Retiré du panier" in answer.text
    assert office.cart("durand") == []


def test_in_automatic_mode_a_booking_in_time_needs_nobody(office: Office) -> None:
    auto = dataclasses.replace(office.structure.approval, mode=ApprovalMode.AUTO)
    office.with_rules(approval=auto)
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")

    (*_, told) = office.press("durand", answer, "✅ Valider")

    assert "Réservé" in told.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_a_card_shows_every_line_that_the_family_withdrew_at_once(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")
    office.read()
    (asked,) = office.chat("durand", "annuler la cantine de Victor mardi et jeudi")

    office.press("durand", asked, "✅ Valider")

    (card,) = office.read("9001")
    assert card.text.count("retirée par la famille") == 2
    assert card.buttons == ()


def late_in_the_holidays(office: Office) -> tuple[Seen, Seen]:
    """Have a holiday cancelled after its limit, where the règlement leaves that to staff; the cart and the card."""
    office.granted("durand", "inscrire Victor vacances journée le 16 avril")
    (cart,) = office.chat("durand", "annuler Victor vacances journée le 16 avril", at="2025-04-02 10:00")
    office.press("durand", cart, "✅ Valider")
    (card,) = office.cards()
    return cart, card


def test_late_for_staff_the_amount_is_told_before_it_is_confirmed(office: Office) -> None:
    cart, card = late_in_the_holidays(office)

    assert "soumis au service : pourra être facturée 22,00 €" in cart.text
    assert "annoncé : peut être facturé 22,00 €" in card.text
    assert "✅ = facturée" in card.text

    office.press(9001, card, "✅ Accepter")
    assert office.bookings("durand") == ["Victor VACANCES_JOURNEE 2025-04-16 absence_billed"]


def test_late_for_staff_it_can_be_excused(office: Office) -> None:
    _, card = late_in_the_holidays(office)

    office.press(9001, card, "🟢 Excuser")

    assert office.bookings("durand") == ["Victor VACANCES_JOURNEE 2025-04-16 absence_excused"]


def toast(office: Office, text: str) -> str:
    (answer,) = office.chat("durand", text)
    return next(seen.text for seen in office.press("durand", answer, "✅ Valider") if seen.kind == "toast")


def test_the_pop_up_says_what_became_of_the_cart(office: Office) -> None:
    assert toast(office, "inscrire Victor midi mardi") == "Demande transmise."
    assert toast(office, "annuler midi mardi pour Victor") == "Demande retirée."
    office.read()
    office.granted("durand", "inscrire Victor midi jeudi")
    assert toast(office, "annuler midi jeudi pour Victor") == "C'est annulé."


def test_several_things_at_once_are_noted_or_sent_where_something_waits(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi jeudi")

    assert toast(office, "annuler midi jeudi pour Victor et inscrire Victor midi mardi") == "Demande transmise."


def test_what_is_impossible_by_now_was_not_sent(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    seen = office.at("2025-03-03 09:00").press("durand", answer, "✅ Valider")

    assert [one.text for one in seen if one.kind == "toast"] == [
        "Rien n'a été demandé : voyez pourquoi dans le message."
    ]


def test_to_take_back_something_without_saying_what_shows_how_to_say_it(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    office.press("durand", answer, "✅ Valider")

    (told,) = office.chat("durand", "/annuler")
    assert "Rien n'est annulé pour l'instant" in told.text
    example = "annuler Midi pour Victor mardi 4 mars"
    assert example in told.text

    (cart,) = office.chat("durand", example)
    assert cart.text.startswith("🧺 Votre panier\n➖ Annulation · Victor · mardi 4 mars")
