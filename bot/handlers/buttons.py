"""A press on an inline button -> Incoming. Its data is user input: the database judges it."""

from __future__ import annotations

from typing import Any, Final

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.handlers.context import Context
from domain.model.messages import Channel, Incoming, Kind


async def on_press(update: Update, context: Context) -> None:
    """Hand over a press; who pressed counts, not who was asked. The desk's toast answers it."""
    query = update.callback_query
    if query is None or query.message is None:  # a button of an inline message, which we never send
        return
    chat = query.message.chat
    await context.hand_over(
        Incoming(
            channel=Channel.CHAT,
            kind=Kind.PRESS,
            key=context.key,
            sender=str(query.from_user.id),
            received_at=context.received_at,
            chat=context.staff_room.name(chat.id),
            message=str(query.message.message_id),
            data=query.data or "",
            press=query.id,
            private=chat.type == ChatType.PRIVATE,
        )
    )


HANDLERS: Final[tuple[BaseHandler[Any, Context, None], ...]] = (CallbackQueryHandler(on_press),)
