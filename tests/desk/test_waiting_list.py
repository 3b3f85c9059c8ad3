"""The waiting list: nobody overtakes; a freed place is offered to the first in line, who answers by a tap or a word."""

from __future__ import annotations

import dataclasses

import pytest

from domain.model.activity import Activity
from domain.model.deadline import DaysBefore, Late
from domain.model.messages import Proof
from domain.model.structure import ApprovalMode
from scheduler.jobs import run_all
from tests.desk.office import Office, Seen

CHILDREN = {"durand": "Victor", "coralis": "Zoé", "nguyen": "Anne-Lise", "rousseau": "Nahel"}
TAKE, LEAVE = "✅ Accepter la place", "❌ Laisser la place"


def with_places(office: Office, places: int, *codes: str) -> Office:
    def cut(activity: Activity) -> Activity:
        some = activity.code in (codes or ("MIDI",))
        return dataclasses.replace(activity, capacity=dict.fromkeys(activity.capacity, places)) if some else activity

    return office.with_rules(activities=tuple(map(cut, office.structure.activities)))


def ask(office: Office, family: str, when: str = "mardi 4 mars", what: str = "midi", at: str = "") -> Seen:
    """Ask and validate; return the acknowledgement."""
    (answer,) = office.chat(family, f"inscrire {CHILDREN[family]} {what} {when}", at=at)
    (*_, sent) = office.press(family, answer, "✅ Valider")
    return sent


def cancel(office: Office, family: str, when: str = "mardi 4 mars") -> None:
    (answer,) = office.chat(family, f"annuler {CHILDREN[family]} midi {when}")
    office.press(family, answer, "✅ Valider")


def offers(office: Office, family: str) -> list[Seen]:
    chat, mail = str(office.chat_of(family)), office.address_of(family)
    return [one for where in (chat, mail) for one in office.read(where) if one.kind == "offer"]


def states(office: Office, *families: str) -> list[str]:
    return [line.rsplit(" ", 1)[1] for family in families for line in office.bookings(family)]


def tick(office: Office, at: str) -> None:
    office.at(at)
    run_all(office.sessions, office.structure, office.clock, office.staff_chat)


@pytest.fixture
def full(office: Office) -> Office:
    """One place on Tuesday: Victor Durand has it; Zoé Coralis waits, then Anne-Lise Nguyen."""
    with_places(office, 1)
    ask(office, "durand")
    ask(office, "coralis")
    ask(office, "nguyen")
    office.read()
    return office


# -- rank and order -------------------------------------------------------------------------------------------------
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


# -- offers ---------------------------------------------------------------------------------------------------------
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


# -- words ----------------------------------------------------------------------------------------------------------
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


# -- leaving --------------------------------------------------------------------------------------------------------
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


# -- the end of waiting ---------------------------------------------------------------------------------------------
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


# -- those who ask too late -----------------------------------------------------------------------------------------
def late_waits(office: Office) -> Office:
    """Put late requests on the waiting list."""
    rules = tuple(dataclasses.replace(rule, late=Late.WAITLIST) for rule in office.structure.deadlines)
    return office.with_rules(deadlines=rules)


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
