"""A question is open, and something else is said: an answer completes the first message, a new sentence does not."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


@pytest.mark.parametrize(
    ("first", "then", "cart"),
    [
        ("mardi", "inscrire Séverine midi jeudi", ["book Séverine MIDI 2025-03-06"]),
        ("inscrire midi mardi", "inscrire Victor le matin jeudi", ["book Victor MATIN 2025-03-06"]),
        ("inscrire Victor le soir mardi", "inscrire Séverine midi jeudi", ["book Séverine MIDI 2025-03-06"]),
        ("inscrire Victor midi", "inscrire Séverine le matin jeudi", ["book Séverine MATIN 2025-03-06"]),
    ],
)
def test_a_new_whole_sentence_is_no_answer(office: Office, first: str, then: str, cart: list[str]) -> None:
    office.chat("durand", first)

    office.chat("durand", then)

    assert office.cart("durand") == cart


@pytest.mark.parametrize("sick", ["Victor est malade aujourd'hui", "Victor a de la fièvre, il reste à la maison"])
def test_an_absence_told_meanwhile_is_recorded_and_no_answer(office: Office, sick: str) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "inscrire à la cantine jeudi", at="2025-03-04 07:20")

    office.chat("durand", sick, at="2025-03-04 07:30")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]
    assert office.cart("durand") == []


@pytest.mark.parametrize(
    ("family", "first", "then", "cart"),
    [
        ("durand", "inscrire midi mardi", "Victor", ["book Victor MIDI 2025-03-04"]),
        ("durand", "inscrire midi mardi", "inscris Victor", ["book Victor MIDI 2025-03-04"]),
        ("durand", "Victor midi mardi", "inscrire", ["book Victor MIDI 2025-03-04"]),
        ("durand", "inscrire Victor midi", "mardi", ["book Victor MIDI 2025-03-04"]),
        ("coralis", "inscrire Zoé midi", "mardi", ["book Zoé MIDI 2025-03-04"]),
    ],
)
def test_an_answer_completes_the_first_message(
    office: Office, family: str, first: str, then: str, cart: list[str]
) -> None:
    office.chat(family, first)

    office.chat(family, then)

    assert office.cart(family) == cart


def test_an_answer_keeps_to_what_the_first_message_wanted(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "annuler midi mardi")

    office.chat("durand", "Victor midi mardi")

    assert office.cart("durand") in ([], ["cancel Victor MIDI 2025-03-04"])
