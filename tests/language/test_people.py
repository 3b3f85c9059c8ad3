"""Children by name, shortened, misspelt, tender, by kinship or together; and names that are nobody's."""

from __future__ import annotations

import pytest

from domain.language.notions.marks import Who
from domain.language.people.people import find_children, name_test
from domain.language.writing.spelling import corrected
from domain.language.writing.text import Text
from tests.language.world import FAMILIES


def found(family: str, text: str) -> list[Who]:
    known = FAMILIES[family]
    return find_children(corrected(Text.of(text), name_test(known)), known)


def names(family: str, text: str) -> str:
    return " ".join(n for who in found(family, text) for n in who.names)


@pytest.mark.parametrize(
    ("family", "text", "meant"),
    [
        ("durand", "Sev et Vic à la cantine", "Séverine Victor"),
        ("billard", "Lu à la cantine mardi", "Luka"),
        ("durand", "vivi et séverine", "Victor Séverine"),
        ("durand", "V à la cantine mardi", "Victor"),
        ("rousseau", "N et S à la cantine, L le matin", "Nahel Sohan Léah"),
        ("nguyen", "Jibé et anlise", "Jean-Baptiste Anne-Lise"),
        ("rousseau", "soan, nahell et leha", "Sohan Nahel Léah"),
        ("rousseau", "les 2 grands mangent", "Nahel Sohan"),
        ("rousseau", "mes deux gars au créatif", "Nahel Sohan"),
        ("rousseau", "la petite dernière", "Léah"),
        ("rousseau", "toute la tribu", "Nahel Sohan Léah"),
        ("rousseau", "mes trois zouaves au centre", "Nahel Sohan Léah"),
        ("rousseau", "Sohan et Léah ont tous les deux la gastro", "Sohan Léah Sohan Léah"),
        ("durand", "ma grande reste", "Séverine"),
        ("benali", "le petit vient", "Ilyès"),
        ("nguyen", "JB mange avec Anne-Lise", "Jean-Baptiste Anne-Lise"),
        ("rousseau", "la grand-mère de Nahel", ""),
        ("nguyen", "la liste, le lit et la zone", ""),
    ],
)
def test_children_are_known_by_what_parents_call_them(family: str, text: str, meant: str) -> None:
    assert names(family, text) == meant


def test_what_fits_no_one_child_is_left_open() -> None:
    assert [(who.names, len(who.options)) for who in found("rousseau", "le petit dernier")] == [((), 3)]


@pytest.mark.parametrize("text", ["inscrivez Tom à la cantine", "Victor et Hugo à la cantine"])
def test_a_stranger_s_name_is_seen(text: str) -> None:
    assert any(not (who.names or who.options or who.sibling) for who in found("durand", text))


@pytest.mark.parametrize(
    "text",
    [
        "je voudrais que ma fille aille à la cantine",
        "retirez simplement Victor du soir",
        "ma fille assistera au mariage",
        "Merci beaucoup, Claire",
        "absence pour événement familial",
        "les obsèques ont lieu à Nancy, mes enfants seront absents",
        "pour mon fils libre + créatif mardi",
    ],
)
def test_other_words_are_no_strangers(text: str) -> None:
    assert all(who.names or who.options for who in found("durand", text))
