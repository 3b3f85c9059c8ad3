"""What a short text chooses among the answers on offer, as people type it on a phone."""

from __future__ import annotations

import pytest

from domain.language.leaning.answers import chosen, drops, out_of_list
from domain.model.wish import Ask, Choice, Question

CHILDREN = Question(Ask.CHILD, tuple(Choice(v, v) for v in ("Nahel", "Sohan", "Léah", "Nahel,Sohan,Léah")))
PARTS = Question(Ask.ACTIVITY, (Choice("Matin", "MATIN"), Choice("Midi", "MIDI"), Choice("17 h", "GOUTER")))
TWO_DAYS = Question(Ask.DATE, (Choice("mardi 11 mars", "2025-03-11"), Choice("mercredi 12 mars", "2025-03-12")))
SIX_DAYS = Question(Ask.DATE, tuple(Choice(f"le {n}", f"2025-03-0{n}") for n in (3, 4, 5, 6, 7)))
ACTIONS = Question(Ask.ACTION, (Choice("Inscrire", "book"), Choice("Annuler", "cancel"), Choice("Absent", "absent")))


@pytest.mark.parametrize(
    ("said", "asked", "value"),
    [
        ("1", CHILDREN, "Nahel"),
        ("1 et 3", CHILDREN, "Nahel,Léah"),
        ("1, 3", CHILDREN, "Nahel,Léah"),
        ("1 + 2", PARTS, "MATIN+MIDI"),
        ("le 2 svp", PARTS, "MIDI"),
        ("choix 2", PARTS, "MIDI"),
        ("le premier", CHILDREN, "Nahel"),
        ("La deuxième !", PARTS, "MIDI"),
        ("le premier et le dernier", PARTS, "MATIN+GOUTER"),
        ("le dernier", CHILDREN, "Nahel,Sohan,Léah"),
        ("les deux", TWO_DAYS, "2025-03-11,2025-03-12"),
        ("les trois", PARTS, "MATIN+MIDI+GOUTER"),
        ("2", ACTIONS, "cancel"),
        ("1", TWO_DAYS, "2025-03-11"),
        ("le premier", TWO_DAYS, "2025-03-11"),
    ],
)
def test_it_chooses(said: str, asked: Question, value: str) -> None:
    assert chosen(said, asked) == value


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("5", CHILDREN),
        ("1 et 7", CHILDREN),
        ("les deux", PARTS),
        ("1 et 2", ACTIONS),
        ("le 11", TWO_DAYS),
        ("le 4", SIX_DAYS),
        ("4", SIX_DAYS),
        ("tous", SIX_DAYS),
        ("Sohan", CHILDREN),
        ("1 place pour Sohan", CHILDREN),
        ("", CHILDREN),
    ],
)
def test_it_chooses_nothing_by_its_place(said: str, asked: Question) -> None:
    assert chosen(said, asked) is None


@pytest.mark.parametrize("said", ["non", "Non merci", "laisse tomber", "aucun", "Rien, merci", "oubliez", "annule"])
def test_it_drops_the_question(said: str) -> None:
    assert drops(said)


@pytest.mark.parametrize("said", ["non, vendredi", "annule mardi", "rien mardi", "aucun souci pour mardi", "oui"])
def test_it_does_not_drop_the_question(said: str) -> None:
    assert not drops(said)


@pytest.mark.parametrize(("said", "asked"), [("7", CHILDREN), ("0", PARTS), ("4", SIX_DAYS)])
def test_a_number_that_says_nothing_certain_has_the_question_put_again(said: str, asked: Question) -> None:
    assert out_of_list(said, asked)
