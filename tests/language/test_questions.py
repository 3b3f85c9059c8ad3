"""What is asked back, which answers are offered, and that an answer completes the message it was asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from domain.language.resolving.questions import answer_of
from domain.language.understand import understand
from domain.language.writing.spoken import long_day
from domain.model.wish import Ask, Choice, Command, Hints, Question, Understanding
from tests.language.world import FAMILIES, STRUCTURE

NOW = datetime(2025, 3, 3, 9, 12, tzinfo=STRUCTURE.zone)


def told(text: str, family: str = "durand", hints: Hints = Hints()) -> Understanding:  # noqa: B008 - it is frozen
    return understand(text, family=FAMILIES[family], structure=STRUCTURE, now=NOW, hints=hints)


def question(text: str, family: str = "durand") -> Question:
    (only,) = told(text, family).questions
    return only


def lines(understood: Understanding) -> list[str]:
    return [f"{w.do} {w.child} {w.activity} {w.day:%m-%d}" for w in understood.wishes]


def answered(text: str, typed: str, family: str = "durand") -> str | None:
    return answer_of(typed, question(text, family), family=FAMILIES[family], structure=STRUCTURE, now=NOW)


def test_a_missing_child_is_asked_with_the_familys_children() -> None:
    offered = question("Réservez la cantine mardi")

    assert offered.ask is Ask.CHILD
    assert [c.label for c in offered.choices] == ["Séverine", "Victor", "Les deux"]


def test_an_evening_is_offered_by_the_hour_of_pick_up() -> None:
    offered = question("inscrire Victor le soir mardi")

    assert [(c.label, c.value) for c in offered.choices] == [
        ("jusqu'à 17 h (Goûter)", "GOUTER"),
        ("jusqu'à 18 h (Goûter + Créatif)", "GOUTER+CREATIF"),
        ("jusqu'à 18 h 30 (Goûter + Créatif + Libre)", "GOUTER+CREATIF+LIBRE"),
    ]


def test_a_wednesday_is_offered_by_its_parts() -> None:
    values = [c.value for c in question("inscrire Victor mercredi").choices]

    assert sorted(values) == ["MERCREDI_APREM", "MERCREDI_JOURNEE", "MERCREDI_MATIN"]


def test_a_weekday_that_contradicts_its_date_is_asked_with_both_readings() -> None:
    values = [c.value for c in question("Victor à la cantine mardi 12 mars").choices]

    assert values == ["2025-03-12", "2025-03-11"]


def test_no_day_named_offers_the_next_ones() -> None:
    days = [date.fromisoformat(c.value) for c in question("inscrire Victor à la cantine").choices]

    assert days == sorted(days)
    assert NOW.date() < days[0]


@pytest.mark.parametrize(
    ("text", "hints", "expected"),
    [
        ("Réservez la cantine mardi", Hints(child="Victor"), ["book Victor MIDI 03-04"]),
        ("Hugo mangera à la cantine jeudi", Hints(child="Victor"), ["book Victor MIDI 03-06"]),
        (
            "inscrire Victor le soir mardi",
            Hints(activity="GOUTER+CREATIF"),
            ["book Victor GOUTER 03-04", "book Victor CREATIF 03-04"],
        ),
        ("inscrire Victor mercredi", Hints(activity="MERCREDI_MATIN"), ["book Victor MERCREDI_MATIN 03-05"]),
        ("Victor à la cantine mardi 12 mars", Hints(date="2025-03-11"), ["book Victor MIDI 03-11"]),
        ("je voudrais annuler la cantine", Hints(child="Victor", date="2025-03-06"), ["cancel Victor MIDI 03-06"]),
        ("il y a un changement pour Victor jeudi", Hints(action="cancel"), ["cancel Victor * 03-06"]),
        ("mon enfant est malade", Hints(child="Séverine"), ["absent Séverine * 03-03"]),
    ],
)
def test_an_answer_completes_the_message(text: str, hints: Hints, expected: list[str]) -> None:
    understood = told(text, hints=hints)

    assert lines(understood) == expected
    assert understood.ask == ()


def test_answers_are_given_one_after_the_other() -> None:
    text, hints = "je voudrais inscrire Victor à la garderie", Hints()
    assert told(text, hints=hints).ask == (Ask.ACTIVITY, Ask.DATE)

    hints = replace(hints, activity="MATIN")
    assert told(text, hints=hints).ask == (Ask.DATE,)

    hints = replace(hints, date="2025-03-06")
    assert lines(told(text, hints=hints)) == ["book Victor MATIN 03-06"]


@pytest.mark.parametrize(
    ("text", "typed", "value"),
    [
        ("Réservez la cantine mardi", "Victor", "Victor"),
        ("Réservez la cantine mardi", "2", "Victor"),
        ("Réservez la cantine mardi", "pour severine svp", "Séverine"),
        ("Réservez la cantine mardi", "les deux", "Séverine,Victor"),
        ("Réservez la cantine mardi", "9", None),
        ("Réservez la cantine mardi", "Hugo", None),
        ("inscrire Victor le soir mardi", "jusqu'à 18h", "GOUTER+CREATIF"),
        ("inscrire Victor le soir mardi", "le goûter", "GOUTER"),
        ("inscrire Victor mercredi", "le matin", "MERCREDI_MATIN"),
        ("inscrire Victor mercredi", "toute la journée", "MERCREDI_JOURNEE"),
        ("inscrire Victor à la cantine", "mardi 11", "2025-03-11"),
        ("inscrire Victor à la cantine", "jeudi et vendredi", "2025-03-06,2025-03-07"),
        ("il y a un changement pour Victor jeudi", "annuler", "cancel"),
        ("il y a un changement pour Victor jeudi", "je ne sais pas", None),
    ],
)
def test_a_typed_answer_chooses(text: str, typed: str, value: str | None) -> None:
    assert answered(text, typed) == value


def test_a_question_says_what_it_is_about() -> None:
    asked = told("Reste-t-il de la place mardi midi pour Victor ?")

    assert asked.command is Command.AVAILABILITY_ASK
    assert asked.about.children == ("Victor",)
    assert asked.about.activities == ("MIDI",)
    assert asked.about.days == (date(2025, 3, 4),)


def test_the_hour_of_departure_is_kept_where_the_activity_asks_for_it() -> None:
    (wish,) = told("Luka restera le soir jusqu'à 17h30 jeudi", "billard").wishes

    assert (wish.activity, wish.hour and wish.hour.isoformat()) == ("SOIR", "17:30:00")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("jeudi", "2025-03-13"), ("plutôt le jeudi", "2025-03-13"), ("le 11", "2025-03-11"), ("jeudi 20", "2025-03-20")],
)
def test_a_weekday_chooses_among_the_offered_days_and_a_date_names_its_own(typed: str, day: str) -> None:
    offered = tuple(Choice(long_day(d), d.isoformat()) for d in (date(2025, 3, 11), date(2025, 3, 13)))

    chosen = answer_of(typed, Question(Ask.DATE, offered), family=FAMILIES["durand"], structure=STRUCTURE, now=NOW)

    assert chosen == day


@pytest.mark.parametrize(
    ("text", "family", "offered"),
    [
        ("inscrire Victor à la cantine", "durand", ["2025-03-04", "2025-03-06", "2025-03-07"]),
        ("inscrire Victor au centre", "durand", ["2025-03-05", "2025-03-12", "2025-03-19"]),
        ("inscrire Victor", "durand", ["2025-03-04", "2025-03-05", "2025-03-06"]),
    ],
)
def test_only_days_on_which_there_is_what_was_named_are_offered(text: str, family: str, offered: list[str]) -> None:
    days = next(q for q in told(text, family).questions if q.ask is Ask.DATE)

    assert [c.value for c in days.choices][:3] == offered
