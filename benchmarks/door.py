"""The door: what one booking costs, asked, validated and granted, in a town of ten families and in a large one."""

from __future__ import annotations

from contextlib import ExitStack

from benchmarks.meter import Meter, metered, scans
from benchmarks.report import Figure, Outcome, Ratio, ratio
from benchmarks.scale import Scale
from benchmarks.towns import ACTORS, town
from benchmarks.visits import STEPS, Visits

_WARM_UP = 5
_METERED = 10

#: A large school's day has more children to count than a small one's; nothing else may grow.
_MOST_GROWTH = 2.0


def run(scale: Scale) -> Outcome:
    """Let the same families book the same lunches in both towns, in turn."""
    with ExitStack() as stack:
        sizes = (ACTORS, scale.families)
        both = [Visits(stack.enter_context(town(families))) for families in sizes]
        for _ in range(_WARM_UP):
            for visits in both:
                visits.next()
        times = _take_turns(both, scale.visits)
        meters = [_meter(visits) for visits in both]
        faults = [fault for visits, meter in zip(both, meters, strict=True) for fault in _scans(visits, meter)]
    small, large = ([Figure(f"{step}, {size:,} families", of) for step, of in zip(STEPS, every, strict=True)]
                    for size, every in zip(sizes, times, strict=True))  # fmt: skip
    whole = [Figure(f"whole booking (3 messages), {size:,} families", [sum(visit) for visit in zip(*of, strict=True)])
             for size, of in zip(sizes, times, strict=True)]  # fmt: skip
    ratios = [ratio(f"{step}: large / small", b, s) for step, s, b in zip(STEPS, small, large, strict=True)]
    ratios += [ratio("whole booking: large / small", whole[1], whole[0]), _growth(meters)]
    return Outcome(
        f"The door: Desk.receive on SQLite (file, WAL, synchronous=FULL); {scale.visits} bookings in each town in turn",
        [*small, *large, *whole, *_counts(sizes, meters)],
        ratios,
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


def _meter(visits: Visits) -> Meter:
    with metered(visits.town.sessions) as meter:
        visits.watched = meter.counting
        for _ in range(_METERED):
            visits.next()
    return meter


def _scans(visits: Visits, meter: Meter) -> list[str]:
    return [f"{visits.town.families:,} families: {scan}" for scan in scans(visits.town.sessions, meter)]


def _counts(sizes: tuple[int, int], meters: list[Meter]) -> list[Figure]:
    messages = _METERED * len(STEPS)
    figures = []
    for size, meter in zip(sizes, meters, strict=True):
        figures.append(Figure(f"SQL statements a message, {size:,} families", [meter.count / messages], ""))
        figures.append(Figure(f"SQLite steps a message, {size:,} families", [meter.steps / messages], ""))
    return figures


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
