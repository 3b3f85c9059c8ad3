"""A Bot API server of our own: the real python-telegram-bot talks to it over HTTP on the loopback.

    with TelegramServer() as tg:
        claire = tg.user("Claire", id=7314)
        claire.says("/start CODE")
        card = claire.chat.expect("Bienvenue")
        claire.presses(card, "✅ Valider")
        tg.assert_clean()

Every call is checked against the official Bot API (api.json: its methods, types and required fields, without the
prose); what breaks it is refused and kept in `tg.violations`.
"""

from __future__ import annotations

from tests.telegram_server.people import Group, Person
from tests.telegram_server.server import TelegramServer
from tests.telegram_server.world import Message

__all__ = ["Group", "Message", "Person", "TelegramServer"]
