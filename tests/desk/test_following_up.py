"""One sentence follows another: "pareil pour Séverine", "sauf jeudi", "annule ma dernière demande".

It is Thursday 27 February 2025, 18:00. What leans on an earlier request is understood as that request's guardian means
it, by chat or by mail, as long as it is fresh; afterwards it says what is missing. Nothing is ever guessed.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.model.messages import Proof
from domain.store import due, queries
from domain.store.tables import Guardian
from tests.desk.office import Office

VICTOR, BOTH = "book Victor MIDI 2025-03-04", ["book Séverine MIDI 2025-03-04", "book Victor MIDI 2025-03-04"]


# -- once more ------------------------------------------------------------------------------------------------------


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


# -- all but --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then", "cart"),
    [
        ("inscrire Victor midi mardi et jeudi", "sauf jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et jeudi", "enlève jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et jeudi", "finalement pas jeudi", [VICTOR]),
        ("inscrire Victor midi mardi et le 6 mars", "pas le 6", [VICTOR]),
        ("inscrire Victor midi et goûter mardi", "sans le goûter", [VICTOR]),
        ("inscrire Victor et Séverine midi mardi", "retire Séverine", [VICTOR]),
        ("inscrire Victor midi mardi", "enlève mardi", []),
        ("inscrire Victor midi mardi, jeudi et vendredi 7", "pas jeudi ni vendredi", [VICTOR]),
    ],
)
def test_all_but_what_is_named(office: Office, first: str, then: str, cart: list[str]) -> None:
    office.chat("durand", first)

    (answer,) = office.chat("durand", then)

    assert office.cart("durand") == cart
    assert "Retiré du panier" in answer.text


def test_it_goes_on_taking_back(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi, jeudi et vendredi")
    office.chat("durand", "enlève jeudi")

    office.chat("durand", "et vendredi aussi")

    assert office.cart("durand") == [VICTOR]


def test_whose_line_is_meant_is_asked_when_two_children_have_one(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "inscrire Séverine midi mardi")

    (asked,) = office.chat("durand", "enlève mardi")
    assert office.cart("durand") == BOTH
    office.press("durand", asked, "Séverine")

    assert office.cart("durand") == [VICTOR]


def test_a_weekday_that_the_request_has_twice_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 et mardi 11 mars")

    (asked,) = office.chat("durand", "sauf mardi")
    assert [label for label in asked.labels if label.startswith("mardi")] == ["mardi 4 mars", "mardi 11 mars"]
    office.press("durand", asked, "mardi 11")

    assert office.cart("durand") == [VICTOR]


def test_yes_but_sends_the_rest_at_once(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi le 11 et le 13 mars")

    (sent,) = office.chat("durand", "oui mais pas le 13")

    assert "Retiré du panier" in sent.text
    assert "Demande n° 1 transmise" in sent.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-11 requested"]
    assert office.cart("durand") == []


def test_yes_but_sends_nothing_while_something_is_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi 4 et mardi 11 mars")

    office.chat("durand", "ok sauf mardi")

    assert len(office.cart("durand")) == 2
    assert office.bookings("durand") == []


def test_yes_but_with_nothing_left_says_so(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi le 13 mars")

    (answer,) = office.chat("durand", "oui mais pas le 13")

    assert "Retiré du panier" in answer.text
    assert office.cart("durand") == []
    assert office.bookings("durand") == []


def test_what_was_sent_already_goes_the_way_of_every_cancellation(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")

    (asked,) = office.chat("durand", "enlève jeudi")
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-06"]
    office.press("durand", asked, "✅ Valider")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_nothing_of_the_sort_is_said(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", "sauf vendredi")

    assert "Rien de tel dans votre panier" in told.text
    assert "par exemple : annuler midi mardi" in told.text
    assert office.cart("durand") == [VICTOR]


# -- in place of ----------------------------------------------------------------------------------------------------


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


# -- nothing of it --------------------------------------------------------------------------------------------------


def test_the_last_request_that_waits_is_withdrawn_and_its_card_says_so(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")
    office.read()

    (told,) = office.chat("durand", "annule ma dernière demande")

    assert "Demande retirée" in told.text
    assert {line.split()[-1] for line in office.bookings("durand")} == {"withdrawn"}
    (card,) = office.read("9001")
    assert card.buttons == ()


def test_what_was_granted_is_to_be_validated(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", "Annulez ma dernière demande svp")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed"]
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-04"]
    assert "✅ Valider" in told.labels


def test_what_was_only_put_into_the_cart_is_taken_out(office: Office) -> None:
    office.chat("durand", "inscrire Séverine midi mardi")
    office.chat("durand", "inscrire Victor midi jeudi et vendredi", at="2025-02-27 18:05")

    office.chat("durand", "annule ma dernière demande")

    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]


def test_an_absence_told_last_is_what_is_taken_back(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi et jeudi")
    office.chat("durand", "Victor est malade mardi", at="2025-03-03 18:00")

    office.chat("durand", "annule ma demande")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed", "Victor MIDI 2025-03-06 confirmed"]
    assert office.cart("durand") == []


def test_with_nothing_asked_there_is_nothing_to_take_back(office: Office) -> None:
    (told,) = office.chat("durand", "annule ma dernière demande")

    assert "rien à annuler" in told.text


def test_which_of_several_requests_is_not_guessed(office: Office) -> None:
    for day in ("mardi", "jeudi"):
        (answer,) = office.chat("durand", f"inscrire Victor midi {day}")
        office.press("durand", answer, "✅ Valider")

    (shown,) = office.chat("durand", "annule ma demande")
    assert "mardi 4 mars" in shown.text
    assert {line.split()[-1] for line in office.bookings("durand")} == {"requested"}

    office.chat("durand", "annule ma dernière demande")
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_said_twice_the_earlier_request_is_shown_and_stays(office: Office) -> None:
    for day in ("mardi", "jeudi"):
        (answer,) = office.chat("durand", f"inscrire Victor midi {day}")
        office.press("durand", answer, "✅ Valider")
    office.chat("durand", "annule ma dernière demande")

    (shown,) = office.chat("durand", "annule ma dernière demande")

    assert "mardi 4 mars" in shown.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 withdrawn"]


def test_an_unproven_mail_takes_nothing_away(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    office.press("durand", answer, "✅ Valider")

    office.mail("durand", "Annulez ma dernière demande", proof=Proof.UNVERIFIED)

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-04"]


# -- across channels, and for how long ------------------------------------------------------------------------------


def test_said_by_mail_followed_up_by_chat_the_next_day(office: Office) -> None:
    office.mail("durand", "Bonjour,\nMerci d'inscrire Victor à la cantine mardi.\nClaire Durand")

    office.chat("durand", "pareil pour Séverine", at="2025-02-28 09:00")

    assert office.cart("durand") == BOTH


def test_said_by_chat_followed_up_by_mail(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (answer,) = office.mail("durand", "Bonjour,\n\nla même chose pour Séverine s'il vous plaît\n\nClaire Durand")

    assert office.cart("durand") == BOTH
    assert "répondez « valider »" in answer.text


def test_a_mail_is_answered_in_its_thread_days_later(office: Office) -> None:
    (answer,) = office.mail("durand", "Merci d'inscrire Victor à la cantine mardi 11 mars")

    office.mail("durand", "Plutôt vendredi 14", at="2025-03-05 20:00", subject="Re: ...", reply_to=[answer.id])

    assert office.cart("durand") == ["book Victor MIDI 2025-03-14"]


@pytest.mark.parametrize("then", ["pareil pour Séverine", "plutôt vendredi", "et jeudi ?", "la même chose jeudi"])
def test_hours_later_a_chat_says_what_is_missing(office: Office, then: str) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", then, at="2025-02-27 20:01")

    assert "Votre dernière demande (jeudi 27 février à 18 h) est trop ancienne" in told.text
    assert "il manque" in told.text
    assert "par exemple : inscrire" in told.text
    assert office.cart("durand") == [VICTOR]


def test_a_week_later_a_mail_does_too(office: Office) -> None:
    office.mail("durand", "Merci d'inscrire Victor à la cantine mardi 18 mars")

    (told,) = office.mail("durand", "pareil pour Séverine", at="2025-03-06 18:30")

    assert "trop ancienne pour que je m'y réfère : il manque l'activité et le jour." in told.text
    assert "par exemple : inscrire Séverine midi mardi" in told.text


def test_what_waits_in_the_cart_can_be_taken_out_whenever(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi et jeudi")

    office.chat("durand", "enlève jeudi", at="2025-02-28 09:00")

    assert office.cart("durand") == [VICTOR]


def test_with_nothing_said_before_it_says_what_is_missing(office: Office) -> None:
    (told,) = office.chat("durand", "pareil pour Séverine")

    assert "Je n'ai pas de demande récente" in told.text
    assert "il manque l'activité et le jour" in told.text


def test_a_request_that_is_not_certain_yet_leaves_nothing_to_lean_on(office: Office) -> None:
    office.chat("durand", "inscrire Séverine le matin mardi")
    office.chat("durand", "inscrire midi vendredi")

    office.chat("durand", "la même chose jeudi")

    assert office.cart("durand") == ["book Séverine MATIN 2025-03-04"]


def test_a_mail_received_before_the_request_does_not_lean_on_it(office: Office) -> None:
    office.at("2025-02-27 18:30").chat("durand", "inscrire Victor midi mardi")

    office.mail("durand", "pareil pour Séverine", ahead_by_hours=-2)

    assert office.cart("durand") == [VICTOR]


def test_the_other_guardian_s_request_is_not_mine_but_the_cart_is_the_family_s(office: Office) -> None:
    with office.sessions.begin() as session:
        mother = queries.first_guardian(session, "durand")
        assert mother is not None
        father = Guardian(family_id=mother.family_id, first_name="Paul", last_name="Durand", email="paul@example.org")
        session.add(father)
    office.chat("durand", "inscrire Victor midi mardi et jeudi")

    (told,) = office.mail("durand", "pareil pour Séverine", sender="paul@example.org")
    assert "Je n'ai pas de demande récente" in told.text

    office.mail("durand", "enlève jeudi", sender="paul@example.org")
    assert office.cart("durand") == [VICTOR]


def test_what_was_said_is_forgotten_with_the_words(office: Office) -> None:
    office.mail("durand", "Merci d'inscrire Victor à la cantine mardi")
    with office.sessions.begin() as session:
        due.forget_words(session, office.clock.now() + timedelta(days=1))

    (told,) = office.mail("durand", "pareil pour Séverine")

    assert "Je n'ai pas de demande récente" in told.text


# -- edited, repeated -----------------------------------------------------------------------------------------------


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


def stored(office: Office, key: str) -> str:
    """Keep the update in the inbox first, as the poller does."""
    office.store(key)
    return key
