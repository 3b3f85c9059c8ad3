"""Builds python-telegram-bot's Application: our handlers, our connections, and no Updater of its own."""

from __future__ import annotations

import logging
from typing import Any, Final

from telegram.ext import Application, ContextTypes, ExtBot
from telegram.request import HTTPXRequest

from bot import arrival
from bot.handlers import HANDLERS
from bot.handlers.context import HANDS, Context, Hands
from bot.handlers.groups import GATE

Bot = ExtBot[None]
Program = Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[str, Hands], None]

#: httpx logs each address at INFO, and the address holds the token; the library quotes at ERROR an answer that it
#: cannot read, and an answer holds what parents wrote. Every fault is logged by us, without words.
_QUIET: Final = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram": logging.CRITICAL}


def open_bot(token: str, api: str) -> Bot:
    """Return a bot at the Bot API server `api`; each phase of a call is short, because an outbox lease is."""
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
    request = HTTPXRequest(
        connection_pool_size=16, connect_timeout=5.0, read_timeout=8.0, write_timeout=8.0, pool_timeout=3.0
    )
    return ExtBot(token, base_url=f"{api}/bot", base_file_url=f"{api}/file/bot", request=request)


def polling_request() -> HTTPXRequest:
    """Return the connection on which updates are asked for: its calls are held back by the server."""
    return HTTPXRequest(connection_pool_size=1, connect_timeout=10.0, read_timeout=20.0, write_timeout=20.0)


def build(bot: Bot, hands: Hands) -> Program:
    """Return the application with every handler; updates are given to it one by one with `process_update`."""
    types = ContextTypes(context=Context)
    program: Program = Application.builder().bot(bot).updater(None).context_types(types).job_queue(None).build()
    program.bot_data[HANDS] = hands
    program.add_handler(GATE, group=-1)
    program.add_handlers(HANDLERS)
    program.add_error_handler(_note_error)
    return program


async def _note_error(_update: object, context: Context) -> None:
    """Keep what a handler raised for the intake, which counts the try."""
    arrival.current.get().error = context.error
