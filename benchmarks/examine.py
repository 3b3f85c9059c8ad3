"""Examination: what judging a term of Tuesdays for two children costs, in a hamlet and in a large town."""

from __future__ import annotations

import time
from contextlib import ExitStack
from datetime import datetime
from itertools import islice

from benchmarks.meter import metered, scans
from benchmarks.registers import ACTORS
from benchmarks.report import Figure, Outcome, ratio
from benchmarks.scale import Scale
from benchmarks.towns import Town, town
from benchmarks.visits import Visits
from domain.model.activity import PeriodKind
from domain.model.family import Child
from domain.model.verdict import Line
from domain.model.wish import Do
from domain.services.consider import judge
from domain.store import queries

LINES = 200
_TUESDAY = 2
_WARM_UP = 3
_MOST_QUERIES = 8


def run(scale: Scale) -> Outcome:
    """Judge the same 200 lines in both towns, in turn."""
    with ExitStack() as stack:
        both = [Examined(stack.enter_context(town(families))) for families in (ACTORS, scale.families)]
        for _ in range(_WARM_UP):
            for one in both:
                one.judge()
        times: list[list[float]] = [[], []]
        for turn in range(scale.examinations):
            for which in (0, 1) if turn % 2 else (1, 0):
                times[which].append(both[which].judge())
        counts, faults = zip(*(one.queries() for one in both), strict=True)
    sizes = (ACTORS, scale.families)
    figures = [
        Figure(f"{LINES} lines, {n:,} families", ms, note="promised: at most 20")
        for n, ms in zip(sizes, times, strict=True)
    ]
    asked = [Figure(f"SQL statements, {n:,} families", [count], "") for n, count in zip(sizes, counts, strict=True)]
    return Outcome(
        f"The rules: {LINES} lines of two children on one term's days, judged together with what they need to know",
        [*figures, *asked],
        [ratio(f"{LINES} lines: large / small", figures[1], figures[0])],
        [fault for found in faults for fault in found],
    )


class Examined:
    """A town, and the lines that one of its families asks at once: every Tuesday, then the other days."""

    def __init__(self, of: Town) -> None:
        self._town = of
        self._now: datetime = Visits(of).clock.now()
        with of.sessions.reading() as session:
            self.lines = _lines(of, queries.family_value(session, of.actors[0]).children, self._now)

    def judge(self) -> float:
        """Return the milliseconds of one examination."""
        with self._town.sessions.reading() as session:
            session.connection()
            began = time.perf_counter()
            judge(session, self._town.structure, self.lines, self._now)
            return (time.perf_counter() - began) * 1000

    def queries(self) -> tuple[int, list[str]]:
        """Return how many statements it takes, and those of them that read a whole table."""
        with metered(self._town.sessions) as meter, self._town.sessions.reading() as session, meter.counting():
            judge(session, self._town.structure, self.lines, self._now)
        found = [f"{self._town.families:,} families: {scan}" for scan in scans(self._town.sessions, meter)]
        many = [f"{meter.count} statements, more than {_MOST_QUERIES}"] if meter.count > _MOST_QUERIES else []
        return meter.count, [*found, *many]


def _lines(of: Town, children: tuple[Child, ...], now: datetime) -> list[Line]:
    rules = of.structure
    days = sorted(
        rules.year.days(rules.day_of(now), rules.year.end), key=lambda day: (day.isoweekday() != _TUESDAY, day)
    )
    wanted = (
        Line(Do.BOOK, child, activity, day)
        for day in days
        for activity in rules.activities
        if activity.period is PeriodKind.SCHOOL and activity.runs_on(day, rules.year)
        for child in children
    )
    return list(islice(wanted, LINES))
