"""What staff's words to close days are read as; what is not clear names what it lacks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.office.class_words import list_classes
from domain.language.office.closing_words import read_closing
from tests.language.world import STRUCTURE

TODAY = date(2025, 2, 27)
EUROPA = ("CE1", "CE2", "CM1-CM2", "CP M. Petit", "CP Mme Roux", "GS", "Papillons")
CLASSES = {"EUROPA": EUROPA, "SOETRICH": ("CE1-CE2", "CM1 A", "CM1 B", "CP", "CP 4", "PS & MS")}


@pytest.mark.parametrize(
    ("words", "classes", "activities", "reason"),
    [
        ("EUROPA CE1 2025-03-04 sortie scolaire", "CE1", "", "sortie scolaire"),
        ("europa ce1 04/03 sortie", "CE1", "", "sortie"),
        ("EUROPA Ce 1 04/03/2025 sortie", "CE1", "", "sortie"),
        ("EUROPA classe de CE1 mardi 4 mars grève", "CE1", "", "grève"),
        ("EUROPA les CE1 et les CE2 mardi grève", "CE1 CE2", "", "grève"),
        ("EUROPA CE1, CE2 mardi grève", "CE1 CE2", "", "grève"),
        ("EUROPA CE1-CE2 mardi grève", "CE1 CE2", "", "grève"),
        ("EUROPA classes CE1, CE2 et GS mardi", "CE1 CE2 GS", "", ""),
        ("EUROPA CM1/CM2 mardi", "CM1-CM2", "", ""),
        ("EUROPA CP Mme Roux mardi", "CP Mme Roux", "", ""),
        ("EUROPA CP de madame Roux mardi", "CP Mme Roux", "", ""),
        ("EUROPA la classe de M. Petit mardi", "CP M. Petit", "", ""),
        ("EUROPA CP Roux et CE1 demain fermeture", "CE1 CP Mme Roux", "", "fermeture"),
        ("EUROPA tous les CP mardi", "CP M. Petit CP Mme Roux", "", ""),
        ("EUROPA toutes les classes de CP mardi", "CP M. Petit CP Mme Roux", "", ""),
        ("EUROPA les papillons mardi", "Papillons", "", ""),
        ("EUROPA sortie scolaire CE1 mardi", "CE1", "", "sortie scolaire"),
        ("EUROPA mardi CE1 sortie scolaire", "CE1", "", "sortie scolaire"),
        ("EUROPA mardi sortie scolaire des CE1", "CE1", "", "sortie scolaire"),
        ("EUROPA mardi sortie scolaire CE1, CE2", "CE1 CE2", "", "sortie scolaire"),
        ("EUROPA CE1 mardi enseignante absente", "CE1", "", "enseignante absente"),
        ("EUROPA Mme Roux absente mardi", "CP Mme Roux", "", "enseignant absent"),
        ("EUROPA mardi maîtresse absente, CP Mme Roux", "CP Mme Roux", "", "maîtresse absente"),
        ("EUROPA CE1 mardi fermeture de classe", "CE1", "", "fermeture de classe"),
        ("EUROPA CE1 mardi classe verte", "CE1", "", "classe verte"),
        ("EUROPA CE1 mardi sortie à la journée, classe de neige", "CE1", "", "sortie à la journée, classe de neige"),
        ("EUROPA CE1 midi mardi sortie", "CE1", "MIDI", "sortie"),
        ("EUROPA midi CE1 mardi sortie", "CE1", "MIDI", "sortie"),
        ("EUROPA mardi midi CE1 sortie", "CE1", "MIDI", "sortie"),
        ("EUROPA CE1 toute la journée mardi sortie", "CE1", "", "sortie"),
        ("EUROPA toutes les classes mardi grève", "", "", "grève"),
        ("EUROPA tout mardi enseignant absent", "", "", "enseignant absent"),
        ("EUROPA tout le site mardi grève cantine", "", "", "grève cantine"),
        ("EUROPA journée pédagogique mardi", "", "", "journée pédagogique"),
        ("EUROPA mardi journée pédagogique", "", "", "journée pédagogique"),
        ("EUROPA mardi salon du livre", "", "", "salon du livre"),
        ("EUROPA LIBRE mardi", "", "LIBRE", ""),
        ("EUROPA mardi LIBRE animateur absent", "", "LIBRE", "animateur absent"),
        ("EUROPA LIBRE CE1 mardi", "CE1", "LIBRE", ""),
        ("EUROPA libre soir mardi", "", "LIBRE", ""),
        ("EUROPA créatif mardi Mme Dupont absente", "", "CREATIF", "Mme Dupont absente"),
        ("SOETRICH CE1-CE2 mardi", "CE1-CE2", "", ""),
        ("SOETRICH CM1 A mardi", "CM1 A", "", ""),
        ("SOETRICH CP 4 mars", "CP", "", ""),
        ("SOETRICH PS & MS mardi", "PS & MS", "", ""),
    ],
)
def test_classes_activities_and_reason_are_told_apart(words: str, classes: str, activities: str, reason: str) -> None:
    read = read_closing(words, STRUCTURE, TODAY, CLASSES)

    assert (read.missing, " ".join(read.classes), " ".join(read.activities), read.reason) == (
        "", classes, activities, reason,
    )  # fmt: skip
    assert read.first.isoformat() in ("2025-02-28", "2025-03-04")
    assert read.first == read.last


@pytest.mark.parametrize(
    ("words", "missing", "said", "choices"),
    [
        ("EUROPA CP mardi", "class", "CP", ("CP M. Petit", "CP Mme Roux")),
        ("EUROPA CE3 mardi sortie", "class", "CE3", EUROPA),
        ("EUROPA mardi sortie des CE3", "class", "CE3", EUROPA),
        ("EUROPA CP Mme Petit mardi", "class", "CP Mme Petit", ("CP M. Petit", "CP Mme Roux")),
        ("EUROPA CM1 mardi", "class", "CM1", ("CM1-CM2",)),
        ("EUROPA CP-CM2 mardi", "class", "CP-CM2", ("CM1-CM2", "CP M. Petit", "CP Mme Roux")),
        ("SOETRICH CE1 mardi", "class", "CE1", ("CE1-CE2",)),
        ("SOETRICH CM1 à midi mardi", "class", "CM1", ("CM1 A", "CM1 B")),
        ("EUROPA classe bleue mardi", "class", "classe bleue", EUROPA),
        ("EUROPA mardi fermeture de la classe", "class", "classe", EUROPA),
        ("EUROPA mardi Mme Dupont absente", "class", "", EUROPA),
        ("EUROPA CE1 mardi sortie et CE2", "classes_apart", "CE2", ("CE2",)),
        ("EUROPA sauf CE1 mardi", "except", "sauf CE1", ()),
        ("EUROPA mardi sauf midi", "except", "sauf midi", ()),
        ("EUROPA mardi grève cantine", "scope", "cantine", ("MIDI",)),
        ("EUROPA LIBR mardi", "unknown", "LIBR", ()),
        ("EUROPA mardi LIBR", "unknown", "LIBR", ()),
        ("EUROPA truc mardi grève", "unknown", "truc", ()),
        ("SOETRICH LIBRE mardi", "unknown", "LIBRE", ()),
        ("EUROPA midi et journée mardi", "activities", "journée", ()),
        ("EUROPA MERCREDI_MATIN mardi", "activities", "MERCREDI_MATIN", ()),
        ("EUROPA LIBRE", "days", "", ()),
        ("EUROPA CE1", "days", "", ()),
        ("EUROPA CE1 2025-02-04", "days", "", ()),
        ("EUROPA et SOETRICH mardi", "sites", "SOETRICH", ()),
        ("CE1 mardi", "site", "", ()),
    ],
)
def test_what_is_not_clear_is_named(words: str, missing: str, said: str, choices: tuple[str, ...]) -> None:
    read = read_closing(words, STRUCTURE, TODAY, CLASSES)

    assert (read.missing, read.said, read.choices) == (missing, said, choices)


@pytest.mark.parametrize(
    ("words", "classes"),
    [
        ("CE1", "CE1"),
        ("CE1,CP Mme Roux", "CE1 CP Mme Roux"),
        ("CE1 et CE2", "CE1 CE2"),
        ("CE1-CE2", "CE1 CE2"),
        ("classe de CE1", "CE1"),
        ("CP roux", "CP Mme Roux"),
        ("CP", ""),
        ("CE1 bleu", ""),
        ("CE1,", ""),
        ("", ""),
    ],
)
def test_a_list_of_classes_is_read_whole_or_not_at_all(words: str, classes: str) -> None:
    found, wrong = list_classes(words, EUROPA)

    assert " ".join(found) == classes
    assert (wrong is None) == bool(classes)


_WORDS = (
    "EUROPA SOETRICH CE1 CE2 CE3 CP CM1-CM2 Mme Roux M. Petit classe classes de tous les toutes et , - / mardi 4 mars "
    "du au 6 2025-03-04 midi LIBRE soir grève sortie scolaire absente sauf tout site journée Papillons PS cantine"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=9))
def test_whatever_is_typed_nothing_is_closed_that_is_not_there(words: list[str]) -> None:
    read = read_closing(" ".join(words), STRUCTURE, TODAY, CLASSES)

    if not read.missing:
        assert set(read.classes) <= set(CLASSES[read.site])
        assert set(read.activities) <= {activity.code for activity in STRUCTURE.activities_at(read.site)}
        assert TODAY <= read.first <= read.last
        assert "CE3" not in words or read.classes
