"""`python -m benchmarks [--quick] [NAME…]`: measure, print, and fail where a promise is broken."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
import time

from rich.console import Console

from benchmarks import report
from benchmarks.scale import FULL, QUICK

NAMES = ("understanding", "language", "examine", "waiting", "door", "ticks", "chat", "mail", "memory")


def main() -> int:
    """Run the benchmarks that were asked for; 1 when one of them found a fault."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="What Préau costs, measured here and now."
    )
    parser.add_argument("--quick", action="store_true", help="less than a minute, with smaller towns and fewer repeats")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(NAMES)} (default: all)")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    logging.disable(logging.INFO)
    console = Console()
    began = time.monotonic()
    faults = 0
    for name in chosen.names or NAMES:
        outcome = importlib.import_module(f"benchmarks.{name}").run(QUICK if chosen.quick else FULL)
        report.show(outcome, console)
        faults += len(outcome.faults)
    console.print(f"\n{time.monotonic() - began:.0f} s" + (f", {faults} faults" if faults else ""), highlight=False)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
