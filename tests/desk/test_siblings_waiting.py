"""Brothers and sisters all or none: they wait together, are offered their places together, and take or leave both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.language.following.queueing import all_or_none, is_all_or_none
from domain.model.structure import ApprovalMode
from tests.desk.office import Office, Seen
from tests.desk.waiting_list import LEAVE, TAKE, cancel, offers, states, tick, with_places
from tests.desk.waiting_list import ask as ask_one

BOTH = "inscrire Victor et Séverine midi mardi 4 mars"
SAID = "liste d'attente, rang 1, ensemble ou pas du tout"


def ask_both(office: Office, text: str = f"{BOTH}, les deux ou aucun") -> Seen:
    (answer,) = office.chat("durand", text)
    (*_, sent) = office.press("durand", answer, "✅ Valider")
    return sent


@pytest.fixture
def waiting(office: Office) -> Office:
    """Two places on Tuesday, taken by Zoé and Anne-Lise; the two Durand children wait all or none, then Nahel."""
    with_places(office, 2)
    ask_one(office, "coralis")
    ask_one(office, "nguyen")
    ask_both(office)
    ask_one(office, "rousseau")
    office.read()
    return office


@pytest.mark.parametrize(
    "text",
    [
        "les deux ou aucun",
        "tous les deux ou rien",
        "seulement si les deux ont une place",
        "pas l'un sans l'autre",
        "à condition qu'il y ait de la place pour les deux",
        "les deux enfants ou aucun",
        "seulement s'il y a de la place pour les deux",
        "soit les deux, soit aucun",
    ],
)
def test_what_families_write_is_understood(text: str) -> None:
    assert all_or_none(f"{BOTH}, {text}")
    assert is_all_or_none(f"{text} !".capitalize())


@pytest.mark.parametrize("text", ["inscrire les deux mardi", "je veux que les deux mangent", "aucun des deux ne vient"])
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not all_or_none(text)


def test_with_one_place_left_both_wait_and_it_is_said(office: Office) -> None:
    with_places(office, 1)

    (cart,) = office.chat("durand", f"{BOTH}, seulement si les deux ont une place")
    (*_, sent) = office.press("durand", cart, "✅ Valider")

    assert SAID in cart.text
    assert SAID in sent.text
    assert states(office, "durand") == ["waitlisted", "waitlisted"]


def test_without_the_condition_one_has_the_place(office: Office) -> None:
    with_places(office, 1)

    ask_both(office, BOTH)

    assert sorted(states(office, "durand")) == ["requested", "waitlisted"]


def test_with_places_for_both_nothing_is_held_back(office: Office) -> None:
    with_places(office, 2)

    ask_both(office)

    assert states(office, "durand") == ["requested", "requested"]


def test_the_place_that_went_between_cart_and_validation_leaves_both_waiting(office: Office) -> None:
    with_places(office, 2)
    (cart,) = office.chat("durand", f"{BOTH}, les deux ou aucun")
    ask_one(office, "coralis")

    office.press("durand", cart, "✅ Valider")

    assert states(office, "durand") == ["waitlisted", "waitlisted"]


def test_the_condition_may_follow_the_cart(office: Office) -> None:
    with_places(office, 1)
    office.chat("durand", BOTH)

    (cart,) = office.chat("durand", "Les deux ou aucun !")

    assert SAID in cart.text
    office.press("durand", cart, "✅ Valider")
    assert states(office, "durand") == ["waitlisted", "waitlisted"]


def test_by_mail_it_is_the_same(office: Office) -> None:
    with_places(office, 1)

    (cart,) = office.mail("durand", f"{BOTH}, les deux ou aucun")

    assert SAID in cart.text


def test_one_free_place_is_offered_to_the_next_who_is_alone(waiting: Office) -> None:
    cancel(waiting, "coralis")

    assert offers(waiting, "durand") == []
    (offer,) = offers(waiting, "rousseau")
    assert "Nahel" in offer.text


def test_two_free_places_are_offered_together_and_taken_together(waiting: Office) -> None:
    cancel(waiting, "coralis")
    waiting.press("rousseau", offers(waiting, "rousseau")[0], LEAVE)
    cancel(waiting, "nguyen")

    (offer,) = offers(waiting, "durand")
    assert "Des places se sont libérées" in offer.text
    assert "Séverine" in offer.text
    assert "Victor" in offer.text
    waiting.read()
    (*_, told) = waiting.press("durand", offer, TAKE)

    assert "Places acceptées" in told.text
    assert states(waiting, "durand") == ["requested", "requested"]
    (card,) = waiting.cards()
    assert "Victor" in card.text
    assert "Séverine" in card.text


def free_both(office: Office) -> Seen:
    cancel(office, "coralis")
    office.press("rousseau", offers(office, "rousseau")[0], LEAVE)
    cancel(office, "nguyen")
    (offer,) = offers(office, "durand")
    office.read()
    return offer


def test_left_by_a_word_they_go_to_the_next(waiting: Office) -> None:
    free_both(waiting)

    waiting.chat("durand", "non merci")

    assert states(waiting, "durand") == ["withdrawn", "withdrawn"]


def test_a_yes_takes_both_without_a_question(waiting: Office) -> None:
    free_both(waiting)

    waiting.chat("durand", "oui")

    assert states(waiting, "durand") == ["requested", "requested"]


def test_where_the_rules_grant_both_are_booked(waiting: Office) -> None:
    waiting.with_rules(approval=replace(waiting.structure.approval, mode=ApprovalMode.AUTO))
    offer = free_both(waiting)

    waiting.press("durand", offer, TAKE)

    assert states(waiting, "durand") == ["confirmed", "confirmed"]


def test_without_an_answer_both_leave_the_list(waiting: Office) -> None:
    free_both(waiting)

    tick(waiting, "2025-02-28 18:01")

    assert states(waiting, "durand") == ["expired", "expired"]


def test_who_leaves_the_list_alone_lets_the_other_wait_by_itself(waiting: Office) -> None:
    waiting.chat("durand", "retirer Séverine de la liste d'attente de mardi")
    cancel(waiting, "coralis")

    (offer,) = offers(waiting, "durand")
    assert "Une place s'est libérée : Victor" in offer.text


def test_staff_see_who_waits_all_or_none(waiting: Office) -> None:
    (seen,) = waiting.staff_says(9001, "/attente")

    assert seen.text.count("avec la fratrie ou pas du tout") == 2


def test_raised_by_staff_they_are_still_served_together(waiting: Office) -> None:
    (seen,) = waiting.staff_says(9001, "/attente")
    (asked,) = (one for one in waiting.press(9001, seen, "⬆️ 2. durand") if one.kind != "toast")
    waiting.press(9001, asked, "Fratrie déjà inscrite")

    cancel(waiting, "coralis")

    assert offers(waiting, "durand") == []
    assert len(offers(waiting, "rousseau")) == 1
