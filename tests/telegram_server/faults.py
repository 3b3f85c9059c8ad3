"""What can go wrong on the way, on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Fault:
    """One disturbance of the next `times` calls of `method` ("*": of any).

    `status` and `description` are answered instead of the deed, as is `body`, which need not be JSON. `hang` is how
    many seconds nothing is answered at all. `before` cuts the connection before the deed, `after` after it.
    """

    method: str
    times: int
    status: int = 0
    description: str = ""
    parameters: Json = field(default_factory=dict)
    body: bytes = b""
    hang: float = 0.0
    before: bool = False
    after: bool = False


class Faults:
    """The disturbances that are waiting for their call."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self.down = False
        self.bad_token = False

    def add(self, method: str, *, times: int = 1, **what: Any) -> None:
        """Disturb the next `times` calls of `method` as `Fault` says."""
        self._waiting.append(Fault(method, times, **what))

    def flood(self, method: str, retry_after: int, times: int = 1) -> None:
        """Answer 429."""
        self.add(
            method,
            times=times,
            status=429,
            description=f"Too Many Requests: retry after {retry_after}",
            parameters={"retry_after": retry_after},
        )

    def lose_answer(self, method: str, times: int = 1) -> None:
        """Do the deed and cut the connection before the answer."""
        self.add(method, times=times, after=True)

    @property
    def unmet(self) -> int:
        """How many disturbances still wait for a call."""
        return len(self._waiting)

    def clear(self) -> None:
        """Let everything go well again."""
        self._waiting.clear()
        self.down = self.bad_token = False

    def take(self, method: str) -> Fault | None:
        """Return the disturbance of this call, if there is one."""
        if self.bad_token:
            return Fault(method, 1, status=401, description="Unauthorized")
        if self.down:
            return Fault(method, 1, status=502, description="Bad Gateway")
        return self._next(lambda fault: fault.method in (method, "*"))

    def _next(self, fits: Callable[[Fault], bool]) -> Fault | None:
        fault = next((fault for fault in self._waiting if fits(fault)), None)
        if fault is not None:
            fault.times -= 1
            if not fault.times:
                self._waiting.remove(fault)
        return fault
