"""One message gets one answer, however many things it says: what is asked for stands in it beside what was done."""

from __future__ import annotations

import pytest

from tests.desk.office import Office

BOOK = "inscrire Victor midi mardi"


def test_a_booking_and_a_question_about_prices_are_answered_together_by_mail(office: Office) -> None:
    (answer,) = office.mail("durand", f"Bonjour,\n{BOOK}. Et combien coûte le mercredi ?")

    assert "Mercredi journée (8 h – 18 h) : 18,00 €" in answer.text
    assert "Victor · mardi 4 mars · Midi" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quel est le délai pour annuler jeudi ?", "annuler sans frais"),
        ("Mes factures svp.", "Aucune facture"),
        ("Montrez-moi mes demandes.", "Aucune demande"),
        ("Que puis-je écrire ? aide", "Écrivez en une phrase"),
    ],
)
def test_what_is_asked_beside_a_booking_stands_above_the_cart(office: Office, question: str, told: str) -> None:
    (answer,) = office.chat("durand", f"{BOOK}. {question}")

    assert answer.text.index(told) < answer.text.index("🧺 Votre panier")
    assert "✅ Valider" in answer.labels


def test_a_wish_for_a_person_beside_a_booking_is_passed_on_once_and_told_once(office: Office) -> None:
    (answer,) = office.mail("durand", f"{BOOK}. Pouvez-vous me rappeler ?")

    assert answer.text.count("transmis") == 1
    assert [card.kind for card in office.read("9001")] == ["human"]


def test_what_was_answered_already_is_not_told_again_after_our_question(office: Office) -> None:
    (asked,) = office.chat("durand", "inscrire Victor mardi. Pouvez-vous me rappeler ?")
    office.read("9001")

    answer = office.press("durand", asked, "Midi")[-1]

    assert "transmis" not in answer.text
    assert office.read("9001") == []


def test_an_illness_before_a_question_about_places_is_noted(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.chat("durand", "Victor est malade mardi, il reste de la place mercredi pour Séverine ?")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]
    assert "Mercredi journée, mercredi 5 mars (Europa) : 48 places libres" in answer.text


@pytest.mark.parametrize(
    "question",
    ["Si Victor est malade mardi, combien ça coûte ?", "Quand Victor est malade le mardi, combien ça coûte ?"],
)
def test_an_illness_that_is_only_supposed_is_not_noted(office: Office, question: str) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    office.chat("durand", question)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_an_illness_told_with_a_question_is_recorded_and_the_question_answered(office: Office) -> None:
    office.granted("durand", BOOK)

    (answer,) = office.chat(
        "durand", "Victor a de la fièvre aujourd'hui, est-ce que le repas sera facturé ?", at="2025-03-04 08:00"
    )

    assert "Midi (11 h 45 – 13 h 30) : 11,50 €" in answer.text
    assert "Absence notée : Victor, mardi 4 mars" in answer.text
    assert "certificat médical" in answer.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]
