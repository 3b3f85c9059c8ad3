"""Staff close days for one class: a trip, a strike, a teacher who is absent. The others come as ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.store.session import Sessions
from tests.desk.classes import sorted_into_classes
from tests.desk.office import Office, Seen
from tests.desk.test_questions_to_the_database import asked

TRIP = "EUROPA CE1 mardi 4 mars sortie scolaire"


@pytest.fixture
def booked(office: Office) -> Office:
    """Séverine and Sohan of CE1, Victor of CP and Zoé of CE2 at Europa, Luka of CE1 at Soetrich, on Tuesday 4 March."""
    sorted_into_classes(office)
    office.granted("durand", "inscrire Victor et Séverine midi mardi")
    office.granted("rousseau", "inscrire Sohan midi et goûter mardi")
    office.granted("coralis", "inscrire Zoé midi mardi")
    office.granted("billard", "inscrire Luka midi mardi")
    return office


def ask(office: Office, words: str, command: str = "/fermer") -> Seen:
    (answer,) = office.staff_says(9001, f"{command} {words}")
    return answer


def close(office: Office, words: str = TRIP) -> Seen:
    proposal = ask(office, words)
    return next(one for one in office.press(9001, proposal, "🔒 Fermer") if one.edits == proposal.id)


def letters(office: Office, family: str) -> list[Seen]:
    return [one for one in office.read(str(office.chat_of(family))) if one.kind == "closed"]


def cancelled(office: Office) -> set[str]:
    """Return "Victor MIDI" of every booking that is cancelled."""
    rows = [row for family in ("durand", "rousseau", "coralis", "billard") for row in office.bookings(family)]
    return {" ".join(row.split()[:2]) for row in rows if row.endswith(" cancelled")}


# -- what happens ---------------------------------------------------------------------------------------------------
def test_what_it_would_take_back_is_shown_before_the_button(booked: Office) -> None:
    proposal = ask(booked, TRIP)

    assert "Fermer Europa · classe CE1, mardi 4 mars (sortie scolaire) ?" in proposal.text
    assert "3 réservations ou demandes seront annulées sans facturation, et 2 familles prévenues" in proposal.text
    assert proposal.labels == ["🔒 Fermer", "↩️ Ne pas fermer"]
    assert cancelled(booked) == set()


@pytest.mark.parametrize("reason", ["sortie scolaire", "grève", "enseignant absent"])
def test_only_the_children_of_the_class_at_that_site_are_cancelled(reason: str, booked: Office) -> None:
    done = close(booked, f"EUROPA CE1 mardi 4 mars {reason}")

    assert cancelled(booked) == {"Séverine MIDI", "Sohan MIDI", "Sohan GOUTER"}
    assert "3 réservations annulées, non facturées ; 2 familles prévenues" in done.text


def test_each_family_concerned_gets_one_letter_about_its_own_child(booked: Office) -> None:
    close(booked)

    (letter,) = letters(booked, "durand")
    assert "Accueil fermé pour la classe CE1 (sortie scolaire)" in letter.text
    assert "ne seront pas facturées" in letter.text
    assert "Séverine" in letter.text
    assert "Victor" not in letter.text
    (other,) = letters(booked, "rousseau")
    assert "Midi" in other.text
    assert "Goûter" in other.text
    assert letters(booked, "coralis") == letters(booked, "billard") == []


def test_several_classes_are_closed_by_one_command(booked: Office) -> None:
    close(booked, "EUROPA CP Mme Roux et CE1 mardi 4 mars grève")

    assert cancelled(booked) == {"Victor MIDI", "Séverine MIDI", "Sohan MIDI", "Sohan GOUTER"}
    (letter,) = letters(booked, "durand")
    assert "Accueil fermé pour les classes CE1 et CP Mme Roux (grève)" in letter.text
    (other,) = letters(booked, "rousseau")
    assert "pour la classe CE1 (grève)" in other.text


def test_one_activity_of_one_class_takes_what_needs_it_along(booked: Office) -> None:
    booked.granted("durand", "inscrire Séverine goûter et créatif mardi")

    close(booked, "EUROPA CE1 goûter mardi 4 mars sortie scolaire")

    assert cancelled(booked) == {"Séverine GOUTER", "Séverine CREATIF", "Sohan GOUTER"}


def test_a_child_whose_class_nobody_has_said_stays_and_is_pointed_out(booked: Office) -> None:
    sorted_into_classes(booked, Victor="")

    proposal = ask(booked, TRIP)

    assert "1 enfant inscrit n'a pas de classe enregistrée et reste inscrit" in proposal.text


def test_two_spellings_are_one_class(booked: Office) -> None:
    sorted_into_classes(booked, Sohan="ce 1")

    close(booked)

    assert cancelled(booked) == {"Séverine MIDI", "Sohan MIDI", "Sohan GOUTER"}


def test_an_absence_and_a_request_of_that_day_go_the_same_way(booked: Office) -> None:
    booked.chat("durand", "inscrire Séverine goûter mardi")
    (answer,) = booked.chat("durand", "mon panier")
    booked.press("durand", answer, "✅ Valider")
    (card,) = booked.cards()
    booked.mail("rousseau", "Sohan est malade", at="2025-03-04 09:30")
    booked.read()

    proposal = ask(booked, "EUROPA CE1 aujourd'hui sortie scolaire")
    seen = booked.press(9001, proposal, "🔒 Fermer")

    assert cancelled(booked) == {"Séverine MIDI", "Séverine GOUTER", "Sohan MIDI", "Sohan GOUTER"}
    (edited,) = (one for one in seen if one.kind == "card")
    assert (edited.edits, edited.buttons) == (card.id, ())


# -- afterwards -----------------------------------------------------------------------------------------------------
def test_that_day_takes_nothing_new_of_that_class(booked: Office) -> None:
    close(booked)
    booked.read()

    (answer,) = booked.chat("durand", "inscrire Séverine et Victor goûter mardi")

    assert "fermé pour la classe CE1 (sortie scolaire)" in answer.text
    assert booked.cart("durand") == ["book Victor GOUTER 2025-03-04"]
    booked.chat("billard", "inscrire Luka midi jeudi et soir jusqu'à 17h30 mardi")
    assert "book Luka SOIR 2025-03-04" in booked.cart("billard")


def test_by_mail_the_answer_is_the_same(booked: Office) -> None:
    close(booked)

    (answer,) = booked.mail("durand", "inscrire Séverine goûter mardi")

    assert "fermé pour la classe CE1 (sortie scolaire)" in answer.text


def test_a_cart_filled_before_is_not_validated(booked: Office) -> None:
    (answer,) = booked.chat("durand", "inscrire Séverine goûter mardi")
    close(booked)
    booked.read()

    seen = booked.press("durand", answer, "✅ Valider")

    assert any("fermé pour la classe CE1 (sortie scolaire)" in one.text for one in seen)
    assert "GOUTER" not in " ".join(booked.bookings("durand"))


def test_who_is_moved_into_the_class_cannot_book_either(booked: Office) -> None:
    close(booked)
    sorted_into_classes(booked, Zoé="CE1")

    (answer,) = booked.chat("coralis", "inscrire Zoé goûter mardi")

    assert "fermé pour la classe CE1" in answer.text


def test_a_question_about_places_tells_each_child_its_own_answer(booked: Office) -> None:
    close(booked)
    booked.read()

    (told,) = booked.chat("durand", "reste-t-il de la place mardi midi ?")

    assert "Midi, mardi 4 mars (Séverine, Europa) : fermé pour la classe CE1 (sortie scolaire)" in told.text
    assert "Midi, mardi 4 mars (Victor, Europa) : 5" in told.text


def test_a_place_that_comes_free_is_offered_to_another_class(booked: Office) -> None:
    midi = booked.structure.activity("MIDI")
    few = replace(midi, capacity={"EUROPA": 4, "SOETRICH": 40})
    others = tuple(few if a.code == "MIDI" else a for a in booked.structure.activities)
    booked.with_rules(activities=others)
    (answer,) = booked.chat("nguyen", "inscrire JB midi mardi")
    booked.press("nguyen", answer, "✅ Valider")
    booked.read()
    assert booked.bookings("nguyen") == ["Jean-Baptiste MIDI 2025-03-04 waitlisted"]

    close(booked)

    offers = [one for one in booked.read(str(booked.chat_of("nguyen"))) if one.kind == "offer"]
    assert len(offers) == 1


# -- opening again --------------------------------------------------------------------------------------------------
def test_the_class_is_opened_again_by_the_same_words(booked: Office) -> None:
    close(booked)

    told = ask(booked, "EUROPA CE1 mardi 4 mars", "/rouvrir")

    assert "Europa · classe CE1, mardi 4 mars (sortie scolaire)" in told.text
    booked.chat("durand", "inscrire Séverine midi mardi")
    assert booked.cart("durand") == ["book Séverine MIDI 2025-03-04"]
    assert "Séverine MIDI" in cancelled(booked)


def test_one_class_of_two_and_one_day_of_three_is_opened(office: Office) -> None:
    sorted_into_classes(office)
    close(office, "EUROPA CE1, CE2 du 3 au 6 mars classe verte")

    told = ask(office, "EUROPA CE1 mardi 4 mars", "/rouvrir")

    assert "Europa · classe CE1, mardi 4 mars (classe verte)" in told.text
    office.chat("durand", "inscrire Séverine midi mardi")
    assert office.cart("durand") == ["book Séverine MIDI 2025-03-04"]
    for family, words in (("durand", "Séverine midi jeudi"), ("coralis", "Zoé midi mardi")):
        (answer,) = office.chat(family, f"inscrire {words}")
        assert "(classe verte)" in answer.text


def test_a_class_alone_cannot_be_opened_where_the_site_is_closed(office: Office) -> None:
    sorted_into_classes(office)
    close(office, "EUROPA mardi 4 mars grève")

    told = ask(office, "EUROPA CE1 mardi 4 mars", "/rouvrir")

    assert "Une classe ne peut pas être rouverte seule" in told.text
    assert "Europa · tout le site, mardi 4 mars (grève)" in told.text
    (answer,) = office.chat("durand", "inscrire Séverine midi mardi")
    assert "fermé (grève)" in answer.text


# -- what is not clear closes nothing -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("EUROPA CP mardi 4 mars sortie", "/fermer EUROPA CP M. Petit 04/03/2025 sortie", id="two CP"),
        pytest.param("EUROPA CE3 mardi 4 mars", "« CE3 » n'en nomme pas une seule. CE1, CE2", id="no such class"),
        pytest.param("EUROPA CM1 mardi 4 mars", "/fermer EUROPA CM1-CM2 04/03/2025", id="half of a class"),
        pytest.param("EUROPA mardi 4 mars enseignant absent", "Quelle classe ?", id="whose teacher"),
        pytest.param("EUROPA sauf CE1 mardi 4 mars", "je ne sais pas fermer « tout sauf »", id="all but one"),
        pytest.param("EUROPA LIBR mardi 4 mars", "« LIBR » : je n'y reconnais ni une activité", id="a slip"),
        pytest.param("EUROPA mardi 4 mars LIBR", "/fermer EUROPA tout 04/03/2025 LIBR", id="a slip behind the day"),
        pytest.param("EUROPA mardi 4 mars grève cantine", "seulement Midi, ou tout le site ?", id="a part or all"),
        pytest.param("EUROPA et SOETRICH mardi 4 mars", "Un seul site à la fois", id="two sites"),
        pytest.param("EUROPA CE1 mardi sortie et CE2", "/fermer EUROPA CE1, CE2 04/03/2025 sortie", id="a class late"),
    ],
)
def test_what_is_not_clear_is_told_with_what_to_type(booked: Office, words: str, told: str) -> None:
    answer = ask(booked, words)

    assert told in answer.text
    assert "Rien n'a changé" in answer.text
    assert "J'ai compris : Europa" in answer.text
    assert answer.buttons == ()
    assert cancelled(booked) == set()


def test_a_class_where_nobody_has_any_is_explained(office: Office) -> None:
    answer = ask(office, "EUROPA CE1 mardi 4 mars sortie scolaire")

    assert "aucune classe n'est enregistrée pour ce site (colonne « class »" in answer.text


@pytest.mark.parametrize(
    "words",
    ["EUROPA CP mardi 4 mars sortie", "EUROPA mardi 4 mars grève cantine", "EUROPA CE1 mardi 4 mars sortie et CE2"],
)
def test_what_is_proposed_to_type_is_understood(booked: Office, words: str) -> None:
    answer = ask(booked, words)

    proposed = [line for line in answer.text.splitlines() if line.startswith("/fermer ")]
    assert proposed
    for order in proposed:
        (proposal,) = booked.staff_says(9001, order)
        assert "🔒 Fermer" in proposal.labels, order


def test_an_activity_named_by_its_code_is_that_activity(booked: Office) -> None:
    booked.granted("durand", "inscrire Victor goûter, créatif et libre mardi")

    proposal = ask(booked, "EUROPA LIBRE mardi 4 mars")
    assert "Europa · Libre soir 18h30, mardi 4 mars" in proposal.text
    booked.press(9001, proposal, "🔒 Fermer")

    assert cancelled(booked) == {"Victor LIBRE"}


def test_a_closed_class_costs_no_question_more(booked: Office, settled: Sessions) -> None:
    booked.chat("durand", "inscrire Victor matin mardi")
    with asked(settled) as before:
        booked.chat("durand", "inscrire Victor et Séverine matin jeudi")
    close(booked, "EUROPA CE1 du 3 au 28 mars classe verte")

    with asked(settled) as after:
        booked.chat("durand", "inscrire Victor et Séverine matin vendredi 7 mars")

    assert len(after) == len(before)
