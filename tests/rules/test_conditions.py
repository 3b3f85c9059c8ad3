"""Besides the deadline: the opening of a period, the child's age, what goes together or never, and maxima."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import Activity, PeriodKind
from domain.model.conditions import Maximum, Opening
from domain.model.family import age_on
from domain.model.state import State
from domain.model.structure import Structure
from domain.model.verdict import Code, Remark
from domain.model.wish import Do, Reason
from domain.rules.checks import examine
from domain.rules.one_cart import examine_together
from tests.rules.world import LUKA, VICTOR, WORLD, booked, facts, key, line, paris, ruled_by

HOLIDAY, DAY = "2025-04-16", "2025-03-13"
SPRING = Opening(date(2025, 3, 3), time(8, 0), until=date(2025, 3, 14), period=PeriodKind.HOLIDAYS)


def with_activity(code: str, **changes: object) -> Structure:
    def changed(activity: Activity) -> Activity:
        return replace(activity, **changes) if activity.code == code else activity  # type: ignore[arg-type]

    return replace(WORLD, activities=tuple(map(changed, WORLD.activities)))


# -- opening ---------------------------------------------------------------------------------------------------------
def asked(at: str, *openings: Opening, activity: str = "VACANCES_JOURNEE", day: str = HOLIDAY) -> Remark:
    structure = replace(WORLD, openings=openings)
    return examine(line(Do.BOOK, activity, day, structure=structure), facts(at, structure=structure)).remark


def test_a_period_opens_at_its_hour_and_ends_with_its_last_day() -> None:
    assert asked("2025-03-03T07:59:59", SPRING) == Remark(Code.NOT_OPEN, opens_at=paris("2025-03-03T08:00"))
    assert asked("2025-03-03T08:00:00", SPRING).code is Code.OK
    assert asked("2025-03-14T23:59:59", SPRING).code is Code.OK
    assert asked("2025-03-15T00:00:00", SPRING) == Remark(Code.NOT_OPEN, closed_at=paris("2025-03-14T23:59:59"))


def test_what_no_opening_names_is_open() -> None:
    assert asked("2025-02-20T10:00", SPRING, activity="MIDI", day=DAY).code is Code.OK
    assert asked("2025-02-20T10:00", replace(SPRING, activities=frozenset({"MIDI"}))).code is Code.OK
    assert asked("2025-02-20T10:00", replace(SPRING, sites=frozenset({"SOETRICH"}))).code is Code.OK
    assert asked("2025-02-20T10:00", replace(SPRING, first_day=date(2025, 4, 17))).code is Code.OK
    assert asked("2025-02-20T10:00", replace(SPRING, last_day=date(2025, 4, 15))).code is Code.OK


def test_families_of_a_site_may_come_first() -> None:
    europa = replace(SPRING, opens=date(2025, 2, 24), sites=frozenset({"EUROPA"}))
    structure = replace(WORLD, openings=(SPRING, europa))
    world = facts("2025-02-25T10:00", structure=structure)
    for child, code in ((VICTOR, Code.OK), (LUKA, Code.NOT_OPEN)):
        assert examine(line(Do.BOOK, "VACANCES_JOURNEE", HOLIDAY, child=child), world).code is code
    assert asked("2025-02-20T10:00", SPRING, europa).opens_at == paris("2025-02-24T08:00")


def test_what_is_booked_may_be_cancelled_whatever_the_opening() -> None:
    structure = replace(WORLD, openings=(SPRING,))
    world = facts("2025-02-20T10:00", structure=structure, booked={key("VACANCES_JOURNEE", HOLIDAY): booked()})
    assert examine(line(Do.CANCEL, "VACANCES_JOURNEE", HOLIDAY), world).code is Code.OK


# -- age -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2020-09-14", "2024-09-13", 3),
        ("2020-09-14", "2024-09-14", 4),
        ("2020-02-29", "2025-02-28", 4),
        ("2020-02-29", "2025-03-01", 5),
        ("2020-02-29", "2024-02-29", 4),
    ],
)
def test_a_child_is_a_year_older_on_its_birthday(born: str, day: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


def aged(born: str | None, day: str, **ages: int) -> Remark:
    structure = with_activity("MIDI", **ages)
    child = replace(VICTOR, birth_date=date.fromisoformat(born) if born else None)
    return examine(line(Do.BOOK, "MIDI", day, child=child, structure=structure), facts(structure=structure)).remark


def test_the_age_on_the_day_itself_decides() -> None:
    assert aged("2021-03-13", "2025-03-13", min_age=4).code is Code.OK
    assert aged("2021-03-14", "2025-03-13", min_age=4) == Remark(Code.WRONG_AGE, min_age=4)
    assert aged("2019-03-14", "2025-03-13", max_age=5).code is Code.OK
    assert aged("2019-03-13", "2025-03-13", max_age=5) == Remark(Code.WRONG_AGE, max_age=5)


def test_a_birth_date_that_is_not_on_file_is_for_staff() -> None:
    assert aged(None, DAY, min_age=4) == Remark(Code.STAFF)
    assert aged(None, DAY).code is Code.OK


def test_an_unknown_age_opens_nothing_that_is_late_or_full() -> None:
    structure = with_activity("MIDI", min_age=4)
    asked = line(Do.BOOK, "MIDI", DAY, child=replace(VICTOR, birth_date=None), structure=structure)
    assert examine(asked, facts("2025-03-12T10:00", structure=structure)).code is Code.TOO_LATE
    assert examine(asked, facts(structure=structure, places={asked.slot: 0})).code is Code.FULL


# -- together, or never ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("mine", "other"), [("MATIN", "MIDI"), ("MIDI", "MATIN")])
@pytest.mark.parametrize("state", [State.REQUESTED, State.CONFIRMED, State.WAITLISTED])
def test_what_is_incompatible_is_so_both_ways(mine: str, other: str, state: State) -> None:
    structure = with_activity("MIDI", incompatible=("MATIN",))
    asked = line(Do.BOOK, mine, DAY, structure=structure)
    in_the_way = Remark(Code.NEEDS_OTHER, other=structure.activity(other).name, clash=True)
    assert examine(asked, facts(structure=structure, booked={key(other, DAY): booked(state)})).remark == in_the_way
    assert examine(asked, facts(structure=structure, adding={key(mine, DAY), key(other, DAY)})).remark == in_the_way
    assert examine(asked, facts(structure=structure)).code is Code.OK


def test_one_may_be_exchanged_for_the_other() -> None:
    structure = with_activity("MIDI", incompatible=("MATIN",))
    mine = {key("MATIN", DAY): booked()}
    world = facts(structure=structure, booked=mine, removing=set(mine))
    assert examine(line(Do.BOOK, "MIDI", DAY, structure=structure), world).code is Code.OK


@pytest.mark.parametrize(("mine", "other"), [("MATIN", "MIDI"), ("MIDI", "MATIN")])
def test_all_or_none_is_asked_and_cancelled_together(mine: str, other: str) -> None:
    structure = with_activity("MIDI", together=("MATIN",))
    alone = Remark(Code.NEEDS_OTHER, other=structure.activity(other).name)
    asked = line(Do.BOOK, mine, DAY, structure=structure)
    assert examine(asked, facts(structure=structure)).remark == alone
    assert examine(asked, facts(structure=structure, adding={key(mine, DAY), key(other, DAY)})).code is Code.OK
    both = {key(mine, DAY): booked(), key(other, DAY): booked()}
    cancel = line(Do.CANCEL, mine, DAY, structure=structure)
    assert examine(cancel, facts(structure=structure, booked=both)).remark == alone
    assert examine(cancel, facts(structure=structure, booked=both, removing=set(both))).code is Code.OK
    sick = line(Do.ABSENT, mine, DAY, reason=Reason.SICK, structure=structure)
    assert examine(sick, facts(structure=structure, booked=both)).code is Code.OK


# -- maxima ----------------------------------------------------------------------------------------------------------
def counted(day: str, *held: tuple[str, str], removing: tuple[str, str] | None = None, **most: int) -> Remark:
    structure = replace(WORLD, maxima=(Maximum(frozenset({"MATIN", "MIDI"}), **most),))
    keys = frozenset(key(activity, other) for activity, other in held)
    taken = frozenset({key(*removing)}) if removing else frozenset()
    world = replace(facts(structure=structure), held={(VICTOR.id, date(2025, 3, 10)): keys}, removing=taken)
    return examine(line(Do.BOOK, "MIDI", day, structure=structure), world).remark


def test_one_child_comes_so_often_a_day_and_a_week() -> None:
    tuesday, thursday = ("MATIN", "2025-03-11"), ("MATIN", "2025-03-13")
    assert counted(DAY, tuesday, thursday, per_week=2) == Remark(Code.DUPLICATE, most=2, per="week")
    assert counted(DAY, tuesday, per_week=2).code is Code.OK
    assert counted(DAY, thursday, per_day=1) == Remark(Code.DUPLICATE, most=1, per="day")
    assert counted(DAY, tuesday, per_day=1).code is Code.OK
    assert counted("2025-03-17", tuesday, thursday, per_week=2).code is Code.OK


def test_other_activities_and_what_is_cancelled_do_not_count() -> None:
    assert counted(DAY, ("GOUTER", "2025-03-13"), per_day=1).code is Code.OK
    assert counted(DAY, ("MATIN", "2025-03-13"), per_day=1, removing=("MATIN", "2025-03-13")).code is Code.OK
    assert counted(DAY, ("MIDI", "2025-03-13"), per_day=1).code is Code.OK  # itself: another rule says "already booked"


@given(st.dates(date(2015, 1, 1), date(2022, 12, 31)), st.dates(date(2024, 9, 2), date(2025, 7, 4)))
def test_nobody_gets_younger(born: date, day: date) -> None:
    age = age_on(born, day)
    assert age_on(born, day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day) >= age
    assert born.year + age <= day.year


# -- one cart --------------------------------------------------------------------------------------------------------
def in_one_cart(
    structure: Structure, *codes: str, full: str = "", do: Do = Do.BOOK, at: str = "2024-09-01T10:00"
) -> list[Remark]:
    lines = [line(do, code, DAY, structure=structure) for code in codes]
    keys = {key(code, DAY) for code in codes}
    places = {each.slot: 0 if each.activity.code == full else 5 for each in lines}
    mine = {each: booked() for each in keys} if do is Do.CANCEL else {}
    adding, removing = (keys, set()) if do is Do.BOOK else (set(), keys)
    world = facts(at, structure=structure, places=places, booked=mine, adding=adding, removing=removing)
    return [verdict.remark for verdict in examine_together(lines, world)]


def test_of_two_that_exclude_each_other_neither_is_chosen() -> None:
    structure = with_activity("MIDI", incompatible=("MATIN",))
    assert in_one_cart(structure, "MATIN", "MIDI") == [
        Remark(Code.NEEDS_OTHER, other="Midi", clash=True),
        Remark(Code.NEEDS_OTHER, other="Matin", clash=True),
    ]


def test_what_is_refused_itself_is_in_nobodys_way() -> None:
    structure = with_activity("MIDI", incompatible=("MATIN",), min_age=10)
    assert [remark.code for remark in in_one_cart(structure, "MATIN", "MIDI")] == [Code.OK, Code.WRONG_AGE]


@pytest.mark.parametrize("full", ["MATIN", "MIDI"])
@pytest.mark.parametrize("codes", [("MATIN", "MIDI"), ("MIDI", "MATIN")])
def test_all_or_none_are_refused_when_one_is_full(full: str, codes: tuple[str, ...]) -> None:
    structure = with_activity("MIDI", together=("MATIN",))
    remarks = in_one_cart(structure, *codes, full=full)
    assert {(remark.code, remark.why) for remark in remarks} == {(Code.NEEDS_OTHER, "full")}
    assert {remark.other for remark in remarks} == {"Midi", "Matin"}
    assert {remark.code for remark in in_one_cart(structure, *codes)} == {Code.OK}


def test_all_or_none_are_refused_when_one_is_too_late_and_each_hears_its_own_reason() -> None:
    structure = with_activity("MIDI", together=("MATIN",), min_age=10)
    assert in_one_cart(structure, "MATIN", "MIDI") == [
        Remark(Code.NEEDS_OTHER, other="Midi"),
        Remark(Code.WRONG_AGE, min_age=10),
    ]


def test_what_needs_one_of_them_goes_with_it() -> None:
    structure = with_activity("GOUTER", together=("MIDI",))
    remarks = in_one_cart(structure, "CREATIF", "GOUTER", "MIDI", full="MIDI")
    assert [remark.code for remark in remarks] == [Code.NEEDS_OTHER] * 3
    assert remarks[0] == Remark(Code.NEEDS_OTHER, other="Goûter 17h")


def test_all_or_none_are_cancelled_together_even_where_their_limits_differ() -> None:
    cancel = '[[deadline]]\nfor = ["cancel"]\n'
    rules = ruled_by(f'{cancel}days_before = 1\n{cancel}activities = ["MIDI"]\ndays_before = 9')
    structure = replace(with_activity("MIDI", together=("MATIN",)), deadlines=rules.deadlines)
    assert [r.code for r in in_one_cart(structure, "MATIN", "MIDI", do=Do.CANCEL, at="2025-03-10T10:00")] == [
        Code.NEEDS_OTHER,
        Code.TOO_LATE,
    ]
    assert {r.code for r in in_one_cart(structure, "MATIN", "MIDI", do=Do.CANCEL)} == {Code.OK}
