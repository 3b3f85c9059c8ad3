"""Groups: the bot works in the configured one, follows it when its id changes, and leaves every other."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

from telegram import Chat, Message, Update
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot.handlers.context import Context

logger = logging.getLogger("preau.bot")

_GONE: Final = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})


async def gate(update: Update, context: Context) -> None:
    """Let through what comes from a private chat or the staff group; leave wherever else somebody put the bot."""
    if update.message is not None:
        await _follow(update.message, context)
    chat = update.effective_chat
    if chat is None or context.admits(chat):
        return
    change = update.my_chat_member
    if change is None or change.new_chat_member.status not in _GONE:
        await _leave(chat, context)
    raise ApplicationHandlerStop


async def _follow(message: Message, context: Context) -> None:
    """Note that the staff group became a supergroup; both of them say so."""
    room = context.staff_room
    if message.migrate_to_chat_id and room.is_here(message.chat.id):
        await asyncio.to_thread(room.moved, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id and room.is_here(message.migrate_from_chat_id):
        await asyncio.to_thread(room.moved, message.chat.id)


async def _leave(chat: Chat, context: Context) -> None:
    try:
        await context.bot.leave_chat(chat.id)
        logger.warning("left the group %s: it is not the configured staff chat", chat.id)
    except TelegramError as error:  # gone already, or Telegram is down: its next message brings us here again
        logger.warning("could not leave the group %s: %s", chat.id, type(error).__name__)


#: Asked before all other handlers.
GATE: Final[TypeHandler[Update, Context, None]] = TypeHandler(Update, gate)
