"""What the bot needs of the desk, and no more."""

from __future__ import annotations

from typing import Protocol

from domain.model.messages import Channel, Incoming


class Door(Protocol):
    """The one door in. All calls block: from the event loop they are made in a thread."""

    def receive(self, incoming: Incoming) -> None:
        """Act on one message and finish its inbox row, in one transaction; a key that was finished is passed over."""
        ...

    def room_for_files(self, sender: str) -> int:
        """Return how many bytes a file of the chat user `sender` may have; 0 when nobody knows them."""
        ...

    def give_up(self, key: str, *, channel: Channel, chat: str) -> None:
        """Apologise in `chat` for the message `key`, which failed for good, and tell staff; once for each key."""
        ...
