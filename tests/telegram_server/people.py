"""The people on the other side: what a test lets them do, in their own words."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.telegram_server.world import BOT_ID, Chat, Json, Message, Press, command_entities

if TYPE_CHECKING:
    from tests.telegram_server.server import TelegramServer

_file_ids = itertools.count(1)


class ChatView:
    """A chat as the people in it see it."""

    def __init__(self, server: TelegramServer, chat: Chat) -> None:
        self._server = server
        self._chat = chat

    @property
    def id(self) -> int:
        return self._chat.id

    @property
    def messages(self) -> list[Message]:
        """What the bot has written here and not deleted, as it stands now, oldest first."""
        with self._server.world.changed:
            return [message for message in self._chat.messages if message.from_bot and not message.deleted]

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]

    @property
    def last(self) -> Message:
        return self.messages[-1]

    def expect(self, *words: str, after: Message | None = None, button: str = "", timeout: float = 10.0) -> Message:
        """Wait for a message of the bot that shows all `words` (and `button`), newer than `after`; return it."""
        return self._server.wait_for(self._finder(words, after, button), timeout, f"{words} {button} in {self.id}")

    async def arrival(
        self,
        *words: str,
        after: Message | None = None,
        button: str = "",
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> Message:
        """As `expect`, for a test in whose event loop the bot runs."""
        return await self._server.until(self._finder(words, after, button), timeout, f"{words} {button} in {self.id}")

    def _finder(self, words: tuple[str, ...], after: Message | None, button: str) -> Callable[[], Message | None]:
        def found() -> Message | None:
            return next(
                (
                    message
                    for message in self.messages
                    if (after is None or message.id > after.id)
                    and all(word in (message.text or message.caption) for word in words)
                    and (not button or button in message.buttons)
                ),
                None,
            )

        return found


class Group(ChatView):
    """A group; the bot sees what privacy mode lets it see."""

    def add_bot(self, by: Person) -> None:
        """Let `by` add the bot."""
        self._chat.open_to_bot, self._chat.blocked = True, ""
        self._membership(by, "left", "member")

    def remove_bot(self, by: Person) -> None:
        """Let `by` throw the bot out."""
        self._chat.open_to_bot, self._chat.blocked = False, "bot was kicked from the group chat"
        self._membership(by, "member", "left")

    def becomes_supergroup(self, new_id: int) -> Group:
        """Upgrade the group: it goes on under another id, and both of them say so."""
        world = self._server.world
        new = world.chat(new_id, self._chat.name)
        new.supergroup, new.open_to_bot = True, True
        self._chat.migrated_to = new_id
        for chat, extra in ((self._chat, {"migrate_to_chat_id": new_id}), (new, {"migrate_from_chat_id": self.id})):
            world.add_update("message", world.add_message(chat, None, extra=extra).as_json())
        return Group(self._server, new)

    def _membership(self, by: Person, before: str, after: str) -> None:
        world = self._server.world
        user = world.sender()
        world.add_update(
            "my_chat_member",
            {
                "chat": self._chat.as_json(),
                "from": by.as_json(),
                "date": world.seconds(),
                "old_chat_member": {"user": user, "status": before},
                "new_chat_member": {"user": user, "status": after},
            },
        )


class Person:
    """Somebody with a phone."""

    def __init__(self, server: TelegramServer, name: str, user_id: int) -> None:
        self._server = server
        self.name = name
        self.id = user_id
        self._private = server.world.chat(user_id, name)
        self.chat = ChatView(server, self._private)

    def as_json(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "fr"}

    def says(
        self,
        text: str,
        *,
        at: datetime | None = None,
        to: Group | None = None,
        reply_to: Message | None = None,
        **extra: Any,
    ) -> Message:
        """Write `text` to the bot, or in a group; `at` is the message's date."""
        return self._writes(to, at, text=text, entities=command_entities(text), reply_to=reply_to, extra=extra)

    def sends(
        self, thing: str, *, caption: str = "", name: str = "", at: datetime | None = None, content: bytes | None = None
    ) -> Message:
        """Send a "photo", "voice", "sticker" or "document" (called `name`) to the bot."""
        shown = _thing(thing, name)
        file = shown[0] if isinstance(shown, list) else shown
        if "file_id" in file:
            self._server.world.files[file["file_id"]] = bytes_of(thing, name) if content is None else content
        if content is not None:
            file["file_size"] = len(content)
        extra: Json = {thing: shown}
        if caption:
            extra["caption"] = caption
        return self._writes(None, at, extra=extra)

    def edits(self, message: Message, text: str, *, at: datetime | None = None) -> None:
        """Correct an own message."""
        world = self._server.world
        with world.changed:
            message.text, message.entities = text, command_entities(text)
            message.edit_date = world.seconds(at)
        world.add_update("edited_message", message.as_json())

    def presses(self, message: Message, label: str) -> Press:
        """Press the button `label`; AssertionError when `message` shows no such button (any more)."""
        return self.send_callback(message.data(label), message)

    def send_callback(self, data: str, message: Message) -> Press:
        """Send what a button would send: modified apps can send anything."""
        return self._server.world.add_press(self.as_json(), message, data)

    def blocks_bot(self) -> None:
        self._private.blocked = "bot was blocked by the user"

    def unblocks_bot(self) -> None:
        self._private.blocked = ""

    def opens_chat(self) -> None:
        """Press "Démarrer" without anything more to say: the bot may write from now on."""
        self._private.open_to_bot = True

    @contextlib.contextmanager
    def blocking(self) -> Iterator[None]:
        """Block the bot for a while."""
        self.blocks_bot()
        yield
        self.unblocks_bot()

    def _writes(self, to: Group | None, at: datetime | None, **fields: Any) -> Message:
        world = self._server.world
        chat = to._chat if to else self._private
        if to is None:
            chat.open_to_bot = True
        message = world.add_message(chat, self.as_json(), date=world.seconds(at), **fields)
        if to is None or _visible(message):
            world.add_update("message", message.as_json())
        return message


def _visible(message: Message) -> bool:
    """Tell whether a bot in privacy mode sees a group's message: commands and replies to it."""
    answered = message.reply_to
    return message.text.startswith("/") or (answered is not None and (answered.sender or {}).get("id") == BOT_ID)


def bytes_of(kind: str, name: str) -> bytes:
    """Return the beginning of a file as its name promises it; a photo is a JPEG."""
    ending = "jpg" if kind == "photo" else name.lower().rpartition(".")[2]
    number = f"{kind} {name} {next(_file_ids)}".encode()
    signs = {"pdf": b"%PDF-1.4\n", "jpg": b"\xff\xd8\xff\xe0", "jpeg": b"\xff\xd8\xff\xe0", "png": b"\x89PNG\r\n\x1a\n"}
    return signs.get(ending, b"") + number


def _thing(kind: str, name: str) -> Any:
    number = next(_file_ids)
    file: Json = {"file_id": f"f{number}", "file_unique_id": f"u{number}"}
    shapes: dict[str, Any] = {
        "photo": [{**file, "width": 90, "height": 60}],
        "voice": {**file, "duration": 3},
        "document": {**file, "file_name": name} if name else file,
        "sticker": {**file, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
        "contact": {"phone_number": "+33600000000", "first_name": name or "Moi"},
    }
    return shapes[kind]
