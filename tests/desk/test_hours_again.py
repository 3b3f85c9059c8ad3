"""A change of hour that waits: changed once more, taken back, gone with its booking."""

from __future__ import annotations

import pytest

from domain.model.messages import Proof
from tests.desk.hours import BOOKED, hours
from tests.desk.office import Office, Seen

#: One minute after the last one for Tuesday 4 March.
TOO_LATE = "2025-03-01 00:00"


def waiting(office: Office) -> Seen:
    office.granted("billard", BOOKED)
    office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30")
    office.chat("billard", "valider")
    (card,) = office.cards()
    return card


def test_a_change_that_waits_is_not_asked_twice(office: Office) -> None:
    waiting(office)

    (answer,) = office.chat("billard", "inscrire Luka soir mardi jusqu'à 18h30")

    assert "déjà demandé, en attente de validation" in answer.text


def test_going_back_to_the_hour_that_stands_needs_nobody(office: Office) -> None:
    card = waiting(office)

    office.chat("billard", "finalement je récupère Luka à 17h30 mardi", at=TOO_LATE)
    office.chat("billard", "valider")

    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed"]
    (closed,) = office.cards()
    assert closed.edits == card.id
    assert closed.buttons == ()


def test_a_third_hour_replaces_the_second(office: Office) -> None:
    card = waiting(office)

    office.chat("billard", "finalement je récupère Luka à 18h mardi")
    office.chat("billard", "valider")

    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed → 18:00"]
    cards = office.cards()
    assert [one.buttons == () for one in cards if one.edits == card.id] == [True]
    (new,) = [one for one in cards if not one.edits]
    office.press(9001, new, "✅ Accepter")
    assert hours(office) == ["Luka 2025-03-04 18:00 620 confirmed"]


@pytest.mark.parametrize("words", ["annuler Luka soir mardi", "Luka est malade mardi"])
def test_a_booking_that_goes_takes_its_change_along(office: Office, words: str) -> None:
    card = waiting(office)

    office.chat("billard", words)
    office.chat("billard", "valider")

    assert "→" not in hours(office)[0]
    assert any(one.edits == card.id and one.buttons == () for one in office.cards())
    office.press(9001, card, "✅ Accepter")
    assert hours(office)[0].startswith("Luka 2025-03-04 17:30 310")


def test_the_last_request_taken_back_is_the_change_and_not_the_booking(office: Office) -> None:
    waiting(office)

    (answer,) = office.chat("billard", "annule ma dernière demande")
    office.chat("billard", "valider")

    assert "départ 18 h 30 → 17 h 30" in answer.text
    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed"]


def test_an_unproven_mail_changes_nothing_by_itself(office: Office) -> None:
    office.granted("billard", BOOKED)
    office.mail("billard", "Luka partira à 18h30 mardi au lieu de 17h30", proof=Proof.UNVERIFIED)

    (answer,) = office.mail("billard", "valider", proof=Proof.UNVERIFIED)

    assert "contient des changements d'heure" in answer.text
    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed"]
