"""Mails that come back, and addresses that a server refuses: believed only where a mail of ours is meant."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.model.messages import Channel, Incoming, Kind
from domain.services.announce import is_muted
from domain.store import outbox
from domain.store.tables.messages import Outbox
from domain.store.tables.people import Guardian
from tests.desk.office import Office

MARIE = "marie.coralis@example.org"


def bounce(office: Office, *, of: str = "", recipient: str = MARIE, status: str = "5.1.1", key: str = "dsn") -> None:
    office.desk.receive(
        Incoming(Channel.EMAIL, Kind.BOUNCE, key, "mailer-daemon@mx.example.net", office.clock.now(),
                 text=recipient, data=status, reply_to=(of,) if of else ())
    )  # fmt: skip


def is_flagged(office: Office, address: str = MARIE) -> bool:
    with office.sessions.reading() as session:
        return session.scalars(select(Guardian).where(Guardian.email == address)).one().mail_lost_at is not None


def told(office: Office) -> list[str]:
    return [seen.text for seen in office.read("9001") if "n'a pas pu être remis" in seen.text]


def test_a_report_about_our_mail_marks_it_failed_flags_its_address_and_tells_staff(office: Office) -> None:
    (answer,) = office.mail("coralis", "mon panier")
    bounce(office, of=answer.id)

    with office.sessions.reading() as session:
        row = session.scalars(select(Outbox).where(Outbox.sent_id == answer.id)).one()
        assert (row.state, row.error) == ("failed", "bounced 5.1.1")
    assert is_flagged(office)
    assert len(told(office)) == 1


def test_only_the_address_is_flagged_to_which_the_mail_was_sent(office: Office) -> None:
    (answer,) = office.mail("coralis", "mon panier")
    durand = office.address_of("durand")
    bounce(office, of=answer.id, recipient=durand)

    assert not is_flagged(office, durand)
    assert is_flagged(office)


def test_a_report_about_no_mail_of_ours_is_not_believed(office: Office) -> None:
    bounce(office, of="<invented@example.com>")

    assert not is_flagged(office)
    assert told(office) == []


@pytest.mark.parametrize(("days", "flagged"), [(4, True), (6, False)])
def test_without_an_id_it_counts_when_we_wrote_there_within_five_days(office: Office, days: int, flagged: bool) -> None:
    office.mail("coralis", "mon panier")
    office.clock.move_to(office.clock.now() + timedelta(days=days))
    bounce(office)

    assert is_flagged(office) is flagged


def test_a_delay_flags_nobody(office: Office) -> None:
    (answer,) = office.mail("coralis", "mon panier")
    bounce(office, of=answer.id, status="4.4.1")

    assert not is_flagged(office)


def refuse(office: Office, code: str = "550") -> None:
    """Let the server refuse every mail that waits, as the courier would tell it."""
    with office.sessions.begin() as session:
        parcels = outbox.take_due(session, channels=[Channel.EMAIL], now=office.clock.now())
    for parcel in parcels:
        office.desk.gone(dataclasses.replace(parcel, refusal=code))


def test_an_address_that_its_server_refuses_is_flagged_and_staff_are_told_once(office: Office) -> None:
    for text in ("mon panier", "mon planning"):
        office.desk.receive(Incoming(Channel.EMAIL, Kind.TEXT, text, MARIE, office.clock.now(), text=text))
        refuse(office)

    assert is_flagged(office)
    assert len(told(office)) == 1


def test_what_is_refused_for_its_content_flags_nobody(office: Office) -> None:
    office.desk.receive(Incoming(Channel.EMAIL, Kind.TEXT, "1", MARIE, office.clock.now(), text="mon panier"))
    refuse(office, code="")

    assert not is_flagged(office)


@pytest.mark.parametrize(("days", "muted"), [(59, True), (61, False)])
def test_the_silence_ends_after_sixty_days(office: Office, days: int, muted: bool) -> None:
    (answer,) = office.mail("coralis", "mon panier")
    bounce(office, of=answer.id)
    now = office.clock.now() + timedelta(days=days)

    with office.sessions.reading() as session:
        guardian = session.scalars(select(Guardian).where(Guardian.email == MARIE)).one()
        assert is_muted(guardian, now) is muted


def test_it_ends_at_once_when_they_write(office: Office) -> None:
    (answer,) = office.mail("coralis", "mon panier")
    bounce(office, of=answer.id)

    assert office.mail("coralis", "mon panier")
    assert not is_flagged(office)


def test_meanwhile_an_answer_of_staff_goes_to_the_chat(office: Office) -> None:
    office.mail("coralis", "inscrire Zoé à la cantine mardi")
    (sent,) = office.mail("coralis", "valider")
    bounce(office, of=sent.id)
    (card,) = office.cards()

    office.press(9001, card, "✅ Accepter")

    assert office.read(MARIE) == []
    assert any("1 réservation acceptée" in seen.text for seen in office.read(str(office.chat_of("coralis"))))
