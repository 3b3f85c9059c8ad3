"""An edited message replaces its own lines while they are in the cart; later it only explains."""

from __future__ import annotations

from tests.desk.office import Office


def test_a_correction_replaces_what_the_message_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi", message="42")

    office.edit("durand", "42", "inscrire Victor midi jeudi")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-06"]


def test_and_leaves_other_messages_lines_alone(office: Office) -> None:
    office.chat("durand", "inscrire Séverine midi mardi", message="41")
    office.chat("durand", "inscrire Victor midi mardi", message="42")

    office.edit("durand", "42", "inscrire Victor midi jeudi")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04", "book Victor MIDI 2025-03-06"]


def test_once_validated_it_only_explains(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi", message="42", key=stored(office, "tg:1"))
    office.press("durand", answer, "✅ Valider")

    (explained,) = office.edit("durand", "42", "inscrire Victor midi jeudi")

    assert "rien n'a changé" in explained.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    assert office.cart("durand") == []


def test_a_corrected_typing_error_is_understood(office: Office) -> None:
    office.chat("durand", "xxxx", message="42", key=stored(office, "tg:1"))

    office.edit("durand", "42", "inscrire Victor midi mardi")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def stored(office: Office, key: str) -> str:
    """Keep the update in the inbox first, as the poller does."""
    office.store(key)
    return key
