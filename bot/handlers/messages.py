"""Sentences, corrected sentences and things that are no sentence -> Incoming; files are fetched on the way."""

from __future__ import annotations

from typing import Any, Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.handlers.context import Context, person
from bot.handlers.files import fetched_file
from domain.model.attachments import GIF, HEIC, JPEG, OTHER, PDF, PNG, Attachment, safe_name
from domain.model.messages import Kind

_NEW: Final = filters.UpdateType.MESSAGE
_PRIVATE: Final = filters.ChatType.PRIVATE
_WORDS: Final = filters.TEXT | filters.CAPTION  # a shared live location is "edited" every few seconds

#: Documents by their MIME type, else by the ending of their name.
_KINDS: Final = {
    "application/pdf": PDF, "image/jpeg": JPEG, "image/jpg": JPEG, "image/png": PNG, "image/gif": GIF,
    "image/heic": HEIC, "image/heif": HEIC,
    "pdf": PDF, "jpg": JPEG, "jpeg": JPEG, "png": PNG, "gif": GIF, "heic": HEIC, "heif": HEIC,
}  # fmt: skip


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
        await context.hand_over_words(message, Kind.EDIT, text=text, attachments=await fetched(message, context))


async def on_thing(update: Update, context: Context) -> None:
    """Hand over a photo, a voice message…: its caption is read like a sentence."""
    message = update.message
    if message is not None:
        kind = Kind.TEXT if message.caption else Kind.OTHER
        await context.hand_over_words(
            message, kind, text=message.caption or "", attachments=await fetched(message, context)
        )


async def on_staff_reply(update: Update, context: Context) -> None:
    """Hand over a reply to the bot in the staff group; what colleagues tell each other is none of its business."""
    message = update.message
    if message is None:
        return
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == context.bot.id:
        await context.hand_over_words(message, Kind.TEXT, text=message.text or "")


def carried(message: Message) -> tuple[Attachment, ...]:
    """Tell which file `message` carries: a document or a photo; voices, stickers and places are none.

    That is before it is fetched: a photo is a JPEG (Telegram makes it one), a document is what its sender's program
    calls it.
    """
    document = message.document
    if document is not None:
        told = document.file_name or ""
        name, ending = safe_name(told) or "document", told.lower().rpartition(".")[2]
        kind = _KINDS.get((document.mime_type or "").lower()) or _KINDS.get(ending, OTHER)
        return (Attachment(name, kind, document.file_size or 0),)
    if message.photo:
        return (Attachment("photo", JPEG, message.photo[-1].file_size or 0),)
    return ()


async def fetched(message: Message, context: Context) -> tuple[Attachment, ...]:
    """Return what `message` carries, with its bytes where they may be kept."""
    told = carried(message)
    file = message.document or (message.photo[-1] if message.photo else None)
    author = person(message)
    if file is None or author is None or message.chat.type != ChatType.PRIVATE:
        return told
    return (await fetched_file(context, file.file_id, told[0], str(author.id)),)


HANDLERS: Final[tuple[BaseHandler[Any, Context, None], ...]] = (
    MessageHandler(filters.UpdateType.EDITED_MESSAGE & _PRIVATE & _WORDS, on_edit),
    MessageHandler(_NEW & _PRIVATE & filters.TEXT, on_text),
    MessageHandler(_NEW & _PRIVATE & ~filters.StatusUpdate.ALL, on_thing),
    MessageHandler(_NEW & filters.ChatType.GROUPS & filters.TEXT, on_staff_reply),
)
