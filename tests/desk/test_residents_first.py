"""A period opens to the families of the town first; the others are told the day from which they may book."""

from __future__ import annotations

from datetime import date, time

import pytest

from domain.model.conditions import Opening
from tests.desk.office import Office
from tests.desk.tariffs import say

SPRING = Opening(date(2025, 3, 3), time(8, 0), first_day=date(2025, 4, 5), residents_first=7)
ASKED = "inscrire Victor vacances journée le 16 avril"
FIRST = "les réservations ouvrent d'abord aux habitants de la commune"


@pytest.fixture
def spring(office: Office) -> Office:
    return office.with_rules(openings=(SPRING,))


def test_a_family_of_the_town_books_as_soon_as_it_opens(spring: Office) -> None:
    say(spring, "resident", durand="oui")

    assert "les réservations ouvrent le lundi 3 mars à 8 h" in spring.chat("durand", ASKED)[0].text
    assert "Votre panier" in spring.chat("durand", ASKED, at="2025-03-03 08:00")[0].text


@pytest.mark.parametrize("by", ["chat", "mail"])
def test_a_family_from_elsewhere_is_told_its_own_date(spring: Office, by: str) -> None:
    say(spring, "resident", durand="non")
    spring.at("2025-03-05 10:00")

    (answer,) = spring.chat("durand", ASKED) if by == "chat" else spring.mail("durand", ASKED)

    assert f"{FIRST} ; pour vous, le lundi 10 mars à 8 h" in answer.text
    assert spring.cart("durand") == []


def test_the_days_of_residents_end_to_the_second(spring: Office) -> None:
    say(spring, "resident", durand="non")

    spring.chat("durand", ASKED, at="2025-03-10 07:59")
    assert spring.cart("durand") == []
    spring.chat("durand", ASKED, at="2025-03-10 08:00")
    assert spring.cart("durand") == ["book Victor VACANCES_JOURNEE 2025-04-16"]


def test_a_family_of_unknown_residence_is_told_to_have_it_registered(spring: Office) -> None:
    (answer,) = spring.chat("durand", ASKED, at="2025-03-05 10:00")

    assert FIRST in answer.text
    assert "votre commune n'est pas enregistrée : indiquez-la au service" in answer.text
    assert "lundi 10 mars à 8 h" in answer.text
    assert spring.cart("durand") == []

    say(spring, "resident", durand="oui")
    assert "Votre panier" in spring.chat("durand", ASKED)[0].text


def test_each_site_opens_to_its_own_families_on_its_own_day(office: Office) -> None:
    europa = Opening(date(2025, 3, 3), first_day=date(2025, 4, 5), sites=frozenset({"EUROPA"}), residents_first=3)
    soetrich = Opening(date(2025, 3, 12), first_day=date(2025, 4, 5), sites=frozenset({"SOETRICH"}))
    office.with_rules(openings=(europa, soetrich)).at("2025-03-04 09:00")

    assert "jeudi 6 mars" in office.chat("durand", ASKED)[0].text
    (there,) = office.chat("billard", "inscrire Luka vacances journée le 16 avril")
    assert "les réservations ouvrent le mercredi 12 mars" in there.text
    assert FIRST not in there.text


def test_questions_are_answered_with_the_date_of_the_family_that_asks(spring: Office) -> None:
    say(spring, "resident", durand="non", coralis="oui")
    spring.at("2025-03-05 10:00")

    (places,) = spring.chat("durand", "reste-t-il de la place en vacances journée le 16 avril ?")
    assert f"{FIRST} ; pour vous, le lundi 10 mars à 8 h" in places.text
    (limits,) = spring.chat("durand", "jusqu'à quand réserver les vacances journée du 16 avril ?")
    assert f"{FIRST} ; pour vous, le lundi 10 mars à 8 h" in limits.text
    (places,) = spring.chat("coralis", "reste-t-il de la place en vacances journée le 16 avril ?")
    assert "places libres" in places.text
