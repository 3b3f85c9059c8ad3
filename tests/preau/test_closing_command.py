"""`preau close` and `preau reopen`: the same as in the staff chat, at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preau.commands import Office, office

TUESDAY = ("--site", "EUROPA", "--from", "2025-03-04")


@pytest.fixture
def booked(tmp_path: Path) -> Office:
    town = office(tmp_path)
    town.ok("migrate")
    town.ok("import", str(town.folder / "families.csv"))
    town.ok("say", "--family", "durand", "inscrire Victor midi mardi")
    town.ok("say", "--family", "durand", "valider")
    return town


def states(town: Office) -> list[str]:
    return [row["state"] for row in town.json("show", "bookings")]


def test_a_dry_run_only_counts(booked: Office) -> None:
    assert "1 bookings would be cancelled, 1 families" in booked.ok("close", *TUESDAY, "--dry-run")

    assert states(booked) == ["requested"]
    assert "limite" not in booked.ok("explain", "--family", "durand", "inscrire Séverine midi mardi")


def test_closing_cancels_tells_and_takes_nothing_new(booked: Office) -> None:
    assert "1 bookings cancelled, 1 families told" in booked.ok("close", *TUESDAY, "--reason", "grève")

    assert states(booked) == ["cancelled"]
    assert [row["kind"] for row in booked.json("show", "notices")] == ["closed"]
    (line,) = booked.json("explain", "--family", "durand", "inscrire Victor midi mardi")["lines"]
    assert (line["verdict"], "grève" in line["message"]) == ("closed", True)
    assert "0 bookings" in booked.ok("close", *TUESDAY)


def test_reopening_takes_new_bookings(booked: Office) -> None:
    booked.ok("close", *TUESDAY, "--activities", "MIDI,MATIN")

    assert "open again" in booked.ok("reopen", *TUESDAY)
    assert "nothing to do" in booked.ok("reopen", *TUESDAY)
    (line,) = booked.json("explain", "--family", "durand", "inscrire Victor midi mardi")["lines"]
    assert line["verdict"] == "ok"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--site", "EUROPE", "--from", "2025-03-04"), "no site 'EUROPE': EUROPA, SOETRICH"),
        ((*TUESDAY, "--activities", "SOIR"), "no activity 'SOIR' at EUROPA"),
        ((*TUESDAY, "--to", "2025-03-03"), "--to is before --from"),
        (("--site", "EUROPA", "--from", "2025-02-26"), "is over"),
    ],
)
def test_a_wrong_option_is_one_clear_line(booked: Office, options: tuple[str, ...], words: str) -> None:
    assert words in booked.refused("close", *options)
