"""What a late line becomes, by the structure's policy and by the reason given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model.activity import Slot
from domain.model.verdict import Code, Facts, Line, Remark
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from tests.rules.world import WORLD, booked, counted, facts, key, line, paris, ruled_by

DAY = "2025-03-13"
LATE, CLOSED = "2025-03-12T10:00", "2025-03-11T23:59:59"


def book_with(policy: str, asked_at: str = LATE) -> tuple[Line, Facts]:
    structure = ruled_by(f'[[deadline]]\nfor = ["book"]\ndays_before = 2\n{policy}')
    asked = line(Do.BOOK, "MIDI", DAY, structure=structure)
    return asked, facts(asked_at, structure=structure, places={asked.slot: 5}, waiting={asked.slot: 1})


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ('late = "refuse"', Remark(Code.TOO_LATE, closed_at=paris(CLOSED))),
        ('late = "staff"', Remark(Code.STAFF, closed_at=paris(CLOSED))),
        ('late = "waitlist"', Remark(Code.FULL, closed_at=paris(CLOSED), rank=2)),
        ('late = "surcharge"\nsurcharge = "50%"', Remark(Code.OK, closed_at=paris(CLOSED), cents=1725)),
        ('late = "surcharge"\nsurcharge = "2.00"', Remark(Code.OK, closed_at=paris(CLOSED), cents=1350)),
    ],
)
def test_each_policy_says_what_lateness_means(policy: str, expected: Remark) -> None:
    assert examine(*book_with(policy)).remark == expected
    assert examine(*book_with(policy, "2025-03-11T23:59")).remark == Remark(Code.OK)


@pytest.mark.parametrize("purpose", ["cancel", "absence"])
@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("refuse", Remark(Code.TOO_LATE, closed_at=paris(CLOSED))),
        ("staff", Remark(Code.STAFF, closed_at=paris(CLOSED), cents=1150)),
        ("billed", Remark(Code.BILLED, closed_at=paris(CLOSED), cents=1150)),
    ],
)
def test_each_policy_says_what_a_late_cancellation_means(purpose: str, policy: str, expected: Remark) -> None:
    structure = ruled_by(f'[[deadline]]\nfor = ["{purpose}"]\ndays_before = 2\nlate = "{policy}"')
    do = Do.CANCEL if purpose == "cancel" else Do.ABSENT
    asked = line(do, "MIDI", DAY, reason=Reason.OTHER, structure=structure)
    for at, remark in ((LATE, expected), ("2025-03-11T23:59", Remark(Code.OK))):
        assert examine(asked, facts(at, structure=structure, booked={key("MIDI", DAY): booked()})).remark == remark


def test_the_surcharge_is_in_the_price_only_when_it_is_late() -> None:
    policy = 'late = "surcharge"\nsurcharge = "50%"'
    assert examine(*book_with(policy)).price_cents == 1725
    assert examine(*book_with(policy, "2025-03-11T10:00")).price_cents == 1150


def test_a_full_day_is_full_in_spite_of_a_surcharge() -> None:
    asked, world = book_with('late = "surcharge"\nsurcharge = "50%"')
    assert examine(asked, replace(world, places=counted(world.structure, {asked.slot: 0}))).code is Code.FULL


def test_nothing_opens_hours_that_are_over() -> None:
    assert examine(*book_with('late = "staff"', f"{DAY}T13:29")).code is Code.STAFF
    assert examine(*book_with('late = "staff"', f"{DAY}T13:30")).code is Code.TOO_LATE


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason.WORK, Code.STAFF),
        (Reason.FAMILY, Code.STAFF),
        (Reason.OTHER, Code.TOO_LATE),
        (Reason.SICK, Code.TOO_LATE),
        (None, Code.TOO_LATE),
    ],
)
def test_a_new_job_or_a_death_opens_a_late_booking_for_staff(reason: Reason | None, expected: Code) -> None:
    verdict = examine(line(Do.BOOK, "MIDI", "2025-03-03", reason=reason), facts("2025-02-28T00:01"))
    assert (verdict.code, verdict.remark.closed_at) == (expected, paris("2025-02-27T23:59:59"))


@pytest.mark.parametrize("do", [Do.CANCEL, Do.ABSENT])
@pytest.mark.parametrize(("reason", "expected"), [(Reason.FAMILY, Code.STAFF), (Reason.OTHER, Code.BILLED)])
def test_a_late_absence_is_billed_unless_staff_may_excuse_it(do: Do, reason: Reason, expected: Code) -> None:
    world = facts("2025-03-03T08:00", booked={key("MIDI", "2025-03-03"): booked()})
    assert examine(line(do, "MIDI", "2025-03-03", reason=reason), world).code is expected


def test_a_structure_without_exceptions_keeps_to_its_deadlines() -> None:
    strict = replace(WORLD, late_reasons=())
    asked = line(Do.BOOK, "MIDI", "2025-03-03", reason=Reason.WORK)
    assert examine(asked, facts("2025-02-28T00:01", structure=strict)).code is Code.TOO_LATE


def test_late_holidays_are_for_staff_to_decide() -> None:
    day = "2025-04-16"
    slot = Slot("VACANCES_JOURNEE", line(Do.BOOK, "VACANCES_JOURNEE", day).day, "EUROPA")
    verdict = examine(line(Do.BOOK, "VACANCES_JOURNEE", day), facts("2025-03-22T00:00", places={slot: 3}))
    assert verdict.remark == Remark(Code.STAFF, closed_at=paris("2025-03-21T23:59:59"))
    assert verdict.places_left == 3
