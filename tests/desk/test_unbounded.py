"""Without end: the last day is asked; "toutes les réservations" is for a person."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


@pytest.mark.parametrize("tell", [Office.chat, Office.mail])
@pytest.mark.parametrize("answer", ["vendredi", "jusqu'au vendredi 7 mars", "le 7 mars"])
def test_until_further_notice_is_asked_and_its_answer_ends_it(office: Office, tell: object, answer: str) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi 4, jeudi 6 et mardi 11 mars", at="2025-02-27 18:00")

    (asked,) = tell(office, "coralis", "Zoé est malade jusqu'à nouvel ordre", at="2025-03-04 07:00")  # type: ignore[operator]
    assert "jusqu'à quel jour ?" in asked.text

    (noted,) = tell(office, "coralis", answer)  # type: ignore[operator]
    assert "au vendredi 7 mars" in noted.text
    assert office.bookings("coralis") == [
        "Zoé MIDI 2025-03-04 absence_excused",
        "Zoé MIDI 2025-03-06 absence_excused",
        "Zoé MIDI 2025-03-11 confirmed",
    ]


@pytest.mark.parametrize(
    "words", ["Merci d'annuler toutes les réservations de Zoé.", "Bonjour, annulez toutes nos inscriptions svp"]
)
def test_all_that_is_booked_is_called_off_by_a_person_only(office: Office, words: str) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi 4 mars")

    (answer,) = office.mail("coralis", words)

    assert "transmis" in answer.text
    assert office.cart("coralis") == []
    assert [seen.kind for seen in office.read("9001")] == ["human"]


def test_all_of_a_day_is_still_a_request(office: Office) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi 4 mars")
    office.mail("coralis", "annuler toutes les réservations de mardi 4 mars")

    assert office.cart("coralis") == ["cancel Zoé MIDI 2025-03-04"]
