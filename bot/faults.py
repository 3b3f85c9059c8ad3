"""Telegram's errors -> ours: is it worth trying again, when, and does the try count."""

from __future__ import annotations

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from domain.errors import SendFailed


def send_failed(error: TelegramError) -> SendFailed:
    """Say what `error` means for a message. A refused token's own words are dropped: they hold the token."""
    if isinstance(error, InvalidToken):
        return SendFailed("Telegram refuses the bot's token", suspend=True)
    if isinstance(error, RetryAfter):
        return SendFailed("too many requests", retry_after=seconds(error))
    if isinstance(error, Forbidden | BadRequest):
        return SendFailed(error.message, permanent=True)
    if type(error) in (NetworkError, TimedOut):
        return SendFailed(f"Telegram does not answer ({type(error).__name__})")
    return SendFailed(type(error).__name__)


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram asks us to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def says(error: TelegramError, *phrases: str) -> bool:
    """Tell whether `error` speaks of one of `phrases` (lower case); the library changes Telegram's capitals."""
    words = error.message.lower()
    return any(phrase in words for phrase in phrases)
