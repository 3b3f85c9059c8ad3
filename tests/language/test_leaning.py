"""Which sentences lean on what was said before, and which stand for themselves."""

from __future__ import annotations

from datetime import date

import pytest

from domain.language.leaning.leaning import EXAMPLES, lean
from domain.language.notions.when import Scene
from domain.language.sentences.sentences import World
from domain.model.following import Turn
from domain.model.wish import Hints
from tests.language.world import FAMILIES, STRUCTURE, YEAR

WORLD = World(FAMILIES["durand"], STRUCTURE, Scene(date(2025, 3, 3), YEAR, schooled=True), Hints())


@pytest.mark.parametrize(("turn", "said"), [pytest.param(t, s, id=s) for t, *said in EXAMPLES for s in said])
def test_a_turn_is_recognised_in_its_own_examples(turn: Turn, said: str) -> None:
    found = lean(said, WORLD)

    assert found is not None
    assert found.turn is turn


@pytest.mark.parametrize(
    "said",
    [
        "inscrire Victor midi mardi",
        "mardi",
        "Victor",
        "oui",
        "merci",
        "merci et bonne journée",
        "Victor est malade",
        "Séverine aussi est malade",
        "Bonjour, j'ai aussi perdu le bonnet de Victor",
        "et la facture ?",
        "reste-t-il de la place mardi ?",
        "Merci aussi pour votre réponse",
        "pas mardi ?",
        "annule",
        "annuler le panier",
    ],
)
def test_what_says_more_or_points_to_nothing_stands_for_itself(said: str) -> None:
    assert lean(said, WORLD) is None
