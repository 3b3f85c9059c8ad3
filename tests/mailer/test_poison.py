"""A mail that kills what touches it: three tries, then it waits unread for a person, and all others go on."""

from __future__ import annotations

import pytest

from domain.store.session import Sessions
from domain.store.tables.messages import Outbox
from domain.store.tables.people import Staff
from mailer.mailbox import DONE, QUARANTINE
from tests.mail_servers.postbox import Postbox, eventually
from tests.mail_servers.proxy import proxy
from tests.mailer.doors import NOW, Death, RecordingDoor, arrival, intake_for
from tests.mailer.letters import letter
from tests.mailer.watching import TODAY, account_of, watching, watching_elsewhere


@pytest.fixture
def door(sessions: Sessions) -> RecordingDoor:
    return RecordingDoor(sessions)


@pytest.mark.timeout(120)
def test_a_mail_that_kills_the_process_waits_unread_in_quarantine_and_staff_are_told_once(
    sessions: Sessions, postbox: Postbox
) -> None:
    with sessions.begin() as session:
        session.add(Staff(name="Ludivine", role="agent", chat_id=77, created_at=NOW))
    postbox.deliver(letter("Avant."), letter("Ceci tue.", Message_ID="<2@x>"), letter("Après.", Message_ID="<3@x>"))

    deaths = 0
    while not _ends_well(sessions, postbox):
        deaths += 1
        assert deaths <= 3

    assert deaths == 3
    assert (postbox.count(DONE), postbox.count(QUARANTINE)) == (2, 1)
    with postbox.open(QUARANTINE) as client:
        assert client.search("UNSEEN")
    with sessions.reading() as session:
        told = [row.key for row in session.query(Outbox) if row.key.startswith("failure:")]
        assert len(told) == 1


def _ends_well(sessions: Sessions, postbox: Postbox) -> bool:
    """Run a watcher in a process of its own until its mailbox is empty; False when it died before."""
    with watching_elsewhere(sessions, postbox) as process:
        eventually(lambda: process.poll() is not None or postbox.count() == 0, within=60)
        return process.poll() is None


def test_a_mail_that_cannot_be_fetched_is_set_aside_and_the_others_are_not_held_up(
    postbox: Postbox, door: RecordingDoor
) -> None:
    told = [f"mail {n}" for n in range(5)]
    postbox.deliver(*(letter(text) for text in told[:3]), letter("imprononçable"), at=TODAY, flags=(b"\\Seen",))
    postbox.deliver(*(letter(text) for text in told[3:]), at=TODAY)

    with proxy(postbox.server.port) as wire:
        wire.cut_on = "imprononçable".encode()
        with watching(account_of(postbox, port=wire.port), door):
            eventually(lambda: postbox.count() == 0)

    assert door.texts == told
    assert door.given_up == [("email", "")]
    with postbox.open(QUARANTINE) as client:
        assert len(client.search("UNSEEN")) == 1


def test_a_mail_that_was_in_hand_at_three_deaths_is_given_up(door: RecordingDoor) -> None:
    poison = arrival(letter("Ceci tue."))
    door.deaths["Ceci tue."] = 3
    with pytest.raises(Death):
        intake_for(door).handle(poison)
    dies_at_the_start(door, 2)

    intake_for(door).resume()
    intake_for(door).resume()

    assert door.given_up == [("email", "")]
    assert door.received == []
    assert intake_for(door).handle(poison) == "failed"


def test_mails_that_only_shared_a_batch_with_the_one_in_hand_have_all_their_tries_left(door: RecordingDoor) -> None:
    """A machine that is switched off again and again costs no child its lunch."""
    intake_for(door).journal([arrival(letter(f"mail {n}", Message_ID=f"<{n}@x>"), alias=str(n)) for n in range(3)])
    door.deaths |= {"mail 0": 1, "mail 1": 2, "mail 2": 2}
    dies_at_the_start(door, 5)

    intake_for(door).resume()

    assert door.texts == ["mail 0", "mail 1", "mail 2"]
    assert door.given_up == []


def dies_at_the_start(door: RecordingDoor, times: int) -> None:
    for _ in range(times):
        with pytest.raises(Death):
            intake_for(door).resume()


def test_a_forged_mail_that_fails_is_shown_to_staff_and_never_answered(door: RecordingDoor) -> None:
    door.failures = 3
    forged = arrival(letter(Authentication_Results="mx.example.net; dmarc=fail header.from=example.org"))

    outcomes = [intake_for(door).handle(forged) for _ in range(3)]

    assert outcomes == ["retry", "retry", "failed"]
    assert door.given_up == [("email", "")]
