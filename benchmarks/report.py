"""Figures, ratios and faults, and how they are printed: rich on a terminal, plain text elsewhere."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table

_COLUMNS = ("", "median", "p95", "n", "unit", "note")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, again and again, in one unit; for rates the p95 is the slow side (the 5th percentile)."""

    name: str
    samples: Sequence[float]
    unit: str = "ms"
    note: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        """The bad end that only one sample in twenty is beyond (nearest rank)."""
        ordered = sorted(self.samples, reverse=self.unit.endswith("/s"))
        return ordered[math.ceil(0.95 * len(ordered)) - 1]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure over another one of the same run."""

    name: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one benchmark found; `faults` are broken promises and make the run fail."""

    title: str
    figures: Sequence[Figure]
    ratios: Sequence[Ratio] = ()
    faults: Sequence[str] = ()


def ratio(name: str, of: Figure, to: Figure, note: str = "") -> Ratio:
    """Divide two medians."""
    return Ratio(name, of.median / to.median if to.median else math.inf, note)


def show(outcome: Outcome, console: Console) -> None:
    """Print one outcome."""
    if console.is_terminal:
        _show_table(outcome, console)
    else:
        for line in _plain(outcome):
            print(line, flush=True)
    for fault in outcome.faults:
        console.print(f"FAULT  {fault}", style="bold red", markup=False, highlight=False, soft_wrap=True)


def _rows(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    for figure in outcome.figures:
        several = len(figure.samples) > 1
        yield (
            figure.name,
            _number(figure.median),
            _number(figure.p95) if several else "",
            str(len(figure.samples)),
            figure.unit,
            figure.note,
        )
    for one in outcome.ratios:
        yield one.name, f"× {_factor(one.value)}", "", "", "ratio", one.note


def _show_table(outcome: Outcome, console: Console) -> None:
    table = Table(title=outcome.title, title_justify="left", box=box.SIMPLE_HEAD)
    for column in _COLUMNS:
        table.add_column(column, justify="right" if column in {"median", "p95", "n"} else "left")
    for row in _rows(outcome):
        table.add_row(*row, style="bold" if row[4] == "ratio" else "")
    console.print(table)


def _plain(outcome: Outcome) -> Iterator[str]:
    rows = [_COLUMNS, *_rows(outcome)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    yield ""
    yield outcome.title
    for row in rows:
        name, median, p95, count, unit, note = (
            cell.ljust(width) if column in {0, 4, 5} else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield f"  {name}  {median}  {p95}  {count}  {unit}  {note}".rstrip()


def _number(value: float) -> str:
    """Write a figure with no more digits than it deserves."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def _factor(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"
