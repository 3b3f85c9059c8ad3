"""The one way out: a letter is rendered for its reader's channel and posted to the outbox, in the same transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.letters import labels
from domain.letters.catalogue.letter import Letter
from domain.letters.catalogue.linking import Invitation
from domain.letters.render import render
from domain.model.messages import Channel, Outgoing
from domain.model.structure import Structure
from domain.services.lateness import told_if_late
from domain.services.turn import CONSOLE, Parent, Turn
from domain.store import mail_ids, outbox, queries
from domain.store.tables.messages import Outbox
from domain.store.tables.people import Guardian
from domain.store.tables.requests import Request

#: Telegram forgets a press after this long; an answer to it would be refused.
PRESS_LIVES: Final = timedelta(seconds=150)

#: No mail goes to an address for so long after one came back for good (Zammad: 60 days), unless they write.
MUTED: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Post:
    """Where a letter goes and how it stands in its conversation."""

    key: str
    kind: str
    channel: Channel
    address: str
    family_id: int | None = None
    edits: str = ""
    edits_key: str = ""
    reply_to: str = ""
    references: tuple[str, ...] = ()
    forget_buttons: str = ""
    ask_reply: str = ""
    notice: bool = False
    expires_at: datetime | None = None
    received_at: datetime | None = None  # a mail that answers one: when that was received
    file: int = 0


def send(session: Session, structure: Structure, letter: Letter, post: Post, now: datetime) -> bool:
    """Queue `letter`; False when its key was queued before."""
    return outbox.post(
        session,
        key=post.key,
        kind=post.kind,
        channel=post.channel,
        address=post.address,
        message=_written(letter, post, structure),
        now=now,
        family_id=post.family_id,
        expires_at=post.expires_at,
    )


def _written(letter: Letter, post: Post, structure: Structure) -> Outgoing:
    """Write `letter` for where it goes: buttons are for the chat, a calendar file for a mail.

    What a family is told in the chat (or unasked, by mail) is written for the other way too, should it prove closed.
    """
    words = render(letter, post.channel, structure)
    both_ways = post.family_id is not None and (post.channel is Channel.CHAT or post.notice)
    return Outgoing(
        text=words.text,
        subject=words.subject,
        buttons=letter.buttons if post.channel is Channel.CHAT else (),
        edits=post.edits,
        edits_key=post.edits_key,
        forget_buttons=post.forget_buttons,
        ask_reply=post.ask_reply,
        reply_to=post.reply_to,
        references=post.references,
        **told_if_late(structure, post.received_at, words.head),
        notice=post.notice,
        calendar=letter.calendar if post.channel is Channel.EMAIL else "",
        file=post.file,
        instead=_other_way(letter, post, structure) if both_ways else None,
    )


def _other_way(letter: Letter, post: Post, structure: Structure) -> Outgoing:
    other = Channel.EMAIL if post.channel is Channel.CHAT else Channel.CHAT
    return _written(letter, Post(key=post.key, kind=post.kind, channel=other, address="", notice=True), structure)


def reply(parent: Parent, letter: Letter, *, kind: str = "answer", edit: bool = False, once: str = "") -> str:
    """Answer the message of this turn where it came from; return the outbox key.

    A mail goes to the address on file (never to Reply-To), in the thread. `edit` replaces the message whose button
    was pressed instead of writing a new one. What is said only `once` has that key instead of the message's own.
    """
    turn = parent.turn
    letter = _told_first(parent, letter)
    post = replace(
        _back(turn, parent.guardian), kind=kind, key=f"{kind}:{once or turn.incoming.key}", family_id=parent.family.id
    )
    if edit and turn.incoming.channel is Channel.CHAT and turn.incoming.press:
        post = replace(post, edits=turn.incoming.message)
    if post.channel is Channel.CHAT and (letter.buttons or kind == "sent"):
        post = replace(post, forget_buttons=_forgotten(parent, post.key if letter.buttons and kind != "sent" else None))
    send(turn.session, turn.structure, letter, post, turn.now)
    return post.key


def _told_first(parent: Parent, letter: Letter) -> Letter:
    first = parent.above() if parent.above is not None else None
    if first is None:
        return letter
    return replace(letter, above=first if letter.above is None else replace(letter.above, above=first))


def address_of(parent: Parent) -> str:
    """Return where this guardian is answered: the chat they wrote in, or the address on file."""
    return _back(parent.turn, parent.guardian).address


def reply_to_stranger(turn: Turn, letter: Letter, *, key: str) -> bool:
    """Answer somebody we do not know, once per `key`."""
    post = replace(_back(turn, None), key=key, kind="stranger")
    return send(turn.session, turn.structure, letter, post, turn.now)


def reply_to_staff(turn: Turn, letter: Letter, *, key: str = "", edit: str = "", ask_reply: str = "") -> None:
    """Answer a staff member in the chat where they wrote or pressed."""
    post = Post(
        key=key or f"staff:{turn.incoming.key}",
        kind="staff",
        channel=Channel.CHAT,
        address=turn.incoming.chat,
        edits=edit,
        ask_reply=ask_reply,
    )
    send(turn.session, turn.structure, letter, post, turn.now)


def toast(turn: Turn, words: str, *, alert: bool = False) -> None:
    """Answer a press under the button itself, in plain text; worthless when Telegram has forgotten the press."""
    if not turn.incoming.press:
        return
    outbox.post(
        turn.session,
        key=f"toast:{turn.incoming.press}",
        kind="toast",
        channel=Channel.CHAT,
        address=turn.incoming.chat,
        message=Outgoing(text=words, toast=turn.incoming.press, alert=alert),
        now=turn.now,
        expires_at=turn.now + PRESS_LIVES,
    )


def staff_chats(session: Session, staff_chat: int | None) -> tuple[int, ...]:
    """Return where staff read: the configured group, or each linked member's private chat."""
    if staff_chat is not None:
        return (staff_chat,)
    return tuple(member.chat_id for member in queries.linked_staff(session) if member.chat_id is not None)


def tell_staff(turn: Turn, letter: Letter, *, key: str, kind: str = "staff") -> None:
    """Tell the office; `key` makes it one message per chat however often it is said."""
    notify_staff(turn.session, turn.structure, turn.staff_chat, letter, key=key, kind=kind, now=turn.now)


def notify_staff(  # noqa: PLR0913 - the same without a turn, for what happens by the clock
    session: Session,
    structure: Structure,
    staff_chat: int | None,
    letter: Letter,
    *,
    key: str,
    kind: str,
    now: datetime,
) -> None:
    """Post `letter` to every staff chat, once per `key`."""
    for chat in staff_chats(session, staff_chat):
        post = Post(key=f"{key}:{chat}", kind=kind, channel=Channel.CHAT, address=str(chat))
        send(session, structure, letter, post, now)


def notify(  # noqa: PLR0913
    session: Session,
    structure: Structure,
    guardian: Guardian,
    letter: Letter,
    *,
    key: str,
    kind: str,
    now: datetime,
    channel: Channel | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Write to a guardian unasked, on `channel` or the one they read; False when it was queued before.

    What has not left by `expires_at` stays.
    """
    target = channel or preferred_channel(guardian, now)
    if target is Channel.EMAIL and kind != "invitation" and is_muted(guardian, now):
        target = preferred_channel(guardian, now)
    if target is None:
        return False
    address = str(guardian.chat_id) if target is Channel.CHAT else str(guardian.email)
    post = Post(
        key=f"{key}:{target}:{guardian.id}",
        kind=kind,
        channel=target,
        address=address,
        family_id=guardian.family_id,
        notice=True,
        expires_at=expires_at,
    )
    return send(session, structure, letter, post, now)


def answer_request(  # noqa: PLR0913 - a letter about a request, with or without a turn
    session: Session,
    structure: Structure,
    request: Request,
    letter: Letter,
    *,
    key: str,
    kind: str,
    now: datetime,
    notice: bool = False,
    expires_at: datetime | None = None,
) -> bool:
    """Write to a family in the conversation in which it asked; False when it was queued before.

    What was typed at the command line, or in a chat that is closed to us by now, goes where its guardian reads.
    """
    guardian = session.get_one(Guardian, request.guardian_id)
    channel = Channel(request.channel)
    closed = guardian.chat_lost_at is not None if channel is Channel.CHAT else is_muted(guardian, now)
    if request.address.startswith(CONSOLE) or closed:
        return notify(session, structure, guardian, letter, key=key, kind=kind, now=now)
    post = Post(
        key=key,
        kind=kind,
        channel=channel,
        address=request.address,
        family_id=request.family_id,
        reply_to=request.mail_message,
        references=(request.mail_message,) if request.mail_message else (),
        notice=notice,
        expires_at=expires_at,
    )
    return send(session, structure, letter, post, now)


def is_muted(guardian: Guardian, now: datetime) -> bool:
    """Say whether mails to this guardian came back, not longer ago than we remember it."""
    return guardian.mail_lost_at is not None and now - guardian.mail_lost_at < MUTED


def preferred_channel(guardian: Guardian, now: datetime) -> Channel | None:
    """Return how a guardian is reached: the linked chat, else the address on file, else nothing."""
    if guardian.chat_id is not None and guardian.chat_lost_at is None:
        return Channel.CHAT
    return Channel.EMAIL if guardian.email and not is_muted(guardian, now) else None


def invitation(session: Session, structure: Structure, guardian: Guardian, link: str, now: datetime) -> bool:
    """Mail a guardian their personal link; False when they have no address."""
    if not guardian.email:
        return False
    family = queries.family_value(session, guardian.family_id)
    letter = Invitation(
        civility=guardian.civility,
        last_name=guardian.last_name,
        link=link,
        expires_on=structure.day_of(now + timedelta(days=14)),
        example_child=labels.example_child(family),
    )
    key = f"invitation:{hashlib.sha256(link.encode()).hexdigest()[:16]}"
    return notify(session, structure, guardian, letter, key=key, kind="invitation", now=now, channel=Channel.EMAIL)


def is_ours(session: Session, ids: tuple[str, ...], family_id: int) -> bool:
    """Say whether one of the Message-IDs `ids` is of a mail that we sent to this family, and was made by us."""
    return any(row.family_id == family_id for row in mail_ids.mails_named(session, ids))


def _forgotten(parent: Parent, shown_key: str | None) -> str:
    """Note which message carries the live buttons from now on; return the older one's id, to take its buttons away."""
    older = parent.guardian.shown_key
    parent.guardian.shown_key = shown_key
    if not older:
        return ""
    sent_id = parent.turn.session.scalar(select(Outbox.sent_id).where(Outbox.key == older))
    return sent_id if sent_id and sent_id != parent.turn.incoming.message else ""


def _back(turn: Turn, guardian: Guardian | None) -> Post:
    incoming = turn.incoming
    if incoming.channel is Channel.CHAT:
        address = incoming.chat or incoming.sender
    else:
        address = incoming.chat or (guardian.email if guardian and guardian.email else incoming.sender)
    mail = incoming.channel is Channel.EMAIL
    return Post(
        key=f"answer:{incoming.key}",
        kind="answer",
        channel=incoming.channel,
        address=address,
        received_at=incoming.received_at if mail else None,
        reply_to=incoming.message if mail else "",
        references=(*reversed(incoming.reply_to), incoming.message) if mail and incoming.message else (),
    )
