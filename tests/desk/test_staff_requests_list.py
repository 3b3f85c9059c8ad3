"""What waits can be brought up again from a list, and a refusal names the line it is about."""

from __future__ import annotations

from tests.desk.office import Office, Seen

TWO_DAYS = "inscrire Victor midi mardi et jeudi"


def asked(office: Office, family: str = "durand", text: str = TWO_DAYS) -> Seen:
    (answer,) = office.chat(family, text)
    office.press(family, answer, "✅ Valider")
    (card,) = office.cards()
    return card


def test_the_list_has_a_button_for_each_request_that_brings_its_card_up_again(office: Office) -> None:
    card = asked(office)
    asked(office, "coralis", "inscrire Zoé midi mardi")
    (listed,) = office.staff_says(9001, "/demandes")
    assert listed.labels == ["📋 n° 1 · durand", "📋 n° 2 · coralis"]

    (again,) = [one for one in office.press(9001, listed, "📋 n° 1") if one.kind == "card"]

    assert again.text.startswith("📋 Demande n° 1 — famille durand")
    assert again.labels == card.labels
    assert again.edits == ""


def test_either_card_decides_and_both_lose_their_buttons(office: Office) -> None:
    card = asked(office)
    (listed,) = office.staff_says(9001, "/demandes")
    (again,) = [one for one in office.press(9001, listed, "📋 n° 1") if one.kind == "card"]

    after = [one for one in office.press(9001, again, "✅ Accepter") if one.kind == "card"]

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed", "Victor MIDI 2025-03-06 confirmed"]
    assert sorted(one.edits for one in after) == sorted([card.id, again.id])
    assert [one.labels for one in after] == [[], []]


def test_a_reason_typed_under_the_card_that_was_brought_up_counts(office: Office) -> None:
    asked(office)
    (listed,) = office.staff_says(9001, "/demandes")
    (again,) = [one for one in office.press(9001, listed, "📋 n° 1") if one.kind == "card"]
    office.press(9001, again, "❌ Refuser")

    office.staff_says(9001, "Sortie scolaire", reply_to=again)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 refused", "Victor MIDI 2025-03-06 refused"]


def test_a_request_that_was_decided_meanwhile_says_by_whom(office: Office) -> None:
    card = asked(office)
    (listed,) = office.staff_says(9001, "/demandes")
    office.press(9001, card, "✅ Accepter")

    (toast,) = office.press(9001, listed, "📋 n° 1")

    assert toast.text == "C'est déjà traité par Anna."


def test_the_reason_for_one_line_is_asked_with_its_number_and_name(office: Office) -> None:
    card = asked(office)

    choosing = next(one for one in office.press(9001, card, "❌ 2") if one.kind == "card")
    assert "Motif du refus de la ligne 2 (Victor · jeudi 6 mars · Midi" in choosing.text

    (prompt,) = [one for one in office.press(9001, choosing, "✍️ Autre motif") if one.kind == "staff"]
    assert "Demande n° 1, ligne 2 (Victor · jeudi 6 mars · Midi" in prompt.text


def test_a_card_of_many_lines_says_that_the_later_ones_get_their_buttons_later(office: Office) -> None:
    card = asked(office, "durand", "inscrire Victor et Séverine midi tous les jours d'école jusqu'au 28 mars")

    lines = [label for label in card.labels if label.startswith("❌ ")]
    assert len(lines) - 1 == 30
    assert "Un par un : les 30 premières lignes d'abord, puis les " in card.text
