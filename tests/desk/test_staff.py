"""Staff decide: once, whole or line by line, with a reason, and nobody else can."""

from __future__ import annotations

import pytest

from tests.desk.office import Office, Seen

TWO_DAYS = "inscrire Victor midi mardi et jeudi"


def asked(office: Office, text: str = TWO_DAYS, family: str = "durand") -> Seen:
    (answer,) = office.chat(family, text)
    office.press(family, answer, "✅ Valider")
    (card,) = office.cards()
    return card


def test_the_second_to_press_learns_who_was_quicker(office: Office) -> None:
    office.hire("Paul", 9002)
    office.read()
    card = asked(office)

    office.press(9001, card, "✅ Accepter")
    seen = office.press(9002, card, "❌ Refuser")

    assert any("déjà traité par Anna" in one.text for one in seen)
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed", "Victor MIDI 2025-03-06 confirmed"]


def test_every_copy_of_the_card_loses_its_buttons(office: Office) -> None:
    office.hire("Paul", 9002)
    office.read()
    card = asked(office)
    (copy,) = office.cards(9002)

    office.press(9001, card, "✅ Accepter")

    (after,) = office.cards(9002)
    assert after.edits == copy.id
    assert after.buttons == ()


def test_each_line_can_be_decided_by_itself_and_the_answer_waits_for_the_last(office: Office) -> None:
    card = asked(office)
    office.press(9001, card, "✅ 1.")
    assert office.read(str(office.chat_of("durand"))) == []

    office.press(9001, card, "❌ 2")
    office.press_data(9001, "rr:1:2:0", message=card.id)

    (told,) = office.read(str(office.chat_of("durand")))
    assert "1 réservation acceptée le : 04/03" in told.text
    assert "1 demande refusée le : 06/03" in told.text
    assert "Motif : Plus de place" in told.text


def test_a_refusal_needs_a_reason_from_a_button(office: Office) -> None:
    card = asked(office, "inscrire Victor midi mardi")
    (choosing, *_) = office.press(9001, card, "❌ Refuser")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    assert "Motif du refus ?" in choosing.text

    office.press(9001, choosing, "Dossier incomplet")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 refused"]
    (told,) = office.read(str(office.chat_of("durand")))
    assert "Motif : Dossier incomplet" in told.text


def test_or_typed_as_a_reply_and_shown_escaped(office: Office) -> None:
    card = asked(office, "inscrire Victor midi mardi")
    office.press(9001, card, "❌ Refuser")

    office.staff_says(9001, "Sortie <b>scolaire</b>", reply_to=card)

    (told,) = office.read(str(office.chat_of("durand")))
    assert "&lt;b&gt;" in told.message.text


def test_a_remark_under_a_card_refuses_nothing(office: Office) -> None:
    card = asked(office, "inscrire Victor midi mardi")

    office.staff_says(9001, "je m'en occupe", reply_to=card)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


def test_changing_one_s_mind_brings_the_buttons_back(office: Office) -> None:
    card = asked(office, "inscrire Victor midi mardi")
    (choosing, *_) = office.press(9001, card, "❌ Refuser")

    (back, *_) = office.press(9001, choosing, "↩️ Retour")

    assert back.labels == ["✅ Accepter", "❌ Refuser"]


@pytest.mark.parametrize("data", ["sa:1", "sr:1", "sx:1", "la:1", "rr:1:0:0"])
def test_a_parent_s_forged_press_decides_nothing(office: Office, data: str) -> None:
    asked(office, "inscrire Victor midi mardi")

    office.press_data("durand", data)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


@pytest.mark.parametrize("data", ["sa:", "sa:x", "zz", "sa:999", "rr:1", "l:1", "la:999", "", "sa:1:2:3", "🙂" * 16])
def test_garbage_on_a_staff_button_is_answered_and_changes_nothing(office: Office, data: str) -> None:
    asked(office, "inscrire Victor midi mardi")

    seen = office.press_data(9001, data)

    assert seen, "a press is always answered"
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


def test_in_a_group_only_linked_staff_decide_and_only_in_the_configured_one(office: Office) -> None:
    office.staff_chat = -100
    office.with_rules()
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards(-100)

    office.press_data(4242, card.data("✅ Accepter"), group=-100)  # a stranger in the right group
    office.press_data(9001, card.data("✅ Accepter"), group=-200)  # staff in the wrong group
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]

    office.press_data(9001, card.data("✅ Accepter"), group=-100)
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_a_request_withdrawn_by_the_family_leaves_the_card(office: Office) -> None:
    card = asked(office, "inscrire Victor midi mardi")
    (answer,) = office.chat("durand", "annuler midi mardi pour Victor")
    office.press("durand", answer, "✅ Valider")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 withdrawn"]

    seen = office.press(9001, card, "✅ Accepter")

    assert any("déjà traité par la famille" in one.text for one in seen)
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 withdrawn"]


def test_a_new_colleague_sees_what_was_asked_before_they_came(office: Office) -> None:
    asked(office, "inscrire Victor midi mardi")

    office.hire("Paul", 9002)

    assert len(office.cards(9002)) == 1
