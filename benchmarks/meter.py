"""What the database is asked: statements, steps of its machine, and the plans by which it answers.

A plan may read far too much without a scan (a whole day of the town, to find one child): the steps tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import event

from domain.store.session import Sessions

#: The steps are counted so many at a time.
GRAIN: Final = 20

#: Tables that stay small however long a town books, and indexes that hold only what is open.
_SMALL_TABLES: Final = frozenset({"staff", "setting", "lease", "cart_line", "invoice_counter"})
_OPEN_ONLY: Final = (
    "ix_request_open",
    "ix_inbox_open",
    "ix_outbox_open",
    "ix_outbox_address_open",
    "ix_booking_waiting",
)

_SCAN: Final = re.compile(r"SCAN (?P<table>\w+?)(?:_\d+)?(?: USING (?:COVERING )?INDEX (?P<index>\w+))?$")
_READS: Final = ("SELECT", "UPDATE", "DELETE", "INSERT")


@dataclass(slots=True)
class Meter:
    """All `statements` that were sent, by their text, with the parameters of one occurrence; counts of a part of them.

    Only what happens within `counting` is counted.
    """

    count: int = 0
    grains: int = 0
    statements: dict[str, Any] = field(default_factory=dict)
    _counts: bool = False

    @property
    def steps(self) -> int:
        """How many steps SQLite's machine took: unlike milliseconds, the same on a busy computer."""
        return self.grains * GRAIN

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count meanwhile."""
        self._counts = True
        yield
        self._counts = False

    def note(self, statement: str, parameters: Any) -> None:
        """Take note of a statement."""
        self.count += self._counts
        self.statements.setdefault(statement, parameters)

    def tick(self) -> int:
        """Take note of a grain of steps; 0 lets SQLite go on."""
        self.grains += self._counts
        return 0


@contextmanager
def metered(sessions: Sessions) -> Iterator[Meter]:
    """Watch all that is asked through `sessions` meanwhile; it makes everything slower."""
    meter = Meter()

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        meter.note(statement, parameters)

    def watch(connection: Any, *_: object) -> None:
        connection.set_progress_handler(meter.tick, GRAIN)

    event.listen(sessions.engine, "before_cursor_execute", note)
    event.listen(sessions.engine, "checkout", watch)
    try:
        yield meter
    finally:
        event.remove(sessions.engine, "before_cursor_execute", note)
        event.remove(sessions.engine, "checkout", watch)
        sessions.engine.dispose()  # the next connections are not watched


def scans(sessions: Sessions, meter: Meter) -> list[str]:
    """Return what reads a whole table that grows with the years, or a whole index of one."""
    faults = []
    with sessions.engine.connect() as connection:
        for statement, parameters in meter.statements.items():
            if statement.startswith(_READS):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                faults += [f"{row[-1]}: {' '.join(statement.split())}" for row in plan if _grows(str(row[-1]))]
    return faults


def _grows(step: str) -> bool:
    found = _SCAN.match(step)
    return found is not None and found["table"] not in _SMALL_TABLES and found["index"] not in _OPEN_ONLY
