"""A freed place is offered to the first in line, who answers by a tap or a word."""

from __future__ import annotations

import dataclasses

import pytest

from domain.model.messages import Proof
from domain.model.structure import ApprovalMode
from tests.desk.office import Office
from tests.desk.waiting_list import LEAVE, TAKE, ask, cancel, full_lunch, offers, states, tick, with_places


@pytest.fixture
def full(office: Office) -> Office:
    return full_lunch(office)


# -- offers -----------------------------------------------------------------------------------------------------------


def test_a_cancelled_place_is_offered_to_the_first_in_line_at_once(full: Office) -> None:
    cancel(full, "durand")

    (offer,) = offers(full, "coralis")

    assert offers(full, "nguyen") == []
    assert "Zoé · mardi 4 mars" in offer.text
    assert "jusqu'au vendredi 28 février à 18 h" in offer.text  # 24 hours, before the limit of the day (23:59)
    assert offer.labels == [TAKE, LEAVE]


def test_the_offer_ends_with_the_limit_of_the_day_if_that_comes_first(full: Office) -> None:
    full.at("2025-02-28 12:00")
    cancel(full, "durand")

    (offer,) = offers(full, "coralis")

    assert "jusqu'au vendredi 28 février à 23 h 59" in offer.text


@pytest.mark.parametrize("way", ["refused", "withdrawn", "sick"])
def test_a_place_freed_in_any_way_is_offered(full: Office, way: str) -> None:
    if way == "refused":
        full.press_data(9001, "rr:1:0:0")
    elif way == "withdrawn":
        full.chat("durand", "annule ma dernière demande")
    else:
        full.press_data(9001, "sa:1")
        full.chat("durand", "Victor est malade mardi 4 mars")

    assert len(offers(full, "coralis")) == 1


def test_an_accepted_place_becomes_a_request_on_a_card(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")
    full.cards()

    (*_, answer) = full.press("coralis", offer, TAKE)
    (card,) = full.cards()
    full.press(9001, card, "✅ Accepter")

    assert "Place acceptée" in answer.text
    assert answer.edits == offer.id
    assert "1 place libre" in card.text
    assert states(full, "coralis") == ["confirmed"]


def test_where_the_rules_grant_an_accepted_place_is_booked(full: Office) -> None:
    full.with_rules(approval=dataclasses.replace(full.structure.approval, mode=ApprovalMode.AUTO))
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")

    (*_, answer) = full.press("coralis", offer, TAKE)

    assert "Réservé : Zoé" in answer.text
    assert states(full, "coralis") == ["confirmed"]


def test_a_place_that_is_left_goes_to_the_next_in_line(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")

    (*_, answer) = full.press("coralis", offer, LEAVE)

    assert "vous laissez la place" in answer.text
    assert states(full, "coralis", "nguyen") == ["withdrawn", "waitlisted"]
    assert len(offers(full, "nguyen")) == 1


def test_an_offer_holds_its_place(full: Office) -> None:
    cancel(full, "durand")

    (answer,) = full.chat("rousseau", "inscrire Nahel midi mardi 4 mars")

    assert "complet : liste d'attente, rang 3" in answer.text


def test_an_offer_without_an_answer_goes_to_the_next_in_line_with_a_word(full: Office) -> None:
    cancel(full, "durand")
    full.read()

    tick(full, "2025-02-28 18:00")
    assert full.read(str(full.chat_of("coralis"))) == []
    tick(full, "2025-02-28 18:01")

    (word,) = full.read(str(full.chat_of("coralis")))
    assert "n'a pas été acceptée à temps" in word.text
    assert states(full, "coralis", "nguyen") == ["expired", "waitlisted"]
    assert len(offers(full, "nguyen")) == 1


def test_pressing_twice_changes_nothing_and_says_so(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")
    full.press("coralis", offer, TAKE)

    (*_, answer) = full.press("coralis", offer, TAKE)
    (*_, regret) = full.press("coralis", offer, LEAVE)

    assert "déjà accepté" in answer.text
    assert "déjà accepté" in regret.text
    assert states(full, "coralis") == ["requested"]


def test_pressing_too_late_is_told_and_passes_the_place_on(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")

    full.at("2025-02-28 18:05")
    (*_, answer) = full.press("coralis", offer, TAKE)

    assert "Trop tard" in answer.text
    assert states(full, "coralis") == ["expired"]
    assert len(offers(full, "nguyen")) == 1


def test_an_offer_that_has_ended_meanwhile_is_answered_kindly(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")
    tick(full, "2025-02-28 18:01")

    (*_, answer) = full.press("coralis", offer, TAKE)

    assert "Trop tard" in answer.text


def test_somebody_else_s_button_does_nothing(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")

    full.press_data("nguyen", offer.data(TAKE))

    assert states(full, "coralis", "nguyen") == ["waitlisted", "waitlisted"]


def test_a_place_that_the_town_took_away_is_not_accepted_and_the_rank_is_kept(full: Office) -> None:
    cancel(full, "durand")
    (offer,) = offers(full, "coralis")
    with_places(full, 0)

    (*_, answer) = full.press("coralis", offer, TAKE)

    assert "vous gardez votre rang" in answer.text.lower()
    assert states(full, "coralis") == ["waitlisted"]


def test_more_places_in_the_configuration_are_offered_by_the_clock(full: Office) -> None:
    with_places(full, 3)

    tick(full, "2025-02-27 18:01")

    assert (len(offers(full, "coralis")), len(offers(full, "nguyen"))) == (1, 1)


def test_nothing_is_offered_after_the_limit_of_the_day(full: Office) -> None:
    full.press_data(9001, "sa:1")
    full.chat("durand", "Victor est malade mardi 4 mars", at="2025-03-01 08:00")

    assert offers(full, "coralis") == []


def test_a_day_that_staff_close_is_offered_to_nobody(full: Office) -> None:
    (asked,) = full.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")
    full.press(9001, asked, asked.labels[0])

    assert {*states(full, "durand", "coralis", "nguyen")}.isdisjoint({"requested", "waitlisted"})
    assert offers(full, "coralis") == []


# -- words ------------------------------------------------------------------------------------------------------------


def test_by_mail_a_family_that_asked_by_mail_answers_by_mail(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")
    (cart,) = office.mail("coralis", "inscrire Zoé midi mardi 4 mars")
    office.mail("coralis", "valider", reply_to=[cart.id])
    cancel(office, "durand")
    (offer,) = offers(office, "coralis")

    (answer,) = office.mail("coralis", "oui", reply_to=[offer.id], proof=Proof.UNVERIFIED)

    assert "répondez « oui » à ce message" in offer.text
    assert "Place acceptée" in answer.text
    assert states(office, "coralis") == ["requested"]


@pytest.mark.parametrize(("words", "state"), [("je prends la place", "requested"), ("non merci", "withdrawn")])
def test_a_word_in_the_chat_answers_the_only_offer(full: Office, words: str, state: str) -> None:
    cancel(full, "durand")
    full.read()

    full.chat("coralis", words)

    assert states(full, "coralis") == [state]


def test_a_yes_is_for_the_cart_when_there_is_one(full: Office) -> None:
    cancel(full, "durand")
    full.chat("coralis", "inscrire Zoé midi jeudi 6 mars")

    full.chat("coralis", "oui")

    assert full.bookings("coralis") == ["Zoé MIDI 2025-03-04 waitlisted", "Zoé MIDI 2025-03-06 requested"]


def test_a_yes_to_a_later_message_takes_no_place(full: Office) -> None:
    cancel(full, "durand")
    full.chat("coralis", "/planning")

    full.chat("coralis", "parfait")

    assert states(full, "coralis") == ["waitlisted"]


def test_what_is_said_besides_leaving_the_list_is_not_lost(full: Office) -> None:
    full.chat("coralis", "retirer Zoé de la liste d'attente mardi et inscrire Zoé midi jeudi 6 mars")

    assert "book Zoé MIDI 2025-03-06" in full.cart("coralis")


def test_of_two_offers_a_bare_yes_is_asked_about(full: Office) -> None:
    ask(full, "durand", "jeudi 6 mars")
    ask(full, "coralis", "jeudi 6 mars")
    cancel(full, "durand")
    cancel(full, "durand", "jeudi 6 mars")
    full.read()

    (asked,) = full.chat("coralis", "oui")
    full.press("coralis", asked, f"{TAKE} · jeu. 06/03")

    assert "Plusieurs places" in asked.text
    assert full.bookings("coralis") == ["Zoé MIDI 2025-03-04 waitlisted", "Zoé MIDI 2025-03-06 requested"]
