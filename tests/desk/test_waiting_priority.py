"""The waiting list by criteria: who lives in town, comes with a brother, or never asked before may go first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model.messages import Proof
from domain.model.standing import Priority
from tests.desk.office import Office
from tests.desk.tariffs import say
from tests.desk.waiting_list import ask, cancel, offers, states, tick, with_places

ANNA = 9001
EVERY = tuple(Priority)


def by(office: Office, *order: Priority) -> Office:
    """Order the waiting lists by these criteria."""
    return office.with_rules(approval=replace(office.structure.approval, waitlist_priority=order))


@pytest.fixture
def town(office: Office) -> Office:
    """One place on Tuesday; the Nguyens live in town, the Coralis do not. Residents are served first."""
    say(office, "resident", nguyen="oui", coralis="non")
    by(with_places(office, 1), Priority.RESIDENT)
    ask(office, "durand")
    ask(office, "coralis")
    office.read()
    return office


# -- the rank that is told ------------------------------------------------------------------------------------------
def test_a_family_of_the_town_is_told_the_first_rank_in_the_cart_and_when_it_validates(town: Office) -> None:
    (cart,) = town.chat("nguyen", "inscrire Anne-Lise midi mardi 4 mars")
    (*_, sent) = town.press("nguyen", cart, "✅ Valider")

    assert "complet : liste d'attente, rang 1" in cart.text
    assert "liste d'attente, rang 1" in sent.text


@pytest.mark.parametrize("command", ["/planning", "/demandes"])
def test_who_is_overtaken_sees_the_new_rank(town: Office, command: str) -> None:
    assert "rang 1" in town.chat("coralis", command)[0].text
    ask(town, "nguyen")

    assert "rang 2" in town.chat("coralis", command)[0].text
    assert "rang 1" in town.chat("nguyen", command)[0].text


def test_a_family_that_waits_is_told_that_its_rank_may_change_and_why(town: Office) -> None:
    sent = ask(town, "rousseau")

    assert "Ordre de la liste : d'abord les habitants de la commune, puis l'heure de réception" in sent.text
    assert "Votre rang peut donc changer." in sent.text


def test_by_mail_the_same_rank_is_told(town: Office) -> None:
    (cart,) = town.mail("nguyen", "inscrire Anne-Lise midi mardi 4 mars")
    (sent,) = town.mail("nguyen", "valider", reply_to=[cart.id])

    assert "liste d'attente, rang 1" in cart.text
    assert "liste d'attente, rang 1" in sent.text
    assert "d'abord les habitants de la commune" in sent.text


def test_without_criteria_receipt_alone_decides_and_nothing_is_said(office: Office) -> None:
    with_places(office, 1)
    say(office, "resident", nguyen="oui", coralis="non")
    ask(office, "durand")
    ask(office, "coralis")

    sent = ask(office, "nguyen")

    assert "rang 2" in sent.text
    assert "Ordre de la liste" not in sent.text


# -- offers go by it ------------------------------------------------------------------------------------------------
def test_the_place_is_offered_to_the_family_of_the_town(town: Office) -> None:
    ask(town, "nguyen")
    cancel(town, "durand")

    assert (len(offers(town, "nguyen")), offers(town, "coralis")) == (1, [])


def test_the_next_in_line_follows_by_the_same_order(town: Office) -> None:
    ask(town, "nguyen")
    cancel(town, "durand")
    (offer,) = offers(town, "nguyen")

    town.press("nguyen", offer, "❌ Laisser la place")

    assert len(offers(town, "coralis")) == 1


def test_an_offer_in_hand_stays_with_whom_a_resident_overtakes(town: Office) -> None:
    cancel(town, "durand")
    (offer,) = offers(town, "coralis")
    ask(town, "nguyen")

    town.press("coralis", offer, "✅ Accepter la place")

    assert states(town, "coralis", "nguyen") == ["requested", "waitlisted"]


def test_a_family_that_moves_to_town_counts_from_then_on(town: Office) -> None:
    ask(town, "rousseau")
    assert "rang 2" in town.chat("rousseau", "/planning")[0].text

    say(town, "resident", rousseau="oui")

    assert "rang 1" in town.chat("rousseau", "/planning")[0].text
    cancel(town, "durand")
    assert (len(offers(town, "rousseau")), offers(town, "coralis")) == (1, [])


def test_a_changed_reglement_orders_anew_those_who_wait_already(town: Office) -> None:
    ask(town, "nguyen")
    by(town)

    assert "rang 2" in town.chat("nguyen", "/planning")[0].text


def test_a_newcomer_takes_no_free_place_past_those_who_wait_but_may_be_offered_it_first(town: Office) -> None:
    with_places(town, 2)  # and the clock has not ticked yet

    (cart,) = town.chat("nguyen", "inscrire Anne-Lise midi mardi 4 mars")
    (*_, sent, offer) = town.press("nguyen", cart, "✅ Valider")
    tick(town, "2025-02-27 18:01")

    assert "complet : liste d'attente, rang 1" in cart.text
    assert ("rang 1" in sent.text, offer.kind) == (True, "offer")
    assert offers(town, "coralis") == []


# -- each criterion -------------------------------------------------------------------------------------------------
def test_a_child_whose_sister_has_a_place_that_day_goes_first(office: Office) -> None:
    by(with_places(office, 1), Priority.SIBLING)
    office.granted("durand", "inscrire Séverine matin mardi 4 mars")
    ask(office, "rousseau")
    ask(office, "coralis")

    sent = ask(office, "durand")
    cancel(office, "rousseau")

    assert "rang 1" in sent.text
    assert len(offers(office, "durand")) == 1


def test_a_sister_whose_place_is_given_back_counts_no_more(office: Office) -> None:
    by(with_places(office, 1), Priority.SIBLING)
    office.granted("durand", "inscrire Séverine matin mardi 4 mars")
    ask(office, "rousseau")
    ask(office, "coralis")
    ask(office, "durand")

    (cart,) = office.chat("durand", "annuler Séverine matin mardi 4 mars")
    office.press("durand", cart, "✅ Valider")

    assert "rang 2" in office.chat("durand", "/planning")[0].text


def test_the_youngest_goes_first(office: Office) -> None:
    by(with_places(office, 1), Priority.YOUNGEST)
    ask(office, "coralis")
    ask(office, "rousseau")  # born in 2016

    assert "rang 1" in ask(office, "durand").text  # in 2020
    assert "rang 2" in ask(office, "nguyen").text  # in 2019
    assert "rang 3" in office.chat("rousseau", "/planning")[0].text


def test_a_family_that_asks_for_the_first_time_goes_first_and_stays_there(office: Office) -> None:
    by(with_places(office, 1), Priority.FIRST_REQUEST)
    ask(office, "durand")
    ask(office, "coralis", "jeudi 6 mars")
    ask(office, "coralis", at="2025-02-27 18:05")

    sent = ask(office, "nguyen", at="2025-02-27 18:10")
    ask(office, "nguyen", "vendredi 7 mars", at="2025-02-27 18:15")

    assert "rang 1" in sent.text
    assert "rang 1" in office.chat("nguyen", "/planning")[0].text


def test_by_day_of_receipt_a_resident_of_the_next_day_waits_behind(town: Office) -> None:
    by(town, Priority.RECEIVED_DAY, Priority.RESIDENT)

    assert "rang 2" in ask(town, "nguyen", at="2025-02-28 09:00").text


# -- staff ----------------------------------------------------------------------------------------------------------
def test_staff_see_the_order_and_why_each_stands_where_it_stands(office: Office) -> None:
    say(office, "resident", nguyen="oui", coralis="non")
    by(with_places(office, 1), *EVERY)
    office.granted("nguyen", "inscrire Jean-Baptiste matin mardi 4 mars")
    ask(office, "rousseau")
    for family in ("coralis", "nguyen", "durand"):
        ask(office, family)
    office.read()

    (shown,) = office.staff_says(ANNA, "/attente")

    assert (
        "Ordre : d'abord le jour de la demande, puis les habitants de la commune, puis les enfants dont un frère ou "
        "une sœur vient ce jour-là, puis les plus jeunes, puis les familles dont c'est la première demande, puis "
        "l'heure de réception." in shown.text
    )
    first, second, third = (line for line in shown.text.splitlines() if "famille" in line and "— " in line)
    assert "1. Midi — famille nguyen (Anne-Lise)" in first
    assert "de la commune, fratrie présente, naissance 25 septembre 2019" in first
    assert "commune inconnue, naissance 14 septembre 2020, première demande" in second
    assert "hors commune, naissance 30 novembre 2017, première demande" in third


def test_staff_go_before_every_criterion_and_the_reason_is_shown(town: Office) -> None:
    ask(town, "nguyen")
    town.read()
    (shown,) = town.staff_says(ANNA, "/attente")
    (*_, asked) = town.press(ANNA, shown, "⬆️ 2. coralis")
    town.press(ANNA, asked, "Situation familiale")

    assert "1. Midi — famille coralis (Zoé)" in town.staff_says(ANNA, "/attente")[0].text
    assert "⬆️ avancée (Situation familiale)" in town.staff_says(ANNA, "/attente")[0].text
    cancel(town, "durand")
    assert (len(offers(town, "coralis")), offers(town, "nguyen")) == (1, [])


def test_siblings_who_wait_all_or_none_stand_where_the_first_of_them_stands(office: Office) -> None:
    by(with_places(office, 2), Priority.YOUNGEST)
    ask(office, "coralis")
    ask(office, "rousseau")
    ask(office, "nguyen")  # born in 2019
    (cart,) = office.chat("durand", "inscrire Séverine et Victor midi mardi 4 mars, les deux ou aucun")
    (*_, sent) = office.press("durand", cart, "✅ Valider")

    assert ("rang 1" in sent.text, "rang 2" in sent.text, "rang 3" in sent.text) == (True, True, False)
    assert "rang 3" in office.chat("nguyen", "/planning")[0].text


# -- the word of an unproven mail changes nothing ---------------------------------------------------------------------
def test_an_unproven_mail_still_waits_for_its_confirmation(town: Office) -> None:
    town.mail("nguyen", "inscrire Anne-Lise midi mardi 4 mars", proof=Proof.UNVERIFIED)

    assert states(town, "nguyen") == []
