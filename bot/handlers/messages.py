"""Sentences, corrected sentences and things that are no sentence -> Incoming."""

from __future__ import annotations

from typing import Any, Final

from telegram import Message, Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.handlers.context import Context
from domain.model.messages import Kind

_NEW: Final = filters.UpdateType.MESSAGE
_PRIVATE: Final = filters.ChatType.PRIVATE
_WORDS: Final = filters.TEXT | filters.CAPTION  # a shared live location is "edited" every few seconds

#: What a message can carry, as Telegram names it; a document is called by its file name.
_CARRIED: Final = (
    "document",
    "photo",
    "voice",
    "audio",
    "video",
    "video_note",
    "sticker",
    "animation",
    "contact",
    "location",
    "poll",
)


async def on_text(update: Update, context: Context) -> None:
    """Hand over a sentence written in a private chat."""
    message = update.message
    if message is not None:
        await context.hand_over_words(message, Kind.TEXT, text=message.text or "")


async def on_edit(update: Update, context: Context) -> None:
    """Hand over a correction: it never counts as a new sentence."""
    message = update.edited_message
    if message is not None:
        text = message.text or message.caption or ""
        await context.hand_over_words(message, Kind.EDIT, text=text, attachments=carried(message))


async def on_thing(update: Update, context: Context) -> None:
    """Hand over a photo, a voice message…: its caption is read like a sentence."""
    message = update.message
    if message is not None:
        kind = Kind.TEXT if message.caption else Kind.OTHER
        await context.hand_over_words(message, kind, text=message.caption or "", attachments=carried(message))


async def on_staff_reply(update: Update, context: Context) -> None:
    """Hand over a reply to the bot in the staff group; what colleagues tell each other is none of its business."""
    message = update.message
    if message is None:
        return
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == context.bot.id:
        await context.hand_over_words(message, Kind.TEXT, text=message.text or "")


def carried(message: Message) -> tuple[str, ...]:
    """Name what `message` carries besides words: a document by its file name, the rest by its kind."""
    if message.document is not None and message.document.file_name:
        return (message.document.file_name,)
    return tuple(name for name in _CARRIED if getattr(message, name))[:1]


HANDLERS: Final[tuple[BaseHandler[Any, Context, None], ...]] = (
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & _PRIVATE & _WORDS, on_edit),
    MessageHandler(_NEW & _PRIVATE & filters.TEXT, on_text),
    MessageHandler(_NEW & _PRIVATE & ~filters.StatusUpdate.ALL, on_thing),
    MessageHandler(_NEW & filters.ChatType.GROUPS & filters.TEXT, on_staff_reply),
)
