"""The one group in which the bot works, also after Telegram gave it a new id."""

from __future__ import annotations

import logging
from typing import Final

from domain.store.session import Sessions
from domain.store.tables.installation import Setting

logger = logging.getLogger("preau.bot")

#: The setting that keeps a move: "configured id>new id".
MOVED: Final = "staff_chat_moved"


class StaffRoom:
    """Knows the configured staff chat and, once the group became a supergroup, its new id.

    The desk goes on using the configured id: `name` translates, and the sender follows the move by itself.
    """

    def __init__(self, configured: int | None, sessions: Sessions) -> None:
        """Use the group `configured`; None means that there is none and that every group is left."""
        self._configured = configured
        self._sessions = sessions
        self._present = configured

    def load(self) -> None:
        """Read an earlier move. Raises what the database does."""
        with self._sessions.reading() as session:
            kept = session.get(Setting, MOVED)
        before, _, after = kept.value.partition(">") if kept else ("", "", "")
        if before == str(self._configured):
            self._present = int(after)

    def moved(self, chat_id: int) -> None:
        """Note that the group lives on as `chat_id`. Raises what the database does."""
        with self._sessions.begin() as session:
            session.merge(Setting(name=MOVED, value=f"{self._configured}>{chat_id}"))
        self._present = chat_id
        logger.warning(
            "the staff group %s is now %s: put the new id into [telegram].staff_chat", self._configured, chat_id
        )

    def is_here(self, chat_id: int) -> bool:
        """Tell whether `chat_id` is the staff group, under its old or its new id."""
        return self._configured is not None and chat_id in (self._configured, self._present)

    def name(self, chat_id: int) -> str:
        """Return the id by which the desk knows the chat."""
        return str(self._configured if self.is_here(chat_id) else chat_id)
