from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from domain.clock import ManualClock
from domain.store.session import Sessions
from mailer.intake import Arrival
from mailer.mailbox import DONE, QUARANTINE, TO_SEE, Account, Mailbox
from mailer.watcher import Watcher
from tests.mail_servers.postbox import PASSWORD, Postbox, eventually
from tests.mailer.doors import RecordingDoor, intake_for
from tests.mailer.letters import letter, shipped

_TODAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
_LAST_WEEK = _TODAY - timedelta(days=7)


@pytest.fixture
def door(sessions: Sessions) -> RecordingDoor:
    return RecordingDoor(sessions)


@pytest.fixture
def watch(postbox: Postbox, door: RecordingDoor, sessions: Sessions) -> Iterator[Callable[..., Watcher]]:
    with ExitStack() as stack:

        def start(password: str = PASSWORD, at: datetime = _TODAY) -> Watcher:
            return stack.enter_context(_watching(postbox, door, password=password, at=at))

        yield start


@contextmanager
def _watching(postbox: Postbox, door: RecordingDoor, *, password: str, at: datetime) -> Iterator[Watcher]:
    watcher = Watcher(
        _account(postbox, password), intake_for(door), door.sessions, clock=ManualClock(at), on_received=lambda: None
    )
    thread = threading.Thread(target=watcher.run)
    thread.start()
    try:
        yield watcher
    finally:
        watcher.stop()
        thread.join(20)
        watcher.close()
        assert not thread.is_alive()


def _account(postbox: Postbox, password: str = PASSWORD) -> Account:
    return Account(postbox.server.host, postbox.server.port, "none", postbox.user, password)


def test_a_mail_that_comes_while_waiting_is_handed_over_and_put_away(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    watcher = watch()
    eventually(lambda: watcher.last_ok is not None)

    postbox.deliver(letter("Zoé mange mardi."), at=_TODAY)
    eventually(lambda: door.texts == ["Zoé mange mardi."])
    eventually(lambda: postbox.count(DONE) == 1)
    postbox.deliver(letter("Et jeudi."), at=_TODAY)
    eventually(lambda: postbox.count(DONE) == 2)

    assert door.texts == ["Zoé mange mardi.", "Et jeudi."]
    assert door.received[0].received_at == _TODAY
    assert postbox.count() == 0


def test_mails_that_waited_are_handled_in_their_order_even_when_somebody_read_them(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    told = [f"mail {n}" for n in range(45)]
    postbox.deliver(*(letter(text) for text in told), at=_TODAY, flags=(b"\\Seen",))

    watch()
    eventually(lambda: postbox.count() == 0)

    assert door.texts == told


def test_what_is_no_parents_mail_goes_where_a_person_may_look(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    door.failures = 3
    postbox.deliver(letter("Cette phrase nous fait échouer."), at=_TODAY)
    watch()
    eventually(lambda: postbox.count() == 0, within=40)
    postbox.deliver(letter("x", X_Spam_Flag="YES", Authentication_Results=""), shipped("47_spoof_dmarc_fail"))
    postbox.deliver(shipped("40_auto_reply_outlook_fr"), shipped("44_mailing_list"))
    eventually(lambda: postbox.count() == 0)

    assert door.given_up == [("email", "marie.coralis@example.org")]
    assert (postbox.count(TO_SEE), postbox.count(QUARANTINE), postbox.count(DONE)) == (0, 3, 2)
    assert sorted(door.dismissed) == ["auto_reply", "list", "spam"]


def test_the_same_mail_again_is_only_put_away(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    postbox.deliver(letter("Zoé mange mardi."), letter("Zoé mange mardi.", Cc="x@example.org"), at=_TODAY)

    watch()
    eventually(lambda: postbox.count(DONE) == 2)

    assert door.texts == ["Zoé mange mardi."]


def test_a_mail_handled_by_a_process_that_died_before_moving_it_is_not_handled_again(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    postbox.deliver(letter("Zoé mange mardi."), at=_TODAY)
    _handle_without_moving(postbox, door)

    watch()
    eventually(lambda: postbox.count(DONE) == 1)

    assert door.texts == ["Zoé mange mardi."]


def test_a_mail_dragged_back_to_the_inbox_is_not_handled_again(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    postbox.deliver(letter("Zoé mange mardi."), at=_TODAY)
    watch()
    eventually(lambda: postbox.count(DONE) == 1)

    with postbox.open(DONE) as client:
        client.copy(client.search(), "INBOX")
    eventually(lambda: postbox.count(DONE) == 2)

    assert door.texts == ["Zoé mange mardi."]


def test_a_mail_that_somebody_takes_away_meanwhile_stops_nothing(postbox: Postbox, door: RecordingDoor) -> None:
    postbox.deliver(letter("Zoé mange mardi."), at=_TODAY)
    mailbox = Mailbox(_account(postbox))
    waiting = mailbox.waiting()
    postbox.take_away()

    assert mailbox.summaries(waiting) == {} or mailbox.fetch(waiting) == {}
    mailbox.close()


def test_the_watcher_comes_back_after_a_restart_of_the_server(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    watcher = watch()
    eventually(lambda: watcher.last_ok is not None)

    postbox.server.stop()
    postbox.server.start()
    postbox.deliver(letter("Après la panne."), at=_TODAY)

    eventually(lambda: door.texts == ["Après la panne."])


def test_two_watchers_on_one_mailbox_handle_each_mail_once(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    first = watch()
    eventually(lambda: first.last_ok is not None)
    second = watch()

    postbox.deliver(*(letter(f"mail {n}") for n in range(10)), at=_TODAY)
    eventually(lambda: postbox.count() == 0)

    assert second._mailbox is None
    eventually(lambda: second.last_ok is not None)  # standing by is being well
    assert sorted(door.texts) == sorted(f"mail {n}" for n in range(10))


def test_at_the_first_start_old_mails_are_left_alone_and_later_ones_are_not(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    postbox.deliver(letter("du mois dernier"), at=_LAST_WEEK)
    postbox.deliver(letter("d'hier"), at=_TODAY - timedelta(hours=20))

    watcher = watch()
    eventually(lambda: postbox.count(DONE) == 1)
    eventually(lambda: watcher.last_ok is not None)
    postbox.deliver(letter("arrivé tard"), at=_LAST_WEEK)
    eventually(lambda: postbox.count(DONE) == 2)

    assert door.texts == ["d'hier", "arrivé tard"]
    assert postbox.count() == 1


def test_a_wrong_password_does_not_end_the_watcher(
    watch: Callable[..., Watcher], caplog: pytest.LogCaptureFixture
) -> None:
    watcher = watch(password="wrong")

    eventually(lambda: "refuses the password" in caplog.text)
    assert watcher.last_ok is None
    assert "wrong" not in caplog.text


def test_a_mail_too_large_to_fetch_is_shown_to_a_person(
    postbox: Postbox, door: RecordingDoor, watch: Callable[..., Watcher]
) -> None:
    postbox.deliver(letter("Bonjour.\n" + "x" * 26_000_000), at=_TODAY)

    watch()
    eventually(lambda: postbox.count(TO_SEE) == 1, within=60)

    assert [incoming.kind for incoming in door.received] == ["other"]


def _handle_without_moving(postbox: Postbox, door: RecordingDoor) -> None:
    """Do what a watcher does up to the commit, and die."""
    mailbox = Mailbox(_account(postbox))
    intake = intake_for(door)
    for uid, raw in mailbox.fetch(mailbox.waiting()).items():
        intake.handle(Arrival(raw, _TODAY, f"{postbox.user}/INBOX/{mailbox.uidvalidity}/{uid}"))
    mailbox.hang_up()
