"""Children whom the office's list moves to another age group or class: staff hear what is booked and no longer fits."""

from __future__ import annotations

import pytest

from domain.model.pools import Ages, CapacityPool
from tests.desk.classes import sorted_into_classes, with_classes
from tests.desk.office import Office, Seen
from tests.desk.test_birth_dates import ANNA, ROSTER, TOLD, VICTOR, correct
from tests.desk.test_closing_classes import ask as order
from tests.desk.test_closing_classes import close, letters
from tests.desk.test_conditions import with_activity

SEVEN = (VICTOR, "2017-06-01")
MOVED = "Changement de classe"


# -- another age group ----------------------------------------------------------------------------------------------
def grouped(office: Office, little: int = 2, big: int = 1) -> Office:
    """Lunch has so many places for those under six and for the others; Victor is 4, Zoé 7."""
    pools = (
        CapacityPool("Midi – moins de 6 ans", ("MIDI",), {"EUROPA": little}, ages=Ages(until=6)),
        CapacityPool("Midi – 6 ans et plus", ("MIDI",), {"EUROPA": big}, ages=Ages(low=6)),
    )
    return office.with_rules(capacity_pools=pools)


@pytest.fixture
def full(office: Office) -> Office:
    """Zoé has the only place of the older ones on Tuesday; Victor comes as one of the little ones, on Thursday too."""
    grouped(office).granted("coralis", "inscrire Zoé midi mardi 4 mars")
    office.granted("durand", "inscrire Victor midi mardi 4 et jeudi 6 mars")
    office.read()
    return office


def told_staff(office: Office, heading: str = TOLD) -> list[Seen]:
    return [one for one in office.read(str(ANNA)) if heading in one.text]


def test_staff_hear_that_the_new_group_is_beyond_its_places_and_nothing_is_cancelled(full: Office) -> None:
    before = full.bookings("durand")

    result = correct(full, SEVEN)

    (told,) = told_staff(full)
    assert "Victor Durand (Europa), naissance 1er juin 2017 · Midi (Midi – 6 ans et plus)" in told.text
    assert "• mardi 4 mars : réservé, 2 inscrits pour 1 place" in told.text
    assert "jeudi 6 mars" not in told.text
    assert "Rien n'est annulé, c'est à vous de décider." in told.text
    assert "ne correspond plus à l'âge" not in told.text
    assert (result.crowded, result.misfits, full.bookings("durand")) == (1, 0, before)
    assert correct(full, SEVEN).crowded == 0
    assert told_staff(full) == []


def test_a_group_that_has_a_place_left_is_nobodys_matter(full: Office) -> None:
    grouped(full, big=2)

    assert correct(full, SEVEN).crowded == 0
    assert told_staff(full) == []


def test_a_correction_within_the_group_is_none_either_however_full_it_is(full: Office) -> None:
    grouped(full, little=0)

    assert correct(full, (VICTOR, "2020-10-14")).crowded == 0


def test_what_waits_for_staff_is_judged_when_they_approve_and_not_told(office: Office) -> None:
    grouped(office, big=0)
    (cart,) = office.chat("durand", "inscrire Victor midi mardi 4 mars")
    office.press("durand", cart, "✅ Valider")

    assert correct(office, SEVEN).crowded == 0


def test_what_the_age_forbids_is_not_told_twice(full: Office) -> None:
    """Lunch ends with five years: that the group is full besides is no matter any more."""
    with_activity(full, "MIDI", max_age=5)

    result = correct(full, SEVEN)

    assert (result.misfits, result.crowded) == (2, 0)


# -- another class --------------------------------------------------------------------------------------------------
@pytest.fixture
def away(office: Office) -> Office:
    """CE1 is on a trip on Tuesday; Zoé (CE2) has lunch that day and on Thursday."""
    sorted_into_classes(office)
    office.granted("coralis", "inscrire Zoé midi mardi 4 et jeudi 6 mars")
    close(office)
    office.read()
    return office


def test_staff_hear_what_is_booked_for_who_comes_into_a_class_that_is_closed(away: Office) -> None:
    before = away.bookings("coralis")

    sorted_into_classes(away, Zoé="CE1")

    (told,) = told_staff(away, MOVED)
    assert "Zoé Coralis (Europa), classe CE1 · Midi" in told.text
    assert "• mardi 4 mars : réservé, fermé pour la classe CE1 (sortie scolaire)" in told.text
    assert "jeudi 6 mars" not in told.text
    assert "Rien n'est annulé, c'est à vous de décider." in told.text
    assert away.bookings("coralis") == before
    assert letters(away, "coralis") == []
    sorted_into_classes(away, Zoé="CE1")
    assert told_staff(away, MOVED) == []


@pytest.mark.parametrize("name", ["CM2", "", "ce-2"])
def test_a_class_that_comes_as_ever_is_nobodys_matter(name: str, away: Office) -> None:
    sorted_into_classes(away, Zoé=name)

    assert told_staff(away, MOVED) == []


def test_a_list_without_classes_moves_nobody(away: Office) -> None:
    away.settle(_without_classes())

    assert told_staff(away, MOVED) == []


def _without_classes() -> str:
    return "\n".join(row.rpartition(",")[0] for row in with_classes().splitlines())


def test_a_day_that_is_over_is_nobodys_matter_either(away: Office) -> None:
    away.at("2025-03-05 09:00")

    sorted_into_classes(away, Zoé="CE1")

    assert told_staff(away, MOVED) == []


# -- another school -------------------------------------------------------------------------------------------------
def test_staff_hear_what_stays_booked_at_the_school_that_a_child_has_left(office: Office) -> None:
    office.granted("coralis", "inscrire Zoé midi mardi 4 et jeudi 6 mars")
    office.read()
    before = office.bookings("coralis")
    moved = ROSTER.replace("Zoé,Coralis,,,2017-11-30,EUROPA", "Zoé,Coralis,,,2017-11-30,SOETRICH")
    assert moved != ROSTER

    office.settle(moved)

    (told,) = told_staff(office, "Changement d'école")
    assert "Zoé Coralis, désormais à Soetrich · Midi à Europa" in told.text
    assert "• mardi 4 mars, jeudi 6 mars : réservé" in told.text
    assert office.bookings("coralis") == before
    office.settle(moved)
    assert told_staff(office, "Changement d'école") == []


def test_who_had_nothing_booked_there_changes_school_without_a_word(office: Office) -> None:
    office.settle(ROSTER.replace("Zoé,Coralis,,,2017-11-30,EUROPA", "Zoé,Coralis,,,2017-11-30,SOETRICH"))

    assert told_staff(office, "Changement d'école") == []


# -- what stays closed to everybody -----------------------------------------------------------------------------------
def test_who_reopens_a_class_hears_what_stays_closed_to_everybody(office: Office) -> None:
    sorted_into_classes(office)
    close(office, "EUROPA CE1 du 3 au 6 mars classe verte")
    close(office, "EUROPA mardi 4 mars grève")

    told = order(office, "EUROPA CE1 du 3 au 6 mars", "/rouvrir")

    assert "• Europa · classe CE1, du lundi 3 mars au jeudi 6 mars (classe verte)" in told.text
    assert "Reste fermé à tous :\n• Europa · tout le site, mardi 4 mars (grève)" in told.text


def test_what_is_closed_to_everybody_at_another_activity_is_not_told(office: Office) -> None:
    sorted_into_classes(office)
    close(office, "EUROPA CE1 goûter mardi 4 mars classe verte")
    close(office, "EUROPA matin mardi 4 mars grève")

    told = order(office, "EUROPA CE1 goûter mardi 4 mars", "/rouvrir")

    assert "Rouvert" in told.text
    assert "fermé à tous" not in told.text


def test_who_closes_a_class_hears_what_is_closed_to_everybody_already(office: Office) -> None:
    sorted_into_classes(office)
    close(office, "EUROPA mardi 4 mars grève")

    proposal = order(office, "EUROPA CE1 du 3 au 6 mars classe verte")

    assert "Déjà fermé à tous :\n• Europa · tout le site, mardi 4 mars (grève)" in proposal.text
    assert "🔒 Fermer" in proposal.labels
    alone = order(office, "EUROPA CE1 jeudi 6 mars classe verte")
    assert "fermé à tous" not in alone.text
