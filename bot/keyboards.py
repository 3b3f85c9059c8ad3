"""Buttons and the invitation to reply, as Telegram wants them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from domain.errors import SendFailed
from domain.model.messages import Button, Outgoing

#: The Bot API's own limits: callback data in bytes of UTF-8, buttons in all, and buttons that fit into one row.
MAX_DATA: Final = 64
MAX_BUTTONS: Final = 100
MAX_IN_ROW: Final = 8
MAX_PLACEHOLDER: Final = 64

Markup = InlineKeyboardMarkup | ForceReply


def markup(message: Outgoing) -> Markup | None:
    """Return what goes below `message`: its buttons, the invitation to reply, or nothing.

    Raises:
        SendFailed: permanently, when Telegram would refuse the buttons.

    """
    if message.buttons:
        return inline(message)
    if message.ask_reply:
        return ForceReply(selective=bool(message.reply_to), input_field_placeholder=message.ask_reply[:MAX_PLACEHOLDER])
    return None


def inline(message: Outgoing) -> InlineKeyboardMarkup | None:
    """Return the buttons of `message`, or None. Raises SendFailed as `markup` does."""
    if not message.buttons:
        return None
    if sum(len(row) for row in message.buttons) > MAX_BUTTONS:
        raise SendFailed("too many buttons", permanent=True)
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in _rows(message)])


def _rows(message: Outgoing) -> Iterator[tuple[Button, ...]]:
    for row in message.buttons:
        for start in range(0, len(row), MAX_IN_ROW):
            yield row[start : start + MAX_IN_ROW]


def _button(button: Button) -> InlineKeyboardButton:
    if not 1 <= len(button.data.encode()) <= MAX_DATA:
        raise SendFailed("callback data must have 1 to 64 bytes", permanent=True)
    return InlineKeyboardButton(button.label, callback_data=button.data)
