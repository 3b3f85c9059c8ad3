"""The scheduler's table: what a run costs every 15 seconds, and the three moments when there is something to do."""

from __future__ import annotations

import time
from contextlib import ExitStack
from datetime import datetime, timedelta

from benchmarks.meter import metered, scans
from benchmarks.registers import ACTORS
from benchmarks.report import Figure, Outcome, Ratio, ratio
from benchmarks.scale import Scale
from benchmarks.towns import town
from benchmarks.visits import Visits
from scheduler.jobs import EVERY, run_all

_OPEN_CARTS = 5


def run(scale: Scale) -> Outcome:
    """Let the clock of both towns run from six in the evening until the next morning."""
    with ExitStack() as stack:
        sizes = (ACTORS, scale.families)
        both = [Visits(stack.enter_context(town(families))) for families in sizes]
        for visits in both:
            for _ in range(_OPEN_CARTS):
                visits.ask()
        evening = [Figure(f"18:00, reminders of usual days, {v.town.families:,} families", [_tick(v)]) for v in both]
        quiet = _take_turns(both, scale.ticks)
        morning = [Figure(f"07:30, the staff's morning, {v.town.families:,} families", [_morning(v)]) for v in both]
        faults, steps = _watch(both)
    often = [
        Figure(f"nothing due, {_OPEN_CARTS} open carts, {size:,} families", spent, note=f"every {EVERY} s")
        for size, spent in zip(sizes, quiet, strict=True)
    ]
    growth = Ratio("nothing due, SQLite steps: large / small", steps[1] / steps[0])
    return Outcome(
        "The scheduler: run_all, every job once",
        [*often, *evening, *morning],
        [ratio("nothing due: large / small", often[1], often[0]), growth],
        faults,
    )


def _take_turns(both: list[Visits], count: int) -> list[list[float]]:
    times: list[list[float]] = [[], []]
    for turn in range(count):
        for which in (0, 1) if turn % 2 else (1, 0):
            both[which].clock.advance(timedelta(seconds=EVERY))
            times[which].append(_tick(both[which]))
    return times


def _tick(visits: Visits) -> float:
    """Return how long one run took (ms)."""
    began = time.perf_counter()
    run_all(visits.town.sessions, visits.town.structure, visits.clock, None)
    return (time.perf_counter() - began) * 1000


def _morning(visits: Visits) -> float:
    tomorrow = visits.town.structure.local(visits.clock.now()) + timedelta(days=1)
    visits.clock.move_to(datetime.combine(tomorrow, visits.town.structure.schedule.staff_digest_at, tomorrow.tzinfo))
    return _tick(visits)


def _watch(both: list[Visits]) -> tuple[list[str], list[int]]:
    """Return the scans of one more evening and morning, and SQLite's steps in a run with nothing due."""
    faults, steps = [], []
    for visits in both:
        with metered(visits.town.sessions) as meter:
            visits.clock.advance(timedelta(seconds=EVERY))
            with meter.counting():
                _tick(visits)
            _morning(visits)
        steps.append(meter.steps)
        faults += [f"{visits.town.families:,} families: {scan}" for scan in scans(visits.town.sessions, meter)]
    return faults, steps
