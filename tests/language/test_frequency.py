"""How often a price question supposes that a child comes."""

from __future__ import annotations

import pytest

from domain.language.activities.frequency import how_often
from domain.model.wish import Often, Per


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("combien couteraient 2 soirs par semaine ?", Often(2, Per.WEEK)),
        ("ca ferait combien la cantine 3 fois par semaine jusqu'a noel", Often(3, Per.WEEK)),
        ("deux soirees par semaine", Often(2, Per.WEEK)),
        ("une fois par semaine", Often(1, Per.WEEK)),
        ("la cantine 4 jours/semaine", Often(4, Per.WEEK)),
        ("3x par semaine", Often(3, Per.WEEK)),
        ("5 mercredis par mois", Often(5, Per.MONTH)),
        ("combien pour 4 repas", Often(4, Per.ONCE)),
        ("combien coute un repas ?", None),
        ("prix pour 2 enfants le midi", None),
        ("2 ou 3 fois par semaine", None),
        ("deux a trois soirs par semaine", None),
        ("combien coute la cantine par semaine ?", None),
        ("2 matins et 3 midis par semaine", None),
    ],
)
def test_how_often(plain: str, expected: Often | None) -> None:
    assert how_often(plain) == expected


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("2 matins et 2 midis par semaine", Often(2, Per.WEEK)),
        ("la cantine et le gouter 2 fois par semaine", Often(2, Per.WEEK)),
        ("2 soirs par semaine et la cantine mardi", None),
    ],
)
def test_a_number_of_one_thing_is_no_number_of_another(plain: str, expected: Often | None) -> None:
    assert how_often(plain, 2) == expected
