"""One raw update from the moment it is stored until it is handled."""

from __future__ import annotations

import json
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from domain.store.tables.messages import Inbox

#: What Telegram is asked for. The server remembers the list, so the whole of it goes with every start.
KINDS: Final = ("message", "edited_message", "callback_query", "my_chat_member")

#: The kinds in which a person waits for an answer.
SPOKEN: Final = frozenset(KINDS[:3])


@dataclass(slots=True)
class Arrival:
    """An update, its inbox key, and how its handling goes.

    `received_at` is the receipt time that judges deadlines, kept by the inbox row: handled after a restart, a press
    still counts from when it came. `handed` says that the desk took it, `error` what the last try raised.
    """

    key: str
    raw: dict[str, Any]
    received_at: datetime
    attempts: int = 0
    handed: bool = False
    error: Exception | None = None

    @property
    def kind(self) -> str:
        """The sort of update, in Telegram's words; "other" when we never asked for such a one."""
        return next((kind for kind in KINDS if kind in self.raw), "other")

    @property
    def chat(self) -> str:
        """The chat it belongs to: what happens in one chat is handled in order. Empty when there is none."""
        body = _table(self.raw, self.kind)
        carrier = _table(body, "message") if self.kind == "callback_query" else body
        chat = _table(carrier, "chat") or _table(body, "from")
        return str(chat.get("id", ""))


#: The update that is being handled by the running task.
current: ContextVar[Arrival] = ContextVar("current")


def of_update(raw: dict[str, Any], now: datetime) -> Arrival:
    """Take in an update as it came: a message counts from Telegram's date, a press from `now`."""
    body = _table(raw, next((kind for kind in ("message", "edited_message") if kind in raw), ""))
    said_at = body.get("edit_date", body.get("date"))
    received_at = datetime.fromtimestamp(said_at, UTC) if isinstance(said_at, int) else now
    return Arrival(key=f"tg:{raw['update_id']}", raw=raw, received_at=received_at)


def of_row(row: Inbox) -> Arrival:
    """Take up an update that was stored earlier."""
    return Arrival(key=row.key, raw=json.loads(row.raw), received_at=row.received_at, attempts=row.attempts)


def packed(raw: dict[str, Any]) -> bytes:
    """Return the update as the inbox keeps it."""
    return json.dumps(raw).encode()


def _table(source: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the object `name` in `source`, empty when it is missing: what comes in is not trusted to be whole."""
    value = source.get(name)
    return value if isinstance(value, dict) else {}
