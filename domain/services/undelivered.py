"""What could not be delivered: a mail that came back, an address that its server refuses, a chat that was closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from domain.letters.catalogue.messages import StaffMailLost
from domain.letters.catalogue.staff import StaffUndelivered
from domain.model.messages import Channel, Outgoing
from domain.model.structure import Structure
from domain.services import announce
from domain.services.turn import Turn
from domain.store import our_messages, outbox, queries
from domain.store.outbox import Parcel
from domain.store.session import Session
from domain.store.tables.people import Guardian

#: A report that names none of our mails is believed when one went to that address within this time.
_RECENT: Final = timedelta(days=5)
#: The first digit of a status by which a mail is lost for good (RFC 3463).
_FOR_GOOD: Final = "5"


def bounced(turn: Turn) -> str:
    """Note that a mail came back: of a mail of ours only, and for the address only to which it was sent.

    Anybody can write "your mail could not be delivered"; what names no mail of ours, and nobody we wrote to, is
    noted and nothing more. Return the outcome's name for the log.
    """
    session, status = turn.session, turn.incoming.data
    row = our_messages.sent_as(session, turn.incoming.reply_to) if turn.incoming.reply_to else None
    address = row.address if row is not None else turn.incoming.text.lower()
    if not status.startswith(_FOR_GOOD) or not address:
        return "bounce noted"
    if row is not None:
        row.state, row.error = "failed", f"bounced {status}"
    elif not our_messages.mailed_since(session, address, turn.now - _RECENT):
        return "bounce of nothing"
    guardian = queries.guardian_by_email(session, address)
    if guardian is None:
        return "bounce noted"
    _mute(session, turn.structure, turn.staff_chat, guardian, status, turn.now)
    return "bounce"


def mail_refused(session: Session, structure: Structure, staff_chat: int | None, parcel: Parcel, now: datetime) -> None:
    """Remember that a server refuses a guardian's address for good; staff hear of it once, the chat gets the notice."""
    guardian = queries.guardian_by_email(session, parcel.address)
    if guardian is None:
        return
    _mute(session, structure, staff_chat, guardian, parcel.refusal, now)
    if guardian.chat_id is not None and guardian.chat_lost_at is None and parcel.message.notice:
        _post_instead(session, parcel, Channel.CHAT, str(guardian.chat_id), now)


def mail_lost(session: Session, structure: Structure, staff_chat: int | None, parcel: Parcel, now: datetime) -> None:
    """Tell staff of a mail to a family that its server never took, or perhaps did; the chat gets a notice instead.

    What may have arrived is never sent another way: twice is worse than a question of staff.
    """
    if parcel.family_id is None:
        return
    guardian = queries.guardian_by_email(session, parcel.address)
    chat = guardian.chat_id if guardian is not None and guardian.chat_lost_at is None else None
    if chat is not None and parcel.message.notice and not parcel.unsure:
        _post_instead(session, parcel, Channel.CHAT, str(chat), now)
        return
    family = queries.family_value(session, parcel.family_id).key
    phone = guardian.phone if guardian is not None else ""
    letter = StaffMailLost(family=family, about=parcel.message.subject, unsure=parcel.unsure, phone=phone)
    announce.notify_staff(session, structure, staff_chat, letter, key=f"lost:{parcel.id}", kind="staff", now=now)


def chat_closed(session: Session, parcel: Parcel, now: datetime) -> None:
    """Remember that a parent's chat is closed to us (the bot was blocked), and write by mail instead."""
    guardian = queries.guardian_by_chat(session, int(parcel.address))
    if guardian is None:
        return
    guardian.chat_lost_at = guardian.chat_lost_at or now
    if guardian.email and not parcel.message.toast:
        _post_instead(session, parcel, Channel.EMAIL, guardian.email, now)


def _post_instead(session: Session, parcel: Parcel, channel: Channel, address: str, now: datetime) -> None:
    """Send what was to be said the other way, in its words; what an older program queued, in the words it has."""
    suffix, written = "mail" if channel is Channel.EMAIL else "chat", parcel.message
    plain = Outgoing(text=written.text, subject=written.subject, notice=True)
    outbox.post(
        session,
        key=f"{parcel.key}:{suffix}",
        kind=parcel.kind,
        channel=channel,
        address=address,
        family_id=parcel.family_id,
        now=now,
        message=written.instead or plain,
    )


def _mute(  # noqa: PLR0913 - by a mail that came back, or by the clock that sends
    session: Session, structure: Structure, staff_chat: int | None, guardian: Guardian, status: str, now: datetime
) -> None:
    """Write no more mails to this guardian for a while; staff are told the first time."""
    told = announce.is_muted(guardian, now)
    guardian.mail_lost_at = now
    session.flush()
    if told:
        return
    letter = StaffUndelivered(family=queries.family_value(session, guardian.family_id).key, status=status)
    key = f"undelivered:{guardian.id}:{structure.day_of(now)}"
    announce.notify_staff(session, structure, staff_chat, letter, key=key, kind="staff", now=now)
