"""The door: what one booking costs, asked, validated and granted, in a town of ten families and in a large one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, nullcontext

from benchmarks.meter import Meter, metered, scans
from benchmarks.registers import ACTORS
from benchmarks.report import Figure, Outcome, Ratio, ratio
from benchmarks.scale import Scale
from benchmarks.towns import town
from benchmarks.visits import STEPS, Visits

_WARM_UP = 5
_METERED = 10

#: A large school's day has more children to count than a small one's; nothing else may grow.
_MOST_GROWTH = 2.0


def run(scale: Scale) -> Outcome:
    """Let the same families book the same lunches in both towns, in turn."""
    with ExitStack() as stack:
        both = [Visits(stack.enter_context(town(families))) for families in (ACTORS, scale.families)]
        for visits in both:
            for _ in range(_WARM_UP):
                visits.next()
        times = _take_turns(both, scale.visits)
        meters = [_meter(visits) for visits in both]
        faults = [fault for visits, meter in zip(both, meters, strict=True) for fault in _scans(visits, meter)]
    small, large = (_figures(visits, spent) for visits, spent in zip(both, times, strict=True))
    names = (*STEPS, "whole booking")
    ratios = [ratio(f"{name}: large / small", b, s) for name, s, b in zip(names, small, large, strict=True)]
    return Outcome(
        f"The door: Desk.receive on SQLite (file, WAL, synchronous=FULL); {scale.visits} bookings in each town in turn",
        [*small, *large, *_counts(both, meters)],
        [*ratios, _growth(meters)],
        [*faults, *_broken(meters)],
    )


def _take_turns(both: list[Visits], count: int) -> list[list[list[float]]]:
    """Return, by town and by step, the milliseconds of each visit; who goes first changes each time."""
    times: list[list[list[float]]] = [[[] for _ in STEPS] for _ in both]
    for turn in range(count):
        for which in (0, 1) if turn % 2 else (1, 0):
            for step, spent in zip(times[which], both[which].next(), strict=True):
                step.append(spent)
    return times


def _figures(visits: Visits, spent: list[list[float]]) -> list[Figure]:
    """Return the times by step, and those of whole bookings."""
    size = f"{visits.town.families:,} families"
    steps = [Figure(f"{step}, {size}", of) for step, of in zip(STEPS, spent, strict=True)]
    whole = Figure(f"whole booking (3 messages), {size}", [sum(visit) for visit in zip(*spent, strict=True)])
    return [*steps, whole]


def _meter(visits: Visits) -> Meter:
    with metered(visits.town.sessions) as meter:
        visits.watched = meter.counting
        for _ in range(_METERED):
            visits.next()
        visits.watched = nullcontext
        visits.say_everything_else()
    return meter


def _scans(visits: Visits, meter: Meter) -> list[str]:
    return [f"{visits.town.families:,} families: {scan}" for scan in scans(visits.town.sessions, meter)]


def _counts(both: list[Visits], meters: list[Meter]) -> Iterator[Figure]:
    messages = _METERED * len(STEPS)
    for visits, meter in zip(both, meters, strict=True):
        size = f"{visits.town.families:,} families"
        yield Figure(f"SQL statements a message, {size}", [meter.count / messages], "")
        yield Figure(f"SQLite steps a message, {size}", [meter.steps / messages], "")


def _growth(meters: list[Meter]) -> Ratio:
    small, large = meters
    note = "the database's work, however busy the computer; who else eats at that school that day is counted"
    return Ratio("SQLite steps: large / small", large.steps / small.steps, note)


def _broken(meters: list[Meter]) -> list[str]:
    """Return which promises are broken: the same questions in both towns, and about the same work to answer them."""
    small, large = (meter.count for meter in meters)
    faults = [] if small == large else [f"{small} SQL statements in the small town, {large} in the large one"]
    growth = _growth(meters).value
    return faults + ([f"SQLite works × {growth:.1f} in the large town"] if growth > _MOST_GROWTH else [])
