"""Another règlement understands the same words: activities are known by what they are, not by their codes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from domain.language.understand import understand
from domain.model.activity import Activity, PeriodKind, Site
from domain.model.family import Child, Family, Nickname
from domain.model.wish import Ask
from tests.language.world import STRUCTURE

SCHOOL_DAYS = frozenset({1, 2, 4, 5})


def _activity(
    code: str, name: str, starts: time, ends: time, *, meal: bool = False, days: frozenset[int] = SCHOOL_DAYS
) -> Activity:
    return Activity(code, name, "", ("ECOLE",), days, PeriodKind.SCHOOL, starts, ends, {"ECOLE": 20}, meal=meal)


TOWN = replace(
    STRUCTURE,
    sites=(Site("ECOLE", "École"),),
    activities=(
        _activity("A1", "Accueil du matin", time(7, 15), time(8, 20)),
        _activity("RS", "Restaurant scolaire", time(12), time(14), meal=True),
        _activity("S1", "Soir 1", time(16, 30), time(17, 30)),
        _activity("S2", "Soir 2", time(17, 30), time(18, 45)),
        _activity("EV", "Éveil musical", time(16, 30), time(17, 15), days=frozenset({2})),
        _activity("ALSH", "Mercredi loisirs", time(7, 30), time(18), meal=True, days=frozenset({3})),
    ),
)
FAMILY = Family(1, "petit", (Child(1, "Maël", "Petit", "ECOLE"),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inscrire Maël à la cantine jeudi", ["RS 03-06"]),
        ("Mael mange jeudi midi et vendredi midi", ["RS 03-06", "RS 03-07"]),
        ("garderie du matin pour Maël jeudi", ["A1 03-06"]),
        ("Maël restera jusqu'à 18h30 jeudi", ["S1 03-06", "S2 03-06"]),
        ("Maël restera jusqu'à 17h30 jeudi", ["S1 03-06"]),
        ("Maël à l'éveil musical mardi", ["EV 03-04"]),
        ("Maël au centre mercredi", ["ALSH 03-05"]),
    ],
)
def test_words_find_the_activities_of_another_town(text: str, expected: list[str]) -> None:
    now = datetime(2025, 3, 3, 9, 12, tzinfo=TOWN.zone)
    got = understand(text, family=FAMILY, structure=TOWN, now=now)

    assert [f"{w.activity} {w.day:%m-%d}" for w in got.wishes] == expected


CALLED = replace(
    TOWN,
    activities=(replace(TOWN.activities[0], words=("accueil doux", "sas")), *TOWN.activities[1:]),
    nicknames=(Nickname("petit", "Maël", ("Chouchou", "Ma Puce")),),
)


@pytest.mark.parametrize(
    "text",
    ["Maël au sas jeudi", "accueil doux jeudi pour Maël", "chouchou au sas jeudi", "Ma puce : accueil doux jeudi"],
)
def test_a_town_and_a_family_have_words_of_their_own(text: str) -> None:
    """`words` of an activity and `[[nickname]]` of the configuration."""
    big = replace(FAMILY, children=(*FAMILY.children, Child(2, "Lou", "Petit", "ECOLE")))
    now = datetime(2025, 3, 3, 9, 12, tzinfo=TOWN.zone)
    got = understand(text, family=big, structure=CALLED, now=now)

    assert [f"{w.child} {w.activity} {w.day:%m-%d}" for w in got.wishes] == ["Maël A1 03-06"]


def test_what_two_slots_could_be_is_asked() -> None:
    now = datetime(2025, 3, 3, 9, 12, tzinfo=TOWN.zone)
    got = understand("Maël à la garderie jeudi", family=FAMILY, structure=TOWN, now=now)

    assert got.ask == (Ask.ACTIVITY,)
    assert [c.value for c in got.questions[0].choices] == ["A1", "S1", "S1+S2"]


OVERLAPPING = replace(
    TOWN,
    activities=(
        *TOWN.activities[:2],
        _activity("C1", "Soir 17h15", time(16), time(17, 15)),
        _activity("C2", "Soir 18h30", time(16), time(18, 30)),
    ),
)


@pytest.mark.parametrize(("until", "code"), [("17h", "C1"), ("17h15", "C1"), ("18h", "C2"), ("18h30", "C2")])
def test_evenings_that_overlap_are_alternatives_and_never_both(until: str, code: str) -> None:
    now = datetime(2025, 3, 3, 9, 12, tzinfo=TOWN.zone)
    got = understand(f"Maël restera jusqu'à {until} jeudi", family=FAMILY, structure=OVERLAPPING, now=now)

    assert [w.activity for w in got.wishes] == [code]


def test_evenings_that_overlap_are_offered_by_their_names() -> None:
    now = datetime(2025, 3, 3, 9, 12, tzinfo=TOWN.zone)
    got = understand("Maël soir jeudi", family=FAMILY, structure=OVERLAPPING, now=now)

    assert [c.label for c in got.questions[0].choices] == ["Soir 17h15", "Soir 18h30"]
