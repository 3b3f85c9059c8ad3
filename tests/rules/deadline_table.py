"""The published deadlines at the end of a test run, as a table: source, limit, last minute in, first minute out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from tests.rules.published import Published

ONE_MINUTE = timedelta(minutes=1)
HEADER = ("source", "asks", "day of care", "limit", "last minute in", "first minute out", "then")


def row(case: Published, last: datetime) -> list[str]:
    """Return a case as it is shown; a limit by the hour ends on its minute, any other with it."""
    out = last.replace(second=0) + ONE_MINUTE
    price = "" if case.cents is None else f" {case.cents / 100:.2f}"
    inside, outside = f"{last:%d/%m %H:%M}", f"{out:%d/%m %H:%M}"
    return [case.source, case.purpose.value, case.day, case.limit, inside, outside, f"{case.late.value}{price}"]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table of the cases that have passed in this run."""
    rows = list(_rows(terminalreporter.stats.get("passed", ())))
    if not rows:
        return
    terminalreporter.write_sep("-", "published deadlines, as judged by receipt time")
    widths = [max(map(len, column)) for column in zip(HEADER, *rows, strict=True)]
    for cells in (HEADER, *rows):
        terminalreporter.write_line("  ".join(map(str.ljust, cells, widths)).rstrip())


def _rows(reports: Any) -> Iterator[tuple[str, ...]]:
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == "deadline":
                yield tuple(value)
