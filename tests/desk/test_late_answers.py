"""An answer that leaves long after the mail was received says when that was: the hour that counts is theirs."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from domain.model.messages import Channel, Incoming, Kind
from domain.store import outbox
from mailer.rendering import compose
from tests.desk.office import Office

_SAID = "Votre message a bien été reçu jeudi 27 février à 18 h"


def _left(office: Office, *, handled: timedelta, sent: timedelta, text: str = "inscrire Zoé midi mardi") -> str:
    """Let a mail of 27 February, 18:00 be handled and answered so much later; return the answer's text part."""
    received_at = office.at("2025-02-27 18:00").clock.now()
    office.clock.move_to(received_at + handled)
    office.desk.receive(
        Incoming(Channel.EMAIL, Kind.TEXT, "one", office.address_of("coralis"), received_at, text=text,
                 message="<one@example.org>")
    )  # fmt: skip
    office.clock.move_to(received_at + sent)
    with office.sessions.begin() as session:
        (parcel,) = outbox.take_due(session, channels=[Channel.EMAIL], now=office.clock.now())
    mail = message_from_bytes(compose(parcel, address="p@prea.test", name="P", now=office.clock.now()), policy=default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


@pytest.mark.parametrize(("handled", "sent"), [(0, 6), (6, 6)], ids=["the server was away", "the mailbox was away"])
def test_it_is_said_below_the_line_where_one_answers(office: Office, handled: int, sent: int) -> None:
    said = _left(office, handled=timedelta(hours=handled), sent=timedelta(hours=sent))

    first, second, third, *_ = said.split("\n\n") if "\r" not in said else said.split("\r\n\r\n")
    assert first == "— Répondez au-dessus de cette ligne —"
    assert _SAID in second
    assert "panier" in third


def test_an_answer_without_that_line_begins_with_it(office: Office) -> None:
    said = _left(office, handled=timedelta(), sent=timedelta(hours=6), text="Quels sont les tarifs ?")

    assert said.startswith("⏳")
    assert _SAID in said


def test_an_answer_in_its_hour_says_nothing_of_it(office: Office) -> None:
    assert "retard" not in _left(office, handled=timedelta(minutes=5), sent=timedelta(minutes=59))
