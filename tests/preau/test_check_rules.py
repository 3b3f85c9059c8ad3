"""`preau check` reads the règlement back; `--rules` does so with nothing but the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.preau.commands import Office, office


@pytest.fixture
def town(tmp_path: Path) -> Office:
    return office(tmp_path)


def test_check_reads_the_reglement_back_after_its_findings(town: Office) -> None:
    town.ok("migrate")
    printed = town.ok("check").splitlines()
    assert printed[0].startswith("what\t")
    assert printed.index("RÈGLEMENT — Périscolaire de Hettange-Grande") > next(
        n for n, line in enumerate(printed) if line.startswith("smtp\t")
    )
    assert "    pour le mardi 4 mars 2025 : jusqu'au vendredi 28 février à 23 h 59" in printed


def test_the_reglement_alone_needs_no_database_and_no_connection(town: Office) -> None:
    printed = town.ok("check", "--rules")
    assert printed.startswith("RÈGLEMENT — ")
    assert "what\t" not in printed
    assert not (town.folder / "preau.db").exists()


def test_the_findings_as_json_keep_their_shape(town: Office) -> None:
    town.ok("migrate")
    assert [list(finding) for finding in town.json("check")] == [["what", "ok", "off", "fault"]] * 5
    assert "no --json" in town.refused("check", "--rules", "--json", code=2)


def test_an_unclear_reglement_is_refused_with_its_keys_and_not_read_back(town: Office) -> None:
    text = town.config.read_text("utf-8").replace('activities = ["VACANCES_JOURNEE"]', 'activities = ["MIDI"]')
    town.config.write_text(text, encoding="utf-8")
    assert "deadline[2]: matches no day: `activities`, `days_before_period` never meet" in town.refused(
        "check", "--rules"
    )
    result = town.run("check")
    assert result.exit_code == 1
    assert "RÈGLEMENT" not in result.stdout
