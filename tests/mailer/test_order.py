"""A parent's mails are acted on in their order: "valider" is not read before the lunch that it validates."""

from __future__ import annotations

import pytest

from domain.store.session import Sessions
from mailer.intake import Stored
from tests.mail_servers.postbox import Postbox, eventually
from tests.mailer.doors import RecordingDoor, arrival, intake_for
from tests.mailer.letters import letter
from tests.mailer.watching import TODAY, account_of, watching

MARIE, KARIM = "marie.coralis@example.org", "karim.benali@example.org"


@pytest.fixture
def door(sessions: Sessions) -> RecordingDoor:
    return RecordingDoor(sessions)


def mail(number: int, text: str, author: str = MARIE) -> bytes:
    return letter(text, From=author, Message_ID=f"<{number}@x>")


def journalled(door: RecordingDoor, *raws: bytes) -> list[Stored]:
    return intake_for(door).journal([arrival(raw, alias=str(n)) for n, raw in enumerate(raws)])


def test_what_follows_a_mail_that_has_to_be_tried_again_waits_with_it(postbox: Postbox, door: RecordingDoor) -> None:
    door.troubles["inscrire Zoé"] = 2
    raws = mail(1, "inscrire Zoé"), mail(2, "valider"), mail(3, "inscrire Ilyès", KARIM), mail(4, "merci")
    postbox.deliver(*raws, at=TODAY)

    with watching(account_of(postbox), door):
        eventually(lambda: postbox.count() == 0, within=60)

    assert door.texts == ["inscrire Ilyès", "inscrire Zoé", "valider", "merci"]


def test_a_mail_that_waits_for_another_spends_no_try(door: RecordingDoor) -> None:
    door.troubles |= {"inscrire Zoé": 3, "valider": 2}
    outcomes = []
    for _ in range(5):
        held = set[str]()
        stored = journalled(door, mail(1, "inscrire Zoé"), mail(2, "valider"))
        outcomes.append([intake_for(door).act_in_turn(mail, held) for mail in stored])

    assert outcomes == [
        ["retry", "retry"], ["retry", "retry"], ["failed", "retry"], ["failed", "retry"], ["failed", "unknown"],
    ]  # fmt: skip


def test_the_order_is_kept_after_a_crash(door: RecordingDoor) -> None:
    journalled(door, mail(1, "inscrire Zoé"), mail(2, "valider"), mail(3, "inscrire Ilyès", KARIM))
    door.troubles["inscrire Zoé"] = 1

    intake_for(door).resume()
    intake_for(door).resume()

    assert door.texts == ["inscrire Ilyès", "inscrire Zoé", "valider"]
