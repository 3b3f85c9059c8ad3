"""What hurry and ear make of words is put right; French words and names are left as they are."""

from __future__ import annotations

import pytest

from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text


def read(text: str) -> str:
    return corrected(Text.of(text), lambda word: word in ("elio", "ilyes")).plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("merci dajouter elio", "merci d'ajouter elio"),
        ("latelier de lundi", "l'atelier de lundi"),
        ("c la maman delio", "c'est la maman d'elio"),
        ("merciiii, bonne anneeee", "merci, bonne annee"),
        ("lé 2 é vendredi", "les 2 et vendredi"),
        ("il mange ps à la cantine", "il mange pas a la cantine"),
        ("vs pouvé le noter svp", "vous pouvez le noter svp"),
        ("kil vienne", "qu'il vienne"),
        ("jaimerais linscrire", "j'aimerais l'inscrire"),
        ("la cantoche demin", "la cantine demain"),
    ],
)
def test_hurried_spelling_is_put_right(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ilyes continue le matin",
        "elle rentrera a midi",
        "il est en maternelle",
        "ils manqueront l'ecole",
        "l'eleve raconte sa journee",
        "le paquet arrive",
        "merci de repondre. ps : son sac est perdu",
        "sans doute, nous levons la main",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert read(text) == text
