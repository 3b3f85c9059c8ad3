"""The bot as a whole: it starts whatever the weather, says who it is, and stops in order."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot import identity, menu
from bot.application import open_bot
from bot.turn import TTL
from domain.errors import SendFailed
from domain.model.messages import Incoming
from domain.store import lease
from domain.store.session import Sessions
from domain.store.tables.installation import Setting
from tests.bot.conftest import NOW, MakeBot, RecordingDoor, StartBot, rows
from tests.telegram_server import TelegramServer


async def test_telegram_being_down_at_the_start_is_waited_out(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    tg.refuse()
    service = await start_bot()
    await tg.until(lambda: "does not answer" in caplog.text)
    assert service.last_ok is None
    tg.listen()
    tg.user("Claire", id=1).says("bonjour")
    await tg.until(lambda: door.received)

    assert service.last_ok is not None


async def test_a_wrong_token_is_said_aloud_without_showing_it_and_tried_again(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tg.faults.bad_token = True
    await start_bot()
    await tg.until(lambda: "refuses the bot's token" in caplog.text)
    tg.faults.clear()
    tg.user("Claire", id=1).says("bonjour")
    await tg.until(lambda: door.received)

    told = [record.getMessage() for record in caplog.records if record.name.startswith(("preau", "httpx", "telegram"))]
    assert told
    assert not [line for line in told if tg.token in line]


async def test_the_user_name_is_kept_for_invitation_links(
    tg: TelegramServer, sessions: Sessions, start_bot: StartBot
) -> None:
    service = await start_bot()
    await tg.until(lambda: service.last_ok)

    with sessions.reading() as session:
        assert session.get_one(Setting, "bot_username").value == "preau_test_bot"


async def test_the_user_name_can_be_asked_without_running_the_bot(tg: TelegramServer, sessions: Sessions) -> None:
    assert await identity.look_up(tg.token, tg.url, sessions) == "preau_test_bot"
    tg.faults.bad_token = True
    with pytest.raises(SendFailed) as failed:
        await identity.look_up(tg.token, tg.url, sessions)

    assert failed.value.suspend
    assert tg.token not in str(failed.value)


async def test_the_list_of_commands_is_set_once_in_french_and_for_everybody(tg: TelegramServer) -> None:
    bot = open_bot(tg.token, tg.url)
    async with bot:
        await menu.publish(bot)
        await menu.publish(bot)

    assert [call["language_code"] for call in tg.calls("setMyCommands")] == ["fr", ""]
    offered = ["aide", "panier", "planning", "annuler", "enfants", "documents"]
    assert [command.command for command in menu.commands()] == offered


async def test_commands_that_cannot_be_set_do_not_keep_messages_from_coming(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot
) -> None:
    tg.faults.add("getMyCommands", status=500, description="Internal Server Error")
    tg.user("Claire", id=1).says("bonjour")
    await start_bot()
    await tg.until(lambda: door.received)

    assert [incoming.text for incoming in door.received] == ["bonjour"]


async def test_stopping_finishes_what_was_begun_and_gives_the_pollers_place_back(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, make_bot: MakeBot
) -> None:
    stop, begun = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def begin(_incoming: Incoming) -> None:
        loop.call_soon_threadsafe(begun.set)

    door.before = begin
    running = asyncio.create_task(make_bot().run(stop))
    tg.user("Claire", id=1).says("bonjour")
    tg.user("Claire", id=1).says("encore")
    await begun.wait()
    stop.set()
    await asyncio.wait_for(running, 10)

    assert door.texts == ["bonjour", "encore"]
    assert [row.state for row in rows(sessions)] == ["done", "done"]
    with sessions.begin() as session:
        assert lease.take(session, "telegram-poller", "the next one", NOW, TTL)


async def test_it_stops_at_once_while_telegram_is_down(
    tg: TelegramServer, door: RecordingDoor, make_bot: MakeBot
) -> None:
    tg.refuse()
    stop = asyncio.Event()
    running = asyncio.create_task(make_bot(staff_chat=None).run(stop))
    await asyncio.sleep(0.1)
    stop.set()
    await asyncio.wait_for(running, 5)

    assert running.exception() is None
    assert door.received == []


async def test_one_line_is_logged_for_each_update_and_it_tells_no_secret(
    tg: TelegramServer, door: RecordingDoor, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    tg.user("Claire", id=1).says("Victor a une gastro")
    await start_bot()
    await tg.until(lambda: "outcome=handled" in caplog.text)

    line = next(record.getMessage() for record in caplog.records if "outcome=" in record.getMessage())
    assert line.startswith("channel=chat key=tg:901000001 kind=message outcome=handled ms=")
    assert "gastro" not in caplog.text
    assert "Claire" not in caplog.text


async def test_whoever_sends_the_answers_is_woken_after_each_message(
    tg: TelegramServer, door: RecordingDoor, make_bot: MakeBot
) -> None:
    stop, woken = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(make_bot(on_received=woken.set).run(stop))
    tg.user("Claire", id=1).says("bonjour")
    await asyncio.wait_for(woken.wait(), 10)
    stop.set()
    await running

    assert [incoming.text for incoming in door.received] == ["bonjour"]
