"""What happens without anyone asking: due at its hour, once, and caught up while it still helps."""

from __future__ import annotations

import pytest

from domain.store.session import Sessions
from scheduler.jobs import run_all
from tests.desk.office import Office, Seen


@pytest.fixture
def office(database: Sessions) -> Office:
    return Office(database)


def tick(office: Office, at: str) -> list[Seen]:
    office.at(at)
    run_all(office.sessions, office.structure, office.clock, office.staff_chat)
    return office.read()


def kinds(seen: list[Seen]) -> list[str]:
    return [one.kind for one in seen]


def test_a_cart_is_reminded_of_at_six_the_evening_its_limit_comes_near(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 mars", at="2025-02-24 10:00")  # closes Friday 28 at 23:59

    assert "reminder" not in kinds(tick(office, "2025-02-27 17:59"))
    (reminder,) = [one for one in tick(office, "2025-02-27 18:00") if one.kind == "reminder"]

    assert "vendredi 28 février à 23 h 59" in reminder.text
    assert reminder.labels[0] == "✅ Valider"


def test_it_is_sent_once_however_often_we_tick(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 mars", at="2025-02-24 10:00")
    tick(office, "2025-02-28 18:00")

    assert "reminder" not in kinds(tick(office, "2025-02-28 18:01"))
    assert "reminder" not in kinds(tick(office, "2025-02-28 20:00"))


def test_after_an_outage_it_still_comes_while_it_helps(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 mars", at="2025-02-24 10:00")

    assert "reminder" in kinds(tick(office, "2025-02-28 23:30"))


def test_and_never_after_the_limit(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 mars", at="2025-02-24 10:00")

    assert "reminder" not in kinds(tick(office, "2025-03-01 08:00"))


def test_the_reminder_s_button_validates_the_cart(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 mars", at="2025-02-24 10:00")
    (reminder,) = [one for one in tick(office, "2025-02-27 18:00") if one.kind == "reminder"]

    office.press("durand", reminder, "✅ Valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


def test_a_usual_day_that_is_not_booked_is_reminded_of_and_booked_by_one_press(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi tous les mardis jusqu'au 25 mars", at="2025-02-27 18:00")

    reminders = [one for one in tick(office, "2025-03-28 18:00") if one.kind == "usual"]

    (reminder,) = reminders
    assert "mardi 1er avril" in reminder.text
    office.press("durand", reminder, "✅ Inscrire")
    assert office.cart("durand") == ["book Victor MIDI 2025-04-01"]


def test_nobody_is_reminded_of_a_day_they_have_cancelled(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi tous les mardis jusqu'au 1er avril", at="2025-02-27 18:00")
    (answer,) = office.chat("durand", "annuler midi mardi 1er avril pour Victor", at="2025-03-20 10:00")
    office.press("durand", answer, "✅ Valider")

    assert "usual" not in kinds(tick(office, "2025-03-28 18:00"))


def test_staff_get_the_morning_s_picture_once_at_half_past_seven(office: Office) -> None:
    office.granted("durand", "inscrire Séverine et Victor midi mardi")
    office.chat("durand", "Victor est malade aujourd'hui", at="2025-03-04 07:00")

    assert "digest" not in kinds(tick(office, "2025-03-04 07:29"))
    (digest,) = [one for one in tick(office, "2025-03-04 07:30") if one.kind == "digest"]

    assert "1 enfant attendu, 1 absent" in digest.text
    assert "digest" not in kinds(tick(office, "2025-03-04 07:45"))


@pytest.mark.parametrize("day", ["2025-03-08", "2025-04-21"])
def test_not_on_days_when_nothing_runs(office: Office, day: str) -> None:
    assert "digest" not in kinds(tick(office, f"{day} 07:30"))


def test_invoices_are_prepared_on_the_issue_day_and_staff_told(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    assert "invoices_ready" not in kinds(tick(office, "2025-04-01 09:00"))
    (told,) = [one for one in tick(office, "2025-04-02 09:00") if one.kind == "invoices_ready"]

    assert "1 facture préparée pour mars 2025 (11,50 €)" in told.text


def test_the_words_of_old_messages_are_forgotten_but_not_that_they_were_handled(office: Office) -> None:
    office.store("tg:1")
    office.chat("durand", "Victor est malade", key="tg:1")
    office.store("tg:2")

    tick(office, "2025-06-02 09:00")

    assert office.stored() == {"tg:1": ("done", b""), "tg:2": ("new", b"{}")}


def test_who_has_just_seen_the_limit_is_reminded_the_next_evening_not_at_once(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi", at="2025-02-27 18:00")
    office.chat("durand", "inscrire Séverine midi mardi", at="2025-02-27 18:05")

    assert "reminder" not in kinds(tick(office, "2025-02-27 18:06"))
    assert "reminder" in kinds(tick(office, "2025-02-28 18:00"))
