"""Handlers translate an update into an `Incoming` and hand it over; they decide nothing."""

from __future__ import annotations

from typing import Any, Final

from telegram.ext import BaseHandler

from bot.handlers import buttons, commands, messages
from bot.handlers.context import Context

#: Asked in this order; the first that wants an update gets it.
HANDLERS: Final[tuple[BaseHandler[Any, Context, None], ...]] = (
    *commands.HANDLERS,
    *buttons.HANDLERS,
    *messages.HANDLERS,
)
