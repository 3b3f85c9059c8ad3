"""A person of the office answers what was handed to them: a reply to the card goes out to the family, in its thread."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from domain.letters.catalogue.messages import PersonAnswered, StaffMessageAnswered, StaffNotSent
from domain.model.messages import Channel
from domain.services import announce
from domain.services.announce import Post
from domain.services.turn import Colleague, Parent
from domain.store import handed_over
from domain.store.tables.conversation import HandedOver
from domain.store.tables.people import Guardian

_MOST: Final = 3500  # characters of a staff answer; Telegram allows 4096 in all


def remember(parent: Parent) -> None:
    """Keep where an answer to this message goes, for the colleague who writes it."""
    incoming = parent.turn.incoming
    mail = incoming.channel is Channel.EMAIL
    row = HandedOver(
        key=incoming.key,
        family_id=parent.family.id,
        guardian_id=parent.guardian.id,
        channel=incoming.channel.value,
        subject=incoming.subject,
        thread={
            "message": incoming.message,
            "references": [*reversed(incoming.reply_to), incoming.message] if mail and incoming.message else [],
        },
        answers={"by": []},
    )
    handed_over.note(parent.turn.session, row)


def on_text(colleague: Colleague) -> str | None:
    """Send a reply to a card on to the family; None when the text replies to no such card."""
    turn = colleague.turn
    incoming = turn.incoming
    row = handed_over.shown_by(turn.session, incoming.reply_to, incoming.chat) if incoming.reply_to else None
    if row is None:
        return None
    guardian = turn.session.get_one(Guardian, row.guardian_id)
    channel = _channel(row, guardian, turn.now)
    words = incoming.text.strip()[:_MOST]
    if channel is None or incoming.attachments or not words:
        why = "unreachable" if channel is None else "not_text"
        announce.reply_to_staff(turn, StaffNotSent(why=why, guardian=_name(guardian), phone=guardian.phone))
        return "not sent"
    letter = PersonAnswered(staff=colleague.staff.name, text=words, about=row.subject)
    announce.send(turn.session, turn.structure, letter, _post(colleague, row, guardian, channel), turn.now)
    row.answers = {"by": [*row.answers["by"], [colleague.staff.name, turn.now.isoformat()]]}
    turn.session.flush()
    _refresh(colleague, row)
    return "answered"


def _channel(row: HandedOver, guardian: Guardian, now: datetime) -> Channel | None:
    """Return the family's own channel, or the other one where that is closed to us."""
    mail = Channel.EMAIL if guardian.email and not announce.is_muted(guardian, now) else None
    chat = Channel.CHAT if guardian.chat_id is not None and guardian.chat_lost_at is None else None
    return (mail or chat) if row.channel == Channel.EMAIL else (chat or mail)


def _post(colleague: Colleague, row: HandedOver, guardian: Guardian, channel: Channel) -> Post:
    thread: dict[str, Any] = row.thread if channel == row.channel else {}
    return Post(
        key=f"person:{row.id}:{colleague.turn.incoming.key}",
        kind="person",
        channel=channel,
        address=str(guardian.chat_id if channel is Channel.CHAT else guardian.email),
        family_id=row.family_id,
        reply_to=thread.get("message", ""),
        references=tuple(thread.get("references", ())),
        notice=True,  # a person wrote it: one that cannot be delivered must come back to us
    )


def _refresh(colleague: Colleague, row: HandedOver) -> None:
    """Note on every copy of the card who answered, and when."""
    turn = colleague.turn
    answers = tuple((name, turn.structure.local(turn.now.fromisoformat(at))) for name, at in row.answers["by"])
    for key, chat, words in handed_over.cards_of(
        turn.session, row.key, announce.staff_chats(turn.session, turn.staff_chat)
    ):
        post = Post(
            key=f"{key}:answered:{turn.incoming.key}",
            kind="human_card",
            channel=Channel.CHAT,
            address=chat,
            edits_key=key,
        )
        announce.send(turn.session, turn.structure, StaffMessageAnswered(card=words, answers=answers), post, turn.now)


def _name(guardian: Guardian) -> str:
    return f"{guardian.first_name} {guardian.last_name}"
