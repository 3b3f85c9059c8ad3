"""What a family pays, told before it validates: lateness apart, the quotient, an aid; and on the invoice."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.letters.french import euros
from domain.model.deadline import Late, Surcharge
from domain.model.tariff import Bracket, Outside, SiblingDiscount, UnitPrice
from domain.services import billing
from domain.store.tables.bookings import Booking
from domain.store.tables.invoices import Invoice
from tests.desk.office import Office
from tests.desk.tariffs import accepted, asked, booking, march_invoice, say, validated, with_late, with_tariff

BRACKETS = (Bracket(400, 310), Bracket(800, 420), Bracket(None, 560))


# -- lateness ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("door", ["chat", "mail"])
def test_what_lateness_costs_is_told_apart(office: Office, door: str) -> None:
    with_late(office, Late.SURCHARGE, Surcharge(percent=50))
    (answer,) = getattr(office, door)("durand", "inscrire Victor midi mardi", at="2025-03-03 10:00")

    assert "17,25 €, dont 5,75 € de supplément hors délai" in answer.text
    assert "Total : 17,25 €" in answer.text
    assert "À valider avant" not in answer.text


def test_a_line_in_time_beside_a_late_one_keeps_its_own_limit(office: Office) -> None:
    with_late(office, Late.SURCHARGE, Surcharge(cents=200))
    answer = asked(office, "durand", "inscrire Victor midi mardi et jeudi", at="2025-03-03 10:00")

    assert "À valider avant mardi 4 mars à 23 h 59" in answer.text
    assert "Total : 25,00 €" in answer.text


def test_the_supplement_is_kept_apart_on_the_booking_and_on_the_invoice(office: Office) -> None:
    with_late(office, Late.SURCHARGE, Surcharge(percent=50))
    validated(office, "durand", "inscrire Victor midi mardi", at="2025-03-03 10:00")
    accepted(office)

    row = booking(office, "Victor")
    assert (row.price_cents, row.surcharge_cents, row.late) == (1725, 575, True)
    notice = march_invoice(office)
    assert "Victor · Midi : 1 × 11,50 € = 11,50 €" in notice.text
    assert "Victor · Midi, supplément hors délai : 1 × 5,75 € = 5,75 €" in notice.text
    assert "Total : 17,25 €" in notice.text


def test_staff_see_that_it_is_late_and_what_it_adds(office: Office) -> None:
    with_late(office, Late.SURCHARGE, Surcharge(cents=200))
    validated(office, "durand", "inscrire Victor midi mardi", at="2025-03-03 10:00")
    (card,) = office.cards()

    assert "13,50 €, dont 2,00 € de supplément hors délai · hors délai" in card.text


def test_late_with_places_free_is_not_called_full(office: Office) -> None:
    with_late(office, Late.WAITLIST)
    answer = asked(office, "durand", "inscrire Victor midi mardi", at="2025-03-03 10:00")

    assert "hors délai : liste d'attente, rang 1" in answer.text
    assert "complet" not in answer.text


def test_what_may_be_withdrawn_at_any_time_has_no_limit(office: Office) -> None:
    with_late(office, Late.WAITLIST)
    validated(office, "durand", "inscrire Victor midi mardi", at="2025-03-03 10:00")
    answer = asked(office, "durand", "annuler midi mardi pour Victor", at="2025-03-03 10:05")

    assert "Annulation · Victor" in answer.text
    assert "À valider avant" not in answer.text


# -- who pays ---------------------------------------------------------------------------------------------------------


def test_an_unknown_quotient_costs_the_most_and_the_family_is_told_what_to_send(office: Office) -> None:
    with_tariff(office, price_cents=None, price_by_quotient=BRACKETS)
    answer = asked(office, "durand", "inscrire Victor midi mardi")

    assert "5,60 €" in answer.text
    assert "quotient familial inconnu" in answer.text.lower()
    assert "tarif maximal appliqué, transmettez votre attestation CAF" in answer.text


def test_the_quotient_that_is_valid_on_the_day_counts(office: Office) -> None:
    with_tariff(office, price_cents=None, price_by_quotient=BRACKETS)
    say(office, "quotient,quotient_from", durand="350,2024-09-01")
    say(office, "quotient,quotient_from", durand="650,2025-03-06")
    answer = asked(office, "durand", "inscrire Victor midi mardi et jeudi")

    assert "mardi 4 mars · Midi (11 h 45 – 13 h 30) · 3,10 €" in answer.text
    assert "jeudi 6 mars · Midi (11 h 45 – 13 h 30) · 4,20 €" in answer.text
    assert "attestation" not in answer.text


def test_a_family_from_outside_pays_what_outsiders_pay(office: Office) -> None:
    with_tariff(office, price_non_resident=Outside(cents=1500))
    say(office, "resident", durand="non", billard="oui")

    assert "15,00 €" in asked(office, "durand", "inscrire Victor midi mardi").text
    assert "11,50 €" in asked(office, "billard", "inscrire Luka midi mardi").text
    assert "Commune de résidence inconnue" in asked(office, "coralis", "inscrire Zoé midi mardi").text


def test_the_aid_of_a_day_is_used_once_a_child_and_is_a_line_of_the_invoice(office: Office) -> None:
    with_tariff(office, aids=True)
    with_tariff(office, "MATIN", aids=True)
    say(office, "aid", durand="8.00")
    answer = asked(office, "durand", "inscrire Victor matin et midi mardi")

    assert "0,00 €, aide de 6,00 € déduite" in answer.text
    assert "9,50 €, aide de 2,00 € déduite" in answer.text
    assert "Total : 9,50 €" in answer.text
    office.press("durand", answer, "✅ Valider")
    accepted(office)
    notice = march_invoice(office)
    assert "Victor · Midi, aide déduite : 1 × −2,00 € = −2,00 €" in notice.text
    assert "Total : 9,50 €" in notice.text


def test_a_price_by_started_half_hour_is_asked_with_one_button_a_price(office: Office) -> None:
    with_tariff(office, "SOIR", price_by_hour=(), price_per_unit=UnitPrice(30, 120))
    answer = asked(office, "billard", "inscrire Luka au soir mardi")

    assert answer.labels == ["17 h (1,20 €)", "17 h 30 (2,40 €)", "18 h (3,60 €)", "18 h 30 (4,80 €)"]
    assert any("Total : 2,40 €" in one.text for one in office.press("billard", answer, "17 h 30"))


def test_what_was_told_is_what_is_kept_and_invoiced_to_the_cent(office: Office) -> None:
    """Siblings, an aid and lateness in one cart: the total, the bookings and the invoice's lines are one sum."""
    with_tariff(office, sibling_discount=(SiblingDiscount(2, 15),), aids=True)
    with_tariff(office, "MATIN", aids=True)
    with_late(office, Late.SURCHARGE, Surcharge(percent=33))
    say(office, "aid", durand="7.77")
    answer = asked(office, "durand", "inscrire Victor et Séverine matin et midi mardi et jeudi", at="2025-03-03 10:00")
    office.press("durand", answer, "✅ Valider")
    accepted(office)
    office.at("2025-04-02 09:00")

    with office.sessions.begin() as session:
        rows = session.scalars(select(Booking)).all()
        billing.prepare(session, office.structure, "2025-03", office.clock.now())
        invoice = session.scalars(select(Invoice)).one()
        kept = sum(row.price_cents or 0 for row in rows)
        assert len(rows) == 8
        assert f"Total : {euros(kept)}" in answer.text
        assert invoice.total_cents == kept == sum(line.cents for line in invoice.lines)


def test_a_town_without_such_tariffs_pays_as_before(office: Office) -> None:
    say(office, "quotient,quotient_from,resident,aid", durand="350,2024-09-01,non,50%")
    validated(office, "durand", "inscrire Victor et Séverine midi mardi")

    assert [booking(office, child).price_cents for child in ("Victor", "Séverine")] == [1150, 1150]
