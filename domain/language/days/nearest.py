"""Which of the days that words may mean are meant: one picked of several, or the next ones of a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.language.notions.when import Days, Scene, Sort


def picked(days: Days, kept: tuple[date, ...]) -> tuple[date, ...]:
    """Return "le deuxième" of days, or all of them where none was picked."""
    at = days.pick - 1 if days.pick > 0 else days.pick
    return kept[at : at + 1 or None] if days.pick else kept


def left_out(days: Days, laid: tuple[date, ...]) -> set[date]:
    """Return which of them "sauf le dernier", "sauf le premier" leaves out."""
    coming = tuple(sorted(set(laid)))
    nths = [w.which for w in days.excepts if w.sort is Sort.SAME and w.which]
    return {d for n in nths for d in picked(replace(days, pick=n), coming)}


def soon(days: Days, scene: Scene) -> Days:
    """Read "lundi et mardi, pendant les vacances" as the next ones where these lie in them."""
    span = days.frames[0] if len(days.frames) == 1 else None
    if span is None or span.holiday is None or not span.first or not span.last:
        return days
    if not days.bases or any(b.sort is not Sort.WEEKDAY or b.habit for b in days.bases):
        return days
    coming = [scene.next_weekday(n) for b in days.bases for n in b.weekdays]
    return replace(days, frames=()) if all(span.first <= d <= span.last for d in coming) else days
