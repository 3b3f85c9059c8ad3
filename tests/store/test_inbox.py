"""The inbox: whatever arrives is kept once, handled once, and set aside when it cannot be handled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store import inbox
from domain.store.session import Sessions, open_database
from domain.store.tables.messages import Inbox
from tests.store.crowd import together
from tests.store.posting import NINE


def store(session: Session, key: str, *, alias: str = "", raw: bytes = b"{}") -> Inbox:
    return inbox.store(session, key=key, channel=Channel.EMAIL, raw=raw, received_at=NINE, now=NINE, alias=alias)


def pending(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return [row.key for row in inbox.pending(session, Channel.EMAIL)]


@contextmanager
def reopened(url: str) -> Iterator[Sessions]:
    sessions = open_database(url)
    yield sessions
    sessions.close()


def test_the_same_message_twice_is_one_message(database: Sessions) -> None:
    with database.begin() as session:
        first = store(session, "mail:1", raw=b"premier")
    with database.begin() as session:
        second = store(session, "mail:1", raw=b"second")

    assert (second.id, second.raw) == (first.id, b"premier")
    assert pending(database) == ["mail:1"]


def test_two_processes_that_store_the_same_message_agree(database: Sessions) -> None:
    def arrive() -> int:
        with database.begin() as session:
            return store(session, "mail:1", alias="INBOX:1:7").id

    assert len(set(together(arrive))) == 1


def test_a_mail_is_known_by_its_place_in_the_mailbox_too(database: Sessions) -> None:
    with database.begin() as session:
        store(session, "mail:1", alias="INBOX:1:7")
        store(session, "mail:1", alias="INBOX:1:9")
    with database.reading() as session:
        rows = [inbox.seen(session, alias) for alias in ("INBOX:1:7", "INBOX:1:9", "INBOX:1:8")]

    assert [row and row.key for row in rows] == ["mail:1", "mail:1", None]


def test_what_was_stored_before_a_crash_is_pending_after_it(database_url: str) -> None:
    with reopened(database_url) as before, before.begin() as session:
        store(session, "mail:1")
        store(session, "mail:2")

    def crash_before_the_commit(sessions: Sessions) -> None:
        with sessions.begin() as session:
            assert inbox.begin(session, "mail:1")
            inbox.finish(session, "mail:1", outcome="booked", now=NINE)
            raise KeyError

    with reopened(database_url) as crashing, pytest.raises(KeyError):
        crash_before_the_commit(crashing)

    with reopened(database_url) as after:
        assert pending(after) == ["mail:1", "mail:2"]


def test_what_is_finished_is_not_taken_again(database: Sessions) -> None:
    with database.begin() as session:
        store(session, "mail:1")
    with database.begin() as session:
        assert inbox.begin(session, "mail:1")
        inbox.finish(session, "mail:1", outcome="booked", now=NINE, ref="7314:5")

    with database.begin() as session:
        assert not inbox.begin(session, "mail:1")
        assert inbox.outcome_of(session, "7314:5") == "booked"
        assert inbox.outcome_of(session, "7314:6") is None
    assert pending(database) == []


def test_what_is_dismissed_is_done_and_what_is_done_is_not_dismissed(database: Sessions) -> None:
    with database.begin() as session:
        for key in ("mail:1", "mail:2"):
            store(session, key)
        inbox.finish(session, "mail:1", outcome="booked", now=NINE, ref="7314:5")

    with database.begin() as session:
        for key in ("mail:1", "mail:2"):
            inbox.dismiss(session, key, outcome="list", now=NINE)

    with database.begin() as session:
        assert inbox.outcome_of(session, "7314:5") == "booked"
        assert not inbox.begin(session, "mail:2")


def test_one_of_two_processes_handles_a_message(database: Sessions) -> None:
    with database.begin() as session:
        store(session, "mail:1")

    def handle() -> bool:
        with database.begin() as session:
            store(session, "mail:1")  # loaded before the lock: what is read under it must be fresh all the same
            mine = inbox.begin(session, "mail:1")
            if mine:
                inbox.finish(session, "mail:1", outcome="booked", now=NINE)
            return mine

    assert sorted(together(handle)) == [False] * 7 + [True]


def test_a_line_typed_at_the_command_line_is_always_taken(database: Sessions) -> None:
    with database.begin() as session:
        assert inbox.begin(session, "say:1")
        inbox.finish(session, "say:1", outcome="booked", now=NINE)


def test_what_failed_three_times_is_set_aside_for_a_person(database: Sessions) -> None:
    with database.begin() as session:
        store(session, "mail:1")
    set_aside = []
    for _ in range(4):
        with database.begin() as session:
            set_aside.append(inbox.failed(session, "mail:1", error="KeyError", now=NINE))

    assert set_aside == [False, False, True, False]
    assert pending(database) == []
    with database.begin() as session:
        assert not inbox.begin(session, "mail:1")
