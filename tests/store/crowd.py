"""Many at once: eight threads that start together."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")


def together(do: Callable[[], T], count: int = 8) -> list[T]:
    """Let `count` threads do the same at the same moment; return what each got, or raise what one of them raised."""
    start = Barrier(count)

    def one() -> T:
        start.wait()
        return do()

    with ThreadPoolExecutor(count) as threads:
        return [future.result() for future in [threads.submit(one) for _ in range(count)]]
