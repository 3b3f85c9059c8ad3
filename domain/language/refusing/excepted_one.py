"""One day left out by its place among others: "les vendredis de juin, sauf le dernier"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.language.notions.statement import Statement
from domain.language.notions.when import Days, Sort


def picked_of(days: Days | None, before: Sequence[Statement]) -> Days | None:
    """Return "le dernier" as the last of the days named before it; other days stay as they are."""
    which = days.bases[0].which if days and len(days.bases) == 1 and days.bases[0].sort is Sort.SAME else 0
    of = next((i.days for o in reversed(before) for i in reversed(o.items) if i.days), None)
    return replace(of, pick=which) if which and of and not of.pick else days
