"""A family is reminded of a proof before it is due: once, in one message, and never of what came or needs no proof."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from domain.model.structure import WithoutProof
from domain.rules.reminders import proof_reminder_due
from domain.services import billing
from domain.store.session import Sessions
from domain.store.tables.people import Guardian
from scheduler.jobs import run_all
from tests.desk.office import Office, Seen
from tests.desk.test_proofs import BILLED, EXCUSED, photo
from tests.rules.world import PARIS, WORLD, paris

REMINDER = "Rappel : nous attendons votre certificat médical"


@pytest.fixture
def absent(office: Office) -> Office:
    """Victor was told sick on Tuesday 4 March at 07:30; the proof is awaited until Friday at 07:30."""
    office.granted("durand", "inscrire Victor midi mardi")
    office.mail("durand", "Bonjour, Victor est malade, il ne viendra pas aujourd'hui.", at="2025-03-04 07:30")
    office.read()
    return office


def reminders(office: Office, at: str, family: str = "durand") -> list[Seen]:
    office.at(at)
    run_all(office.sessions, office.structure, office.clock, office.staff_chat)
    where = (str(office.chat_of(family)), office.address_of(family))
    return [one for address in where for one in office.read(address) if REMINDER in one.text]


def ruled(office: Office, **changes: Any) -> Office:
    return office.with_rules(absence=replace(office.structure.absence, **changes))


# -- when -----------------------------------------------------------------------------------------------------------
def test_the_evening_before_it_is_due_the_family_is_reminded(absent: Office) -> None:
    assert reminders(absent, "2025-03-06 17:59") == []
    (sent,) = reminders(absent, "2025-03-06 18:00")

    assert f"{REMINDER} pour Victor avant vendredi 7 mars à 7 h 30." in sent.text
    assert "• mardi 4 mars · Midi (11 h 45 – 13 h 30) : 11,50 €" in sent.text
    assert "Envoyez ici une photo ou un PDF." in sent.text


def test_nobody_is_reminded_twice(absent: Office) -> None:
    assert len(reminders(absent, "2025-03-06 18:00")) == 1

    assert [reminders(absent, moment) for moment in ("2025-03-06 18:01", "2025-03-07 07:00")] == [[], []]


def test_with_two_days_of_notice_one_is_reminded_once_all_the_same(absent: Office) -> None:
    ruled(absent, proof_reminder_hours=48)

    sent = [reminders(absent, moment) for moment in ("2025-03-05 18:00", "2025-03-06 18:00", "2025-03-07 07:29")]

    assert [len(each) for each in sent] == [1, 0, 0]


def test_after_an_outage_the_reminder_still_comes_while_it_helps(absent: Office) -> None:
    assert len(reminders(absent, "2025-03-07 07:00")) == 1
    assert absent.bookings("durand") == [EXCUSED]


def test_after_the_limit_the_day_is_billed_and_nobody_is_reminded(absent: Office) -> None:
    assert reminders(absent, "2025-03-07 07:30") == []
    assert absent.bookings("durand") == [BILLED]


def test_what_could_not_be_sent_before_the_limit_is_not_sent_after_it(absent: Office) -> None:
    absent.at("2025-03-06 18:00")
    run_all(absent.sessions, absent.structure, absent.clock, absent.staff_chat)

    absent.at("2025-03-07 07:31")

    assert not [one for one in absent.read() if REMINDER in one.text]


# -- when not -------------------------------------------------------------------------------------------------------
def test_who_has_sent_the_proof_is_not_reminded(absent: Office) -> None:
    photo(absent, "durand", at="2025-03-05 09:00")

    assert reminders(absent, "2025-03-06 18:00") == []


def test_who_answers_the_reminder_with_a_photo_has_proved_it(absent: Office) -> None:
    reminders(absent, "2025-03-06 18:00")

    (answer,) = photo(absent, "durand", at="2025-03-06 18:30")

    assert "Justificatif bien reçu pour Victor" in answer.text
    absent.at("2025-03-08 08:00")
    run_all(absent.sessions, absent.structure, absent.clock, absent.staff_chat)
    assert absent.bookings("durand") == [EXCUSED]


def test_who_took_the_absence_back_is_not_reminded(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi vendredi 7 mars")
    office.chat("durand", "Victor est malade vendredi 7 mars", at="2025-03-04 07:30")
    office.chat("durand", "/annuler")

    assert reminders(office, "2025-03-09 18:00") == []


def test_a_day_that_staff_closed_is_nobodys_matter_any_more(absent: Office) -> None:
    (asked,) = absent.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")
    absent.press(9001, asked, asked.labels[0])

    assert reminders(absent, "2025-03-06 18:00") == []


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param({"proof_reminder_hours": 0}, id="no reminders"),
        pytest.param({"without_proof": WithoutProof.EXCUSED}, id="excused all the same"),
    ],
)
def test_a_reglement_may_do_without(rules: dict[str, Any], absent: Office) -> None:
    ruled(absent, **rules)

    assert reminders(absent, "2025-03-06 18:00") == []


def test_what_a_final_invoice_holds_is_not_asked_for(office: Office) -> None:
    """Nothing would be billed any more: "sinon facturée" would not be true."""
    office.granted("durand", "inscrire Victor midi lundi 24 mars et lundi 31 mars")
    office.chat("durand", "Victor est malade aujourd'hui", at="2025-03-31 08:00")
    office.at("2025-04-02 10:00")
    with office.sessions.begin() as session:
        billing.issue(session, office.structure, "2025-03", office.clock.now())
    assert reminders(office, "2025-04-02 18:00") == []


# -- one message ----------------------------------------------------------------------------------------------------
def two_sick(office: Office) -> Office:
    """Victor's proof is due on Friday at 07:30, his sister's on Friday at 08:15."""
    office.granted("durand", "inscrire Victor et Séverine midi mardi")
    office.chat("durand", "Victor est malade aujourd'hui", at="2025-03-04 07:30")
    office.chat("durand", "Séverine aussi est malade aujourd'hui", at="2025-03-04 08:15")
    office.read()
    return office


def test_one_message_tells_of_all_children(office: Office) -> None:
    (sent,) = reminders(two_sick(office), "2025-03-06 18:00")

    assert "pour Victor avant vendredi 7 mars à 7 h 30" in sent.text
    assert "pour Séverine avant vendredi 7 mars à 8 h 15" in sent.text
    assert "une photo ou un PDF, avec le nom de l'enfant" in sent.text


def test_of_two_children_only_the_one_whose_proof_is_missing_is_named(office: Office) -> None:
    two_sick(office)
    office.mail("durand", "Voici le certificat de Victor", attachments=["certificat.pdf"], at="2025-03-05 09:00")

    (sent,) = reminders(office, "2025-03-06 18:00")

    assert ("Séverine" in sent.text, "Victor" in sent.text) == (True, False)


def test_after_an_outage_one_message_tells_also_what_was_to_be_told_that_evening(office: Office) -> None:
    """Victor's reminder was due on Thursday evening, his sister's on Friday evening: one message on Friday morning."""
    office.granted("durand", "inscrire Victor midi mardi")
    office.granted("durand", "inscrire Séverine midi jeudi 6 mars")
    office.chat("durand", "Victor est malade aujourd'hui", at="2025-03-04 08:30")
    ruled(office, proof_reminder_hours=30)
    office.chat("durand", "Séverine est malade jeudi 6 mars", at="2025-03-04 08:35")
    office.read()

    (sent,) = reminders(office, "2025-03-07 08:00")

    assert "Victor avant vendredi 7 mars à 8 h 30" in sent.text
    assert "Séverine avant samedi 8 mars à 23 h 59" in sent.text
    assert [reminders(office, moment) for moment in ("2025-03-07 18:00", "2025-03-08 18:00")] == [[], []]


def test_two_clocks_at_once_send_one(absent: Office) -> None:
    absent.at("2025-03-06 18:00")
    with ThreadPoolExecutor(4) as clocks:
        ticks = [clocks.submit(run_all, absent.sessions, absent.structure, absent.clock, None) for _ in range(4)]
    assert sum(tick.result() for tick in ticks) >= 1

    assert len([one for one in absent.read() if REMINDER in one.text]) == 1


def test_an_illness_that_goes_on_is_reminded_of_by_its_new_limit(absent: Office) -> None:
    absent.granted("durand", "inscrire Victor midi vendredi 7 mars", at="2025-03-04 08:00")
    assert len(reminders(absent, "2025-03-06 18:00")) == 1
    absent.chat("durand", "Victor est encore malade vendredi", at="2025-03-06 19:00")

    assert reminders(absent, "2025-03-07 18:00") == []
    (sent,) = reminders(absent, "2025-03-09 18:00")

    assert "avant dimanche 9 mars à 23 h 59" in sent.text
    assert "mardi 4 mars, vendredi 7 mars" in sent.text


def test_a_family_without_a_chat_is_reminded_by_mail_and_may_answer_it(database: Sessions) -> None:
    office = Office(database)
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "Victor est malade aujourd'hui", at="2025-03-04 07:30")
    with office.sessions.begin() as session:
        for guardian in session.scalars(select(Guardian)):
            guardian.chat_lost_at = office.clock.now()

    (sent,) = reminders(office, "2025-03-06 18:00")
    (answer,) = office.mail("durand", "", reply_to=[sent.id], attachments=["IMG_1.jpg"], at="2025-03-06 20:00")

    assert sent.message.subject.startswith("Justificatif attendu avant vendredi 7 mars à 7 h 30")
    assert "Répondez à ce message avec une photo ou un PDF" in sent.text
    assert "Justificatif bien reçu pour Victor" in answer.text


# -- the hour -------------------------------------------------------------------------------------------------------
DUE = st.datetimes(datetime(2024, 9, 2), datetime(2025, 7, 4)).map(lambda wall: wall.replace(tzinfo=PARIS))  # noqa: DTZ001


@given(due=DUE, hours=st.integers(24, 96), within=st.integers(26, 240))
def test_there_is_always_an_hour_for_it_before_the_limit(due: datetime, hours: int, within: int) -> None:
    policy = replace(WORLD.absence, proof_reminder_hours=hours, proof_within_hours=max(within, hours + 2))
    hour = proof_reminder_due(replace(WORLD, absence=policy), due)

    assert hour is not None
    assert hour.time() == WORLD.schedule.reminder_at
    assert timedelta() < due - hour <= timedelta(hours=hours)


@given(due=DUE, within=st.integers(1, 23))
def test_nobody_is_reminded_before_they_were_told(due: datetime, within: int) -> None:
    structure = replace(WORLD, absence=replace(WORLD.absence, proof_within_hours=within))
    hour = proof_reminder_due(structure, due)

    told = due.timestamp() - within * 3600
    assert hour is None or told <= hour.timestamp() < due.timestamp()


def test_the_night_on_which_the_clocks_go_back_has_its_reminder() -> None:
    due = paris("2024-10-27T17:30")

    assert proof_reminder_due(WORLD, due) == paris("2024-10-26T18:00")
