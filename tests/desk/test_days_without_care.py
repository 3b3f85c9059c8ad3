"""Every day that a family names gets an answer: also one that is over, and one on which there is nothing to book."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("samedi", "samedi 1er mars."),
        ("le 1er mai", "jeudi 1er mai (Fête du Travail)."),
        ("le 18 avril", "vendredi 18 avril (Vendredi saint)."),
        ("le 15 avril", "mardi 15 avril (Vacances de printemps)."),
        ("mardi 25 février", "mardi 25 février (jour passé)."),
        ("mardi 8 juillet", "mardi 8 juillet (hors de l'année scolaire)."),
    ],
)
def test_a_day_without_care_is_told_with_its_reason_before_another_is_asked(
    office: Office, day: str, told: str
) -> None:
    (answer,) = office.chat("durand", f"inscrire Victor midi {day}")

    assert f"Pas d'accueil de ce type : {told}" in answer.text
    assert "❓ pour quel jour ?" in answer.text


def test_a_day_without_care_beside_another_one_is_not_dropped(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et samedi")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
    assert "Pas d'accueil de ce type : samedi 1er mars." in answer.text


def test_a_past_day_beside_another_one_is_not_dropped(office: Office) -> None:
    (answer,) = office.mail("durand", "inscrire Victor midi les 25 février et 4 mars")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
    assert "mardi 25 février (jour passé)" in answer.text


@pytest.mark.parametrize("span", ["du 28 avril au 2 mai", "tous les jeudis de mai", "la semaine du 28 avril"])
def test_what_a_period_skips_is_not_told(office: Office, span: str) -> None:
    (answer,) = office.chat("durand", f"inscrire Victor midi {span}")

    assert office.cart("durand")
    assert "Pas d'accueil" not in answer.text


def test_the_day_asked_for_is_one_on_which_there_is_what_was_named(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi samedi")

    assert "mardi 4 mars" in answer.labels
    assert "mercredi 5 mars" not in answer.labels
