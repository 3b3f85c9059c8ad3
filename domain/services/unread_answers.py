"""Offers made by mail whose answer may lie in a mailbox that could not be read: it counts by when it was received."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.model.messages import Channel
from domain.store import settings
from domain.store.tables.bookings import Booking
from domain.store.tables.messages import Outbox

#: No longer than this is a place kept from the next family for a mailbox that is out of order.
_KEPT: Final = timedelta(hours=12)


def may_lie_there(session: Session, lapsed: Sequence[Booking], now: datetime) -> Collection[int]:
    """Return the ids of the `lapsed` offers that were made by mail and ended after the mailbox was last read."""
    seen = settings.read(session, settings.MAIL_SEEN) if lapsed else None
    if seen is None:  # no mailbox was ever read here
        return ()
    read_until = datetime.fromisoformat(seen)
    unread = [row for row in lapsed if row.offer_expires_at and _unread(row.offer_expires_at, read_until, now)]
    if not unread:
        return ()
    mailed = select(Outbox.key).where(Outbox.family_id.in_({row.family_id for row in unread}))
    keys = session.scalars(mailed.where(Outbox.kind == "offer", Outbox.channel == Channel.EMAIL))
    by_mail = {int(key.split(":")[1]) for key in keys}
    parties = {row.waits_with for row in unread if row.id in by_mail} - {None}
    return {row.id for row in unread if row.id in by_mail or row.waits_with in parties}


def _unread(ended: datetime, read_until: datetime, now: datetime) -> bool:
    return read_until <= ended and now - ended < _KEPT
