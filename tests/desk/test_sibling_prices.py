"""A discount for brothers and sisters: what is booked or cancelled beside a booking changes its price, and is told."""

from __future__ import annotations

import re

from sqlalchemy import select

from domain.model.tariff import SiblingDiscount
from domain.services import billing
from domain.store import reports
from domain.store.tables.bookings import BookingEvent
from domain.store.tables.invoices import Invoice
from tests.desk.office import Office
from tests.desk.tariffs import accepted, asked, booking, say, validated, with_tariff

SIBLINGS = (SiblingDiscount(2, 20),)


def test_the_younger_of_two_pays_less_by_birth_not_by_order(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    answer = asked(office, "durand", "inscrire Victor et Séverine midi mardi")

    assert re.search(r"Victor .*· 9,20 €, réduction fratrie de 2,30 € déduite", answer.text)
    assert re.search(r"Séverine .*· 11,50 €(?!,)", answer.text)
    assert "Total : 20,70 €" in answer.text


def test_booking_the_elder_one_makes_the_younger_cheaper_and_says_so_before(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor midi mardi")
    answer = asked(office, "durand", "inscrire Séverine midi mardi")

    assert "Cela changera le prix d'autres réservations" in answer.text
    assert "Victor · mardi 4 mars · Midi : 9,20 € au lieu de 11,50 €" in answer.text
    sent = office.press("durand", answer, "✅ Valider")
    assert any("Prix recalculé" in one.text and "9,20 € au lieu de 11,50 €" in one.text for one in sent)
    assert (booking(office, "Victor").price_cents, booking(office, "Séverine").price_cents) == (920, 1150)


def test_cancelling_the_elder_one_makes_the_younger_pay_in_full_and_says_so_before(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")
    accepted(office)
    answer = asked(office, "durand", "annuler midi mardi pour Séverine")

    assert "Victor · mardi 4 mars · Midi : 11,50 € au lieu de 9,20 €" in answer.text
    office.press("durand", answer, "✅ Valider")
    assert booking(office, "Victor").price_cents == 1150
    with office.sessions.reading() as session:
        event = session.scalars(select(BookingEvent).where(BookingEvent.move == "reprice")).one()
    assert event.reason == "920 -> 1150 cents"


def test_a_refusal_by_staff_is_answered_with_the_other_price(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor midi mardi")
    accepted(office)
    validated(office, "durand", "inscrire Séverine midi mardi")
    (card,) = office.cards()
    (asks, *_) = office.press(9001, card, "❌ Refuser")
    office.press(9001, asks, "Plus de place")
    (decided,) = office.read(str(office.chat_of("durand")))

    assert "Victor · mardi 4 mars · Midi : 11,50 € au lieu de 9,20 €" in decided.text
    assert booking(office, "Victor").price_cents == 1150


def test_a_single_line_refused_while_others_wait_is_told_by_a_letter_of_its_own(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")
    (card,) = office.cards()
    lines = [label for label in card.labels if "Séverine" in label]
    number = lines[0].split("✅ ")[1].split(".")[0]
    (asks, *_) = office.press(9001, card, f"❌ {number}")
    office.press(9001, asks, "Plus de place")
    told = office.read(str(office.chat_of("durand")))

    assert [one.kind for one in told] == ["prices"]
    assert "Victor · mardi 4 mars · Midi : 11,50 € au lieu de 9,20 €" in told[0].text


def test_a_sick_sister_who_was_not_granted_yet_is_withdrawn_and_the_answer_says_what_it_changes(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")
    (answer,) = office.chat("durand", "Séverine est malade mardi")

    assert "demande retirée" in answer.text
    assert "Victor · mardi 4 mars · Midi : 11,50 € au lieu de 9,20 €" in answer.text


def test_the_carts_that_are_listed_have_the_prices_that_were_told(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS, aids=True)
    with_tariff(office, "MATIN", aids=True)
    say(office, "aid", durand="8.00")
    asked(office, "durand", "inscrire Victor et Séverine matin et midi mardi")

    with office.sessions.reading() as session:
        rows = reports.carts(session, reports.Filter(office.structure.zone), office.structure)
    assert sum(row["price_cents"] for row in rows) == 600 + 1150 + 600 + 920 - 2 * 800


def test_a_sick_sister_costs_her_brother_nothing(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")
    accepted(office)
    office.chat("durand", "Séverine est malade mardi")

    assert booking(office, "Victor").price_cents == 920


def test_what_is_on_an_issued_invoice_keeps_its_price(office: Office) -> None:
    with_tariff(office, sibling_discount=SIBLINGS)
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")
    accepted(office)
    office.at("2025-04-02 09:00")
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
    asked(office, "durand", "annuler midi mardi 4 mars pour Séverine", at="2025-02-27 19:00")
    office.chat("durand", "valider")

    assert "Séverine MIDI 2025-03-04 cancelled" in office.bookings("durand")
    assert booking(office, "Victor").price_cents == 920
    with office.sessions.reading() as session:
        assert session.scalars(select(Invoice.total_cents)).one() == 2070
