"""The machine's clock may be set back: what goes by it must not wait for the same hour to come again."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from domain.clock import Clock
from domain.model.messages import Channel
from domain.store import outbox, retries
from domain.store.session import Sessions

logger = logging.getLogger("preau.clock")

#: What is held for longer was held before the clock was set back: nobody holds anything for so long.
HELD_BY_NOBODY: Final = timedelta(seconds=retries.LONGEST) + outbox.LEASE
#: Clocks are trimmed by fractions of a second all the time; nothing waits noticeably longer for less than this.
_TRIMMED: Final = timedelta(seconds=5)


class SteppedClock:
    """Looks at the machine's clock, and remembers how late it has been."""

    def __init__(self, machine: Clock) -> None:
        """Watch `machine` from now on."""
        self._machine = machine
        self._latest = machine.now()

    def now(self) -> tuple[datetime, timedelta]:
        """Return the present instant, and by how much the clock was set back since the last look; nothing as a rule."""
        wall = self._machine.now()
        back = self._latest - wall
        self._latest = wall
        if back <= _TRIMMED:
            return wall, timedelta(0)
        logger.warning("the machine's clock was set back by %.0f s: nothing waits longer for it", back.total_seconds())
        return wall, back


def free_held(sessions: Sessions, channel: Channel, wall: datetime, beyond: timedelta) -> None:
    """Hold no row of a channel longer because the clock was set back; nothing is written where none is held so long."""
    with sessions.reading() as session:
        held = outbox.is_any_held(session, channel, until=wall + beyond)
    if not held:
        return
    with sessions.begin() as session:
        freed = outbox.free_after_step(session, channel, wall=wall, beyond=beyond)
    logger.info("channel=%s %d messages are tried again, for the clock was set back", channel, freed)
