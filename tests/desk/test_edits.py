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


def test_what_the_new_words_do_not_ask_for_any_more_is_told(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi", message="42")

    (answer,) = office.edit("durand", "42", "merci")

    assert "Message modifié, retiré du panier :\n• Victor · mardi 4 mars · Midi" in answer.text
    assert office.cart("durand") == []


def test_in_one_answer_with_the_cart_as_it_is_now(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi et jeudi", message="42")

    (answer,) = office.edit("durand", "42", "inscrire Victor midi jeudi")

    assert "retiré du panier :\n• Victor · mardi 4 mars" in answer.text
    assert "Votre panier\n➕ Victor · jeudi 6 mars" in answer.text


def test_a_corrected_typing_error_takes_nothing_out(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi", message="42")

    (answer,) = office.edit("durand", "42", "inscrire Victor midi mardi svp")

    assert "retiré" not in answer.text


def test_a_question_about_the_new_words_comes_with_it(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi", message="42")

    (answer,) = office.edit("durand", "42", "inscrire Victor jeudi")

    assert "retiré du panier :\n• Victor · mardi 4 mars" in answer.text
    assert "pour quelle activité ?" in answer.text


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
