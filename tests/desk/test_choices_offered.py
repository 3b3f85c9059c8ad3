"""A question offers what can be had, or says why it cannot; where nothing can, it is told instead."""

from __future__ import annotations

from tests.desk.office import Office


def test_days_past_their_limit_are_not_offered(office: Office) -> None:
    (before,) = office.chat("durand", "inscrire Victor à la cantine", at="2025-02-27 18:00")
    assert before.labels[0] == "lundi 3 mars"

    (after,) = office.chat("durand", "inscrire Victor à la cantine", at="2025-02-28 08:00")
    assert after.labels == [
        "mardi 4 mars", "jeudi 6 mars", "vendredi 7 mars", "lundi 10 mars", "mardi 11 mars", "jeudi 13 mars",
    ]  # fmt: skip


def test_nor_days_that_are_booked_or_closed(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    (asked,) = office.staff_says(9001, "/fermer EUROPA jeudi 6 mars grève")
    office.press(9001, asked, "🔒 Fermer")

    (answer,) = office.chat("durand", "inscrire Victor à la cantine")

    assert answer.labels[:3] == ["lundi 3 mars", "vendredi 7 mars", "lundi 10 mars"]


def test_to_cancel_only_what_is_booked_is_offered(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 11 et jeudi 13 mars")

    (answer,) = office.chat("durand", "annuler la cantine de Victor", at="2025-03-03 09:00")

    assert answer.labels == ["mardi 11 mars", "jeudi 13 mars"]


def test_by_mail_too(office: Office) -> None:
    (answer,) = office.mail("durand", "inscrire Victor à la cantine", at="2025-02-28 08:00")

    assert "1. mardi 4 mars" in answer.text
    assert "lundi 3 mars" not in answer.text


def test_of_days_that_the_words_leave_open_the_late_one_says_so(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor le matin mardi 3 mars", at="2025-02-28 08:00")

    assert set(answer.labels) == {"lundi 3 mars (hors délai)", "mardi 4 mars"}


def test_the_day_chosen_enters_the_cart(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor à la cantine", at="2025-02-28 08:00")

    office.press("durand", answer, "jeudi 13 mars")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-13"]


def test_where_every_activity_is_too_late_nothing_is_asked(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor demain")

    assert "pour quelle activité ?" not in answer.text
    assert "Victor · vendredi 28 février · Midi (11 h 45 – 13 h 30) : hors délai" in answer.text
    assert answer.labels == []


def test_nor_for_which_child(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire à la cantine demain")

    assert "pour quel enfant ?" not in answer.text
    assert "Victor · vendredi 28 février · Midi (11 h 45 – 13 h 30) : hors délai" in answer.text
    assert "Séverine · vendredi 28 février · Midi (11 h 45 – 13 h 30) : hors délai" in answer.text


def test_what_is_booked_already_is_not_offered_again(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (answer,) = office.chat("durand", "inscrire Victor mardi")

    assert "Midi" not in answer.labels
    assert "Matin" in answer.labels
