"""What was handed to a person: whom an answer goes to, in which thread, and who answered."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.store import our_messages
from domain.store.tables.conversation import HandedOver
from domain.store.tables.messages import Outbox

CARD = "human"


def note(session: Session, row: HandedOver) -> None:
    """Keep `row`, once for each message."""
    if session.scalar(select(HandedOver.id).where(HandedOver.key == row.key)) is None:
        session.add(row)
        session.flush()


def shown_by(session: Session, messages: Collection[str], chat: str) -> HandedOver | None:
    """Return what the card is about that stands in `chat` under one of the ids `messages`, under lock."""
    cards = our_messages.replied_to(session, messages, chat, CARD)
    keys = [key.removeprefix(f"{CARD}:").removesuffix(f":{chat}") for key in cards]
    if not keys:
        return None
    query = select(HandedOver).where(HandedOver.key == keys[0]).with_for_update()
    return session.scalar(query, execution_options={"populate_existing": True})


def cards_of(session: Session, key: str, chats: Collection[int]) -> list[tuple[str, str, str]]:
    """Return the cards about the message `key` in `chats`: outbox key, chat, and the words as they were posted."""
    keys = [f"{CARD}:{key}:{chat}" for chat in chats]
    rows = session.scalars(select(Outbox).where(Outbox.key.in_(keys)).order_by(Outbox.id))
    return [(row.key, row.address, str(row.payload.get("text", ""))) for row in rows]
