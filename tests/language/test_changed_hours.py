"""Another hour, in the words of parents, on Thursday 27 February 2025: only where an evening is left at any hour."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.language.understand import understand
from domain.model.wish import Command
from tests.language.world import FAMILIES, STRUCTURE

NOW = datetime(2025, 2, 27, 18, tzinfo=STRUCTURE.zone)
TUESDAYS = "Luka 04 18:30, Luka 11 18:30, Luka 18 18:30, Luka 25 18:30"


def hours(family: str, text: str) -> str:
    """Show the evenings booked: "Luka 04 18:30"; anything else as it is."""
    got = understand(text, family=FAMILIES[family], structure=STRUCTURE, now=NOW)
    shown = [f"{w.child} {w.day:%d} {w.hour:%H:%M}" if w.hour else f"{w.do} {w.child} {w.activity}" for w in got.wishes]
    return ", ".join([*shown, *(f"?{ask}" for ask in got.ask), *([got.command] if got.command else [])])


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        ("billard", "Luka partira à 18h30 mardi au lieu de 17h30", "Luka 04 18:30"),
        ("billard", "18h au lieu de 17h jeudi pour Luka", "Luka 06 18:00"),
        ("billard", "changer l'heure de Luka mardi : 18h30", "Luka 04 18:30"),
        ("billard", "changement d'heure pour Luka mardi : 18h30", "Luka 04 18:30"),
        ("billard", "pouvez-vous changer l'horaire de Luka mardi, 17h30 au lieu de 18h30", "Luka 04 17:30"),
        ("billard", "modifier l'heure de départ de Luka mardi et jeudi : 18h30", "Luka 04 18:30, Luka 06 18:30"),
        ("billard", "tous les mardis de mars, Luka partira à 18h30 au lieu de 17h30", TUESDAYS),
        ("billard", "tous les mardis de mars jusqu'à 18h30 pour Luka", TUESDAYS),
        ("billard", "décaler Luka mardi de 17h30 à 18h30", "Luka 04 18:30"),
        ("billard", "changer l'heure de Luka", "?date"),
        ("benali", "mon mari récupérera Yasmine à 17h30 mardi au lieu de 18h30", "Yasmine 04 17:30"),
        ("benali", "Bonjour,\nFinalement je viendrai chercher Yasmine à 17h30 jeudi.\nMerci", "Yasmine 06 17:30"),
        ("benali", "les deux resteront jusqu'à 18h30 mardi au lieu de 17h30", "Yasmine 04 18:30, Ilyès 04 18:30"),
    ],
)
def test_another_hour_is_a_booking_with_that_hour(family: str, text: str, meant: str) -> None:
    assert hours(family, text) == meant


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        pytest.param("billard", "Le papa de Luka vient le chercher à 17h demain", Command.HUMAN, id="told"),
        pytest.param("benali", "annuler Yasmine soir mardi, je la prends à 16h30", "cancel Yasmine SOIR", id="off"),
        pytest.param("benali", "finalement Yasmine ne reste pas mardi soir", "cancel Yasmine SOIR", id="does not stay"),
        pytest.param("benali", "Jusqu'à quelle heure changer l'heure de Yasmine ?", Command.DEADLINES_ASK, id="asked"),
        pytest.param("coralis", "jeudi je récupère Zoé à 18h au lieu de 17h", "book Zoé CREATIF", id="hours of slots"),
        pytest.param("billard", "18h au lieu de 17h jeudi pour Elio", "book Elio CREATIF", id="said last"),
        pytest.param("coralis", "jeudi Zoé sort à 17h au lieu de 18h", "cancel Zoé CREATIF", id="one slot less"),
    ],
)  # fmt: skip
def test_everything_else_is_as_it_was(family: str, text: str, meant: str) -> None:
    assert hours(family, text) == meant
