"""A sick child: recorded at once for a proven sender, told to staff, undoable; never a diagnosis further."""

from __future__ import annotations

import pytest

from domain.model.messages import Proof
from tests.desk.office import Office

SICK = "Bonjour, Victor est malade, il ne viendra pas aujourd'hui."


@pytest.fixture
def booked(office: Office) -> Office:
    office.granted("durand", "inscrire Victor midi mardi")
    return office


def test_a_mail_at_half_past_seven_frees_the_day_and_staff_see_it(booked: Office) -> None:
    (answer,) = booked.mail("durand", SICK, at="2025-03-04 07:30")

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]
    assert "absence excusée" in answer.text
    assert "certificat médical" in answer.text
    (notice,) = booked.read("9001")
    assert "Victor Durand" in notice.text
    assert "place libérée" in notice.text


def test_told_after_nine_it_is_billed(booked: Office) -> None:
    (answer,) = booked.mail("durand", SICK, at="2025-03-04 09:01")

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 absence_billed"]
    assert "facturée" in answer.text


def test_the_diagnosis_goes_no_further(booked: Office) -> None:
    booked.chat("durand", "Victor a une gastro, pas de cantine aujourd'hui", at="2025-03-04 07:30")

    assert not any("gastro" in one.text for one in booked.read())


def test_it_can_be_undone_in_chat(booked: Office) -> None:
    (answer,) = booked.chat("durand", SICK, at="2025-03-04 07:30")

    booked.press("durand", answer, "↩️ Annuler cette absence")

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_and_by_mail(booked: Office) -> None:
    booked.mail("durand", SICK, at="2025-03-04 07:30")

    (answer,) = booked.mail("durand", "annuler")

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]
    assert "De nouveau réservé" in answer.text


def test_another_family_cannot_undo_it(booked: Office) -> None:
    (answer,) = booked.chat("durand", SICK, at="2025-03-04 07:30")

    booked.press_data("billard", answer.data("↩️"))

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]


def test_the_same_news_twice_is_said_to_be_known(booked: Office) -> None:
    booked.chat("durand", SICK, at="2025-03-04 07:30")

    (answer,) = booked.mail("durand", SICK)

    assert "déjà notée" in answer.text


def test_an_unproven_mail_is_confirmed_by_the_address_on_file(booked: Office) -> None:
    (asked,) = booked.mail("durand", SICK, at="2025-03-04 07:30", proof=Proof.UNVERIFIED)
    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]
    assert "rien n'est encore enregistré" in asked.text

    booked.mail("durand", "oui", proof=Proof.UNVERIFIED, reply_to=[asked.id], at="2025-03-04 09:30")

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]  # by the first mail's hour


def test_an_unproven_yes_out_of_the_blue_records_nothing(booked: Office) -> None:
    booked.mail("durand", SICK, at="2025-03-04 07:30", proof=Proof.UNVERIFIED)

    booked.mail("durand", "oui", proof=Proof.UNVERIFIED)

    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_a_spoofed_mail_changes_nothing_and_only_staff_hear_of_it(booked: Office) -> None:
    answers = booked.mail("durand", SICK, at="2025-03-04 07:30", proof=Proof.SPOOF)

    assert answers == []
    assert booked.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]
    (warning,) = booked.read("9001")
    assert "durand" in warning.text
    assert "malade" not in warning.text


def test_a_pending_request_of_a_sick_day_is_withdrawn(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()

    office.chat("durand", "Victor sera malade mardi, il a de la fièvre", at="2025-03-03 20:00")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 withdrawn"]
    seen = office.press(9001, card, "✅ Accepter")
    assert any("déjà traité" in one.text for one in seen)
