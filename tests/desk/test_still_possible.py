"""What staff approve is looked at once more: what has become impossible meanwhile is not granted, and stays open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.services import closings
from domain.services.closings import Span
from tests.desk.office import Office, Seen

TUE, THU = date(2025, 3, 4), date(2025, 3, 6)


@pytest.fixture
def card(office: Office) -> Seen:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi et jeudi")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()
    office.read()
    return card


def toasts(seen: list[Seen]) -> list[str]:
    return [one.text for one in seen if one.kind == "toast"]


def test_a_day_that_is_over_is_not_granted_and_stays_open(office: Office, card: Seen) -> None:
    office.at("2025-03-05 08:00")

    seen = office.press(9001, card, "✅ Accepter")

    assert toasts(seen) == ["Reste à décider : mardi 4 mars est passé. Refusez cette ligne."]
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 requested", "Victor MIDI 2025-03-06 confirmed"]
    assert office.read(str(office.chat_of("durand"))) == []

    (choosing, *_) = office.press(9001, card, "❌ Refuser")
    office.press(9001, choosing, "Hors délai")
    assert "Victor MIDI 2025-03-04 refused" in office.bookings("durand")
    (told,) = office.read(str(office.chat_of("durand")))
    assert "1 réservation acceptée le : 06/03" in told.text


def test_on_the_day_itself_it_can_still_be_granted(office: Office, card: Seen) -> None:
    office.at("2025-03-04 16:00").press(9001, card, "✅ Accepter")

    assert "Victor MIDI 2025-03-04 confirmed" in office.bookings("durand")


def test_a_day_that_was_closed_meanwhile_is_not_granted(office: Office, card: Seen) -> None:
    with office.sessions.begin() as session:  # on another host, at the same moment
        row = closings.propose(
            session, office.structure, Span("EUROPA", TUE, TUE, (), "grève"), "staff:1", office.clock.now()
        )
        row.confirmed_at = office.clock.now()

    seen = office.press(9001, card, "✅ 1.")

    assert toasts(seen) == ["Reste à décider : mardi 4 mars est fermé (grève). Refusez cette ligne."]
    assert "Victor MIDI 2025-03-04 requested" in office.bookings("durand")


def test_a_day_on_which_the_activity_does_not_run_any_more_is_not_granted(office: Office, card: Seen) -> None:
    office.with_rules(year=replace(office.structure.year, closures=frozenset({THU})))

    seen = office.press(9001, card, "✅ Accepter")

    assert toasts(seen) == ["Reste à décider : l'activité n'a pas lieu jeudi 6 mars. Refusez cette ligne."]
    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 confirmed", "Victor MIDI 2025-03-06 requested"]


def test_an_activity_that_the_structure_has_given_up_is_not_granted(office: Office, card: Seen) -> None:
    office.with_rules(activities=tuple(a for a in office.structure.activities if a.code != "MIDI"))

    seen = office.press(9001, card, "✅ Accepter")

    assert toasts(seen) == ["Reste à décider : l'activité n'a pas lieu mardi 4 mars. Refusez cette ligne."]
    assert all(line.endswith("requested") for line in office.bookings("durand"))


def test_what_needs_a_line_that_cannot_be_granted_waits_with_it(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor goûter et créatif mardi")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()

    office.at("2025-03-05 08:00").press(9001, card, "✅ Accepter")

    assert all(line.endswith("requested") for line in office.bookings("durand"))


def test_a_cancellation_of_a_day_that_is_over_is_decided_as_ever(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    (answer,) = office.chat("durand", "annuler Victor midi mardi 4 mars", at="2025-03-03 18:00")
    office.press("durand", answer, "✅ Valider")
    (card,) = office.cards()

    office.at("2025-03-05 08:00").press(9001, card, "✅ Accepter")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 absence_billed"]
