"""Families that do not write French: what we read is done, the rest goes to the office, and they are told."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


def test_an_english_booking_is_answered_in_french(office: Office) -> None:
    (answer,) = office.chat("durand", "Please register Victor for lunch on Tuesday")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
    assert "Votre panier" in answer.text


@pytest.mark.parametrize(
    "text", ["Victor bugün hasta, okula gelmeyecek", "Виктор сьогодні хворий", "Victor lost his hat"]
)
def test_who_writes_no_french_is_told_what_happens_next(office: Office, text: str) -> None:
    answers = office.chat("durand", text)

    assert office.cart("durand") == []
    assert any("transmis au service" in a.text and "passed on to our staff" in a.text for a in answers)


def test_who_writes_french_is_told_in_french_only(office: Office) -> None:
    answers = office.chat("durand", "Victor a perdu sa veste bleue")

    assert not any("our staff" in a.text for a in answers)
