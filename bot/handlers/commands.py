"""Commands -> Incoming: /start carries a code, every other one is a word that the desk reads."""

from __future__ import annotations

from typing import Any, Final

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.handlers.context import Context
from domain.model.messages import Kind

_START: Final = "/start"


async def on_command(update: Update, context: Context) -> None:
    """Hand over a command; codes are taken in private only, and what is meant for another bot is left to it."""
    message = update.message
    if message is None:
        return
    command, words = split(message.text or "", context.bot.username)
    if not command:
        return
    if command == _START and message.chat.type == ChatType.PRIVATE:
        await context.hand_over_words(message, Kind.START, data=words)
    else:
        await context.hand_over_words(message, Kind.TEXT, text=f"{command} {words}".rstrip())


def split(text: str, username: str) -> tuple[str, str]:
    """Part "/aide@preau_bot mots" into "/aide" and "mots"; ("", "") when it names a bot other than `username`."""
    first, *rest = text.split(maxsplit=1)
    command, _, addressee = first.partition("@")
    if addressee and addressee.lower() != username.lower():
        return "", ""
    return command.lower(), rest[0].strip() if rest else ""


HANDLERS: Final[tuple[BaseHandler[Any, Context, None], ...]] = (
    MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, on_command),
)
