"""One sentence puts something in the place of what another asked: "plutôt jeudi", "pas lundi mais jeudi".

It is Thursday 27 February 2025, 18:00. Which day, hour or activity is replaced is asked where it is not certain.
"""

from __future__ import annotations

import pytest

from tests.desk.office import Office

VICTOR = "book Victor MIDI 2025-03-04"


@pytest.mark.parametrize("then", ["plutôt jeudi", "non, jeudi", "finalement jeudi", "décale à jeudi"])
def test_another_day_in_place_of_it(office: Office, then: str) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    office.chat("durand", then)

    assert office.cart("durand") == ["book Victor MIDI 2025-03-06"]


def test_tomorrow_or_the_same_day_of_the_request_s_week_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (asked,) = office.chat("durand", "plutôt vendredi")
    assert asked.labels[:2] == ["vendredi 28 février", "vendredi 7 mars"]
    office.press("durand", asked, "vendredi 7")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-07"]


def test_which_day_is_replaced_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi lundi et mardi")

    (asked,) = office.chat("durand", "plutôt jeudi")
    assert "quel jour faut-il remplacer ?" in asked.text
    assert office.cart("durand") == ["book Victor MIDI 2025-03-03", VICTOR]
    office.chat("durand", "lundi")

    assert office.cart("durand") == [VICTOR, "book Victor MIDI 2025-03-06"]


def test_both_days_may_have_to_be_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.chat("durand", "plutôt vendredi")

    (asked,) = office.chat("durand", "jeudi")
    office.press("durand", asked, "vendredi 7")

    assert office.cart("durand") == [VICTOR, "book Victor MIDI 2025-03-07"]


def test_one_named_day_in_place_of_another(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi lundi et mardi")

    office.chat("durand", "pas lundi mais jeudi")

    assert office.cart("durand") == [VICTOR, "book Victor MIDI 2025-03-06"]


def test_an_evening_is_shortened(office: Office) -> None:
    office.chat("durand", "inscrire Victor le soir jusqu'à 18h mardi")

    office.chat("durand", "plutôt jusqu'à 17h")

    assert office.cart("durand") == ["book Victor GOUTER 2025-03-04"]


def test_which_of_two_activities_is_replaced_is_not_guessed(office: Office) -> None:
    office.chat("durand", "inscrire Victor matin et midi mardi")

    (told,) = office.chat("durand", "plutôt le goûter")

    assert "Je ne suis pas sûr de comprendre ce qui doit changer" in told.text
    assert office.cart("durand") == ["book Victor MATIN 2025-03-04", VICTOR]


def test_a_cancellation_is_moved_too(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.chat("durand", "annuler la cantine de Victor mardi")

    office.chat("durand", "plutôt jeudi")

    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-06"]


def test_an_only_child_s_new_day_replaces_the_old_one(office: Office) -> None:
    office.chat("coralis", "inscrire Zoé midi mardi")

    office.chat("coralis", "plutôt jeudi midi")

    assert office.cart("coralis") == ["book Zoé MIDI 2025-03-06"]
