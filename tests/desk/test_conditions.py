"""What the règlement asks besides the deadline, told in the same words by chat and by mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from domain.model.conditions import Maximum, Opening
from domain.model.structure import Approval, ApprovalMode
from domain.store.tables.people import Child
from tests.desk.office import Office, Seen


def with_activity(office: Office, code: str, **changes: object) -> Office:
    activities = (replace(a, **changes) if a.code == code else a for a in office.structure.activities)  # type: ignore[arg-type]
    return office.with_rules(activities=tuple(activities))


@pytest.fixture(params=["chat", "mail"])
def by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def ask(office: Office, by: str, text: str) -> Seen:
    (answer,) = office.chat("durand", text) if by == "chat" else office.mail("durand", text)
    return answer


def test_before_a_period_opens_its_date_and_hour_are_told(office: Office, by: str) -> None:
    office.with_rules(openings=(Opening(date(2025, 3, 3), time(8, 0), first_day=date(2025, 4, 5)),))

    answer = ask(office, by, "inscrire Victor vacances journée le 16 avril")

    assert "les réservations ouvrent le lundi 3 mars à 8 h" in answer.text
    assert office.cart("durand") == []
    assert "Votre panier" in ask(office.at("2025-03-03 08:00"), by, "inscrire Victor vacances journée le 16 avril").text


def test_after_a_period_has_closed_its_last_day_is_told(office: Office, by: str) -> None:
    office.with_rules(openings=(Opening(date(2025, 2, 3), until=date(2025, 2, 14), first_day=date(2025, 4, 5)),))

    answer = ask(office, by, "inscrire Victor vacances journée le 16 avril")

    assert "les réservations étaient ouvertes jusqu'au vendredi 14 février" in answer.text


def test_a_child_of_the_wrong_age_is_told_which_one_is_asked(office: Office, by: str) -> None:
    with_activity(office, "MIDI", min_age=6, max_age=11)

    answer = ask(office, by, "inscrire Victor midi mardi")

    assert "ne correspond pas à l'âge de Victor (de 6 à 11 ans ce jour-là)" in answer.text


def test_without_a_birth_date_staff_decide_and_see_why(office: Office, by: str) -> None:
    with_activity(office, "MIDI", min_age=3).with_rules(approval=Approval(mode=ApprovalMode.AUTO))
    with office.sessions.begin() as session:
        for child in session.query(Child).all():
            child.birth_date = None

    answer = ask(office, by, "inscrire Victor midi mardi")
    assert "date de naissance à compléter, soumis au service" in answer.text
    office.chat("durand", "valider")

    (card,) = office.cards()
    assert "âge à vérifier : date de naissance inconnue" in card.text
    assert "hors délai" not in card.text
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested"]


def test_what_is_incompatible_is_named(office: Office, by: str) -> None:
    with_activity(office, "MIDI", incompatible=("MATIN",))
    office.granted("durand", "inscrire Victor matin mardi")

    assert "ne va pas avec Matin le même jour" in ask(office, by, "inscrire Victor midi mardi").text
    assert "ne va pas" not in ask(office, by, "inscrire Victor midi jeudi").text


def test_all_or_none_enters_the_cart_together_or_not_at_all(office: Office, by: str) -> None:
    with_activity(office, "MIDI", together=("MATIN",))

    assert "ne va pas sans Matin le même jour" in ask(office, by, "inscrire Victor midi mardi").text
    assert office.cart("durand") == []
    ask(office, by, "inscrire Victor matin et midi mardi")
    assert sorted(office.cart("durand")) == ["book Victor MATIN 2025-03-04", "book Victor MIDI 2025-03-04"]


def test_the_first_days_of_a_message_fit_and_the_rest_is_refused(office: Office, by: str) -> None:
    office.with_rules(maxima=(Maximum(frozenset({"MIDI"}), per_week=2),))

    answer = ask(office, by, "inscrire Victor midi lundi 10, mardi 11, jeudi 13 et vendredi 14 mars")

    assert "pas plus de 2 par semaine pour un enfant" in answer.text
    assert office.cart("durand") == ["book Victor MIDI 2025-03-10", "book Victor MIDI 2025-03-11"]


def test_a_maximum_counts_what_is_booked_what_waits_in_the_cart_and_each_child_alone(office: Office) -> None:
    office.with_rules(maxima=(Maximum(frozenset({"MIDI", "MATIN"}), per_week=2),))
    office.granted("durand", "inscrire Victor midi lundi 10 mars")
    office.chat("durand", "inscrire Victor matin mardi 11 mars")

    (full,) = office.chat("durand", "inscrire Victor midi jeudi 13 mars")
    (other,) = office.chat("durand", "inscrire Séverine midi jeudi 13 mars")
    (later,) = office.chat("durand", "inscrire Victor midi mardi 18 mars")

    assert "pas plus de 2 par semaine" in full.text
    assert "pas plus" not in other.text
    assert "pas plus" not in later.text


def test_a_day_may_be_exchanged_within_the_maximum(office: Office) -> None:
    office.with_rules(maxima=(Maximum(frozenset({"MIDI"}), per_week=1),))
    office.granted("durand", "inscrire Victor midi lundi 10 mars")

    (answer,) = office.chat("durand", "annuler Victor midi lundi 10 mars et inscrire Victor midi jeudi 13 mars")

    assert "pas plus" not in answer.text
    assert office.cart("durand") == ["cancel Victor MIDI 2025-03-10", "book Victor MIDI 2025-03-13"]


def test_questions_about_a_period_that_is_not_open_yet_are_answered_with_its_date(office: Office, by: str) -> None:
    office.with_rules(openings=(Opening(date(2025, 3, 3), time(8, 0), first_day=date(2025, 4, 5)),))

    limits = ask(office, by, "jusqu'à quand puis-je réserver les vacances journée du 16 avril ?").text
    places = ask(office, by, "reste-t-il de la place en vacances journée le 16 avril ?").text

    assert "les réservations ouvrent le lundi 3 mars à 8 h" in limits
    assert "réserver : jusqu'au vendredi 21 mars à 23 h 59" in limits
    assert "les réservations ouvrent le lundi 3 mars à 8 h" in places
    assert "places libres" not in places
    assert (
        "48 places libres"
        in ask(office.at("2025-03-03 08:00"), by, "reste-t-il de la place en vacances journée le 16 avril ?").text
    )
