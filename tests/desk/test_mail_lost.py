"""A mail that did not leave, or perhaps did, is told to staff: nothing that was promised is lost in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.model.messages import Channel
from domain.store import outbox
from domain.store.outbox import Parcel
from domain.store.tables.people import Guardian
from scheduler.ticks import remind_of_carts
from tests.desk.office import Office

MARIE = "marie.coralis@example.org"


def _on_its_way(office: Office) -> Parcel:
    """Return our answer to a mail of the family, as the courier has it in hand."""
    (answer,) = office.mail("coralis", "inscrire Zoé midi mardi", subject="Cantine")
    office.read()
    with office.sessions.reading() as session:
        return outbox.posted_to(session, answer.address, after=0)[-1]


def test_staff_hear_of_a_mail_that_may_or_may_not_have_arrived(office: Office) -> None:
    office.desk.gone(replace(_on_its_way(office), unsure=True))

    (word,) = office.read("9001")
    assert "coralis" in word.text
    assert "« Votre demande — Périscolaire »" in word.text
    assert "peut-être" in word.text


def test_staff_hear_of_a_mail_that_the_server_never_took(office: Office) -> None:
    office.desk.gone(_on_its_way(office))

    (word,) = office.read("9001")
    assert "n'a pas pu être envoyé" in word.text


def test_they_hear_of_it_once(office: Office) -> None:
    parcel = _on_its_way(office)
    office.desk.gone(parcel)
    office.desk.gone(parcel)

    assert len(office.read("9001")) == 1


def test_a_notice_goes_to_the_chat_instead_unless_it_may_have_arrived(office: Office) -> None:
    parcel = _on_its_way(office)
    notice = replace(parcel, message=replace(parcel.message, notice=True))
    chat = str(office.chat_of("coralis"))

    office.desk.gone(replace(notice, unsure=True))
    assert office.read(chat) == []
    office.desk.gone(notice)

    (told,) = office.read(chat)
    assert "Zoé" in told.text


@pytest.mark.parametrize("times", [1, 2])
def test_staff_hear_once_a_day_that_no_mail_leaves(office: Office, times: int) -> None:
    for _ in range(times):
        office.desk.sending_refused()

    (word,) = office.read("9001")
    assert "ne partent plus" in word.text


def test_and_there_it_speaks_of_buttons_instead_of_answers_by_mail(office: Office) -> None:
    office.mail("coralis", "inscrire Zoé midi mardi")
    with office.sessions.begin() as session:
        guardian = session.scalars(select(Guardian).where(Guardian.email == MARIE)).one()
        chat, guardian.chat_id = guardian.chat_id, None  # reminded by mail, and linked to a chat before it left
        remind_of_carts(session, office.structure, office.at("2025-02-28 18:00").clock.now())
        guardian.chat_id = chat
        (notice,) = outbox.take_due(session, channels=[Channel.EMAIL], now=office.clock.now())

    office.desk.gone(notice)

    (told,) = office.read(str(office.chat_of("coralis")))
    assert "✅ Valider" in told.labels
    assert "répondez" not in told.text.lower()
