"""What Telegram's server remembers: people, chats, messages, presses, and updates waiting for the bot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from domain.clock import Clock
from tests.telegram_server import spec
from tests.telegram_server.markup import units

Json = dict[str, Any]

BOT_ID: Final = 5000
#: Kinds that come only when they are asked for.
_ONLY_ON_REQUEST: Final = {"chat_member", "message_reaction", "message_reaction_count"}


class Upload(str):
    """The name of a file that was sent with a call; its bytes are `content`."""

    __slots__ = ("content",)
    content: bytes


@dataclass(eq=False)
class Message:
    """A message as it stands now; an edit changes it in place."""

    id: int
    chat: Chat = field(repr=False)
    sender: Json | None
    date: int
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    keyboard: list[list[Json]] = field(default_factory=list)
    force_reply: Json | None = None
    reply_to: Message | None = None
    extra: Json = field(default_factory=dict)
    edit_date: int = 0
    edits: int = 0
    deleted: bool = False
    silent: Json = field(default_factory=dict)  # what the call said that is not shown (parse mode, previews)
    caption: str = ""
    file: Upload | None = None

    @property
    def from_bot(self) -> bool:
        return bool(self.sender and self.sender["id"] == BOT_ID)

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline buttons, row by row."""
        return [button["text"] for row in self.keyboard for button in row]

    def data(self, label: str) -> str:
        """Return the callback data behind the button `label`."""
        for row in self.keyboard:
            for button in row:
                if button["text"] == label:
                    found: str = button["callback_data"]
                    return found
        raise AssertionError(f"no button {label!r} below {self.text!r}: {self.buttons}")

    def as_json(self, *, nested: bool = False) -> Json:
        """Return the message as the Bot API shows it; what it replies to is shown one level deep."""
        body: Json = {"message_id": self.id, "chat": self.chat.as_json(), "date": self.date, **self.extra}
        if self.sender:
            body["from"] = self.sender
        if self.text:
            body["text"] = self.text
        if self.caption:
            body["caption"] = self.caption
        if self.entities:
            body["caption_entities" if self.caption else "entities"] = self.entities
        if self.keyboard:
            body["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.edit_date:
            body["edit_date"] = self.edit_date
        if self.reply_to is not None and not nested:
            body["reply_to_message"] = self.reply_to.as_json(nested=True)
        return body


@dataclass(eq=False)
class Chat:
    """A private chat (its id is the person's) or a group (a negative id)."""

    id: int
    name: str
    supergroup: bool = False
    open_to_bot: bool = False  # started by the person, or the bot is a member
    blocked: str = ""  # what a send is answered with, after "Forbidden: "
    migrated_to: int = 0
    messages: list[Message] = field(default_factory=list, repr=False)

    def as_json(self) -> Json:
        if self.id > 0:
            return {"id": self.id, "type": "private", "first_name": self.name}
        return {"id": self.id, "type": "supergroup" if self.supergroup else "group", "title": self.name}


@dataclass
class Press:
    """A callback query and the answer the bot gave, None while it gave none."""

    id: str
    data: str
    message: Message
    answer: str | None = None
    alert: bool = False
    too_old: bool = False


class World:
    """Everything, under one lock; `changed` is notified after each change."""

    def __init__(self, clock: Clock, username: str = "preau_test_bot") -> None:
        self.clock = clock
        self.me: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Préau",
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        self.changed = threading.Condition(threading.RLock())
        self.on_update: Callable[[], None] = lambda: None
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.updates: list[Json] = []
        self.handed_out: set[Any] = set()  # ids of updates that a poll was answered with, confirmed or not
        self.allowed: list[str] = []
        self.commands: dict[str, list[Json]] = {}
        self.webhook: Json = {}
        self.calls: list[tuple[str, Json]] = []
        self.violations: list[str] = []
        self.files: dict[str, bytes] = {}  # what people sent, by file id
        self._update_id = 901_000_000
        self._message_id = 0
        self._press_id = 0

    def sender(self) -> Json:
        """Return the bot as the author of a message."""
        return {key: self.me[key] for key in ("id", "is_bot", "first_name", "username")}

    def chat(self, chat_id: int, name: str = "") -> Chat:
        """Return the chat, made when it is new."""
        with self.changed:
            return self.chats.setdefault(chat_id, Chat(chat_id, name, supergroup=str(chat_id).startswith("-100")))

    def add_message(self, chat: Chat, sender: Json | None, **fields: Any) -> Message:
        """Put a message into `chat`. The ids grow over all chats, as they do for a bot's private chats."""
        with self.changed:
            self._message_id += 1
            fields.setdefault("date", self.seconds())
            message = Message(self._message_id, chat, sender, **fields)
            chat.messages.append(message)
            self.changed.notify_all()
            return message

    def find(self, chat: Chat, message_id: int) -> Message | None:
        """Return the message, unless it was deleted."""
        return next((one for one in chat.messages if one.id == message_id and not one.deleted), None)

    def add_update(self, kind: str, body: Json) -> int:
        """Queue an update for the bot, if it asked for such ones; return its id, 0 when it did not."""
        return self.add_raw_update({kind: body}) if self._wanted(kind) else 0

    def add_raw_update(self, body: Json, *, checked: bool = True) -> int:
        """Queue an update as it is; `checked` makes sure that Telegram could have sent it."""
        with self.changed:
            self._update_id += 1
            update = {"update_id": self._update_id, **body}
            if checked:
                self.violations += [f"our own update: {fault}" for fault in spec.faults(update, "Update")]
            self.updates.append(update)
            self.changed.notify_all()
        self.on_update()
        return update["update_id"] if isinstance(update["update_id"], int) else 0

    def add_press(self, sender: Json, message: Message, data: str) -> Press:
        """Note that somebody pressed a button (or sends what a button would send)."""
        with self.changed:
            self._press_id += 1
            press = Press(f"q{self._press_id}", data, message)
            self.presses[press.id] = press
        shown = message.as_json()
        if message.deleted:
            shown = {"message_id": message.id, "chat": message.chat.as_json(), "date": 0}
        self.add_update(
            "callback_query",
            {"id": press.id, "from": sender, "message": shown, "chat_instance": str(message.chat.id), "data": data},
        )
        return press

    def seconds(self, at: datetime | None = None) -> int:
        """Return `at`, or now, as Telegram writes instants."""
        return int((at or self.clock.now()).timestamp())

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in _ONLY_ON_REQUEST


def command_entities(text: str) -> list[Json]:
    """Return the mark that a client puts on a command at the beginning of `text`."""
    if not text.startswith("/") or len(text.split(maxsplit=1)[0]) == 1:
        return []
    return [{"type": "bot_command", "offset": 0, "length": units(text.split(maxsplit=1)[0])}]
