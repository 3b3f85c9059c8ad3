"""How often an unproven address is answered: two robots that answer each other must fall silent within the hour.

A family whose sender is proven is never held back here: the desk limits only what it says without having understood.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final

from domain.store import our_messages
from domain.store.session import Sessions

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
#: Answers an hour and a day to an address that is no family's, and to a family's address that nothing proves.
_LIMITS: Final = MappingProxyType({"unknown": (3, 10), "unverified": (10, 30)})
#: Answers an hour to all strangers together: more is a loop or a flood, and somebody must look.
_BREAKER: Final = 60


class Held(Enum):
    """Why a mail is not answered."""

    ADDRESS = "its address had its answers"
    EVERYBODY = "too many strangers at once"


def held_back(sessions: Sessions, address: str, sender: str, now: datetime) -> Held | None:
    """Say why a mail from `address` (lower case), a `sender` of that standing, is not answered; None when it is."""
    limits = _LIMITS.get(sender)
    if limits is None:
        return None
    with sessions.reading() as session:
        for within, most in zip((_HOUR, _DAY), limits, strict=True):
            if our_messages.count_mails_to(session, address, now - within) >= most:
                return Held.ADDRESS
        flood = our_messages.count_mails_to_strangers(session, now - _HOUR) >= _BREAKER
    return Held.EVERYBODY if flood else None
