"""An illness told beside a question is recorded and the question is answered; one that is only supposed is not."""

from __future__ import annotations

from datetime import datetime

import pytest

from domain.language.understand import understand
from domain.model.wish import Command, Do
from tests.language.world import FAMILIES, STRUCTURE

TUESDAY = datetime(2025, 3, 4, 8, 0, tzinfo=STRUCTURE.zone)


def read(text: str) -> tuple[set[str], Command | None]:
    found = understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=TUESDAY)
    return {f"{wish.do} {wish.child} {wish.day}" for wish in found.wishes}, found.command


@pytest.mark.parametrize(
    "text",
    [
        "Victor a de la fièvre aujourd'hui, est-ce que le repas sera facturé ?",
        "Victor est malade aujourd'hui, le repas sera facturé ?",
        "Victor a la gastro, est-ce facturé quand même ?",
        "Victor est malade aujourd'hui est-ce que la cantine sera facturée ?",
        "Victor est malade aujourd'hui et le repas sera-t-il facturé ?",
        "bonjour Victor a 39, combien coûte le repas si on prévient le matin même ?",
        "Victor est malade. Le repas est-il facturé ?",
        "Victor est malade, le repas de midi sera-t-il quand même facturé ?",
    ],
)
def test_the_absence_is_recorded_and_the_question_answered(text: str) -> None:
    assert read(text) == ({f"{Do.ABSENT} Victor 2025-03-04"}, Command.PRICES_ASK)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Victor est malade aujourd'hui, jusqu'à quand puis-je annuler la cantine de jeudi ?", Command.DEADLINES_ASK),
        ("Victor est malade aujourd'hui, il reste de la place pour Séverine mercredi ?", Command.AVAILABILITY_ASK),
        ("Victor est malade aujourd'hui, combien je vous dois pour février ?", Command.INVOICES_SHOW),
    ],
)
def test_whatever_the_question_is_about(text: str, command: Command) -> None:
    assert read(text) == ({f"{Do.ABSENT} Victor 2025-03-04"}, command)


@pytest.mark.parametrize(
    "text",
    [
        "Si Victor est malade, le repas est facturé ?",
        "Si jamais Victor est malade mardi, est-ce que le repas sera facturé ?",
        "Est-ce que le repas est facturé quand un enfant est malade ?",
        "Quand Victor est malade, est-ce que la cantine est facturée ?",
        "En cas de maladie de Victor, le repas est-il facturé ?",
    ],
)
def test_what_is_only_supposed_is_a_question_and_no_absence(text: str) -> None:
    assert read(text) == (set(), Command.PRICES_ASK)
