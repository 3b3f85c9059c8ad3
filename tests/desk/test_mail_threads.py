"""An answer to a mail of ours proves its sender: only the address on file has read its Message-ID."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select

from domain.model.messages import Proof
from domain.store.tables.messages import Outbox
from tests.desk.office import Office, Seen

_SICK = "Zoé est malade aujourd'hui, elle ne mangera pas à la cantine."
_ABSENT = "Zoé MIDI 2025-03-04 absence_excused"
_BOOKED = "Zoé MIDI 2025-03-04 confirmed"


@pytest.fixture
def asked(office: Office) -> Seen:
    """Return our answer to a mail of the family whose child eats here on Tuesday the 4th."""
    office.granted("coralis", "inscrire Zoé midi mardi")
    (answer,) = office.mail("coralis", "et mercredi ?", at="2025-03-03 09:00")
    office.at("2025-03-04 06:30")
    return answer


def _sick_after(office: Office, *ids: str) -> list[str]:
    """Let a mail that nothing but its thread proves tell that Zoé is ill; return what is booked then."""
    office.mail("coralis", _SICK, reply_to=ids, proof=Proof.UNVERIFIED)
    return office.bookings("coralis")


def test_an_answer_to_our_mail_is_the_familys_own(office: Office, asked: Seen) -> None:
    assert _sick_after(office, asked.id) == [_ABSENT]


def test_it_counts_wherever_it_stands_in_the_thread(office: Office, asked: Seen) -> None:
    assert _sick_after(office, "<other@example.org>", asked.id) == [_ABSENT]


def test_the_servers_name_in_the_id_is_not_what_proves(office: Office, asked: Seen) -> None:
    assert _sick_after(office, asked.id.replace("@prea.test", "@mairie.example")) == [_ABSENT]


def test_an_altered_id_proves_nothing(office: Office, asked: Seen) -> None:
    number, signature = asked.id.removesuffix("@prea.test>").split(".")[1:]
    altered = signature[:-1] + ("0" if signature[-1] != "0" else "1")

    assert _sick_after(office, f"<preau.{number}.{altered}@prea.test>") == [_BOOKED]


def test_the_signature_of_one_mail_proves_no_other(office: Office, asked: Seen) -> None:
    number = asked.id.split(".")[1]

    assert _sick_after(office, asked.id.replace(f".{number}.", f".{int(number) - 1}.")) == [_BOOKED]


def test_an_id_made_of_what_everybody_knows_proves_nothing(office: Office, asked: Seen) -> None:
    with office.sessions.reading() as session:
        row = session.scalars(select(Outbox).where(Outbox.sent_id == asked.id)).one()
    digest = hashlib.sha256(row.key.encode()).hexdigest()
    guesses = (row.key, f"preau.{digest[:40]}", f"preau.{row.id}.{digest[:32]}")

    assert _sick_after(office, *(f"<{guess}@prea.test>" for guess in guesses)) == [_BOOKED]


def test_another_familys_thread_proves_nothing(office: Office, asked: Seen) -> None:
    (theirs,) = office.mail("durand", "inscrire Victor midi jeudi", proof=Proof.VERIFIED)

    assert _sick_after(office, theirs.id) == [_BOOKED]


def test_a_mail_that_left_without_our_knowing_it_is_known_when_it_is_answered(office: Office, asked: Seen) -> None:
    with office.sessions.begin() as session:
        row = session.scalars(select(Outbox).where(Outbox.sent_id == asked.id)).one()
        row.state, row.sent_id = "queued", None

    assert _sick_after(office, asked.id) == [_ABSENT]


def test_a_mail_of_an_older_version_is_known_by_the_id_under_which_it_left(office: Office, asked: Seen) -> None:
    old = f"<preau.{'0f' * 20}@prea.test>"
    assert _sick_after(office, old) == [_BOOKED]
    with office.sessions.begin() as session:
        session.scalars(select(Outbox).where(Outbox.sent_id == asked.id)).one().sent_id = old

    assert _sick_after(office, old) == [_ABSENT]
