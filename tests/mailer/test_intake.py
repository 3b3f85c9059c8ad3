from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from domain.model.messages import Channel, Kind, Outgoing, Proof
from domain.store import inbox, outbox
from domain.store.session import Sessions
from domain.store.tables.people import Child, Family, Guardian
from mailer.identity import identity
from tests.mailer.doors import NOW, RecordingDoor, arrival, intake_for
from tests.mailer.letters import letter, shipped

_STRANGER = {"From": "x@example.com", "Authentication_Results": ""}


@pytest.fixture
def door(database: Sessions) -> RecordingDoor:
    with database.begin() as session:
        family = Family(key="coralis", created_at=NOW)
        family.guardians = [
            Guardian(first_name="Marie", last_name="Coralis", email="marie.coralis@example.org"),
        ]
        family.children = [
            Child(first_name="Zoé", last_name="Coralis", birth_date=date(2018, 1, 1), site="EUROPA", position=0)
        ]
        session.add(family)
    return RecordingDoor(database)


def test_a_mail_becomes_the_message_that_the_desk_knows(door: RecordingDoor) -> None:
    at = datetime(2025, 3, 5, 11, 10, tzinfo=UTC)

    assert intake_for(door).handle(arrival(shipped("12_gmail_fr_wrapped_quote"), at=at)) == "read"

    (message,) = door.received
    assert (message.channel, message.kind, message.sender) == (Channel.EMAIL, Kind.TEXT, "marie.coralis@example.org")
    assert (message.proof, message.received_at, message.subject) == (Proof.VERIFIED, at, "")
    assert (message.message, message.reply_to) == ("<CAJ12gm@mail.gmail.com>", ("<out.20250303.12@example.net>",))
    assert message.text.splitlines()[-1] == "Finalement Zoé ne prendra que la cantine lundi, pas le goûter."


def test_enclosed_files_are_named(door: RecordingDoor) -> None:
    intake_for(door).handle(arrival(shipped("33_pdf_certificate")))

    assert [(file.name, file.kind) for file in door.received[0].attachments] == [("certificat.pdf", "pdf")]


def test_the_same_bytes_twice_are_one_message(door: RecordingDoor) -> None:
    intake = intake_for(door)

    outcomes = [intake.handle(arrival(shipped("01_plain_utf8"), alias=f"parents/INBOX/7/{n}")) for n in (1, 2)]

    assert outcomes == ["read", "repeated"]
    assert len(door.received) == 1


def test_the_copies_of_a_mail_to_two_of_our_addresses_are_one_message(door: RecordingDoor) -> None:
    intake = intake_for(door)

    intake.handle(arrival(letter(Delivered_To="a@example.net", Received="by mx1")))
    intake.handle(arrival(letter(Delivered_To="b@example.net", Received="by mx2"), alias="parents/INBOX/7/2"))

    assert len(door.received) == 1


def test_another_text_under_a_used_message_id_is_another_message(door: RecordingDoor) -> None:
    intake = intake_for(door)

    intake.handle(arrival(shipped("01_plain_utf8")))
    intake.handle(arrival(shipped("51_duplicate_message_id"), alias="parents/INBOX/7/2"))

    assert len(door.received) == 2


def test_two_mails_without_message_id_that_say_the_same_are_two(door: RecordingDoor) -> None:
    intake = intake_for(door)

    intake.handle(arrival(letter("ok", Message_ID="")))
    intake.handle(arrival(letter("ok", Message_ID="", Date="Tue, 4 Mar 2025 09:12:04 +0100"), alias="x"))

    assert len(door.received) == 2


@pytest.mark.parametrize(("name", "outcome"), [("40_auto_reply_outlook_fr", "auto_reply"), ("44_mailing_list", "list")])
def test_automatic_mails_are_noted_and_no_more(door: RecordingDoor, name: str, outcome: str) -> None:
    assert intake_for(door).handle(arrival(shipped(name))) == outcome

    assert (door.received, door.dismissed) == ([], [outcome])


def test_a_bounce_reaches_the_desk_with_its_status_and_our_mails_id(door: RecordingDoor) -> None:
    intake_for(door).handle(arrival(shipped("43_dsn_hard")))

    (message,) = door.received
    assert (message.kind, message.data, message.text) == (Kind.BOUNCE, "5.1.1", "marie.coralis@example.org")
    assert message.reply_to == ("<out.20250303.43@example.net>",)


def test_a_forged_mail_and_a_strangers_reach_the_desk_as_what_they_are(door: RecordingDoor) -> None:
    intake = intake_for(door)

    names = ("47_spoof_dmarc_fail", "60_unknown_sender")

    outcomes = [intake.handle(arrival(shipped(name), alias=name)) for name in names]

    assert outcomes == ["spoof", "unknown"]
    assert [message.proof for message in door.received] == [Proof.SPOOF, Proof.VERIFIED]


def test_what_may_be_automatic_and_names_a_child_is_for_a_person(door: RecordingDoor) -> None:
    intake_for(door).handle(arrival(letter("Voir objet.", Subject="Réponse automatique : Zoé absente mardi")))

    assert [(message.kind, message.text) for message in door.received] == [(Kind.HELD, "Voir objet.")]


def test_a_failure_of_ours_is_tried_again_and_then_shown_to_a_person(
    door: RecordingDoor, caplog: pytest.LogCaptureFixture
) -> None:
    door.failures = 5
    intake = intake_for(door)

    outcomes = [intake.handle(arrival(letter())) for _ in range(4)]

    assert outcomes == ["retry", "retry", "failed", "failed"]
    assert door.given_up == [("email", "marie.coralis@example.org")]
    assert "Zoé" not in caplog.text
    assert "marie" not in caplog.text


def test_a_failure_that_passes_loses_nothing(door: RecordingDoor) -> None:
    door.failures = 2
    intake = intake_for(door)

    outcomes = [intake.handle(arrival(letter())) for _ in range(3)]

    assert outcomes == ["retry", "retry", "read"]


def test_what_was_stored_before_a_crash_is_handled_at_the_next_start(door: RecordingDoor) -> None:
    with door.sessions.begin() as session:
        inbox.store(session, key="mail:1", channel=Channel.EMAIL, raw=letter(), received_at=NOW, now=NOW)

    intake_for(door).resume()
    intake_for(door).resume()

    assert door.texts == ["Zoé mange mardi."]


def test_a_stranger_gets_three_answers_an_hour_and_no_loop(door: RecordingDoor) -> None:
    _answered(door, "x@example.com", 2)
    assert intake_for(door).handle(arrival(letter("un", **_STRANGER))) == "unknown"

    _answered(door, "x@example.com", 3)
    assert intake_for(door).handle(arrival(letter("deux", **_STRANGER), alias="b")) == "throttled"


def test_a_verified_parent_is_always_answered(door: RecordingDoor) -> None:
    _answered(door, "marie.coralis@example.org", 50)

    assert intake_for(door).handle(arrival(letter())) == "read"


def test_answers_of_an_hour_ago_no_longer_count(door: RecordingDoor) -> None:
    _answered(door, "x@example.com", 3, at=NOW - timedelta(minutes=61))

    assert intake_for(door).handle(arrival(letter(**_STRANGER))) == "unknown"


def test_logs_hold_no_address_no_subject_and_no_text(door: RecordingDoor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "preau.mailer")

    intake_for(door).handle(arrival(letter("Zoé a la varicelle", Subject="Secret")))

    assert "outcome=read" in caplog.text
    assert not [word for word in ("coralis", "Secret", "varicelle", "Zoé") if word in caplog.text]


def _answered(door: RecordingDoor, address: str, times: int, at: datetime = NOW) -> None:
    with door.sessions.begin() as session:
        for n in range(times):
            outbox.post(
                session, key=f"{address}{n}", kind="answer", channel=Channel.EMAIL, address=address,
                message=Outgoing(text="x"), now=at,
            )  # fmt: skip


def test_who_writes_is_looked_up_once_a_batch(door: RecordingDoor) -> None:
    intake, asked = intake_for(door), list[str]()
    raws = [letter(), letter(Message_ID="<two@example.org>"), letter(**_STRANGER)]

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        asked.extend([statement] if "guardian" in statement else [])

    event.listen(door.sessions.engine, "before_cursor_execute", note)
    stored = intake.journal([arrival(raw, alias=f"parents/INBOX/7/{n}") for n, raw in enumerate(raws)])
    outcomes = [intake.act(mail) for mail in stored]
    event.remove(door.sessions.engine, "before_cursor_execute", note)

    assert outcomes == ["read", "read", "unknown"]
    assert len(asked) == 1


@pytest.mark.parametrize(
    "sender", ['"marie.coralis"@example.org', "M. <marie.coralis@example.org>", "x@example.com (a), b@example.com " * 9]
)
def test_a_sender_is_known_however_the_address_is_written(sender: str, door: RecordingDoor) -> None:
    outcome = intake_for(door).handle(arrival(letter(From=sender)))

    assert outcome == ("read" if "marie" in sender else "spoof")


def test_of_a_header_of_a_thousand_addresses_few_are_looked_up() -> None:
    senders = identity(letter(From=", ".join(f"P{n}@Example.org" for n in range(1000)))).senders

    assert senders == ("p0@example.org", "p1@example.org", "p2@example.org")
