"""What handlers are given besides the update: the way to the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from telegram import Chat, Message, User
from telegram.constants import ChatID, ChatType
from telegram.ext import CallbackContext, ExtBot

from bot import arrival
from bot.door import Door
from bot.staff_room import StaffRoom
from domain.model.attachments import Attachment
from domain.model.messages import Channel, Incoming, Kind

#: Where the application keeps the `Hands`.
HANDS: Final = "hands"


@dataclass(frozen=True, slots=True)
class Hands:
    """What every handler works with. `on_received` wakes whoever sends the answers."""

    desk: Door
    staff_room: StaffRoom
    on_received: Callable[[], None]


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Hands]]):
    """A handler's context, with the desk in reach."""

    @property
    def staff_room(self) -> StaffRoom:
        """The group in which the bot works."""
        return self._hands.staff_room

    @property
    def received_at(self) -> datetime:
        """The receipt time that judges the update."""
        return arrival.current.get().received_at

    @property
    def key(self) -> str:
        """The update's key in the inbox."""
        return arrival.current.get().key

    def admits(self, chat: Chat) -> bool:
        """Tell whether we listen in `chat`: a private one, or the staff group."""
        return chat.type == ChatType.PRIVATE or self.staff_room.is_here(chat.id)

    async def hand_over(self, incoming: Incoming) -> None:
        """Give `incoming` to the desk, in a thread, and wake the courier for the answer."""
        await asyncio.to_thread(self._hands.desk.receive, incoming)
        arrival.current.get().handed = True
        self._hands.on_received()

    async def hand_over_words(
        self, message: Message, kind: Kind, *, text: str = "", data: str = "", attachments: tuple[Attachment, ...] = ()
    ) -> None:
        """Hand over what a person wrote in a chat; what nobody in particular wrote is passed over."""
        author = person(message)
        if author is None:
            return
        answered = message.reply_to_message
        await self.hand_over(
            Incoming(
                channel=Channel.CHAT,
                kind=kind,
                key=self.key,
                sender=str(author.id),
                received_at=self.received_at,
                text=text,
                chat=self.staff_room.name(message.chat.id),
                message=str(message.message_id),
                reply_to=(str(answered.message_id),) if answered else (),
                data=data,
                private=message.chat.type == ChatType.PRIVATE,
                attachments=attachments,
                album=message.media_group_id or "",
            )
        )

    async def room_for_files(self, sender: str) -> int:
        """Return how many bytes a file of this chat user may have; 0 when files of theirs are not kept."""
        return await asyncio.to_thread(self._hands.desk.room_for_files, sender)

    @property
    def _hands(self) -> Hands:
        return self.bot_data[HANDS]


def person(message: Message) -> User | None:
    """Return who wrote `message`; None for a bot, a channel, or an administrator who stays anonymous."""
    author = message.from_user
    if author is None or author.is_bot or message.sender_chat is not None or author.id == ChatID.ANONYMOUS_ADMIN:
        return None
    return author
