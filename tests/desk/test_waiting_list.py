"""The waiting list: ranks, leaving it, its end; nobody overtakes."""

from __future__ import annotations

import dataclasses

import pytest

from domain.model.deadline import DaysBefore, Late
from tests.desk.office import Office
from tests.desk.waiting_list import ask, cancel, full_lunch, offers, states, tick, with_places


@pytest.fixture
def full(office: Office) -> Office:
    return full_lunch(office)


def late_waits(office: Office) -> Office:
    """Put late requests on the waiting list."""
    rules = tuple(dataclasses.replace(rule, late=Late.WAITLIST) for rule in office.structure.deadlines)
    return office.with_rules(deadlines=rules)


# -- rank and order ---------------------------------------------------------------------------------------------------


def test_the_rank_is_told_when_joining_and_when_it_is_validated(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")
    ask(office, "coralis")

    (cart,) = office.chat("nguyen", "inscrire Anne-Lise midi mardi 4 mars")
    (*_, sent) = office.press("nguyen", cart, "✅ Valider")

    assert "complet : liste d'attente, rang 2" in cart.text
    assert "liste d'attente, rang 2" in sent.text


@pytest.mark.parametrize("command", ["/planning", "/demandes"])
def test_the_rank_is_shown_whenever_one_asks(full: Office, command: str) -> None:
    (shown,) = full.chat("nguyen", command)

    assert "Anne-Lise" in shown.text
    assert "liste d'attente, rang 2" in shown.text


def test_the_rank_is_counted_over_all_activities_that_share_the_places(office: Office) -> None:
    with_places(office, 1, "MERCREDI_JOURNEE", "MERCREDI_MATIN", "MERCREDI_APREM")
    ask(office, "durand", "mercredi 12 mars", "toute la journée")
    ask(office, "coralis", "mercredi 12 mars", "matin")

    sent = ask(office, "nguyen", "mercredi 12 mars", "toute la journée")

    assert "rang 2" in sent.text


def test_nobody_overtakes_those_who_wait_when_places_are_added(full: Office) -> None:
    with_places(full, 2)

    (answer,) = full.chat("rousseau", "inscrire Nahel midi mardi 4 mars")

    assert "complet : liste d'attente, rang 3" in answer.text


def test_a_place_that_a_family_gives_back_is_not_kept_for_a_sibling_before_those_who_wait(full: Office) -> None:
    (cart,) = full.chat("durand", "annuler Victor midi mardi 4 mars et inscrire Séverine midi mardi 4 mars")
    full.press("durand", cart, "✅ Valider")

    assert full.bookings("durand") == ["Victor MIDI 2025-03-04 withdrawn", "Séverine MIDI 2025-03-04 waitlisted"]
    assert len(offers(full, "coralis")) == 1


def test_places_beyond_those_who_wait_are_free(full: Office) -> None:
    with_places(full, 4)

    (answer,) = full.chat("rousseau", "inscrire Nahel midi mardi 4 mars")

    assert "complet" not in answer.text


def test_a_question_about_places_counts_those_who_wait(full: Office) -> None:
    with_places(full, 2)

    (answer,) = full.chat("rousseau", "reste-t-il de la place mardi 4 mars midi ?")

    assert "complet" in answer.text


# -- leaving ----------------------------------------------------------------------------------------------------------


def test_the_message_that_says_one_waits_has_a_button_to_leave(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")
    sent = ask(office, "coralis")
    office.chat("coralis", "inscrire Zoé midi jeudi 6 mars")  # a newer message with buttons does not take it away

    office.press("coralis", sent, "🚪 Quitter la liste d'attente")

    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 withdrawn"]
    assert office.cart("coralis") == ["book Zoé MIDI 2025-03-06"]


@pytest.mark.parametrize(
    "words", ["Bonjour, merci de retirer Zoé de la liste d'attente.", "je ne veux plus attendre pour mardi"]
)
def test_a_sentence_leaves_the_list(full: Office, words: str) -> None:
    (answer,) = full.chat("coralis", words)

    assert "n'êtes plus en liste d'attente" in answer.text
    assert states(full, "coralis") == ["withdrawn"]


def test_who_waits_for_several_days_is_asked_which(full: Office) -> None:
    ask(full, "durand", "jeudi 6 mars")
    ask(full, "coralis", "jeudi 6 mars")

    (asked,) = full.chat("coralis", "quitter la liste d'attente")
    full.press("coralis", asked, "🚪 Quitter la liste d'attente · Zoé · jeu. 06/03")
    full.chat("coralis", "je ne veux pas quitter la liste d'attente")

    assert full.bookings("coralis") == ["Zoé MIDI 2025-03-04 waitlisted", "Zoé MIDI 2025-03-06 withdrawn"]


def test_a_named_day_is_left_and_the_others_are_kept(full: Office) -> None:
    ask(full, "durand", "jeudi 6 mars")
    ask(full, "coralis", "jeudi 6 mars")

    full.mail("coralis", "quitter la liste d'attente jeudi")

    assert full.bookings("coralis") == ["Zoé MIDI 2025-03-04 waitlisted", "Zoé MIDI 2025-03-06 withdrawn"]


def test_leaving_with_an_offer_in_hand_passes_the_place_on(full: Office) -> None:
    cancel(full, "durand")
    full.read()

    full.chat("coralis", "quitter la liste d'attente")

    assert len(offers(full, "nguyen")) == 1


# -- the end of waiting -----------------------------------------------------------------------------------------------


def test_the_list_closes_with_the_limit_and_each_family_gets_one_letter(full: Office) -> None:
    ask(full, "durand", "lundi 3 mars")  # open until Thursday 27 at 23:59; Tuesday until Friday 28
    ask(full, "coralis", "lundi 3 mars")
    ask(full, "durand", "jeudi 6 mars")
    ask(full, "coralis", "jeudi 6 mars")
    full.read()

    tick(full, "2025-02-28 23:59")
    (monday,) = full.read(str(full.chat_of("coralis")))
    tick(full, "2025-03-05 08:00")  # after an outage: one letter for both days
    (rest,) = full.read(str(full.chat_of("coralis")))

    assert "lundi 3 mars" in monday.text
    assert "mardi 4 mars" in rest.text
    assert "jeudi 6 mars" in rest.text
    assert states(full, "coralis") == ["expired", "expired", "expired"]


def test_ticking_again_says_nothing_more(full: Office) -> None:
    tick(full, "2025-03-01 08:00")
    full.read()

    tick(full, "2025-03-01 08:01")

    assert [one.kind for one in full.read()] == []


# -- those who ask too late -------------------------------------------------------------------------------------------


def test_who_asks_late_waits_and_is_offered_what_nobody_can_ask_for_any_more(office: Office) -> None:
    late_waits(office)

    (cart,) = office.chat("coralis", "inscrire Zoé midi mardi 4 mars", at="2025-03-03 09:00")
    (*_, sent, offer) = office.press("coralis", cart, "✅ Valider")

    assert "rang 1" in sent.text
    assert "mardi 4 mars à 9 h" in offer.text  # 24 hours: the list is open until lunch begins


def test_who_waits_because_they_asked_late_does_not_hold_up_who_can_still_ask_in_time(office: Office) -> None:
    all_day, morning = "MERCREDI_JOURNEE", "MERCREDI_MATIN"
    late_waits(with_places(office, 1, all_day, morning, "MERCREDI_APREM"))
    early = dataclasses.replace(office.structure.deadlines[0], activities=frozenset({morning}), limit=DaysBefore(30))
    office.with_rules(deadlines=(early, *office.structure.deadlines))
    ask(office, "coralis", "mercredi 12 mars", "matin")

    ask(office, "nguyen", "mercredi 12 mars", "toute la journée")

    assert states(office, "coralis", "nguyen") == ["waitlisted", "requested"]


def test_who_asks_late_stands_behind_those_who_asked_in_time(office: Office) -> None:
    late_waits(with_places(office, 1))
    ask(office, "durand")
    ask(office, "coralis")
    sent = ask(office, "nguyen", at="2025-03-03 09:00")

    assert "rang 2" in sent.text
    assert states(office, "coralis", "nguyen") == ["waitlisted", "waitlisted"]
