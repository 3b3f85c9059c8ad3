"""Another hour of arrival for what is booked: "modifier l'heure" (Clap Chaz), by one sentence, alone and in time.

Here the morning is left to the parents: they give the hour of arrival, and each started half-hour costs 1 €.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import select

from domain.model.activity import AskHour, PriceStep
from domain.model.deadline import DaysBefore, DeadlineRule, Late, Purpose
from domain.model.structure import ApprovalMode
from domain.model.tariff import UnitPrice
from domain.store.tables.bookings import Booking
from tests.desk.office import Office

BOOKED = "inscrire Victor matin lundi à 7h15"
CHANGED = "Changement d'heure : arrivée 7 h 15 → 7 h 45 · 2,00 € au lieu de 3,00 €"
#: Received on Thursday 27 February at 23:59, the last minute for Monday 3 March, and one minute later.
LAST_MINUTE, TOO_LATE = "2025-02-27 23:59", "2025-02-28 00:00"


@pytest.fixture
def office(office: Office) -> Office:
    """Open a structure whose mornings are come to at any hour."""
    return come_at_any_hour(office, "MATIN")


def come_at_any_hour(office: Office, *codes: str) -> Office:
    hourly = UnitPrice(minutes=30, cents=100)
    return office.with_rules(
        activities=tuple(
            replace(a, ask_hour=AskHour.ARRIVAL, price_cents=None, price_per_unit=hourly) if a.code in codes else a
            for a in office.structure.activities
        )
    )


def hours(office: Office) -> list[str]:
    """Return "Victor 2025-03-03 07:15 300" for each booking, with the hour that waits behind an arrow."""
    with office.sessions.reading() as session:
        rows = session.scalars(select(Booking).order_by(Booking.day, Booking.id)).all()
        return [
            f"{row.child.first_name} {row.day} {row.hour:%H:%M} {row.price_cents}"
            + (f" → {row.wanted_hour:%H:%M}" if row.wanted_hour else "")
            for row in rows
        ]


# -- what is said ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Victor arrivera à 7h45 au lieu de 7h15 lundi",
        "Victor arrivera à 7h45 lundi",
        "Bonjour,\nLundi je déposerai Victor à 7h45.\nMerci,\nClaire Durand",
        "finalement je dépose Victor à 7h45 lundi",
        "7h45 au lieu de 7h15 lundi pour Victor",
        "changer l'heure d'arrivée de Victor lundi : 7h45",
        "décaler l'arrivée de Victor lundi de 7h15 à 7h45",
        "Victor arrivera plus tard lundi, vers 7h45",
        "lundi matin Victor viendra à 7h45",
        "inscrire Victor matin lundi à 7h45",
    ],
)
@pytest.mark.parametrize("channel", ["chat", "mail"])
def test_another_hour_is_a_change_with_both_hours_and_both_prices(office: Office, channel: str, words: str) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", words) if channel == "chat" else office.mail("durand", words)

    assert CHANGED in answer.text
    assert "Total" not in answer.text
    assert office.cart("durand") == ["book Victor MATIN 2025-03-03"]


@pytest.mark.parametrize(
    "words", ["je récupère Luka à 18h mardi", "mardi Luka part à 18h", "mardi, on prend Luka à 18h"]
)
def test_an_hour_of_departure_may_be_told_outright_too(office: Office, words: str) -> None:
    office.granted("billard", "inscrire Luka soir mardi jusqu'à 17h30")

    (answer,) = office.chat("billard", words)

    assert "départ 17 h 30 → 18 h · 6,20 € au lieu de 3,10 €" in answer.text


def test_who_else_fetches_a_child_is_for_a_person_to_know(office: Office) -> None:
    office.granted("billard", "inscrire Luka soir mardi jusqu'à 17h30")

    for words in ("Le papa de Luka vient le chercher à 18h mardi", "Mamie récupère Luka à 18h mardi"):
        (answer,) = office.chat("billard", words)
        assert "transmis au service" in answer.text
    assert office.cart("billard") == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Victor arrivera en retard lundi, vers 8h", id="a delay"),
        pytest.param("Victor arrivera lundi à 9h", id="after the morning is over"),
        pytest.param("Je déposerai Victor à 7h45 lundi, il a perdu sa veste hier", id="something else besides"),
        pytest.param("Victor arrivera peut-être à 7h45 lundi", id="not certain"),
    ],
)
def test_what_is_told_besides_or_not_for_certain_goes_to_a_person(office: Office, words: str) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", words)

    assert "transmis au service" in answer.text
    assert office.cart("durand") == []


def test_both_hours_of_a_day_may_change_at_once(office: Office) -> None:
    office.granted("billard", "inscrire Luka matin mardi à 7h15")
    office.granted("billard", "inscrire Luka soir mardi jusqu'à 17h30")

    (answer,) = office.chat("billard", "mardi, Luka arrivera à 7h45 et partira à 18h30 au lieu de 17h30")

    assert "Matin · Changement d'heure : arrivée 7 h 15 → 7 h 45" in answer.text
    assert "Soir · Changement d'heure : départ 17 h 30 → 18 h 30" in answer.text


def test_the_hour_is_asked_when_it_is_not_said(office: Office) -> None:
    office.granted("durand", BOOKED)
    (asked,) = office.chat("durand", "changer l'heure d'arrivée de Victor lundi")
    assert asked.labels == ["7 h (3,00 €)", "7 h 30 (2,00 €)", "8 h (1,00 €)"]

    seen = office.press("durand", asked, "8 h (")

    assert "arrivée 7 h 15 → 8 h · 1,00 € au lieu de 3,00 €" in seen[-1].text


def test_whose_hour_it_is_is_asked(office: Office) -> None:
    office.granted("durand", BOOKED)
    (asked,) = office.chat("durand", "lundi on le dépose à 7h45")
    assert "pour quel enfant ?" in asked.text

    seen = office.press("durand", asked, "Victor")

    assert CHANGED in seen[-1].text


def test_the_same_hour_is_booked_already(office: Office) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", "Victor arrivera à 7h15 lundi")

    assert "Matin (7 h 15 – 8 h 30) : déjà réservé" in answer.text


def test_a_further_word_changes_the_hour_in_the_cart(office: Office) -> None:
    office.chat("durand", BOOKED)

    (answer,) = office.chat("durand", "plutôt 8h")

    assert "Victor · lundi 3 mars · Matin (8 h – 8 h 30) · 1,00 €" in answer.text
    assert "Total : 1,00 €" in answer.text


def test_a_told_hour_is_no_answer_to_a_question_about_another_day(office: Office) -> None:
    office.granted("durand", "inscrire Victor matin mardi à 7h15")
    office.chat("durand", "inscrire Victor matin lundi")

    (answer,) = office.chat("durand", "mardi Victor arrivera à 8h")

    assert "mardi 4 mars · Matin · Changement d'heure : arrivée 7 h 15 → 8 h" in answer.text
    assert office.cart("durand") == ["book Victor MATIN 2025-03-04"]


def test_a_day_at_the_centre_may_begin_later(office: Office) -> None:
    come_at_any_hour(office, "MATIN", "MERCREDI_JOURNEE")
    office.granted("coralis", "inscrire Zoé mercredi toute la journée à 8h30")

    (answer,) = office.chat("coralis", "mercredi Zoé arrivera à 10h au lieu de 8h30")

    assert "Changement d'heure : arrivée 8 h 30 → 10 h · 16,00 € au lieu de 19,00 €" in answer.text


# -- over a period --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "tous les lundis de mars Victor arrivera à 7h45",
        "à partir de lundi Victor arrivera à 7h45 le matin",
        "jusqu'aux vacances Victor arrivera à 7h45 au lieu de 7h15",
    ],
)
def test_a_period_changes_the_days_that_are_booked(office: Office, words: str) -> None:
    office.granted("durand", "inscrire Victor matin tous les lundis de mars à 7h15")

    (answer,) = office.chat("durand", words)

    assert f"{CHANGED[: -len('au lieu de 3,00 €')]}par jour au lieu de 3,00 €" in answer.text
    assert office.cart("durand") == [f"book Victor MATIN 2025-03-{day:02}" for day in (3, 10, 17, 24, 31)]


def test_days_of_it_on_which_nothing_is_booked_are_told_and_left_alone(office: Office) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", "lundi et mardi Victor arrivera à 7h45")

    assert "Aucune réservation, donc rien à changer :\n• Victor · mardi 4 mars · Matin" in answer.text
    assert "écrivez par exemple « inscrire Victor Matin mardi 4 mars »" in answer.text
    assert office.cart("durand") == ["book Victor MATIN 2025-03-03"]


def test_a_long_period_is_told_in_one_line(office: Office) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", "à partir de lundi Victor arrivera à 7h45 le matin")

    assert "• Victor · 57 autres jours du mardi 4 mars au vendredi 4 juillet · Matin" in answer.text


@pytest.mark.parametrize("channel", ["chat", "mail"])
def test_where_nothing_is_booked_it_says_so_and_offers_to_book(office: Office, channel: str) -> None:
    words = "Victor arrivera à 7h45 lundi"

    (answer,) = office.chat("durand", words) if channel == "chat" else office.mail("durand", words)

    assert "Rien n'était réservé ce jour-là : c'est une nouvelle réservation" in answer.text
    assert "Victor · lundi 3 mars · Matin (7 h 45 – 8 h 30) · 2,00 €" in answer.text
    assert "Changement" not in answer.text


def test_a_booking_asked_for_is_no_surprise(office: Office) -> None:
    (answer,) = office.chat("durand", "Victor arrivera à 7h45 lundi, merci de l'inscrire")

    assert "Rien n'était réservé" not in answer.text
    assert "Victor · lundi 3 mars · Matin (7 h 45 – 8 h 30) · 2,00 €" in answer.text


# -- what becomes of it ---------------------------------------------------------------------------------------------


def test_staff_decide_and_the_old_hour_stands_until_then(office: Office) -> None:
    office.granted("durand", BOOKED)
    office.mail("durand", "Victor arrivera à 7h45 lundi")
    office.mail("durand", "valider")

    assert hours(office) == ["Victor 2025-03-03 07:15 300 → 07:45"]
    (card,) = office.cards()
    assert "Matin · arrivée 7 h 15 → 7 h 45 · 2,00 € au lieu de 3,00 €" in card.text
    office.press(9001, card, "✅ Accepter")
    assert hours(office) == ["Victor 2025-03-03 07:45 200"]
    (told,) = office.read(office.address_of("durand"))
    assert "1 changement d'heure accepté le : 03/03" in told.text


@pytest.mark.parametrize(
    ("asked_at", "shown"),
    [
        pytest.param(LAST_MINUTE, CHANGED, id="the last minute is in time"),
        pytest.param(
            TOO_LATE,
            "hors délai, la limite était jeudi 27 février à 23 h 59 ; l'arrivée reste à 7 h 15",
            id="a minute later the old hour stands",
        ),
    ],
)
def test_a_change_closes_with_its_own_limit(office: Office, asked_at: str, shown: str) -> None:
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", "Victor arrivera à 7h45 lundi", at=asked_at)

    assert shown in answer.text


def test_a_rule_for_changes_alone_leaves_more_time_than_one_for_bookings(office: Office) -> None:
    rules = [replace(r, purposes=r.purposes - {Purpose.CHANGE}) for r in office.structure.deadlines]
    evening_before = DeadlineRule(frozenset({Purpose.CHANGE}), DaysBefore(1), Late.REFUSE, time(18))
    office.with_rules(deadlines=(*(r for r in rules if r.purposes), evening_before))
    office.granted("durand", BOOKED)

    (in_time,) = office.chat("durand", "Victor arrivera à 7h45 lundi", at="2025-03-02 18:00")
    (late,) = office.chat("durand", "Victor arrivera à 8h lundi", at="2025-03-02 18:01")

    assert CHANGED in in_time.text
    assert "la limite était dimanche 2 mars à 18 h ; l'arrivée reste à 7 h 15" in late.text


def test_the_price_is_that_of_the_new_hour_by_steps_too(office: Office) -> None:
    steps = (PriceStep(time(7, 30), 400), PriceStep(time(8, 30), 250))
    office.with_rules(
        activities=tuple(
            replace(a, price_per_unit=None, price_by_hour=steps) if a.code == "MATIN" else a
            for a in office.structure.activities
        )
    )
    office.granted("durand", BOOKED)

    (answer,) = office.chat("durand", "Victor arrivera à 7h45 lundi")

    assert "arrivée 7 h 15 → 7 h 45 · 2,50 € au lieu de 4,00 €" in answer.text


def test_without_staff_it_takes_effect_at_once(office: Office) -> None:
    office.with_rules(approval=replace(office.structure.approval, mode=ApprovalMode.AUTO))
    office.mail("durand", BOOKED)
    office.mail("durand", "valider")

    office.mail("durand", "Victor arrivera à 7h45 lundi")
    (told,) = office.mail("durand", "valider")

    assert "✅ Heure changée" in told.text
    assert hours(office) == ["Victor 2025-03-03 07:45 200"]
