"""Another hour for what is booked: "modifier l'heure" (Clap Chaz), by one sentence, alone and in time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.model.deadline import Late, Purpose
from domain.model.structure import ApprovalMode
from domain.store.tables.bookings import BookingEvent
from tests.desk.hours import BOOKED, hours
from tests.desk.office import Office, Seen

CHANGED = "Changement d'heure : départ 17 h 30 → 18 h 30 · 6,20 € au lieu de 3,10 €"
#: Received on Friday 28 February at 23:59, the last minute for Tuesday 4 March, and one minute later.
LAST_MINUTE, TOO_LATE = "2025-02-28 23:59", "2025-03-01 00:00"


def events(office: Office) -> list[str]:
    with office.sessions.reading() as session:
        rows = session.scalars(select(BookingEvent).order_by(BookingEvent.id)).all()
        return [f"{row.move} {row.reason}".strip() for row in rows]


def automatic(office: Office) -> Office:
    return office.with_rules(approval=replace(office.structure.approval, mode=ApprovalMode.AUTO))


def sent(seen: list[Seen]) -> str:
    return next(one.text for one in seen if one.kind == "sent")


# -- what is said -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Luka partira à 18h30 mardi au lieu de 17h30",
        "18h30 au lieu de 17h30 mardi pour Luka",
        "changer l'heure de Luka mardi : 18h30",
        "modifier l'heure de départ de Luka mardi, 18h30 au lieu de 17h30",
        "finalement je récupère Luka à 18h30 mardi",
        "décaler le départ de Luka mardi de 17h30 à 18h30",
        "Luka partira mardi à 18h30, pas à 17h30",
        "mardi Luka reste jusqu'à 18h30 et non 17h30",
        "au lieu de 17h30, Luka partira à 18h30 mardi",
        "prolonger Luka jusqu'à 18h30 mardi",
        "inscrire Luka soir mardi jusqu'à 18h30",
    ],
)
@pytest.mark.parametrize("channel", ["chat", "mail"])
def test_another_hour_is_a_change_with_both_hours_and_both_prices(office: Office, channel: str, words: str) -> None:
    office.granted("billard", BOOKED)

    (answer,) = office.chat("billard", words) if channel == "chat" else office.mail("billard", words)

    assert CHANGED in answer.text
    assert "Total" not in answer.text
    assert office.cart("billard") == ["book Luka SOIR 2025-03-04"]


def test_it_may_be_for_every_tuesday_of_a_month(office: Office) -> None:
    office.granted("billard", "inscrire Luka soir tous les mardis de mars jusqu'à 17h30")

    (answer,) = office.chat("billard", "tous les mardis de mars, Luka partira à 18h30 au lieu de 17h30")

    assert f"{CHANGED[: -len('au lieu de 3,10 €')]}par jour au lieu de 3,10 €" in answer.text
    assert len(office.cart("billard")) == 4


def test_each_child_may_get_its_own_hour(office: Office) -> None:
    office.granted("benali", "inscrire Yasmine et Ilyès soir mardi jusqu'à 17h30")

    (answer,) = office.chat("benali", "mardi, Yasmine partira à 18h30 au lieu de 17h30 et Ilyès à 18h au lieu de 17h30")

    assert "Yasmine · mardi 4 mars · Soir · Changement d'heure : départ 17 h 30 → 18 h 30" in answer.text
    assert "Ilyès · mardi 4 mars · Soir · Changement d'heure : départ 17 h 30 → 18 h · 6,20 €" in answer.text


def test_the_hour_is_asked_when_it_is_not_said(office: Office) -> None:
    office.granted("billard", BOOKED)
    (asked,) = office.chat("billard", "changer l'heure de Luka mardi")
    assert asked.labels == ["17 h 30 (3,10 €)", "18 h 30 (6,20 €)"]

    seen = office.press("billard", asked, "18 h 30")

    assert CHANGED in seen[-1].text


def test_where_nothing_is_booked_it_is_an_ordinary_booking(office: Office) -> None:
    (answer,) = office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30")

    assert "Soir (16 h 30 – 18 h 30) · 6,20 €" in answer.text
    assert "Changement" not in answer.text
    assert "Total : 6,20 €" in answer.text


def test_the_same_hour_is_booked_already(office: Office) -> None:
    office.granted("billard", BOOKED)

    for words in (BOOKED, "inscrire Luka soir mardi", "Luka partira à 17h30 mardi au lieu de 18h30"):
        (answer,) = office.chat("billard", words)
        assert "Soir (16 h 30 – 17 h 30) : déjà réservé" in answer.text
    assert office.cart("billard") == []


def test_the_total_counts_new_bookings_only_and_says_so(office: Office) -> None:
    office.granted("billard", BOOKED)

    (answer,) = office.chat("billard", "inscrire Luka soir mardi et jeudi jusqu'à 18h30")

    assert CHANGED in answer.text
    assert "Total : 6,20 € (hors changements d'heure)" in answer.text


def test_an_hour_of_another_site_stays_slots_that_are_booked(office: Office) -> None:
    (answer,) = office.chat("billard", "inscrire Elio jusqu'à 18h mardi")

    assert "Goûter 17h" in answer.text
    assert "Créatif 18h" in answer.text


# -- what becomes of it -----------------------------------------------------------------------------------------------


def test_staff_decide_and_the_old_hour_stands_until_then(office: Office) -> None:
    office.granted("billard", BOOKED)
    (answer,) = office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30")

    assert "en attente de validation" in sent(office.press("billard", answer, "✅ Valider"))
    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed → 18:30"]
    (card,) = office.cards()
    assert card.labels == ["✅ Accepter", "❌ Refuser"]
    assert "Changement d'heure : Luka · mardi 4 mars · Soir · départ 17 h 30 → 18 h 30 · 6,20 € au lieu de" in card.text
    assert "places libres" not in card.text
    assert "🟠 départ à 18 h 30 demandé" in office.chat("billard", "/planning")[0].text

    (after, _toast) = office.press(9001, card, "✅ Accepter")
    assert "acceptée" in after.text
    assert hours(office) == ["Luka 2025-03-04 18:30 620 confirmed"]
    (told,) = office.read(str(office.chat_of("billard")))
    assert "départ 17 h 30 → 18 h 30 · 6,20 € au lieu de 3,10 €" in told.text
    assert "1 changement d'heure accepté le : 04/03" in told.text
    assert events(office) == ["open", "approve", "ask_change 17:30 → 18:30", "change 17:30 → 18:30"]


def test_a_refused_change_leaves_the_booking_as_it_was(office: Office) -> None:
    office.granted("billard", BOOKED)
    office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30")
    office.chat("billard", "valider")
    (card,) = office.cards()

    (reasons, _toast) = office.press(9001, card, "❌ Refuser")
    office.press(9001, reasons, "Hors délai")

    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed"]
    (told,) = office.read(str(office.chat_of("billard")))
    assert "le départ reste à 17 h 30" in told.text
    assert "1 changement d'heure refusé le : 04/03" in told.text
    assert "Motif : Hors délai" in told.text
    assert events(office)[-1] == "keep_hour 17:30 → 18:30 : Hors délai"


def test_without_staff_it_takes_effect_at_once(office: Office) -> None:
    automatic(office)
    office.mail("billard", BOOKED)
    office.mail("billard", "valider")

    office.mail("billard", "Luka partira à 18h30 mardi au lieu de 17h30")
    (told,) = office.mail("billard", "valider")

    assert "✅ Heure changée" in told.text
    assert hours(office) == ["Luka 2025-03-04 18:30 620 confirmed"]


def test_before_any_decision_the_pending_booking_gets_the_hour_and_its_card_too(office: Office) -> None:
    office.chat("billard", BOOKED)
    office.chat("billard", "valider")
    (card,) = office.cards()
    assert "16 h 30 – 17 h 30" in card.text

    office.chat("billard", "finalement je récupère Luka à 18h30 mardi")
    (told, *_) = office.chat("billard", "valider")

    assert "✅ Heure changée" in told.text
    assert hours(office) == ["Luka 2025-03-04 18:30 620 requested"]
    (again,) = office.cards()
    assert again.edits == card.id
    assert "16 h 30 – 18 h 30) · 6,20 €" in again.text
    office.press(9001, again, "✅ Accepter")
    assert hours(office) == ["Luka 2025-03-04 18:30 620 confirmed"]


def test_a_full_house_is_no_obstacle(office: Office) -> None:
    activities = tuple(
        replace(a, capacity=dict.fromkeys(a.capacity, 1)) if a.code == "SOIR" else a
        for a in office.structure.activities
    )
    office.with_rules(activities=activities)
    office.granted("billard", BOOKED)

    (answer,) = office.chat("billard", "inscrire Luka soir mardi jusqu'à 18h30")

    assert CHANGED in answer.text
    assert "complet" not in answer.text


@pytest.mark.parametrize(
    ("asked_at", "shown"),
    [
        pytest.param(LAST_MINUTE, CHANGED, id="the last minute is in time"),
        pytest.param(
            TOO_LATE,
            "hors délai, la limite était vendredi 28 février à 23 h 59 ; le départ reste à 17 h 30",
            id="a minute later the old hour stands",
        ),
    ],
)
def test_a_change_closes_with_its_own_limit(office: Office, asked_at: str, shown: str) -> None:
    office.granted("billard", BOOKED)

    (answer,) = office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30", at=asked_at)

    assert shown in answer.text
    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed"]


def test_what_staff_decide_when_late_they_decide_of_an_hour_too(office: Office) -> None:
    automatic(office)
    rules = tuple(
        replace(rule, late=Late.STAFF) if Purpose.CHANGE in rule.purposes else rule
        for rule in office.structure.deadlines
    )
    office.with_rules(deadlines=rules)
    office.chat("billard", BOOKED)
    office.chat("billard", "valider")
    office.cards()

    office.chat("billard", "Luka partira à 18h30 mardi au lieu de 17h30", at=TOO_LATE)
    office.chat("billard", "valider")

    assert hours(office) == ["Luka 2025-03-04 17:30 310 confirmed → 18:30"]
    (card,) = office.cards()
    assert "hors délai" in card.text
