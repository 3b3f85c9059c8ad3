"""Sickness: excused when told in time, provisional until the proof, billed for the days of carence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.model.state import State
from domain.model.structure import AbsencePolicy, Structure, WithoutProof
from domain.model.verdict import Code, Facts, Remark
from domain.model.wish import Do, Reason
from domain.rules.absence import AbsenceRuling, judge_absence
from domain.rules.checks import examine
from tests.rules.world import WORLD, booked, facts, key, line, paris

MON, TUE, THU = date(2025, 3, 10), date(2025, 3, 11), date(2025, 3, 13)


def with_policy(**changes: Any) -> Structure:
    return replace(WORLD, absence=replace(AbsencePolicy(), **changes))


def test_a_day_told_by_nine_is_excused_until_the_proof_is_overdue() -> None:
    told = paris("2025-03-10T09:00")
    assert judge_absence([MON], told, WORLD) == (AbsenceRuling(MON, excused=True, proof_due=paris("2025-03-13T09:00")),)


@pytest.mark.parametrize("told", ["2025-03-10T09:00:01", "2025-03-10T15:00", "2025-03-11T07:00"])
def test_a_day_told_after_nine_is_billed(told: str) -> None:
    assert judge_absence([MON], paris(told), WORLD) == (AbsenceRuling(MON, excused=False),)


def test_told_late_for_today_is_in_time_for_tomorrow() -> None:
    today, tomorrow = judge_absence([TUE, MON], paris("2025-03-10T11:45"), WORLD)
    assert (today.day, today.excused) == (MON, False)
    assert (tomorrow.day, tomorrow.excused) == (TUE, True)


def test_days_of_carence_are_the_first_booked_days_of_the_illness() -> None:
    rulings = judge_absence([MON, TUE, THU], paris("2025-03-09T20:00"), with_policy(waiting_days=2))
    assert [ruling.excused for ruling in rulings] == [False, False, True]


def test_an_illness_that_goes_on_waits_no_second_time() -> None:
    (ruling,) = judge_absence([THU], paris("2025-03-12T20:00"), with_policy(waiting_days=2), days_already_ill=2)
    assert ruling.excused


@pytest.mark.parametrize("changes", [{"proof": ""}, {"without_proof": WithoutProof.EXCUSED}])
def test_where_no_proof_is_needed_the_excuse_is_final(changes: dict[str, Any]) -> None:
    (ruling,) = judge_absence([MON], paris("2025-03-10T07:30"), with_policy(**changes))
    assert (ruling.excused, ruling.proof_due) == (True, None)


def test_the_proof_has_elapsed_hours_across_a_change_of_clock() -> None:
    (ruling,) = judge_absence([date(2025, 3, 28)], paris("2025-03-28T08:00"), WORLD)
    assert ruling.proof_due is not None
    assert ruling.proof_due.isoformat() == "2025-03-31T09:00:00+02:00"


def sick(activity: str, day: str, world: Facts) -> Remark:
    return examine(line(Do.ABSENT, activity, day, reason=Reason.SICK), world).remark


def test_a_sick_child_is_excused_after_the_deadline_of_cancellations() -> None:
    mine = {key("MIDI", str(MON)): booked()}
    assert sick("MIDI", str(MON), facts("2025-03-10T07:30", booked=mine)) == Remark(Code.OK)
    verdict = examine(line(Do.ABSENT, "MIDI", str(MON), reason=Reason.SICK), facts("2025-03-10T07:30", booked=mine))
    assert verdict.closes_at == paris("2025-03-10T09:00")


def test_a_sick_child_told_too_late_is_billed_its_own_price() -> None:
    mine = {key("MIDI", str(MON)): booked(cents=777)}
    remark = sick("MIDI", str(MON), facts("2025-03-10T09:30", booked=mine))
    assert remark == Remark(Code.BILLED, closed_at=paris("2025-03-10T09:00"), cents=777)


def test_the_lines_of_one_illness_share_its_days_of_carence() -> None:
    structure = with_policy(waiting_days=1)
    mine = {key(a, str(d)): booked() for d in (MON, TUE, THU) for a in ("MATIN", "MIDI")}
    world = facts("2025-03-09T20:00", structure=structure, booked=mine, removing=set(mine))
    codes = [sick("MIDI", str(day), world).code for day in (MON, TUE, THU)]
    assert codes == [Code.BILLED, Code.OK, Code.OK]
    assert sick("MATIN", str(MON), world).code is Code.BILLED


def test_a_day_at_school_between_two_illnesses_begins_a_new_carence() -> None:
    structure = with_policy(waiting_days=1)
    mine = {
        key("MIDI", str(MON)): booked(State.ABSENCE_BILLED),
        key("MIDI", str(TUE)): booked(State.PRESENT),
        key("MIDI", str(THU)): booked(),
    }
    assert sick("MIDI", str(THU), facts("2025-03-12T20:00", structure=structure, booked=mine)).code is Code.BILLED
    mine[key("MIDI", str(TUE))] = booked(State.ABSENCE_EXCUSED)
    assert sick("MIDI", str(THU), facts("2025-03-12T20:00", structure=structure, booked=mine)).code is Code.OK
