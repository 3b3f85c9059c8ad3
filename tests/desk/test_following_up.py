"""One sentence follows another and asks for more of it: "pareil pour Séverine", "et jeudi".

It is Thursday 27 February 2025, 18:00. What leans on an earlier request is understood as that request's guardian means
it, by chat or by mail. Nothing is ever guessed.
"""

from __future__ import annotations

import pytest

from tests.desk.office import Office

VICTOR, BOTH = "book Victor MIDI 2025-03-04", ["book Séverine MIDI 2025-03-04", "book Victor MIDI 2025-03-04"]


def stored(office: Office, key: str) -> str:
    """Keep the update in the inbox first, as the poller does."""
    office.store(key)
    return key


# -- once more --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then", "cart"),
    [
        ("inscrire Victor midi mardi", "pareil pour Séverine", BOTH),
        ("inscrire Victor midi mardi", "Séverine aussi", BOTH),
        ("inscrire Victor midi mardi", "et pour Séverine ?", BOTH),
        ("inscrire Victor midi mardi", "idem pour sa sœur svp", BOTH),
        ("inscrire Victor midi mardi", "mets aussi Séverine", BOTH),
        ("inscrire Victor midi mardi", "la même chose la semaine prochaine", [VICTOR, "book Victor MIDI 2025-03-11"]),
        ("inscrire Victor midi mardi", "et jeudi", [VICTOR, "book Victor MIDI 2025-03-06"]),
        ("inscrire Victor midi mardi", "rajoute jeudi", [VICTOR, "book Victor MIDI 2025-03-06"]),
        ("inscrire Victor midi mardi", "rajoute vendredi 7", [VICTOR, "book Victor MIDI 2025-03-07"]),
        ("inscrire Victor midi mardi", "et le matin aussi", [VICTOR, "book Victor MATIN 2025-03-04"]),
        ("inscrire Victor midi mardi", "pareil pour Séverine mais jeudi", [VICTOR, "book Séverine MIDI 2025-03-06"]),
    ],
)
def test_the_same_once_more(office: Office, first: str, then: str, cart: list[str]) -> None:
    office.chat("durand", first)

    (answer,) = office.chat("durand", then)

    assert sorted(office.cart("durand")) == sorted(cart)
    assert "✅ Valider" in answer.labels


def test_another_site_is_read_by_the_same_words(office: Office) -> None:
    office.chat("billard", "inscrire Elio le soir jusqu'à 18h mardi")

    office.chat("billard", "pareil pour Luka")

    assert "book Luka SOIR 2025-03-04" in office.cart("billard")


def test_what_the_words_do_not_settle_there_is_asked(office: Office) -> None:
    office.chat("billard", "inscrire Luka le soir mardi")
    office.chat("billard", "18h")

    (asked,) = office.chat("billard", "pareil pour Elio")
    assert "pour quelle activité ?" in asked.text

    office.press("billard", asked, "jusqu'à 17 h")
    assert office.cart("billard") == ["book Elio GOUTER 2025-03-04", "book Luka SOIR 2025-03-04"]


def test_an_evening_is_asked_and_answered_by_its_hour(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "et le soir ?")

    office.chat("durand", "jusqu'à 18h")

    assert office.cart("durand") == [
        VICTOR,
        "book Victor GOUTER 2025-03-04",
        "book Victor CREATIF 2025-03-04",
    ]


def test_for_whom_is_asked_once_a_second_child_is_spoken_of(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "pareil pour Séverine")

    (asked,) = office.chat("durand", "et jeudi")
    assert "pour quel enfant ?" in asked.text
    office.press("durand", asked, "Les deux")

    assert office.cart("durand")[2:] == ["book Séverine MIDI 2025-03-06", "book Victor MIDI 2025-03-06"]


def test_a_child_of_nobody_s_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (asked,) = office.chat("durand", "pareil pour Tom")

    assert "pour quel enfant ?" in asked.text
    assert office.cart("durand") == [VICTOR]


def test_a_sick_sibling_is_told_in_a_word(office: Office) -> None:
    office.granted("durand", "inscrire Victor et Séverine midi mardi")
    office.chat("durand", "Victor est malade demain", at="2025-03-03 18:00")

    (noted,) = office.chat("durand", "Séverine aussi")

    assert "Absence notée : Séverine" in noted.text
    assert {line.split()[-1] for line in office.bookings("durand")} == {"absence_excused"}


def test_a_day_without_care_is_told(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi jeudi 24 avril")

    (told,) = office.chat("durand", "la même chose la semaine suivante")

    assert "Pas d'accueil de ce type : jeudi 1er mai (Fête du Travail)." in told.text
    assert office.cart("durand") == ["book Victor MIDI 2025-04-24"]


# -- edited, repeated -------------------------------------------------------------------------------------------------


def test_a_corrected_follow_up_replaces_what_it_added(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "et jeudi", message="42", key=stored(office, "tg:1"))

    office.edit("durand", "42", "et lundi")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-03", VICTOR]


def test_a_corrected_exception_gives_back_what_it_took(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi, jeudi et vendredi")
    office.chat("durand", "sauf jeudi", message="42", key=stored(office, "tg:1"))

    office.edit("durand", "42", "sauf vendredi")

    assert office.cart("durand") == [VICTOR, "book Victor MIDI 2025-03-06"]


def test_a_corrected_move_is_done_anew(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "plutôt jeudi", message="42", key=stored(office, "tg:1"))

    office.edit("durand", "42", "plutôt lundi")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-03"]


def test_once_something_else_was_said_an_edited_follow_up_only_explains(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "pareil pour Séverine", message="42", key=stored(office, "tg:1"))
    office.chat("durand", "inscrire Victor le matin jeudi")

    (explained,) = office.edit("durand", "42", "pareil pour Séverine svp")

    assert "rien n'a changé" in explained.text
    assert office.cart("durand") == [*BOTH, "book Victor MATIN 2025-03-06"]


def test_the_edit_of_yes_but_only_explains(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi le 11 et le 13 mars")
    office.chat("durand", "oui mais pas le 13", message="42", key=stored(office, "tg:1"))

    (explained,) = office.edit("durand", "42", "oui mais pas le 11")

    assert "rien n'a changé" in explained.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-11 requested"]


def test_delivered_twice_it_happens_once(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    key = stored(office, "tg:7")
    office.chat("durand", "la même chose la semaine prochaine", key=key)

    again = office.chat("durand", "la même chose la semaine prochaine", key=key)

    assert again == []
    assert office.cart("durand") == [VICTOR, "book Victor MIDI 2025-03-11"]


def test_said_twice_it_goes_on(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "la même chose la semaine prochaine")

    office.chat("durand", "et la semaine suivante")

    assert office.cart("durand")[2:] == ["book Victor MIDI 2025-03-18"]


# -- what stands for itself is not touched ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "line"),
    [
        ("inscrire Séverine le matin jeudi", "book Séverine MATIN 2025-03-06"),
        ("Séverine midi jeudi aussi", "book Séverine MIDI 2025-03-06"),
    ],
)
def test_a_whole_sentence_means_what_it_says(office: Office, then: str, line: str) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    office.chat("durand", then)

    assert office.cart("durand") == [VICTOR, line]


def test_an_older_booking_is_cancelled_as_ever(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 11 mars")
    office.chat("durand", "inscrire Séverine midi jeudi", at="2025-02-28 09:00")

    (asked,) = office.chat("durand", "annule mardi 11")
    office.press("durand", asked, "Victor")

    assert "cancel Victor MIDI 2025-03-11" in office.cart("durand")
