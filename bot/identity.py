"""Who the bot is: its user name is asked once and kept, because invitation links are made of it."""

from __future__ import annotations

import asyncio
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from bot.application import open_bot
from bot.faults import send_failed
from domain.store.session import Sessions
from domain.store.tables.installation import Setting

#: The setting that keeps the user name, without "@".
BOT_USERNAME: Final = "bot_username"


async def learn(bot: Bot, sessions: Sessions) -> str:
    """Keep and return the user name of `bot`, asking Telegram when it did not yet. Raises TelegramError."""
    await bot.initialize()
    username = bot.username
    await asyncio.to_thread(keep, sessions, username)
    return username


async def look_up(token: str, api: str, sessions: Sessions) -> str:
    """Ask the Bot API at `api` for the bot's user name, keep and return it.

    Raises:
        SendFailed: Telegram does not answer, or refuses the token (`suspend`).

    """
    bot = open_bot(token, api)
    try:
        return await learn(bot, sessions)
    except TelegramError as error:
        raise send_failed(error) from None  # the original's words hold the token
    finally:
        await bot.shutdown()


def keep(sessions: Sessions, username: str) -> None:
    """Keep the bot's user name. Raises what the database does."""
    with sessions.begin() as session:
        session.merge(Setting(name=BOT_USERNAME, value=username))
