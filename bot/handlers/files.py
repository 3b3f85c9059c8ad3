"""A file that a family sends in the chat: its bytes are fetched before the message is handed over."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Final

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import arrival
from bot.handlers.context import Context
from domain.model.attachments import HEIC, Attachment
from domain.store import inbox

logger = logging.getLogger("preau.bot")

#: Seconds for the bytes of one file.
_PATIENCE: Final = 60.0


async def fetched_file(context: Context, file_id: str, told: Attachment, sender: str) -> Attachment:
    """Return the file `told` of the chat user `sender` with its bytes and with the kind that these show.

    Nothing is fetched for strangers, nor what can be no document or is too large. A file that Telegram has lost counts
    as damaged: it is asked for again. Raises TelegramError while another try is worth it: the message is handled then.
    """
    room = 0 if told.kind == HEIC else await context.room_for_files(sender)
    if not room or told.size > room:
        return told
    try:
        async with asyncio.timeout(_PATIENCE):
            file = await context.bot.get_file(file_id)
            content = bytes(await file.download_as_bytearray(read_timeout=_PATIENCE))
    except InvalidToken:  # it answers other calls: a server without files
        logger.warning("a file was not fetched: this Bot API server offers none")
        return told
    except (BadRequest, TelegramError, TimeoutError) as error:
        if not isinstance(error, BadRequest) and arrival.current.get().attempts + 1 < inbox.GIVE_UP_AFTER:
            raise
        logger.warning("a file was not fetched: %s", type(error).__name__)
        return replace(told, damaged=True)
    return Attachment.of(told.name, content)
