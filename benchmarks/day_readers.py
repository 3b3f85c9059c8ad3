"""`python -m benchmarks.day_readers NAME`: read texts from standard input, one a line as JSON, and answer each.

An answer is a line too: the CPU milliseconds and the days as pairs (first, last). It is a process of its own, because
Duckling takes minutes over some texts and holds the interpreter's lock meanwhile: only a process can be stopped.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

Pairs = Iterable[tuple[date, date]]
Reader = Callable[[str, datetime], Pairs]
_LENGTH = {"week": timedelta(days=7), "year": timedelta(days=365)}


def ours() -> Reader:
    """Return `find_days`."""
    from domain.language.days.days import find_days  # noqa: PLC0415 - what is imported is what is measured
    from tests.language.world import YEAR  # noqa: PLC0415

    def read(text: str, now: datetime) -> Pairs:
        found = find_days(text, today=now.date(), year=YEAR, clock=now.time())
        return [pair for f in found for pair in ([(d, d) for d in f.days] if f.days else [(f.first, f.last)])]

    return read


def understood() -> Reader:
    """Return the understanding of a whole message, which names no days here."""
    from domain.language.understand import understand  # noqa: PLC0415
    from tests.language.world import FAMILIES, STRUCTURE  # noqa: PLC0415

    def read(text: str, now: datetime) -> Pairs:
        understand(text, family=FAMILIES["rousseau"], structure=STRUCTURE, now=now.replace(tzinfo=STRUCTURE.zone))
        return ()

    return read


def search_dates() -> Reader:
    """Return dateparser's search as a French program would set it."""
    from dateparser.search import search_dates as search  # noqa: PLC0415

    def read(text: str, now: datetime) -> Pairs:
        settings = {"PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY", "RELATIVE_BASE": now}
        found = search(text, languages=["fr"], settings=settings) or []
        return [(when.date(), when.date()) for _, when in found]

    return read


def duckling() -> Reader:
    """Return Duckling; its own Time dimension, in French, with the reference time in Paris."""
    library: Any = importlib.import_module("duckling")
    zones = library.load_time_zones("/usr/share/zoneinfo")
    locale = library.default_locale_lang(library.parse_lang("FR"))
    wanted = library.parse_dimensions(["time"])

    def read(text: str, now: datetime) -> Pairs:
        at = library.parse_ref_time(zones, "Europe/Paris", int(now.timestamp()))
        plain = text.replace("\0", " ").replace("\xa0", " ").replace("’", "'")  # a NUL makes it panic
        found = library.parse(plain, library.Context(at, locale), wanted, False)
        return [_pair(json.loads(each["value"]) if isinstance(each["value"], str) else each["value"]) for each in found]

    return read


def _pair(value: dict[str, Any]) -> tuple[date, date]:
    """Return the first and the last day of one of Duckling's values, whose ends are exclusive."""
    if value["type"] == "interval":
        begin, end = value.get("from") or value["to"], value.get("to") or value["from"]
        last = datetime.fromisoformat(end["value"]) - timedelta(seconds=1)
        return date.fromisoformat(begin["value"][:10]), last.date()
    first = date.fromisoformat(value["value"][:10])
    if value["grain"] == "month":
        return first, (first.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first, first + _LENGTH.get(value["grain"], timedelta(days=1)) - timedelta(days=1)


READERS = {each.__name__: each for each in (ours, understood, search_dates, duckling)}


def main() -> None:
    """Answer until the input ends."""
    read = READERS[sys.argv[1]]()
    gc.freeze()  # as `preau run` does once it has started
    print("{}", flush=True)
    for line in sys.stdin:
        row = json.loads(line)
        began = time.process_time()
        days = list(read(row["text"], datetime.fromisoformat(row["now"])))
        spent = (time.process_time() - began) * 1000
        print(json.dumps({"ms": spent, "days": [(str(first), str(last)) for first, last in days]}), flush=True)


if __name__ == "__main__":
    main()
