"""The other way in: Telegram posts, we store, and only then say 200."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.webhook import WebhookSettings
from domain.store.session import Sessions
from tests.bot.conftest import RecordingDoor, StartBot, rows
from tests.telegram_server import TelegramServer

SECRET = "s3cret_of-the-hook"


@pytest.fixture
def settings() -> WebhookSettings:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return WebhookSettings(url=f"http://127.0.0.1:{port}/telegram", secret=SECRET, port=port)


async def ask(settings: WebhookSettings, request: bytes) -> str:
    """Send raw bytes; return the first line of the answer."""
    reader, writer = await asyncio.open_connection(settings.host, settings.port)
    writer.write(request)
    writer.write_eof()
    line = (await reader.readline()).decode().strip()
    writer.close()
    await writer.wait_closed()
    return line


def post(body: bytes, path: str = "/telegram", secret: str = SECRET, method: str = "POST") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nx-telegram-bot-api-secret-token: {secret}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def test_messages_posted_by_telegram_reach_the_desk_and_are_stored_first(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, settings: WebhookSettings, start_bot: StartBot
) -> None:
    await start_bot(webhook=settings)
    await tg.until(lambda: tg.calls("setWebhook"))
    tg.user("Claire", id=1).says("bonjour")
    tg.user("Claire", id=1).says("encore")
    await tg.until(lambda: len(door.received) == 2)
    await tg.until(lambda: not tg.unconfirmed)

    assert door.texts == ["bonjour", "encore"]
    assert [row.state for row in rows(sessions)] == ["done", "done"]
    assert tg.calls("setWebhook")[0]["secret_token"] == SECRET
    assert tg.calls("getUpdates") == []


async def test_what_could_not_be_stored_is_not_confirmed_and_comes_again(
    tg: TelegramServer, door: RecordingDoor, sessions: Sessions, settings: WebhookSettings, start_bot: StartBot
) -> None:
    service = await start_bot(webhook=settings)
    await tg.until(lambda: service.last_ok)
    with sessions.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE inbox RENAME TO elsewhere")
    assert "503" in await ask(settings, post(json.dumps({"update_id": 1}).encode()))
    tg.user("Claire", id=1).says("bonjour")
    with sessions.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE elsewhere RENAME TO inbox")
    await tg.until(lambda: door.received)

    assert door.texts == ["bonjour"]


@pytest.mark.parametrize(
    ("request_of", "status"),
    [
        pytest.param(lambda: post(b"{}", secret="guess"), "403", id="mauvais secret"),
        pytest.param(lambda: post(b"{}", secret=""), "403", id="sans secret"),
        pytest.param(lambda: post(b"{}", path="/"), "404", id="autre chemin"),
        pytest.param(lambda: post(b"{}", method="GET"), "405", id="autre méthode"),
        pytest.param(lambda: post(b"pas du json"), "400", id="pas du JSON"),
        pytest.param(lambda: post(b"[1]"), "400", id="pas un objet"),
        pytest.param(lambda: post(b"\xff\xfe"), "400", id="octets"),
        pytest.param(lambda: post(b"{}")[:-1], "400", id="corps tronqué"),
        pytest.param(lambda: b"bonjour\r\n\r\n", "400", id="pas du HTTP"),
        pytest.param(lambda: b"GET /" + b"x" * 100_000, "400", id="en-tête sans fin"),
        pytest.param(
            lambda: post(b"").replace(b"Content-Length: 0", b"Content-Length: 99999999"), "413", id="trop long"
        ),
        pytest.param(lambda: post(b"").replace(b"Content-Length: 0\r\n", b""), "411", id="sans longueur"),
    ],
)
async def test_what_is_not_telegrams_is_refused_and_leaves_no_trace(
    request_of: Callable[[], bytes],
    status: str,
    tg: TelegramServer,
    sessions: Sessions,
    settings: WebhookSettings,
    start_bot: StartBot,
) -> None:
    service = await start_bot(webhook=settings)
    await tg.until(lambda: service.last_ok)

    assert status in await ask(settings, request_of())
    assert rows(sessions) == []


async def test_without_a_secret_of_their_own_nobody_but_telegram_can_post(
    tg: TelegramServer, door: RecordingDoor, settings: WebhookSettings, start_bot: StartBot
) -> None:
    await start_bot(webhook=replace(settings, secret=""))
    await tg.until(lambda: tg.calls("setWebhook"))
    tg.user("Claire", id=1).says("bonjour")
    await tg.until(lambda: door.received)

    assert "403" in await ask(settings, post(b'{"update_id": 1}', secret=""))


def test_the_secret_is_not_shown_when_settings_are_printed(settings: WebhookSettings) -> None:
    assert SECRET not in repr(settings)
