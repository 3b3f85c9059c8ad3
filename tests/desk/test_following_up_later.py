"""How long, and across which channels, one sentence may lean on another; afterwards it is told what is missing.

It is Thursday 27 February 2025, 18:00, when the first one is said.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.store import due, queries
from domain.store.tables.people import Guardian
from tests.desk.office import Office

VICTOR, BOTH = "book Victor MIDI 2025-03-04", ["book Séverine MIDI 2025-03-04", "book Victor MIDI 2025-03-04"]


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
def test_hours_later_a_chat_says_so_and_asks_whether_it_is_meant(office: Office, then: str) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (told,) = office.chat("durand", then, at="2025-02-27 20:01")

    assert "Votre dernière demande (jeudi 27 février à 18 h) est trop ancienne" in told.text
    assert "• Victor · mardi 4 mars · Midi" in told.text
    assert told.labels == ["Oui", "Non"]
    assert office.cart("durand") == [VICTOR]


@pytest.mark.parametrize("yes", ["oui", "Oui c'est ça", "exactement", "1"])
def test_yes_leans_on_it_and_books_nothing_by_itself(office: Office, yes: str) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "pareil pour Séverine", at="2025-02-28 09:00")

    office.chat("durand", yes)

    assert office.cart("durand") == BOTH
    assert office.bookings("durand") == []


def test_no_leaves_everything_as_it_is(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    (asked,) = office.chat("durand", "pareil pour Séverine", at="2025-02-28 09:00")

    left = office.press("durand", asked, "Non")[-1]

    assert "Je laisse cette question de côté" in left.text
    assert office.cart("durand") == [VICTOR]


def test_days_that_are_over_by_then_are_asked(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")
    office.chat("durand", "pareil pour Séverine", at="2025-03-05 09:00")

    (asked,) = office.chat("durand", "oui")

    assert "pour quel jour ?" in asked.text
    assert "book Séverine MIDI 2025-03-04" not in office.cart("durand")


def test_a_week_later_a_mail_asks_too_and_is_answered_in_the_chat(office: Office) -> None:
    office.mail("durand", "Merci d'inscrire Victor à la cantine mardi 18 mars")

    (told,) = office.mail("durand", "pareil pour Séverine", at="2025-03-06 18:30")
    assert "trop ancienne pour que je m'y réfère sans vous le demander" in told.text
    assert "Répondez « oui » ou « non »" in told.text

    office.chat("durand", "oui", at="2025-03-06 19:00")
    assert "book Séverine MIDI 2025-03-18" in office.cart("durand")


def test_an_earlier_request_that_does_not_help_is_said_to_be_too_old(office: Office) -> None:
    office.chat("durand", "inscrire Victor matin et midi mardi")

    (told,) = office.chat("durand", "plutôt le goûter", at="2025-02-27 20:01")

    assert "est trop ancienne pour que je m'y réfère : il manque" in told.text
    assert "par exemple : inscrire" in told.text


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
