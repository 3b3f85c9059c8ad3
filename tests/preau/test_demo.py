"""`preau demo`, as a newcomer plays it: the whole conversation comes from a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def play(*lines: str, **variables: str) -> str:
    """Type `lines`; return what the terminal showed, with line breaks inside a panel undone."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "160", **variables}
    done = subprocess.run(
        [sys.executable, "-m", "preau", "demo"],
        input="\n".join(lines),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return " ".join(done.stdout.split())


def test_a_lunch_is_booked_granted_and_told() -> None:
    shown = play("inscrire Victor midi mardi", "1", "4")

    assert "Victor · mardi 4 mars · Midi (11 h 45 – 13 h 30) · 11,50 €" in shown
    assert "Mme Claire Durand presses ✅ Valider" in shown
    assert "Nadia Petit presses ✅ Accepter" in shown
    assert "1 réservation acceptée le : 04/03" in shown


def test_the_same_by_mail_and_a_stale_button() -> None:
    shown = play("/mail durand", "inscrire Victor midi mardi", "valider", "/parent durand", "1", "1", "/staff", "77")

    assert "✉ to claire.durand@example.org — Demande n° 1 transmise" in shown
    assert "1 réservation acceptée le : 04/03" in shown
    assert "there is no button 77 on the screen" in shown


def test_time_passes_and_what_is_due_arrives() -> None:
    shown = play(
        "inscrire Victor midi mardi", "/clock +1d", "/clock 2025-02-01 10:00", "/clock soon", "/clock 9999-01-01"
    )

    assert "Votre panier n'est pas validé, la limite approche" in shown
    assert "it is vendredi 28 février 18 h" in shown
    assert shown.count("a step such as +1d") == 3


def test_a_lost_newcomer_is_helped() -> None:
    shown = play("/parent nobody", "/families", "/help", "/aide", "", "[bold]<b>&amp;", "/quit")

    assert "there are: durand, billard, rousseau, coralis, nguyen, benali" in shown
    assert "karim.benali@example.org" in shown
    assert "[bold]<b>&amp;" in shown
    assert shown.endswith("Au revoir.")


def test_the_demo_leaves_nothing_behind(tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())

    play("inscrire Victor midi mardi", TMPDIR=str(tmp_path))

    assert set(tmp_path.iterdir()) == before
