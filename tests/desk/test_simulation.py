"""What so many days would cost is told as a sum, from the family's own prices; nothing is booked by the question."""

from __future__ import annotations

import pytest

from domain.model.tariff import Bracket, SiblingDiscount
from tests.desk.office import Office
from tests.desk.tariffs import say, with_tariff


@pytest.mark.parametrize("door", ["chat", "mail"])
def test_two_evenings_a_week_are_told_for_each_way_to_spend_an_evening(office: Office, door: str) -> None:
    (answer,) = getattr(office, door)("durand", "combien coûteraient 2 soirs par semaine ?")

    assert "2 fois par semaine" in answer.text
    assert "Goûter 17h" in answer.text
    assert "Victor : 2 × 4,00 € = 8,00 € par semaine, 32,00 € pour 4 semaines" in answer.text
    assert "Libre soir 18h30 avec Goûter 17h et Créatif 18h" in answer.text
    assert "Victor : 2 × 6,00 € = 12,00 € par semaine, 48,00 € pour 4 semaines" in answer.text
    assert "Ensemble : 24,00 € par semaine, 96,00 € pour 4 semaines" in answer.text
    assert office.cart("durand") == []


def test_an_evening_until_an_hour_is_one_sum(office: Office) -> None:
    (answer,) = office.chat("durand", "combien coûteraient 2 soirs par semaine jusqu'à 18h pour Victor ?")

    assert "Créatif 18h avec Goûter 17h" in answer.text
    assert answer.text.count("• ") == 1
    assert "2 × 4,00 € = 8,00 € par semaine" in answer.text


def test_a_period_counts_the_days_on_which_it_runs(office: Office) -> None:
    """From Friday 28 February: one day that week, then three in each of five weeks."""
    (answer,) = office.chat("durand", "ça ferait combien la cantine 3 fois par semaine jusqu'au 4 avril pour Victor ?")

    assert "3 fois par semaine, du 28 février 2025 au 4 avril 2025" in answer.text
    assert "Victor : 16 × 11,50 € = 184,00 €" in answer.text


def test_until_christmas_the_armistice_is_not_counted(office: Office) -> None:
    """From Tuesday 5 November: seven weeks of three days, for Monday the 11th is not needed."""
    (answer,) = office.chat(
        "durand",
        "ça ferait combien la cantine 3 fois par semaine jusqu'à Noël pour Victor ?",
        at="2024-11-04 10:00",
    )

    assert "Victor : 21 × 11,50 € = 241,50 €" in answer.text


def test_weekdays_over_a_period_are_counted_too(office: Office) -> None:
    (answer,) = office.chat("durand", "combien coûterait la cantine tous les mardis jusqu'au 1er avril pour Victor ?")

    assert "Victor : 5 × 11,50 € = 57,50 €" in answer.text


def test_siblings_and_the_quotient_are_in_the_sum(office: Office) -> None:
    brackets = (Bracket(400, 310), Bracket(None, 560))
    with_tariff(office, price_cents=None, price_by_quotient=brackets, sibling_discount=(SiblingDiscount(2, 50),))
    say(office, "quotient,quotient_from", durand="350,2024-09-01")
    (answer,) = office.chat("durand", "combien coûterait le midi 2 fois par semaine pour Séverine et Victor ?")

    assert "(quotient 350)" in answer.text
    assert "Séverine : 2 × 3,10 € = 6,20 € par semaine" in answer.text
    assert (
        "Victor : 2 × 1,55 € = 3,10 € par semaine, 12,40 € pour 4 semaines, réduction fratrie de 3,10 €" in answer.text
    )
    assert "Ensemble : 9,30 € par semaine, 37,20 € pour 4 semaines" in answer.text


def test_without_a_quotient_the_sum_is_the_highest_and_says_so(office: Office) -> None:
    with_tariff(office, price_cents=None, price_by_quotient=(Bracket(400, 310), Bracket(None, 560)))
    (answer,) = office.chat("durand", "combien coûterait le midi 2 fois par semaine pour Victor ?")

    assert "2 × 5,60 € = 11,20 €" in answer.text
    assert "attestation CAF" in answer.text


def test_where_the_hour_sets_the_price_each_hour_has_its_sum(office: Office) -> None:
    (answer,) = office.chat("billard", "combien coûteraient 2 soirs par semaine pour Luka ?")

    assert "Soir (16 h 30 – 17 h 30)" in answer.text
    assert "Luka : 2 × 3,10 € = 6,20 € par semaine" in answer.text
    assert "Luka : 2 × 6,20 € = 12,40 € par semaine" in answer.text


def test_the_plain_question_tells_this_family_s_price(office: Office) -> None:
    with_tariff(office, price_cents=None, price_by_quotient=(Bracket(400, 310), Bracket(None, 560)))
    say(office, "quotient,quotient_from", durand="350,2024-09-01")

    assert (
        "Midi (11 h 45 – 13 h 30) : 3,10 € (quotient 350)" in office.chat("durand", "c'est combien le midi ?")[0].text
    )
    assert "attestation CAF" in office.chat("coralis", "c'est combien le midi ?")[0].text
