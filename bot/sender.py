"""A parcel of the outbox -> Telegram."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable
from typing import Final, Self, TypeVar

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, InvalidToken, TelegramError

from bot import keyboards, text
from bot.application import Bot, open_bot
from bot.faults import says, send_failed
from bot.throttle import Throttle
from domain.errors import SendFailed
from domain.model.messages import Outgoing
from domain.store.outbox import Parcel

logger = logging.getLogger("preau.bot")

Result = TypeVar("Result")

#: Seconds for one parcel, and for what follows it: together less than the outbox's lease, or another process would
#: send it too.
TIME_LIMIT: Final = 15.0
FORGET_LIMIT: Final = 4.0

#: Seconds for a parcel with a file; the courier renews its lease meanwhile.
FILE_LIMIT: Final = 90.0
_UPLOAD: Final = 80.0

#: Characters of the words above a file.
MAX_CAPTION: Final = 1024

#: Characters of the answer to a press.
MAX_TOAST: Final = 200

_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


class ChatSender:
    """Sends, edits, and answers presses; a chat that moved is followed."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._throttle = Throttle()
        self._moved: dict[int, int] = {}

    @classmethod
    def open(cls, token: str, api: str) -> Self:
        """Return a sender with connections of its own to the Bot API at `api`."""
        return cls(open_bot(token, api))

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.request.shutdown()  # Bot.shutdown does nothing for a bot that never asked who it is

    async def send(self, parcel: Parcel) -> str:
        """Hand `parcel` to Telegram; return the id of the message that shows it (its last part), "" for a toast.

        Raises:
            SendFailed: as `bot.faults.send_failed` says; a timeout counts as not sent.

        """
        try:
            async with asyncio.timeout(TIME_LIMIT if parcel.file is None else FILE_LIMIT):
                shown = await self._hand_over(parcel)
        except TimeoutError:
            raise SendFailed("no answer in time") from None
        except TelegramError as error:
            raise send_failed(error) from None  # its own words may hold the token
        await self._forget_buttons(parcel)
        return shown

    async def _hand_over(self, parcel: Parcel) -> str:
        message = parcel.message
        if message.toast:
            await self._answer_press(message)
            return ""
        address = _number(parcel.address)
        if address is None:
            raise SendFailed("the address is no chat's", permanent=True)
        deliver = functools.partial(self._deliver if parcel.file is None else self._deliver_file, parcel=parcel)
        try:
            return await deliver(self._moved.get(address, address))
        except ChatMigrated as error:
            self._moved[address] = error.new_chat_id
            return await deliver(error.new_chat_id)

    async def _answer_press(self, message: Outgoing) -> None:
        await self._throttle.admit(None)
        words = text.shortened(text.plain(message.text), MAX_TOAST)
        try:
            await self._bot.answer_callback_query(message.toast, text=words or None, show_alert=message.alert)
        except BadRequest as error:
            if not says(error, "query is too old", "query id is invalid", "query_id_invalid"):
                raise

    async def _deliver_file(self, chat: int, parcel: Parcel) -> str:
        """Send a file with its words above it; the words alone when Telegram does not take the file."""
        file = parcel.file
        if file is None:
            return await self._deliver(chat, parcel)
        await self._throttle.admit(chat)
        try:
            sent = await _html_or_plain(
                lambda said, mode: self._bot.send_document(
                    chat,
                    file.content,
                    filename=file.name or "document",
                    caption=text.shortened(said, MAX_CAPTION),
                    parse_mode=mode,
                    reply_markup=keyboards.inline(parcel.message),
                    write_timeout=_UPLOAD,
                    read_timeout=_UPLOAD,
                ),
                parcel.message.text,
            )
        except TelegramError as error:
            if not _refuses_file(error):
                raise
            logger.warning("a file was not taken: %s", type(error).__name__)
            return await self._deliver(chat, parcel)
        return str(sent.message_id)

    async def _deliver(self, chat: int, parcel: Parcel) -> str:
        """Send a message in as many parts as it needs; the buttons belong to the last."""
        message = parcel.message
        below, buttons = keyboards.markup(message), keyboards.inline(message)
        await self._throttle.admit(chat)
        first, *rest = text.split(message.text) or [message.text]
        shown = await self._edit(chat, message, first, None if rest else buttons)
        if shown is None:
            shown = await self._send(chat, first, None if rest else below, _number(message.reply_to))
        for number, part in enumerate(rest, start=1):
            self._throttle.count(chat)  # what was begun is finished: putting it off would send the first part twice
            shown = await self._send(chat, part, below if number == len(rest) else None, None)
        return str(shown)

    async def _edit(self, chat: int, message: Outgoing, words: str, buttons: InlineKeyboardMarkup | None) -> int | None:
        """Replace the message that is to be replaced and return its id; None when there is none (any more)."""
        edited = _number(message.edits)
        if edited is None:
            return None
        try:
            await _html_or_plain(
                lambda said, mode: self._bot.edit_message_text(
                    said,
                    chat_id=chat,
                    message_id=edited,
                    parse_mode=mode,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=buttons,
                ),
                words,
            )
        except BadRequest as error:
            if says(error, "message to edit not found", "message can't be edited", "message_id_invalid"):
                return None
            if not says(error, "message is not modified"):
                raise
        return edited

    async def _send(self, chat: int, words: str, below: keyboards.Markup | None, reply_to: int | None) -> int:
        answered = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        sent = await _html_or_plain(
            lambda said, mode: self._bot.send_message(
                chat,
                said,
                parse_mode=mode,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=answered,
                reply_markup=below,
            ),
            words,
        )
        return sent.message_id

    async def _forget_buttons(self, parcel: Parcel) -> None:
        """Take an older message's buttons away. Old buttons are harmless: a failure must not send the message twice."""
        address, older = _number(parcel.address), _number(parcel.message.forget_buttons)
        if address is None or older is None:
            return
        chat = self._moved.get(address, address)
        self._throttle.count(chat)
        try:
            async with asyncio.timeout(FORGET_LIMIT):
                await self._bot.edit_message_reply_markup(chat_id=chat, message_id=older, reply_markup=None)
        except (TelegramError, TimeoutError) as error:
            logger.info("old buttons stay: %s", type(error).__name__)


async def _html_or_plain(call: Callable[[str, str | None], Awaitable[Result]], words: str) -> Result:
    """Send `words` as HTML; as plain text when Telegram cannot parse it: an ugly answer is better than none."""
    try:
        return await call(words, ParseMode.HTML)
    except BadRequest as error:
        if not says(error, "can't parse entities"):
            raise
        logger.error("Telegram could not parse our HTML: sent as plain text")  # noqa: TRY400 - its words quote ours
        return await call(text.plain(words), None)


def _refuses_file(error: TelegramError) -> bool:
    """Tell whether it is the file that is not taken: as such, for its size, or by a server that knows no files."""
    return isinstance(error, BadRequest | InvalidToken) or says(error, "too large")


def _number(name: str) -> int | None:
    """Return a chat's or a message's id as a number; None when it is empty or another channel's."""
    return int(name) if name.removeprefix("-").isdecimal() else None
