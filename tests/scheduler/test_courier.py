"""The courier: what is due leaves, what fails is tried again, what can never arrive falls back."""

from __future__ import annotations

import asyncio
import logging
import threading

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from domain.errors import SendFailed
from domain.model.messages import Channel, Outgoing
from domain.store.migrate import upgrade
from domain.store.outbox import LEASE, Parcel
from domain.store.session import Sessions, open_database
from tests.scheduler.office import Post, until, words
from tests.store.posting import NINE, next_due, post, row, seconds, take


@pytest.fixture
def office(database: Sessions) -> Post:
    return Post(database)


async def test_what_is_due_leaves_and_is_settled_under_the_servers_id(office: Post) -> None:
    post(office.sessions, "a")
    post(office.sessions, "b", by=Channel.EMAIL)

    await office.courier.drain()

    assert (words(office.chat), words(office.email)) == (["a"], ["b"])
    sent = row(office.sessions, "a")
    assert (sent.state, sent.sent_id, sent.sent_at) == ("sent", "id 1", NINE)


async def test_draining_sends_what_waits_behind_what_is_no_longer_wanted(office: Post) -> None:
    post(office.sessions, "a", expires_at=NINE)
    for key in ("b", "c", "d"):
        post(office.sessions, key)

    await office.courier.drain()

    assert words(office.chat) == ["b", "c", "d"]


async def test_an_edit_follows_its_original_and_names_it(office: Post) -> None:
    post(office.sessions, "cart")
    post(office.sessions, "cart:v2", message=Outgoing("panier", edits_key="cart"))

    await office.courier.drain()

    assert office.chat.sent[1].message.edits == "id 1"


async def test_a_failure_is_tried_again_when_the_server_said(office: Post) -> None:
    post(office.sessions, "a")
    office.chat.script = [SendFailed("flood", retry_after=7)]

    await office.courier.drain()
    assert next_due(office.sessions) == NINE + seconds(7)

    office.clock.advance(seconds(7))
    await office.courier.drain()
    assert words(office.chat) == ["a"]


async def test_a_failure_without_a_date_is_tried_again_by_the_back_off(office: Post) -> None:
    post(office.sessions, "a")
    office.chat.script = [SendFailed("bad gateway")]

    await office.courier.drain()

    kept = row(office.sessions, "a")
    assert (kept.held_until, kept.attempts, kept.error) == (NINE + seconds(1), 1, "bad gateway")


async def test_what_can_never_arrive_is_given_up_and_falls_back(office: Post) -> None:
    post(office.sessions, "a")
    post(office.sessions, "b")
    office.chat.script = [SendFailed("blocked", permanent=True)]

    await office.courier.drain()

    assert (office.state("a"), office.gone, words(office.chat)) == ("failed", ["a"], ["b"])


async def test_a_fall_back_that_fails_is_tried_again(database: Sessions) -> None:
    failures = [KeyError(), None]

    class Forgetful(Post):
        def fall_back(self, parcel: Parcel) -> None:
            if (failure := failures.pop(0)) is not None:
                raise failure
            super().fall_back(parcel)

    office = Forgetful(database)
    post(database, "a")
    office.chat.script = [SendFailed("blocked", permanent=True), SendFailed("blocked", permanent=True)]

    await office.courier.drain()
    assert (office.state("a"), office.gone) == ("queued", [])

    office.clock.advance(seconds(1))
    await office.courier.drain()
    assert (office.state("a"), office.gone) == ("failed", ["a"])


async def test_with_the_mail_server_down_it_is_left_alone_and_no_try_counts(office: Post) -> None:
    for key in ("a", "b", "c"):
        post(office.sessions, key, by=Channel.EMAIL)
    office.email.script = [SendFailed("refused", suspend=True)] * 3
    await office.courier.drain()
    post(office.sessions, "d", by=Channel.EMAIL)
    post(office.sessions, "chat")

    await office.courier.drain()
    assert (words(office.chat), words(office.email)) == (["chat"], [])
    assert {row(office.sessions, key).attempts for key in ("a", "b", "c")} == {0}

    office.clock.advance(seconds(5))
    await office.courier.drain()
    assert sorted(words(office.email)) == ["a", "b", "c", "d"]


async def test_what_nobody_foresaw_is_logged_by_its_class_and_tried_again(
    office: Post, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    post(office.sessions, "a", message=Outgoing("Léa a la varicelle"))
    office.chat.script = [ValueError("Léa a la varicelle")]

    await office.courier.drain()
    office.clock.advance(seconds(1))
    await office.courier.drain()

    assert words(office.chat) == ["a"]
    assert "ValueError" in caplog.text
    assert "varicelle" not in caplog.text
    assert "7314" not in caplog.text


async def test_what_never_works_does_not_hold_back_its_chat_for_ever(office: Post) -> None:
    post(office.sessions, "a")
    post(office.sessions, "b")
    office.chat.script = [ValueError()] * 60
    for _ in range(60):
        await office.courier.drain()
        office.clock.advance(seconds(60))

    assert (office.state("a"), office.gone, words(office.chat)) == ("failed", ["a"], ["b"])


async def test_at_most_eight_are_on_their_way_and_slow_mails_do_not_hold_back_the_chat(office: Post) -> None:
    release = asyncio.Event()
    for number in range(20):
        post(office.sessions, f"mail:{number}", by=Channel.EMAIL)
    office.email.script = [release.wait] * 20

    async with office.running():
        await until(lambda: office.email.at_once == 8)
        post(office.sessions, "chat")
        office.courier.wake()
        await until(lambda: words(office.chat) == ["chat"])
        release.set()
        await until(lambda: len(office.email.sent) == 20)

    assert office.email.most_at_once == 8


async def test_a_wake_up_from_another_thread_sends_at_once(office: Post) -> None:
    def elsewhere() -> None:
        post(office.sessions, "a")
        office.courier.wake()

    async with office.running():
        threading.Thread(target=elsewhere).start()
        await until(lambda: words(office.chat) == ["a"])


async def test_what_another_process_posted_is_found_without_being_woken(office: Post) -> None:
    async with office.running():
        post(office.sessions, "a")
        await until(lambda: words(office.chat) == ["a"])


async def test_with_nothing_due_nobody_writes(database: Sessions) -> None:
    office = Post(database)
    post(database, "a")
    take(database)
    post(database, "behind a")
    rounds: list[bool] = []

    def note(connection: Connection) -> None:
        rounds.append(connection.get_execution_options().get("reading", False))

    event.listen(database.engine, "begin", note)
    async with office.running():
        await until(lambda: len(rounds) >= 4)

    assert all(rounds)


async def test_stopping_finishes_what_is_on_its_way(office: Post) -> None:
    release = asyncio.Event()
    post(office.sessions, "a")
    office.chat.script = [release.wait]
    stop = asyncio.Event()
    work = asyncio.create_task(office.courier.run(stop))
    await until(lambda: office.chat.at_once == 1)

    stop.set()
    post(office.sessions, "b", to="99")
    release.set()
    await work

    assert (office.state("a"), office.state("b")) == ("sent", "queued")


async def test_a_database_that_is_away_is_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    sessions = open_database("sqlite://")
    office = Post(sessions)

    async with office.running():
        await until(lambda: "channel=chat outbox out of reach: OperationalError" in caplog.text)
        upgrade(sessions)
        post(sessions, "a")
        await until(lambda: words(office.chat) == ["a"])


async def test_with_the_database_away_after_sending_it_is_settled_later_and_not_sent_again(office: Post) -> None:
    post(office.sessions, "a")
    failures = [ConnectionError(), ConnectionError()]

    def away(connection: Connection) -> None:
        writing = not connection.get_execution_options().get("reading")
        if office.chat.sent and writing and failures:
            raise OperationalError("BEGIN", None, failures.pop())

    event.listen(office.sessions.engine, "begin", away)
    await office.courier.drain()

    assert (office.state("a"), words(office.chat), failures) == ("sent", ["a"], [])


async def test_a_slow_server_keeps_its_message_however_long_it_takes(office: Post) -> None:
    release = asyncio.Event()
    post(office.sessions, "a")
    office.chat.script = [release.wait]

    async with office.running():
        await until(lambda: office.chat.at_once == 1)
        office.clock.advance(LEASE * 0.9)
        await until(lambda: next_due(office.sessions) == NINE + LEASE * 1.9)
        assert take(office.sessions, NINE + LEASE) == []
        release.set()


async def test_what_was_sent_and_not_settled_is_sent_again_after_its_lease(office: Post) -> None:
    post(office.sessions, "a")
    take(office.sessions)  # by a process that was killed right after sending

    office.clock.advance(LEASE)
    await office.courier.drain()

    assert (words(office.chat), office.chat.sent[0].attempts) == (["a"], 2)
