"""What we failed at, or leave undone, is told: to staff once, and to the family that waits for an answer."""

from __future__ import annotations

from datetime import datetime

from domain.letters.catalogue.guidance import Apology
from domain.letters.catalogue.messages import StaffTooMany
from domain.letters.catalogue.staff import StaffFailure, StaffMailboxRefused, StaffMailFailed
from domain.model.messages import Channel
from domain.model.structure import Structure
from domain.services import announce
from domain.services.turn import Turn
from domain.store import queries
from domain.store.session import Session


def give_up(turn: Turn) -> None:
    """Say sorry for the message of `turn`, if its sender is a chat or a family's address, and tell staff of it."""
    incoming = turn.incoming
    by_chat = incoming.channel is Channel.CHAT
    known = by_chat or queries.guardian_by_email(turn.session, incoming.sender) is not None
    sorry = bool(incoming.sender) and known
    if sorry:
        announce.reply_to_stranger(turn, Apology(), key=f"apology:{incoming.key}")
    received_at = incoming.received_at.astimezone(turn.structure.zone)
    for_mail = StaffMailFailed(reference=incoming.key, received_at=received_at, sorry=sorry)
    letter = StaffFailure(reference=incoming.key) if by_chat else for_mail
    announce.tell_staff(turn, letter, key=f"failure:{incoming.key}")


def too_many_mails(session: Session, structure: Structure, staff_chat: int | None, now: datetime) -> None:
    """Tell staff, once an hour of the structure, that strangers write more mails than are answered."""
    key = f"too-many:{structure.local(now).strftime('%Y-%m-%dT%H')}"
    announce.notify_staff(session, structure, staff_chat, StaffTooMany(), key=key, kind="staff", now=now)


def mailbox_refused(session: Session, structure: Structure, staff_chat: int | None, now: datetime) -> None:
    """Tell staff, once a day of the structure, that no mail can be read."""
    key = f"mailbox-refused:{structure.day_of(now).isoformat()}"
    announce.notify_staff(session, structure, staff_chat, StaffMailboxRefused(), key=key, kind="staff", now=now)


def sending_refused(session: Session, structure: Structure, staff_chat: int | None, now: datetime) -> None:
    """Tell staff, once a day of the structure, that no mail leaves."""
    key = f"sending-refused:{structure.day_of(now).isoformat()}"
    letter = StaffMailboxRefused(sending=True)
    announce.notify_staff(session, structure, staff_chat, letter, key=key, kind="staff", now=now)
