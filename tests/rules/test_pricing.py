"""What a day costs: flat, included, or by the hour (Hettange-Grande, Clap Chaz)."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from domain.model.activity import AskHour, PriceStep
from domain.model.deadline import Surcharge
from domain.rules.pricing import price, sellable, with_surcharge
from tests.rules.world import WORLD

SOIR = WORLD.activity("SOIR")
MORNING = replace(
    SOIR,
    code="MATIN_HEURE",
    starts=time(7, 0),
    ends=time(8, 30),
    ask_hour=AskHour.ARRIVAL,
    price_by_hour=(PriceStep(time(7, 45), 310), PriceStep(time(8, 30), 155)),
)


@pytest.mark.parametrize(("code", "cents"), [("MATIN", 600), ("MIDI", 1150), ("GOUTER", 400), ("CREATIF", None)])
def test_a_flat_price_or_none(code: str, cents: int | None) -> None:
    assert price(WORLD.activity(code), None) == cents
    assert price(WORLD.activity(code), time(17, 0)) == cents


@pytest.mark.parametrize(
    ("hour", "cents"),
    [
        (time(16, 31), 310),
        (time(17, 0), 310),
        (time(17, 30), 310),
        (time(17, 31), 620),
        (time(18, 30), 620),
        (None, 620),
        (time(18, 31), None),
        (time(16, 30), None),
        (time(7, 15), None),
    ],
)
def test_the_hour_of_departure_sets_the_price(hour: time | None, cents: int | None) -> None:
    assert price(SOIR, hour) == cents
    assert sellable(SOIR, hour) == (cents is not None)


@pytest.mark.parametrize(
    ("hour", "cents"),
    [(time(7, 0), 310), (time(7, 45), 310), (time(7, 46), 155), (None, 310), (time(6, 59), None), (time(8, 30), None)],
)
def test_the_hour_of_arrival_sets_the_price(hour: time | None, cents: int | None) -> None:
    assert price(MORNING, hour) == cents


def test_an_hour_after_the_last_step_is_not_sold() -> None:
    short = replace(SOIR, price_by_hour=SOIR.price_by_hour[:1])
    assert not sellable(short, time(18, 0))
    assert price(short, None) is None


def test_two_mornings_at_clap_chaz_total_6_20() -> None:
    assert (price(MORNING, time(7, 15)) or 0) * 2 == 620


@pytest.mark.parametrize(
    ("cents", "surcharge", "expected"),
    [
        (1150, Surcharge(percent=50), 1725),
        (415, Surcharge(percent=50), 623),  # half a cent up
        (1150, Surcharge(cents=200), 1350),
        (None, Surcharge(percent=50), None),
        (1150, None, 1150),
    ],
)
def test_a_surcharge_is_rounded_to_the_cent(cents: int | None, surcharge: Surcharge | None, expected: int) -> None:
    assert with_surcharge(cents, surcharge) == expected
