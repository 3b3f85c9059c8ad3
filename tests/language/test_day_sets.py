"""Day expressions of four sets, as floors that may only rise, and sentences in which there is no day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.days.days import find_days, find_whens
from domain.language.days.feasts import feast
from domain.language.days.phrases import PHRASES
from domain.language.notions.when import Scene
from domain.language.understand import understand
from tests.language.world import FAMILIES, STRUCTURE, YEAR

CORPUS = Path(__file__).parent.parent / "corpus"
MONDAY = date(2025, 3, 3)
Row = Mapping[str, Any]

#: How many of each set are read exactly: first and last day, the hours where they are said, each day of a list.
FLOOR = {"days-probes": 95, "days-chrono": 65, "days-dateparser": 58, "days-house": 232}


def rows(name: str) -> list[Row]:
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["expect"]["from"]]


def is_exact(row: Row) -> bool:
    now, want = datetime.fromisoformat(row["now"]), row["expect"]
    found = find_days(row["text"], today=now.date(), year=YEAR, clock=now.time())
    if len(found) != 1:
        return False
    (got,) = found
    listed = [str(d) for d in got.days] if got.days else None
    hours = {"hour": want["hour"] and str(got.hour)[:5], "hour_to": row.get("hour_to") and str(got.hour_to)[:5]}
    return (
        (str(got.first), str(got.last)) == (want["from"], want["to"])
        and hours == {"hour": want["hour"], "hour_to": row.get("hour_to")}
        and row.get("days") in (None, listed)
    )


@pytest.mark.parametrize("name", FLOOR)
def test_expressions_are_read_as_well_as_they_have_ever_been(name: str) -> None:
    wrong = [row["text"] for row in rows(name) if not is_exact(row)]

    assert len(rows(name)) - len(wrong) >= FLOOR[name], wrong


@pytest.mark.parametrize("name", FLOOR)
def test_what_is_found_covers_the_whole_expression_in_a_sentence(name: str) -> None:
    """A few expressions begin with a preposition that a sentence would keep to itself."""
    missed = list[str]()
    for row in rows(name):
        text = f"Bonjour, {row['text'].strip('.')} c'est possible ?"
        now = datetime.fromisoformat(row["now"])
        found = find_days(text, today=now.date(), year=YEAR, clock=now.time())
        if [(f.start, f.end) for f in found] != [(9, len(text) - len(" c'est possible ?"))]:
            missed.append(row["text"])

    assert len(missed) <= len(rows(name)) // 20, missed


NO_DAY = """
06 12 34 56 78
Mon numéro est le 06.12.34.56.78
+33 6 12 34 56 78
Mai Nguyen
Mai est la maman de Jean-Baptiste
elle passe en CE2
Victor est en CM1 et Séverine en CP
Séverine a 7 ans
un enfant de 10 ans et demi
je suis en retard
je voudrais 2 repas
il a eu 14/20 en dictée
la mer est belle
merci beaucoup
une personne viendra le chercher
sept enfants
tous les deux
la première fois
mes trois filles
les 2 sont inscrits
il reste 5 places
12 rue des Lilas
57330 Hettange-Grande
1/2 journée
3/4 des parents
le groupe 2025
salle 12
classe 4B
11,50 € par repas
cela coûte 120 euros
un café et deux thés
le code est 4821
la facture n° 2024-118
le bus 12
10 %
à 200 mètres
pour 4 personnes
une fois encore
les autres enfants
en une seconde main
il mesure 1,35 m
taille 8 ans
les petits et les grands
un jeu de cartes
un samedien
le nouveau règlement
mars-avril@example.org
https://example.org/2025/03/04
un martien
la mardelle
un marsouin
demande de justificatif
c'est une bonne idée
quel âge faut-il avoir
à bientôt
le goûter est à 16h30
vers midi
entre 7h30 et 8h30
deux trois
un court de tennis
74
la journée type
il est né le même jour que son frère
bonnes vacances à tous
l'an mil
son année de naissance
un week-ender
une décennie
le siècle des Lumières
le trimestre
""".strip().splitlines()


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_found_where_none_is_named(text: str) -> None:
    assert find_days(text, today=MONDAY, year=YEAR, clock=time(9)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Inscrire Zoé à la cantine en 2016",
        "Inscrire Zoé à la cantine à Noël",
        "Inscrire Zoé à la cantine dans 5 minutes",
        "Inscrire Zoé à la cantine l'an prochain",
        "Inscrire Zoé à la cantine le mois dernier",
        "Inscrire Zoé à la cantine au troisième trimestre",
        "Inscrire Zoé à la cantine les 3 derniers jours",
        "Inscrire Zoé à la cantine la première semaine d'octobre 2014",
        "Inscrire Zoé à la cantine fin de la semaine prochaine",
        "Inscrire Zoé à la cantine le 10 septembre 2031",
    ],
)
def test_nothing_is_booked_beyond_the_school_year_or_on_vague_words(text: str) -> None:
    now = datetime.combine(MONDAY, time(8), tzinfo=STRUCTURE.zone)

    assert understand(text, family=FAMILIES["coralis"], structure=STRUCTURE, now=now).wishes == ()


def test_a_message_reads_no_phrase_that_is_beyond_bookings() -> None:
    beyond = [said for p in PHRASES if p.beyond for said in p.examples]
    message = Scene(MONDAY, YEAR, schooled=True)
    names = {p.read.__name__ for p in PHRASES if p.beyond}

    assert len(beyond) > len(names)
    assert all(find_days(said, today=MONDAY, year=YEAR) for said in beyond)
    assert not any(w.dated or w.hour for said in beyond for w in find_whens(said, message) if w.sort.name == "SPAN")


NAMES = {
    "jour de l'an": "Jour de l'an", "lundi de paques": "Lundi de Pâques", "fete du travail": "Fête du Travail",
    "ascension": "Ascension", "lundi de pentecote": "Lundi de Pentecôte", "fete nationale": "Fête nationale",
    "assomption": "Assomption", "toussaint": "Toussaint", "armistice": "Armistice", "noel": "Noël",
}  # fmt: skip


@given(st.integers(2009, 2090))
def test_feasts_fall_where_the_law_has_them(year: int) -> None:
    """The library `holidays` knows the public ones."""
    law = holidays.country_holidays("FR", years=year, language="fr")
    scene = Scene(date(year, 1, 1), YEAR)

    for ours, name in NAMES.items():
        day = feast(ours, scene)
        assert day is not None
        assert name in law.get(day, ""), (ours, day)
