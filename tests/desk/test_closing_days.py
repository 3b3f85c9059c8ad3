"""Staff close days for a whole site: one command, one button, one letter a family, nothing billed, nothing new."""

from __future__ import annotations

from datetime import date

import pytest

from domain.language.office.closing_words import read_closing
from tests.desk.office import Office, Seen, reference_structure

STRUCTURE = reference_structure()
MON, TUE, THU = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 6)


@pytest.mark.parametrize(
    ("words", "site", "activities", "first", "last", "reason"),
    [
        ("EUROPA mardi 4 mars grève", "EUROPA", (), TUE, TUE, "grève"),
        ("europa mardi grève", "EUROPA", (), TUE, TUE, "grève"),
        ("Europa du 4 au 6 mars travaux", "EUROPA", (), TUE, THU, "travaux"),
        ("EUROPA midi mardi 4 mars grève cantine", "EUROPA", ("MIDI",), TUE, TUE, "grève cantine"),
        ("EUROPA mardi 4 mars midi grève", "EUROPA", ("MIDI",), TUE, TUE, "grève"),
        ("SOETRICH mardi 4 mars matin et soir", "SOETRICH", ("MATIN", "SOIR"), TUE, TUE, ""),
        ("EUROPA mardi 4 mars pour sortie scolaire", "EUROPA", (), TUE, TUE, "sortie scolaire"),
        ("EUROPA MIDI mardi 4 mars", "EUROPA", ("MIDI",), TUE, TUE, ""),
        ("EUROPA lundi 3 et mardi 4 mars", "EUROPA", (), MON, TUE, ""),
    ],
)
def test_the_order_is_read(
    words: str, site: str, activities: tuple[str, ...], first: date, last: date, reason: str
) -> None:
    read = read_closing(words, STRUCTURE, date(2025, 2, 27))
    assert (read.missing, read.site, read.activities, read.first, read.last, read.reason) == (
        "", site, activities, first, last, reason,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("mardi 4 mars grève", "site"),
        ("EUROPA grève", "days"),
        ("EUROPA 3 février", "days"),
        ("EUROPA lundi 3 et jeudi 6 mars", "days_apart"),
    ],
)
def test_what_it_lacks_is_told(office: Office, words: str, missing: str) -> None:
    assert read_closing(words, STRUCTURE, date(2025, 2, 27)).missing == missing

    (answer,) = office.staff_says(9001, f"/fermer {words}")
    assert "Par exemple : /fermer EUROPA" in answer.text


@pytest.fixture
def booked(office: Office) -> Office:
    """Two families at Europa and one child at Soetrich on Tuesday 4 March; one of them only asked."""
    office.granted("durand", "inscrire Victor et Séverine midi mardi")
    office.granted("billard", "inscrire Luka midi mardi")
    (answer,) = office.chat("coralis", "inscrire Zoé midi mardi")
    office.press("coralis", answer, "✅ Valider")
    office.read()
    return office


def close(office: Office, words: str = "EUROPA mardi 4 mars grève") -> Seen:
    (asked,) = office.staff_says(9001, f"/fermer {words}")
    seen = office.press(9001, asked, "🔒 Fermer")
    return next(one for one in seen if one.edits == asked.id)


def test_nothing_is_closed_before_the_button(booked: Office) -> None:
    (asked,) = booked.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")

    assert "3 réservations ou demandes seront annulées" in asked.text
    assert "2 familles" in asked.text
    assert asked.labels == ["🔒 Fermer", "↩️ Ne pas fermer"]
    assert booked.bookings("coralis") == ["Zoé MIDI 2025-03-04 requested"]

    booked.press(9001, asked, "↩️ Ne pas fermer")
    assert booked.bookings("coralis") == ["Zoé MIDI 2025-03-04 requested"]
    seen = booked.press(9001, asked, "🔒 Fermer")
    assert "« Ne pas fermer » a été choisi" in seen[0].text


def test_what_is_booked_and_asked_is_cancelled_and_each_family_told_once(booked: Office) -> None:
    done = close(booked)

    assert "3 réservations annulées" in done.text
    assert done.buttons == ()
    assert all(line.endswith(" cancelled") for line in booked.bookings("durand") + booked.bookings("coralis"))
    assert booked.bookings("billard") == ["Luka MIDI 2025-03-04 confirmed"]
    (letter,) = (one for one in booked.read(str(booked.chat_of("durand"))) if one.kind == "closed")
    assert "Accueil fermé (grève)" in letter.text
    assert "ne seront pas facturées" in letter.text
    assert "Victor" in letter.text
    assert "Séverine" in letter.text


def test_a_pending_request_of_that_day_is_settled_on_its_card(booked: Office) -> None:
    (asked,) = booked.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")

    seen = booked.press(9001, asked, "🔒 Fermer")

    (card,) = (one for one in seen if one.kind == "card")
    assert card.buttons == ()
    assert "annulée, non facturée" in card.text


def test_an_absence_of_that_day_is_not_billed_either(booked: Office) -> None:
    booked.mail("durand", "Victor est malade", at="2025-03-04 09:30")
    booked.read()

    close(booked, "EUROPA aujourd'hui inondation")

    assert "absence_billed" not in " ".join(booked.bookings("durand"))


def test_closed_days_take_nothing_new_until_they_are_reopened(booked: Office) -> None:
    close(booked)
    booked.read()

    (answer,) = booked.chat("nguyen", "inscrire JB midi mardi")
    assert "fermé (grève)" in answer.text
    (told,) = booked.chat("nguyen", "reste-t-il de la place mardi midi ?")
    assert "grève" in told.text

    (reopened,) = booked.staff_says(9001, "/rouvrir EUROPA mardi 4 mars")
    assert "Rouvert aux nouvelles demandes" in reopened.text
    booked.chat("nguyen", "inscrire JB midi mardi")
    assert booked.cart("nguyen") == ["book Jean-Baptiste MIDI 2025-03-04"]


def test_a_cart_filled_before_the_closing_is_not_validated(office: Office) -> None:
    (answer,) = office.chat("durand", "inscrire Victor midi mardi")
    close(office)

    seen = office.press("durand", answer, "✅ Valider")

    assert any("fermé (grève)" in one.text for one in seen)
    assert office.bookings("durand") == []


def test_only_the_activities_named_are_closed(booked: Office) -> None:
    booked.granted("durand", "inscrire Victor matin mardi")

    close(booked, "EUROPA midi mardi 4 mars grève de la cantine")

    assert "Victor MATIN 2025-03-04 confirmed" in booked.bookings("durand")
    assert "Victor MIDI 2025-03-04 cancelled" in booked.bookings("durand")


def test_a_part_of_a_closing_can_be_reopened(office: Office) -> None:
    close(office, "EUROPA du 3 au 7 mars travaux")

    office.staff_says(9001, "/rouvrir EUROPA midi mardi 4 mars")

    office.chat("durand", "inscrire Victor midi mardi")
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
    for words in ("matin mardi", "midi lundi", "midi jeudi"):
        (answer,) = office.chat("durand", f"inscrire Victor {words}")
        assert "fermé (travaux)" in answer.text


def test_reopening_what_is_not_closed_changes_nothing(office: Office) -> None:
    (answer,) = office.staff_says(9001, "/rouvrir EUROPA mardi 4 mars")

    assert "Aucune fermeture à lever" in answer.text


def test_the_second_press_closes_nothing_again(booked: Office) -> None:
    (asked,) = booked.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")
    booked.press(9001, asked, "🔒 Fermer")
    booked.read()

    (toast,) = booked.press(9001, asked, "🔒 Fermer")

    assert "C'est déjà fermé, les familles sont prévenues" in toast.text
    assert booked.read(str(booked.chat_of("durand"))) == []


def test_the_question_names_what_would_be_closed(office: Office) -> None:
    (asked,) = office.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")

    assert asked.text.startswith("🔒 Fermer Europa · tout le site, mardi 4 mars (grève) ?")


def test_a_day_that_is_closed_already_is_told_with_its_reason_and_not_asked_again(booked: Office) -> None:
    close(booked)

    (told,) = booked.staff_says(9001, "/fermer EUROPA midi mardi 4 mars travaux")

    assert "Déjà fermé, rien n'a changé" in told.text
    assert "Europa · tout le site, mardi 4 mars (grève)" in told.text
    assert told.labels == []


def test_more_than_what_is_closed_is_asked(booked: Office) -> None:
    close(booked)

    (asked,) = booked.staff_says(9001, "/fermer EUROPA du 4 au 6 mars grève")

    assert asked.labels == ["🔒 Fermer", "↩️ Ne pas fermer"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("lundi 21 avril", "lundi 21 avril (Lundi de Pâques)"),
        ("du 8 au 9 mars", "du samedi 8 mars au dimanche 9 mars"),
        ("dimanche 9 mars", "dimanche 9 mars"),
    ],
)
def test_where_nothing_takes_place_there_is_nothing_to_close(office: Office, words: str, told: str) -> None:
    (answer,) = office.staff_says(9001, f"/fermer EUROPA {words}")

    assert f"Il n'y a pas d'accueil {told} : rien à fermer" in answer.text
    assert answer.labels == []


def test_a_button_pressed_after_its_days_says_so(office: Office) -> None:
    (asked,) = office.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")

    (toast,) = office.at("2025-03-05 09:00").press(9001, asked, "🔒 Fermer")

    assert "Ces jours sont passés" in toast.text


def test_families_cannot_close_anything(booked: Office) -> None:
    (asked,) = booked.staff_says(9001, "/fermer EUROPA mardi 4 mars grève")

    booked.chat("durand", "/fermer EUROPA mardi 4 mars grève")
    booked.press_data("durand", asked.data("🔒"))

    assert booked.bookings("coralis") == ["Zoé MIDI 2025-03-04 requested"]


def test_closing_an_activity_closes_what_needs_it_too(office: Office) -> None:
    office.granted("durand", "inscrire Victor goûter, créatif et libre mardi")
    office.granted("coralis", "inscrire Zoé matin mardi")

    (asked,) = office.staff_says(9001, "/fermer EUROPA goûter mardi 4 mars animateur absent")
    assert "Goûter 17h, Créatif 18h et Libre soir 18h30" in asked.text
    assert "3 réservations ou demandes seront annulées" in asked.text
    office.press(9001, asked, "🔒 Fermer")

    assert all(line.endswith(" cancelled") for line in office.bookings("durand"))
    assert office.bookings("coralis") == ["Zoé MATIN 2025-03-04 confirmed"]


def test_reopening_it_reopens_what_was_closed_with_it_and_nothing_else(office: Office) -> None:
    close(office, "EUROPA libre soir mardi 4 mars animateur absent")
    close(office, "EUROPA goûter mardi 4 mars")

    (told,) = office.staff_says(9001, "/rouvrir EUROPA goûter mardi 4 mars")

    assert "Goûter 17h, Créatif 18h" in told.text
    office.read()
    (answer,) = office.chat("durand", "inscrire Victor goûter, créatif et libre mardi")
    assert office.cart("durand") == ["book Victor GOUTER 2025-03-04", "book Victor CREATIF 2025-03-04"]
    assert "fermé (animateur absent)" in answer.text
