"""What a day costs a family: by quotient, residence, started units, rank, aid and lateness; each in cents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.model.activity import AskHour
from domain.model.deadline import Surcharge
from domain.model.tariff import Aid, Bracket, Outside, Payer, Price, SiblingDiscount, UnitPrice, Unknown
from domain.rules.pricing import percent_of, price_of, priced_hours, units_of
from tests.rules.world import WORLD

DAY = date(2025, 3, 4)
MIDI = WORLD.activity("MIDI")
BRACKETS = (Bracket(400, 310), Bracket(800, 420), Bracket(None, 560))
CANTEEN = replace(MIDI, price_cents=None, price_by_quotient=BRACKETS)
CARE = replace(WORLD.activity("SOIR"), price_by_hour=(), price_per_unit=UnitPrice(30, 120))
HERE = Payer(resident=True)


def cents(found: Price | None) -> int:
    assert found is not None
    return found.total


def with_quotient(*dated: tuple[str, int]) -> Payer:
    return Payer(quotients=tuple((date.fromisoformat(since), value) for since, value in dated))


@pytest.mark.parametrize(
    ("quotient", "expected"), [(0, 310), (400, 310), (401, 420), (800, 420), (801, 560), (99999, 560)]
)
def test_the_quotient_chooses_the_bracket_up_to_its_limit(quotient: int, expected: int) -> None:
    assert cents(price_of(CANTEEN, None, with_quotient(("2024-09-01", quotient)), DAY)) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-12-31", 310), ("2025-01-01", 560), ("2025-03-04", 560), ("2024-08-31", 560)]
)
def test_the_quotient_is_that_of_the_day_of_care(day: str, expected: int) -> None:
    payer = with_quotient(("2024-09-01", 300), ("2025-01-01", 900))
    assert cents(price_of(CANTEEN, None, payer, date.fromisoformat(day))) == expected


def test_without_a_quotient_the_highest_bracket_counts_and_says_so() -> None:
    found = price_of(CANTEEN, None, Payer(), DAY)
    assert found is not None
    assert (found.total, found.unknown, found.quotient) == (560, (Unknown.QUOTIENT,), None)


def test_a_known_quotient_is_told_and_warns_of_nothing() -> None:
    found = price_of(CANTEEN, None, with_quotient(("2024-09-01", 650)), DAY)
    assert found is not None
    assert (found.quotient, found.unknown) == (650, ())


@pytest.mark.parametrize(
    ("outside", "resident", "expected", "unknown"),
    [
        (Outside(cents=1500), True, 1150, ()),
        (Outside(cents=1500), False, 1500, ()),
        (Outside(percent=15), False, 1323, ()),  # 1322,5: half a cent up
        (Outside(cents=1500), None, 1500, (Unknown.RESIDENCE,)),
    ],
)
def test_families_from_outside_pay_more(
    outside: Outside, resident: bool | None, expected: int, unknown: tuple[Unknown, ...]
) -> None:
    found = price_of(replace(MIDI, price_non_resident=outside), None, Payer(resident=resident), DAY)
    assert found is not None
    assert (found.total, found.unknown) == (expected, unknown)


@pytest.mark.parametrize(
    ("hour", "units"),
    [(time(16, 31), 1), (time(17, 0), 1), (time(17, 1), 2), (time(17, 30), 2), (time(18, 30), 4), (None, 4)],
)
def test_a_started_half_hour_counts_whole(hour: time | None, units: int) -> None:
    assert units_of(CARE, hour) == units
    assert cents(price_of(CARE, hour, HERE, DAY)) == units * 120


@pytest.mark.parametrize(("hour", "units"), [(time(16, 30), 4), (time(16, 59), 4), (time(17, 0), 3), (time(18, 29), 1)])
def test_from_an_hour_of_arrival_the_time_left_counts(hour: time, units: int) -> None:
    assert units_of(replace(CARE, ask_hour=AskHour.ARRIVAL), hour) == units


def test_the_quotient_may_price_the_unit() -> None:
    care = replace(CARE, price_per_unit=UnitPrice(30), price_by_quotient=BRACKETS)
    assert cents(price_of(care, time(17, 30), with_quotient(("2024-09-01", 500)), DAY)) == 2 * 420


def test_an_hour_at_which_it_is_shut_has_no_price() -> None:
    assert price_of(CARE, time(18, 31), HERE, DAY) is None


@pytest.mark.parametrize(("rank", "expected"), [(1, 1150), (2, 920), (3, 690), (4, 690)])
def test_younger_brothers_and_sisters_pay_less(rank: int, expected: int) -> None:
    midi = replace(MIDI, sibling_discount=(SiblingDiscount(2, 20), SiblingDiscount(3, 40)))
    assert cents(price_of(midi, None, HERE, DAY, rank=rank)) == expected


@pytest.mark.parametrize(
    ("aid", "used", "expected"),
    [(Aid(cents=400), 0, 750), (Aid(cents=400), 300, 1050), (Aid(cents=2000), 0, 0), (Aid(percent=25), 0, 862)],
)
def test_an_aid_pays_part_of_a_day_and_never_more_than_it_costs(aid: Aid, used: int, expected: int) -> None:
    midi = replace(MIDI, aids=True)
    assert cents(price_of(midi, None, Payer(aid=aid), DAY, aided=used)) == expected
    assert cents(price_of(MIDI, None, Payer(aid=aid), DAY)) == 1150  # where aids do not count


def test_everything_together_in_its_order() -> None:
    """5,60 € + 20 % outside = 6,72 €; -20 % = 5,38 €; + 50 % late = 2,69 €; aid 4,00 € on the care alone."""
    activity = replace(
        CANTEEN, price_non_resident=Outside(percent=20), sibling_discount=(SiblingDiscount(2, 20),), aids=True
    )
    payer = Payer(resident=False, aid=Aid(cents=400))
    found = price_of(activity, None, payer, DAY, rank=2, surcharge=Surcharge(percent=50))
    assert found is not None
    assert (found.base, found.reduction, found.aid, found.surcharge) == (672, 134, 400, 269)
    assert found.total == 672 - 134 - 400 + 269


PAYERS = st.builds(
    Payer,
    quotients=st.lists(st.tuples(st.just(date(2024, 9, 1)), st.integers(0, 3000)), max_size=1).map(tuple),
    resident=st.sampled_from([True, False, None]),
    aid=st.one_of(st.none(), st.builds(Aid, cents=st.integers(1, 5000)), st.builds(Aid, percent=st.integers(1, 100))),
)
LATENESS = st.one_of(
    st.none(), st.builds(Surcharge, percent=st.integers(0, 200)), st.builds(Surcharge, cents=st.integers(0, 2000))
)


@given(st.integers(0, 100000), st.integers(0, 100), PAYERS, st.integers(1, 5), LATENESS, st.integers(0, 6000))
def test_the_parts_add_up_and_nobody_is_paid_to_come(
    base: int, percent: int, payer: Payer, rank: int, late: Surcharge | None, used: int
) -> None:
    discounts = (SiblingDiscount(2, percent),) if percent else ()
    midi = replace(
        MIDI, price_cents=base, price_non_resident=Outside(percent=20), sibling_discount=discounts, aids=True
    )
    found = price_of(midi, None, payer, DAY, rank=rank, surcharge=late, aided=used)
    assert found is not None
    assert found.total == found.base - found.reduction - found.aid + found.surcharge
    assert min(found.base, found.reduction, found.aid, found.surcharge, found.care) >= 0
    assert found.aid <= found.base - found.reduction


@given(st.integers(0, 10**7), st.integers(0, 300))
def test_half_a_cent_is_rounded_up(amount: int, percent: int) -> None:
    assert percent_of(amount, percent) == (2 * amount * percent + 100) // 200


@given(st.integers(1, 120), st.times(time(16, 31), time(18, 30)), st.times(time(16, 31), time(18, 30)))
def test_who_stays_longer_never_pays_less(minutes: int, one: time, other: time) -> None:
    care = replace(CARE, price_per_unit=UnitPrice(minutes, 120))
    first, last = sorted(hour.replace(second=0, microsecond=0) for hour in (one, other))
    assert cents(price_of(care, first, HERE, DAY)) <= cents(price_of(care, last, HERE, DAY))


@given(st.integers(1, 120), st.sampled_from(list(AskHour)))
def test_the_hours_that_are_offered_have_prices_all_different(minutes: int, asks: AskHour) -> None:
    care = replace(CARE, ask_hour=asks, price_per_unit=UnitPrice(minutes, 120))
    prices = [cents(price_of(care, hour, HERE, DAY)) for hour in priced_hours(care)]
    assert len(prices) == len(set(prices))
    assert max(prices) == cents(price_of(care, None, HERE, DAY))
