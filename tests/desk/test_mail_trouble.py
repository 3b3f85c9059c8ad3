"""Staff are told what the mailbox cannot do, once, and where the mail waits."""

from __future__ import annotations

from datetime import timedelta

from domain.model.messages import Channel
from tests.desk.office import Office

_AGENT = "9001"


def test_staff_find_a_mail_that_failed_and_its_family_is_asked_to_call(office: Office) -> None:
    received_at = office.clock.now() - timedelta(hours=3)
    for _ in range(2):
        office.desk.give_up(
            "mail:1", channel=Channel.EMAIL, chat="claire.durand@example.org", received_at=received_at
        )  # fmt: skip

    told = office.read()

    card = [seen.text for seen in told if seen.address == _AGENT]
    assert len(card) == 1
    assert "« Quarantaine »" in card[0]
    assert "15:00" in card[0] or "15 h" in card[0]
    assert "invité à vous appeler" in card[0]
    assert [seen.address for seen in told if seen.address != _AGENT] == ["claire.durand@example.org"]


def test_a_mail_of_nobody_we_know_is_told_without_a_word_to_its_sender(office: Office) -> None:
    office.desk.give_up("mail:1", channel=Channel.EMAIL, chat="x@example.com", received_at=office.clock.now())

    told = office.read()

    assert [seen.address for seen in told] == [_AGENT]
    assert "invité" not in told[0].text


def test_a_mailbox_that_lets_us_in_no_more_is_told_once_a_day(office: Office) -> None:
    for _ in range(3):
        office.desk.mailbox_refused()
    assert ["ne sont plus lus" in seen.text for seen in office.read()] == [True]

    office.clock.advance(timedelta(days=1))
    office.desk.mailbox_refused()
    assert len(office.read()) == 1
