"""`preau close --class`: the same as in the staff chat, at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.classes import with_classes
from tests.preau.commands import Office, office

TUESDAY = ("--site", "EUROPA", "--from", "2025-03-04")


@pytest.fixture
def booked(tmp_path: Path) -> Office:
    """Séverine of CE1 and Victor of CP Mme Roux have asked for lunch on Tuesday."""
    town = office(tmp_path)
    town.ok("migrate")
    (town.folder / "families.csv").write_text(with_classes(), encoding="utf-8")
    town.ok("import", str(town.folder / "families.csv"))
    town.ok("say", "--family", "durand", "inscrire Victor et Séverine midi mardi")
    town.ok("say", "--family", "durand", "valider")
    return town


def states(town: Office) -> dict[str, str]:
    return {row["child"]: row["state"] for row in town.json("show", "bookings")}


def test_a_dry_run_only_counts(booked: Office) -> None:
    told = booked.ok("close", *TUESDAY, "--class", "CE1", "--dry-run")

    assert "EUROPA class CE1, 2025-03-04: 1 bookings would be cancelled, 1 families told" in told
    assert set(states(booked).values()) == {"requested"}


def test_the_class_is_closed_and_the_other_children_stay(booked: Office) -> None:
    booked.ok("close", *TUESDAY, "--class", "CE1", "--reason", "sortie scolaire")

    assert states(booked) == {"Séverine": "cancelled", "Victor": "requested"}
    lines = booked.json("explain", "--family", "durand", "inscrire Séverine et Victor goûter mardi")["lines"]
    assert {line["child"]: line["verdict"] for line in lines} == {"Séverine": "closed", "Victor": "ok"}
    assert any("fermé pour la classe CE1 (sortie scolaire)" in line["message"] for line in lines)


def test_several_classes_are_joined_by_commas(booked: Office) -> None:
    told = booked.ok("close", *TUESDAY, "--classes", "CE1,CP Mme Roux")

    assert "2 bookings cancelled, 1 families told" in told
    assert set(states(booked).values()) == {"cancelled"}


def test_opening_again_takes_the_class_back(booked: Office) -> None:
    booked.ok("close", *TUESDAY, "--class", "CE1")

    assert "nothing to do" in booked.ok("reopen", *TUESDAY, "--class", "CE2")
    assert "open again" in booked.ok("reopen", *TUESDAY, "--class", "CE1")
    (line,) = booked.json("explain", "--family", "durand", "inscrire Séverine goûter mardi")["lines"]
    assert line["verdict"] == "ok"


def test_a_class_alone_is_not_opened_where_the_site_is_closed(booked: Office) -> None:
    booked.ok("close", *TUESDAY)

    assert "closed to everybody" in booked.refused("reopen", *TUESDAY, "--class", "CE1")


def test_what_stays_closed_to_everybody_is_told_with_what_is_open(booked: Office) -> None:
    booked.ok("close", *TUESDAY, "--class", "CE1")
    booked.ok("close", *TUESDAY)

    told = booked.ok("reopen", *TUESDAY, "--class", "CE1")

    assert "open again\nstill closed to everybody: 2025-03-04 to 2025-03-04" in told


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("CE3", "no class 'CE3' at EUROPA: CE1, CE2, CM1-CM2, CP M. Petit, CP Mme Roux"),
        ("CP", "no class 'CP' at EUROPA: CP M. Petit, CP Mme Roux?"),
        ("", "no class '' at EUROPA"),
    ],
)
def test_a_class_that_is_not_clear_is_one_line(booked: Office, name: str, words: str) -> None:
    assert words in booked.refused("close", *TUESDAY, "--class", name)
    assert set(states(booked).values()) == {"requested"}


def test_children_without_a_class_are_counted_for_the_operator(booked: Office) -> None:
    (booked.folder / "families.csv").write_text(with_classes({"Séverine": "CE1"}), encoding="utf-8")
    booked.ok("import", str(booked.folder / "families.csv"))

    result = booked.run("close", *TUESDAY, "--class", "CE1", "--dry-run")

    assert "1 children without a class are booked then, and stay booked" in result.stderr
