"""Nothing that a person sent is lost or done twice, whatever happens on the way in."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from typing import Any

import pytest

from bot.arrival import of_update, packed
from bot.turn import TTL
from domain.clock import ManualClock, SystemClock
from domain.model.messages import Channel, Incoming
from domain.store import inbox, lease
from domain.store.session import Sessions
from tests.bot.conftest import NOW, RecordingDoor, StartBot, rows
from tests.telegram_server import TelegramServer


@pytest.fixture
def sessions(database: Sessions) -> Sessions:
    """Use both kinds of database: here it is the inbox and the lease that are trusted."""
    return database


def store(sessions: Sessions, update: dict[str, object]) -> None:
    """Keep an update as a run did that was killed before it confirmed or handled it."""
    arrival = of_update(update, NOW)
    with sessions.begin() as session:
        inbox.store(
            session, key=arrival.key, channel=Channel.CHAT, raw=packed(update), received_at=arrival.received_at, now=NOW
        )


async def test_an_update_is_stored_before_it_is_confirmed(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: not tg.unconfirmed)

    assert [row.key for row in rows(sessions)] == ["tg:901000001"]
    assert json.loads(rows(sessions)[0].raw)["message"]["text"] == "bonjour"


async def test_what_a_killed_run_stored_is_handled_at_the_next_start(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    tg.user("Claire", id=1).says("bonjour")
    store(sessions, tg.world.updates.pop())
    await start_bot()
    await tg.until(lambda: door.received)

    assert door.texts == ["bonjour"]


async def test_killed_between_storing_and_confirming_the_message_counts_once(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    tg.user("Claire", id=1).says("bonjour")
    store(sessions, tg.world.updates[0])
    await start_bot()
    await tg.until(lambda: not tg.unconfirmed)
    tg.user("Claire", id=1).says("encore")
    await tg.until(lambda: len(door.received) == 2)

    assert door.texts == ["bonjour", "encore"]


async def test_an_update_that_is_delivered_again_after_a_lost_answer_counts_once(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    tg.faults.lose_answer("getUpdates", times=2)
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: door.received and not tg.unconfirmed)

    assert door.texts == ["bonjour"]


async def test_an_update_that_cannot_be_read_holds_up_no_other(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    tg.world.add_raw_update({"message": {"message_id": 7}}, checked=False)
    tg.world.add_raw_update({"message": "nonsense"}, checked=False)
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: door.received)
    await tg.until(lambda: all(row.state == "done" for row in rows(sessions)))

    assert [row.outcome for row in rows(sessions)] == ["unreadable", "unreadable", "text"]


async def test_an_update_of_an_unknown_kind_is_marked_and_forgotten(
    tg: TelegramServer, sessions: Sessions, start_bot: StartBot
) -> None:
    tg.world.add_raw_update({"something_of_next_year": {"id": 1}}, checked=False)
    await start_bot()
    await tg.until(lambda: [row.outcome for row in rows(sessions)] == ["ignored"])


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param({"hang": 3.0}, id="pas de réponse"),
        pytest.param({"before": True, "times": 3}, id="connexion coupée"),
        pytest.param({"status": 502, "description": "Bad Gateway", "times": 3}, id="502"),
        pytest.param({"status": 401, "description": "Unauthorized", "times": 3}, id="401"),
        pytest.param({"status": 404, "description": "Not Found"}, id="404"),
        pytest.param({"status": 409, "description": "Conflict: terminated by other getUpdates request"}, id="409"),
        pytest.param({"status": 429, "description": "Too Many Requests", "parameters": {"retry_after": 1}}, id="429"),
        pytest.param({"body": b"<html>proxy</html>"}, id="page d'un mandataire"),
        pytest.param({"body": b'{"ok": true, "result": null}'}, id="réponse absurde"),
    ],
)
async def test_polling_goes_on_after(
    trouble: dict[str, Any], tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    tg.faults.add("getUpdates", **{"times": 1, **trouble})
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: door.received)

    assert door.texts == ["bonjour"]


async def test_a_refused_token_is_said_aloud_and_never_shown(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service = await start_bot()
    await tg.until(lambda: service.last_ok)
    tg.faults.bad_token = True
    await tg.until(lambda: "refuses the bot's token" in caplog.text)
    tg.faults.clear()
    tg.user("Claire", id=1).says("bonjour")
    await tg.until(lambda: door.received)

    preau = [record.getMessage() for record in caplog.records if record.name.startswith(("preau", "httpx", "telegram"))]
    assert not [line for line in preau if tg.token in line or "bonjour" in line or "Claire" in line]


async def test_an_answer_that_cannot_be_read_is_not_quoted_in_the_log(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tg.faults.add("getUpdates", body=b'{"ok": true, "result": [{"text": "Victor a une gastro')
    service = await start_bot()
    await tg.until(lambda: service.last_ok)

    assert "polling: TelegramError" in caplog.text
    assert "gastro" not in caplog.text


async def test_a_webhook_that_somebody_set_meanwhile_is_taken_away(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    service = await start_bot()
    await tg.until(lambda: service.last_ok)
    tg.world.webhook = {"url": "http://127.0.0.1:9/"}
    await tg.until(lambda: not tg.world.webhook)
    tg.user("Claire", id=1).says("bonjour")
    await tg.until(lambda: door.received)


async def test_every_start_asks_for_all_the_kinds_of_updates_it_needs(tg: TelegramServer, start_bot: StartBot) -> None:
    await start_bot()
    await tg.until(lambda: tg.calls("getUpdates"))

    assert tg.calls("getUpdates")[0]["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]


async def test_each_chat_is_answered_in_order_and_none_waits_for_another(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    held = threading.Event()

    def hold_the_first(incoming: Incoming) -> None:
        if incoming.text == "1-0":
            held.wait(10)

    door.before = hold_the_first
    for number in range(5):
        for parent in (1, 2, 3):
            tg.user("Parent", id=parent).says(f"{parent}-{number}")
    await start_bot()
    await tg.until(lambda: len(door.received) == 10)
    held.set()
    await tg.until(lambda: len(door.received) == 15)

    for chat in "123":
        assert [text for text in door.texts if text.startswith(chat)] == [f"{chat}-{number}" for number in range(5)]


async def test_a_message_that_fails_is_tried_again(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    failures = iter([RuntimeError("bug")])

    def fail_once(_incoming: Incoming) -> None:
        for error in failures:
            raise error

    door.before = fail_once
    tg.user("Claire", id=1).says("bonjour")
    tg.user("Claire", id=1).says("encore")
    await start_bot()
    await tg.until(lambda: len(door.received) == 2)

    assert door.texts == ["bonjour", "encore"]
    assert [(row.state, row.attempts) for row in rows(sessions)] == [("done", 1), ("done", 0)]


async def test_a_message_that_fails_for_good_is_apologised_for_and_the_next_one_is_read(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    def fail(incoming: Incoming) -> None:
        if incoming.text == "poison":
            raise RuntimeError(incoming.text)

    door.before = fail
    tg.user("Claire", id=1).says("poison")
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: door.received, timeout=15)

    assert door.texts == ["bonjour"]
    assert door.given_up == [("tg:901000001", Channel.CHAT, "1")]
    assert [(row.state, row.outcome) for row in rows(sessions)] == [("failed", "RuntimeError"), ("done", "text")]


async def test_only_one_process_polls_and_the_other_takes_over_when_it_goes(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, clock: ManualClock, start_bot: StartBot
) -> None:
    with sessions.begin() as session:
        lease.take(session, "telegram-poller", "another process", SystemClock().now(), TTL)
    tg.user("Claire", id=1).says("bonjour")
    service = await start_bot()
    await tg.until(lambda: service.last_ok)
    assert tg.calls("getUpdates") == []

    with sessions.begin() as session:
        lease.release(session, "telegram-poller", "another process")
    await tg.until(lambda: door.received)
    assert door.texts == ["bonjour"]


async def test_a_database_that_is_down_loses_nothing(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, start_bot: StartBot
) -> None:
    service = await start_bot()
    await tg.until(lambda: service.last_ok)
    with sessions.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    tg.user("Claire", id=1).says("bonjour")
    await asyncio.sleep(0.5)
    assert tg.unconfirmed
    with sessions.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    await tg.until(lambda: door.received)

    assert door.texts == ["bonjour"]
