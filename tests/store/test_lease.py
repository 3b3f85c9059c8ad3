"""Leases and settings: one holder at a time, and one value by name."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

from domain.clock import ManualClock
from domain.store import lease, settings
from domain.store.session import Sessions
from tests.store.crowd import together
from tests.store.posting import NINE

TTL = timedelta(seconds=20)


def take(sessions: Sessions, holder: str, clock: ManualClock) -> bool:
    with sessions.begin() as session:
        return lease.take(session, "poller", holder, clock.now(), TTL)


def test_a_lease_has_one_holder_who_may_renew_it(database: Sessions) -> None:
    clock = ManualClock(NINE)

    assert take(database, "a", clock)
    assert not take(database, "b", clock)
    clock.advance(TTL / 2)
    assert take(database, "a", clock)
    clock.advance(TTL)
    assert not take(database, "b", clock)


def test_a_lease_that_ended_is_taken_over_and_its_old_holder_finds_out(database: Sessions) -> None:
    clock = ManualClock(NINE)
    take(database, "a", clock)
    clock.advance(TTL + timedelta(seconds=1))

    assert take(database, "b", clock)
    assert not take(database, "a", clock)


def test_a_lease_given_back_is_free_at_once_but_only_its_holder_gives_it_back(database: Sessions) -> None:
    clock = ManualClock(NINE)
    take(database, "a", clock)

    with database.begin() as session:
        lease.release(session, "poller", "b")
    assert not take(database, "b", clock)

    with database.begin() as session:
        lease.release(session, "poller", "a")
    assert take(database, "b", clock)


def test_of_eight_that_ask_at_once_one_gets_the_lease(database: Sessions) -> None:
    clock, names = ManualClock(NINE), iter("abcdefgh")

    assert sorted(together(lambda: take(database, next(names), clock))) == [False] * 7 + [True]


def test_each_process_has_a_name_of_its_own() -> None:
    ask = [sys.executable, "-c", "from domain.store.lease import holder_name; print(holder_name())"]
    other = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()

    assert lease.holder_name() == lease.holder_name()
    assert other not in {"", lease.holder_name()}


def test_a_setting_is_what_was_written_last(database: Sessions) -> None:
    with database.begin() as session:
        assert settings.read(session, "telegram.bot") is None
        settings.write(session, "telegram.bot", "old_bot")
        settings.write(session, "telegram.bot", "preau_bot")

    with database.reading() as session:
        assert settings.read(session, "telegram.bot") == "preau_bot"


def test_eight_that_write_a_setting_at_once_do_not_fail(database: Sessions) -> None:
    def write() -> None:
        with database.begin() as session:
            settings.write(session, "offset", "991")

    together(write)

    with database.reading() as session:
        assert settings.read(session, "offset") == "991"


def test_a_lease_that_ends_too_late_is_left_from_before_the_clock_was_set_back(database: Sessions) -> None:
    clock = ManualClock(NINE)
    take(database, "a", clock)

    clock.move_to(NINE - timedelta(minutes=4))  # another machine's clock may be as wrong
    assert not take(database, "b", clock)
    clock.move_to(NINE - timedelta(hours=1))
    assert take(database, "b", clock)
