"""From a sentence to a granted booking, as Hettange-Grande's families and staff live it."""

from __future__ import annotations

from tests.desk.office import Office


def test_a_lunch_is_asked_validated_accepted_and_told(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    for shown in ("Victor", "mardi 4 mars", "Midi", "11 h 45 – 13 h 30", "11,50 €"):
        assert shown in answer.text
    assert answer.labels[:2] == ["✅ Valider", "🗑 Vider"]
    assert office.bookings("durand") == []

    office.press("durand", answer, "✅ Valider")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    (card,) = office.cards()
    assert card.labels == ["✅ Accepter", "❌ Refuser"]
    assert "60 places libres" in card.text

    (after, _toast) = office.press(9001, card, "✅ Accepter")
    assert after.edits == card.id
    assert after.buttons == ()
    assert "Traité par Anna" in after.text
    (told,) = office.read(str(office.chat_of("durand")))
    assert "1 réservation acceptée le : 04/03" in told.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]


def test_the_cart_is_edited_in_place_when_its_buttons_are_pressed(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")

    seen = office.press("durand", answer, "✖ Victor · mar. 04/03")

    (shown,) = [one for one in seen if one.kind == "answer"]
    assert shown.edits == answer.id
    assert office.cart("durand") == ["book Victor MIDI 2025-03-06"]


def test_nothing_is_requested_before_the_parent_validates(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    assert office.bookings("durand") == []
    assert office.cards() == []


def test_hettange_s_table_refuses_monday_one_minute_after_thursday(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi lundi", at="2025-02-28 00:01")

    assert "lundi 3 mars" in answer.text
    assert "la limite était jeudi 27 février à 23 h 59" in answer.text
    assert office.cart("durand") == []


def test_a_message_received_in_time_counts_even_if_it_is_validated_too_late(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi lundi", at="2025-02-27 23:58")
    office.at("2025-02-28 00:05")

    office.press("durand", answer, "✅ Valider")

    assert office.bookings("durand") == []  # what counts is the receipt of the validation
    assert office.cart("durand") == []


def test_the_cart_of_the_hettange_manual_totals_21_50(office: Office) -> None:
    office.chat("durand", "inscrire Séverine matin lundi 10 mars")
    (answer,) = office.chat("durand", "inscrire Séverine midi et le soir jusqu'à 18h mardi 11 mars")

    assert office.cart("durand") == [
        "book Séverine MATIN 2025-03-10",
        "book Séverine MIDI 2025-03-11",
        "book Séverine GOUTER 2025-03-11",
        "book Séverine CREATIF 2025-03-11",
    ]
    assert "Total : 21,50 €" in answer.text


def test_cancellations_are_not_subtracted_from_the_total(office: Office) -> None:
    """Clap Chaz: 3,10 + 3,10 with two cancellations totals 6,20 €."""
    office.granted("billard", "inscrire Luka soir jusqu'à 17h30 jeudi 13 mars et vendredi 14 mars")
    office.chat("billard", "annuler le soir de Luka jeudi 13 mars et vendredi 14 mars")

    (answer,) = office.chat("billard", "inscrire Luka le soir jusqu'à 17h30 lundi 10 et mardi 11 mars")

    assert answer.text.count("Annulation") >= 1
    assert "Total : 6,20 €" in answer.text


def test_the_hour_that_sets_the_price_is_asked_with_one_button_each(office: Office) -> None:
    (asked,) = office.chat("billard", "inscrire Luka soir mardi")
    assert asked.labels == ["17 h 30 (3,10 €)", "18 h 30 (6,20 €)"]
    assert office.cart("billard") == []

    seen = office.press("billard", asked, "18 h 30")

    assert "6,20 €" in seen[-1].text
    assert office.cart("billard") == ["book Luka SOIR 2025-03-04"]


def test_what_needs_another_activity_says_which(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor à l'atelier créatif mardi")

    assert "ne va pas sans Goûter 17h" in answer.text
    assert office.cart("durand") == []


def test_a_day_that_is_booked_already_is_said_and_not_booked_twice(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.chat("durand", "inscrire Victor midi mardi")

    assert "déjà réservé" in answer.text
    assert office.cart("durand") == []


def test_a_closed_day_is_named(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi le 18 avril", at="2025-03-03 09:00")

    assert "vendredi 18 avril" in answer.text or "quel jour" in answer.text
    assert office.cart("durand") == []


def test_the_same_update_twice_is_one(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi", key="tg:1")
    office.press("durand", answer, "✅ Valider")

    office.press("durand", answer, "✅ Valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    assert len(office.cards()) == 1


def test_a_question_carries_one_button_for_each_child(office: Office) -> None:
    (asked,) = office.chat("durand", "inscrire midi mardi")
    assert {"Séverine", "Victor"} <= set(asked.labels)

    seen = office.press("durand", asked, "Victor")

    assert "Victor" in seen[-1].text
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def test_a_question_may_be_answered_by_typing(office: Office) -> None:
    office.chat("durand", "inscrire midi mardi")

    office.chat("durand", "Victor")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def test_the_buttons_of_the_older_cart_are_taken_away_when_a_new_one_is_shown(office: Office) -> None:
    (first,) = office.chat("durand", "inscrire Victor midi mardi")

    (second,) = office.chat("durand", "inscrire Séverine midi mardi")

    assert second.message.forget_buttons == first.id
