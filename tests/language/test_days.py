"""Days as parents say them, whatever the day on which they say them."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language.days.days import find_days
from domain.language.understand import understand
from tests.language.world import FAMILIES, STRUCTURE, YEAR

PROBES = Path(__file__).parent.parent / "corpus" / "days-probes.jsonl"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
school_days = st.dates(YEAR.start, YEAR.end)
phrases = st.sampled_from(
    [
        "lundi",
        "mardi prochain",
        "ce jeudi",
        "vendredi en huit",
        "demain",
        "après-demain",
        "aujourd'hui",
        "le 11",
        "le 31",
        "le 3 mars",
        "du 10 au 14",
        "du 10 au 14 mars",
        "cette semaine",
        "la semaine prochaine",
        "en avril",
        "tous les jeudis",
        "un mardi sur deux",
        "les semaines paires",
        "jusqu'à vendredi",
        "jusqu'aux vacances",
        "à partir de lundi",
        "tous les jours",
        "les 10, 11 et 13",
        "mardi 11",
        "dans 3 jours",
        "les vacances de printemps",
        "le 1er lundi de mai",
        "hier",
        "jeudi dernier",
    ]
)


def rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in PROBES.read_text(encoding="utf-8").splitlines()]


def test_the_forms_that_parents_use_are_read() -> None:
    """To beat: Duckling reads 79 of these 101."""
    right = [row["id"] for row in rows() if _is_read(row)]

    assert len(right) >= 99


def _is_read(row: dict[str, object]) -> bool:
    want, today = row["expect"], date.fromisoformat(str(row["now"])[:10])
    assert isinstance(want, dict)
    found = find_days(str(row["text"]), today=today, year=YEAR)
    if len(found) != 1:
        return False
    (got,) = found
    if want["from"] is None:  # an open recurrence: listed up to the end of the school year
        return got.days is not None and got.last <= YEAR.end
    same = (str(got.first), str(got.last)) == (want["from"], want["to"])
    return same and (want["hour"] is None or got.hour == time.fromisoformat(want["hour"]))


@pytest.mark.parametrize(
    "text",
    [
        "Séverine a 7 ans",
        "Je voudrais 2 repas",
        "Mai Nguyen",
        "06 39 98 12 40",
        "deux trois",
        "Les 2 sont malades",
        "elle est en CE2",
        "à la mer",
        "4 rue des Lilas, 57330 Hettange-Grande",
        "11,50 € et 18 €",
        "mes 2 enfants",
        "Pouvez-vous me rappeler",
        "je vous appelle",
        "sept enfants",
        "le menu",
        "1/2 journée",
        "Marie",
        "groupe 2025",
        "il y en a 4",
        "à 7",
        "midi",
        "un jeu de 3 dés",
        "claire@example.org",
    ],
)
def test_a_sentence_without_a_date_names_none(text: str) -> None:
    assert find_days(text, today=date(2025, 3, 3), year=YEAR) == ()


@settings(deadline=None, max_examples=150)
@given(phrases, school_days)
def test_days_stand_where_they_were_said(words: str, today: date) -> None:
    text = f"Pour Zoé : {words}, merci"
    for found in find_days(text, today=today, year=YEAR):
        assert 0 <= found.start < found.end <= len(text)
        assert found.first <= found.last
        assert found.days is None or (found.days[0], found.days[-1]) == (found.first, found.last)


@settings(deadline=None, max_examples=150)
@given(
    phrases, school_days, st.sampled_from(["Inscrire Zoé à la cantine", "Annuler la cantine de Zoé", "Zoé est malade"])
)
def test_nothing_is_ever_asked_for_a_past_day_or_one_on_which_nothing_runs(words: str, today: date, wish: str) -> None:
    now = datetime.combine(today, time(8), tzinfo=STRUCTURE.zone)
    got = understand(f"{wish} {words}", family=FAMILIES["coralis"], structure=STRUCTURE, now=now)

    assert all(today <= w.day <= YEAR.end for w in got.wishes)
    runs = {w.day: w.activity for w in got.wishes if w.activity != "*"}
    assert all(STRUCTURE.activity(code).runs_on(day, YEAR) for day, code in runs.items())


@given(st.sampled_from(WEEKDAYS), school_days)
def test_a_bare_weekday_is_the_next_one_and_never_today(name: str, today: date) -> None:
    (found,) = find_days(name, today=today, year=YEAR)

    assert today < found.first <= today + timedelta(days=7)
    assert found.first.weekday() == WEEKDAYS.index(name)


@given(st.sampled_from(WEEKDAYS), school_days)
def test_a_weekday_prochain_lies_in_the_next_iso_week(name: str, today: date) -> None:
    (found,) = find_days(f"{name} prochain", today=today, year=YEAR)

    assert found.first.isocalendar()[:2] == (today + timedelta(weeks=1)).isocalendar()[:2]


@given(st.dates(YEAR.start, YEAR.end))
def test_a_date_said_with_its_right_weekday_is_itself(day: date) -> None:
    name = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[day.weekday()]
    (found,) = find_days(f"{name} {day.day}/{day.month}/{day.year}", today=YEAR.start, year=YEAR)

    assert found.first == found.last == day
