"""How long to wait: after a message that a server refused for now, and for a server that is out of reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.model.messages import Channel

#: How long to wait (seconds) after the first, second… try that the server refused for now.
BACKOFF: Final[dict[Channel, tuple[int, ...]]] = {
    Channel.CHAT: (1, 2, 5, 10, 20, 60),
    Channel.EMAIL: (60, 300, 900, 3600, 14_400),
}

#: How long to leave a server alone (seconds) that cannot be reached, or does not let us in.
PAUSES: Final[dict[Channel, tuple[int, ...]]] = {
    Channel.CHAT: (1, 2, 5, 10, 20, 60),
    Channel.EMAIL: (5, 15, 60, 300),
}


#: In seconds: nothing is ever held back for longer.
LONGEST: Final = max(step for steps in (*BACKOFF.values(), *PAUSES.values()) for step in steps)


def back_off(channel: Channel, failures: int) -> float:
    """Return the seconds to wait after so many failures in a row."""
    return _step(BACKOFF[channel], failures)


def pause(channel: Channel, failures: int) -> float:
    """Return for how many seconds a server is left alone that was out of reach so many times in a row."""
    return _step(PAUSES[channel], failures)


def _step(steps: Sequence[int], failures: int) -> float:
    return steps[min(max(failures, 1), len(steps)) - 1]
