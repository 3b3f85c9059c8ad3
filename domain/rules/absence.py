"""Sickness: which days are excused, until when the proof is awaited, and which are billed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Final

from domain.model.state import State
from domain.model.structure import Structure, WithoutProof
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do, Reason
from domain.rules.conflict import booking_of
from domain.rules.deadline import latest

_ABSENT: Final = frozenset({State.ABSENCE_EXCUSED, State.ABSENCE_BILLED})


@dataclass(frozen=True, slots=True)
class AbsenceRuling:
    """What becomes of one booked day: excused or billed.

    While `proof_due` (aware) is set, the excuse is provisional: without proof by then the day is billed. It is counted
    from the notice, or from the beginning of the day where that was told before.
    """

    day: date
    excused: bool
    proof_due: datetime | None = None


def judge_absence(
    days: Iterable[date], told_at: datetime, structure: Structure, *, days_already_ill: int = 0
) -> tuple[AbsenceRuling, ...]:
    """Judge the booked `days` of one illness, of which we were told at `told_at` (aware), in the order of the days.

    A day is excused when it was told by `notify_before` of that day, except the first `waiting_days` of the illness;
    `days_already_ill` booked days of the same illness were judged before.
    """
    return tuple(
        _ruling(day, told_at, structure, waited=number >= structure.absence.waiting_days)
        for number, day in enumerate(sorted(set(days)), start=days_already_ill)
    )


def last_notice(day: date, structure: Structure) -> datetime:
    """Return the last instant (aware, in the structure's zone) at which a sickness on `day` is told in time."""
    return latest(day, structure.absence.notify_before, structure.zone).astimezone(structure.zone)


def kept_cents(price_cents: int | None, structure: Structure) -> int | None:
    """Return what an excused day costs all the same, in cents, half a cent upwards; None when nothing is kept.

    Source: `kept_percent` of [absence]; Villages Heureux de Bresse keep 10 % of an excused day.
    """
    percent = structure.absence.kept_percent
    return (price_cents * percent + 50) // 100 if price_cents and percent else None


def episode(booked: Mapping[date, bool], first: date, last: date) -> frozenset[date]:
    """Return the days of the illness that `first` to `last` belong to and that were told before.

    `booked` says of each booked day whether the child is absent for sickness. Booked days without a gap are one
    illness, before and after; a booked day on which the child comes ends it.
    """
    before = takewhile(booked.__getitem__, sorted((day for day in booked if day < first), reverse=True))
    after = takewhile(booked.__getitem__, sorted(day for day in booked if day > last))
    between = (day for day in booked if first <= day <= last and booked[day])
    return frozenset((*before, *between, *after))


def sickness(line: Line, facts: Facts) -> Remark | None:
    """Grant the absence of a sick child, or say that it will be billed and what that costs."""
    if line.do is not Do.ABSENT or line.reason is not Reason.SICK:
        return None
    before = _days_already_ill(line, facts)
    (ruling,) = judge_absence((line.day,), facts.asked_at, facts.structure, days_already_ill=before)
    booked = booking_of(line, facts)
    if ruling.excused:
        return Remark(Code.OK, cents=kept_cents(booked.price_cents if booked else None, facts.structure))
    closed_at = last_notice(line.day, facts.structure)
    return Remark(Code.BILLED, closed_at=closed_at, cents=booked.price_cents if booked else None)


def _ruling(day: date, told_at: datetime, structure: Structure, *, waited: bool) -> AbsenceRuling:
    policy = structure.absence
    in_time = told_at.astimezone(UTC) <= last_notice(day, structure).astimezone(UTC)
    if not (waited and in_time):
        return AbsenceRuling(day, excused=False)
    if not policy.proof or policy.without_proof is not WithoutProof.BILLED:
        return AbsenceRuling(day, excused=True)
    begins = datetime.combine(day, time.min, structure.zone)
    counted_from = max(told_at.astimezone(UTC), begins.astimezone(UTC)).astimezone(structure.zone)
    return AbsenceRuling(day, excused=True, proof_due=_later(counted_from, policy.proof_within_hours))


def _later(instant: datetime, hours: int) -> datetime:
    """Return the instant `hours` of elapsed time later, in the same zone."""
    return (instant.astimezone(UTC) + timedelta(hours=hours)).astimezone(instant.tzinfo)


def _days_already_ill(line: Line, facts: Facts) -> int:
    """Count the booked days just before `line.day` on which the child is absent; a day it came ends the illness."""
    absent_by_day: dict[date, bool] = {}
    for key, booked in facts.booked.items():
        child, _, day = key
        if child == line.child.id and day < line.day:
            absent = booked.state in _ABSENT or key in facts.removing
            absent_by_day[day] = absent_by_day.get(day, False) or absent
    count = 0
    for day in sorted(absent_by_day, reverse=True):
        if not absent_by_day[day]:
            break
        count += 1
    return count
