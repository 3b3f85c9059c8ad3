"""`preau explain` of another hour for what is booked: the line's verdict, limit and price are those of the change."""

from __future__ import annotations

from pathlib import Path

from tests.preau.commands import office


def test_the_line_follows_the_change(tmp_path: Path) -> None:
    town = office(tmp_path)
    town.ok("migrate")
    town.ok("import", str(tmp_path / "families.csv"))
    for said in ("inscrire Luka soir mardi jusqu'à 17h30", "valider"):
        town.ok("say", "--family", "billard", said)

    (line,) = town.json("explain", "--family", "billard", "Luka partira à 18h30 mardi au lieu de 17h30")["lines"]

    assert (line["do"], line["activity"], line["hour"]) == ("book", "SOIR", "18:30")
    assert (line["verdict"], line["price_cents"]) == ("ok", 620)
    assert line["closes_at"] == "2025-02-28T23:59:59+01:00"
    assert "changement d'heure possible, départ 17 h 30 → 18 h 30" in line["message"]
