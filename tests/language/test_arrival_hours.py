"""The hour at which a child comes, in the words of parents, where mornings (and Wednesdays) are come to at any hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.language.office.told_hours import with_told_hour
from domain.language.understand import understand
from domain.model.activity import AskHour
from domain.model.wish import Command
from tests.language.world import FAMILIES, STRUCTURE

NOW = datetime(2025, 2, 27, 18, tzinfo=STRUCTURE.zone)
HOURLY = replace(
    STRUCTURE,
    activities=tuple(
        replace(a, ask_hour=AskHour.ARRIVAL) if a.code in ("MATIN", "MERCREDI_JOURNEE") else a
        for a in STRUCTURE.activities
    ),
)


def hours(family: str, text: str, *, told: bool = False) -> str:
    """Show what is meant: "Victor MATIN 03 07:45"; what is asked and commands as they are."""
    who = FAMILIES[family]
    got = understand(text, family=who, structure=HOURLY, now=NOW)
    got = with_told_hour(got, text, family=who, structure=HOURLY, now=NOW) if told else got
    shown = [f"{w.child} {w.activity} {w.day:%d}" + (f" {w.hour:%H:%M}" if w.hour else "") for w in got.wishes]
    return ", ".join([*shown, *(f"?{ask}" for ask in got.ask), *([got.command] if got.command else [])])


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        ("durand", "Victor arrivera à 7h45 au lieu de 7h15 lundi", "Victor MATIN 03 07:45"),
        ("durand", "je dépose Victor à 8h lundi au lieu de 7h15", "Victor MATIN 03 08:00"),
        ("durand", "lundi 7h45 au lieu de 7h15 pour Victor", "Victor MATIN 03 07:45"),
        ("durand", "modification de l'heure d'arrivée : Victor lundi 8h", "Victor MATIN 03 08:00"),
        ("durand", "avancer l'heure d'arrivée de Victor lundi à 7h", "Victor MATIN 03 07:00"),
        ("durand", "décaler l'arrivée de Victor lundi de 7h15 à 7h45", "Victor MATIN 03 07:45"),
        ("durand", "Victor arrivera plus tôt lundi, à 7h", "Victor MATIN 03 07:00"),
        ("durand", "inscrire Victor matin lundi à 7h45", "Victor MATIN 03 07:45"),
        ("coralis", "inscrire Zoé matin, midi et goûter lundi, arrivée 7h30",
         "Zoé MATIN 03 07:30, Zoé MIDI 03, Zoé GOUTER 03"),
        ("coralis", "mercredi Zoé arrivera à 9h au lieu de 8h", "Zoé MERCREDI_JOURNEE 05 09:00"),
        ("coralis", "inscrire Zoé mercredi journée de 9h à 17h", "Zoé MERCREDI_JOURNEE 05 09:00"),
        ("billard", "mardi Luka arrivera à 7h45 et partira à 18h30 au lieu de 17h30",
         "Luka MATIN 04 07:45, Luka SOIR 04 18:30"),
    ],
)  # fmt: skip
def test_the_hour_goes_with_what_is_come_to_then(family: str, text: str, meant: str) -> None:
    assert hours(family, text) == meant


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        pytest.param("durand", "changer l'heure d'arrivée de Victor lundi", "Victor MATIN 03", id="none"),
        pytest.param("durand", "Victor arrivera à huit heures lundi au lieu de 7h15", "Victor MATIN 03", id="in words"),
    ],
)
def test_an_hour_that_is_not_understood_is_left_to_be_asked(family: str, text: str, meant: str) -> None:
    assert hours(family, text) == meant


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        ("durand", "Victor arrivera à 7h45 lundi", "Victor MATIN 03 07:45"),
        ("durand", "lundi je dépose les enfants à 8h", "Séverine MATIN 03 08:00, Victor MATIN 03 08:00"),
        ("coralis", "lundi elle arrivera à 7h30", "Zoé MATIN 03 07:30"),
        ("coralis", "mercredi Zoé arrivera à 9h", "Zoé MERCREDI_JOURNEE 05 09:00"),
        ("billard", "je récupère Luka à 18h jeudi", "Luka SOIR 06 18:00"),
        ("benali", "demain je les récupère à 18h", "?child"),
    ],
)
def test_an_hour_told_outright_is_for_a_person_until_it_is_asked_for(family: str, text: str, meant: str) -> None:
    assert hours(family, text) == Command.HUMAN
    assert hours(family, text, told=True) == meant


def test_an_hour_may_be_told_beside_a_request() -> None:
    meant = hours("durand", "Victor arrivera à 7h45 lundi et mangera à la cantine", told=True)

    assert meant == "Victor MATIN 03 07:45, Victor MIDI 03"


@pytest.mark.parametrize(
    ("family", "text"),
    [
        pytest.param("durand", "Mamie dépose Victor à 8h lundi", id="somebody else brings him"),
        pytest.param("durand", "Victor n'arrivera pas à 7h45 lundi", id="it is not so"),
        pytest.param("durand", "Est-ce que je peux déposer Victor à 8h lundi ?", id="a question"),
        pytest.param("durand", "Victor arrivera à 7h45 lundi et partira à 18h", id="an hour that stands for slots"),
        pytest.param("durand", "Victor arrivera demain à 9h", id="when mornings are over"),
        pytest.param("coralis", "retard de bus, elle arrivera à 8h", id="a delay"),
        pytest.param("coralis", "Lundi je dépose Zoé à 7h30. Elle a perdu sa veste bleue.", id="something else"),
        pytest.param("billard", "Le papa de Luka vient le chercher à 17h demain", id="somebody else fetches him"),
    ],
)
def test_what_a_person_must_know_stays_theirs(family: str, text: str) -> None:
    assert hours(family, text, told=True) == Command.HUMAN


@pytest.mark.parametrize("text", ["Victor arrivera à 7h45 au lieu de 7h15 lundi", "Victor arrivera à 7h45 lundi"])
def test_nothing_of_it_is_read_where_no_hour_of_coming_is_asked(text: str) -> None:
    got = understand(text, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW)

    assert got.wishes == ()
