"""How often an unproven address is answered: two robots that answer each other must fall silent within the hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from domain.model.messages import Channel
from domain.store.session import Sessions
from domain.store.tables import Outbox

_HOUR: Final = timedelta(hours=1)
#: Answers an hour to an address that is no family's, and to a family's address that nothing proves.
STRANGER_ANSWERS: Final = 3
UNPROVEN_ANSWERS: Final = 10


def answers_in_last_hour(sessions: Sessions, address: str, now: datetime) -> int:
    """Count the mails queued or sent to `address` (lower case) within the hour before `now`."""
    with sessions.reading() as session:
        mails = session.query(Outbox).where(Outbox.channel == Channel.EMAIL, Outbox.address == address)
        return mails.where(Outbox.created_at > now - _HOUR).count()


def is_throttled(sessions: Sessions, address: str, sender: str, now: datetime) -> bool:
    """Say whether `address` had its answers of the hour; a verified sender always gets one more."""
    limits = {"unknown": STRANGER_ANSWERS, "unverified": UNPROVEN_ANSWERS}
    return sender in limits and answers_in_last_hour(sessions, address, now) >= limits[sender]
