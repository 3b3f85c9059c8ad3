"""The commands that Telegram offers to parents; their words are in menu.toml."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

#: French, and everybody whose app speaks another language.
LANGUAGES: Final = ("fr", "")


def commands() -> tuple[BotCommand, ...]:
    """Return the commands as the file lists them."""
    table = tomllib.loads(resources.files("bot").joinpath("menu.toml").read_text(encoding="utf-8"))
    return tuple(BotCommand(entry["name"], entry["description"]) for entry in table["command"])


async def publish(bot: Bot) -> None:
    """Make Telegram's lists equal to ours, where they differ. Raises TelegramError."""
    wanted = commands()
    scope = BotCommandScopeAllPrivateChats()
    for language in LANGUAGES:
        if await bot.get_my_commands(scope=scope, language_code=language) != wanted:
            await bot.set_my_commands(wanted, scope=scope, language_code=language)
