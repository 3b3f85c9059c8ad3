"""A question is open, and something else is said: an answer completes the first message, a new sentence does not."""

from __future__ import annotations

import pytest

from tests.desk.office import Office


@pytest.mark.parametrize(
    ("first", "then", "cart"),
    [
        ("mardi", "inscrire Séverine midi jeudi", ["book Séverine MIDI 2025-03-06"]),
        ("inscrire midi mardi", "inscrire Victor le matin jeudi", ["book Victor MATIN 2025-03-06"]),
        ("inscrire Victor le soir mardi", "inscrire Séverine midi jeudi", ["book Séverine MIDI 2025-03-06"]),
        ("inscrire Victor midi", "inscrire Séverine le matin jeudi", ["book Séverine MATIN 2025-03-06"]),
    ],
)
def test_a_new_whole_sentence_is_no_answer(office: Office, first: str, then: str, cart: list[str]) -> None:
    office.chat("durand", first)

    office.chat("durand", then)

    assert office.cart("durand") == cart


@pytest.mark.parametrize("sick", ["Victor est malade aujourd'hui", "Victor a de la fièvre, il reste à la maison"])
def test_an_absence_told_meanwhile_is_recorded_and_no_answer(office: Office, sick: str) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "inscrire à la cantine jeudi", at="2025-03-04 07:20")

    office.chat("durand", sick, at="2025-03-04 07:30")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-04 absence_excused"]
    assert office.cart("durand") == []


@pytest.mark.parametrize(
    ("family", "first", "then", "cart"),
    [
        ("durand", "inscrire midi mardi", "Victor", ["book Victor MIDI 2025-03-04"]),
        ("durand", "inscrire midi mardi", "inscris Victor", ["book Victor MIDI 2025-03-04"]),
        ("durand", "Victor midi mardi", "inscrire", ["book Victor MIDI 2025-03-04"]),
        ("durand", "inscrire Victor midi", "mardi", ["book Victor MIDI 2025-03-04"]),
        ("coralis", "inscrire Zoé midi", "mardi", ["book Zoé MIDI 2025-03-04"]),
    ],
)
def test_an_answer_completes_the_first_message(
    office: Office, family: str, first: str, then: str, cart: list[str]
) -> None:
    office.chat(family, first)

    office.chat(family, then)

    assert office.cart(family) == cart


def test_an_answer_keeps_to_what_the_first_message_wanted(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "annuler midi mardi")

    office.chat("durand", "Victor midi mardi")

    assert office.cart("durand") in ([], ["cancel Victor MIDI 2025-03-04"])


@pytest.mark.parametrize(
    ("said", "children"),
    [
        ("1", ["Nahel"]),
        ("1 et 3", ["Nahel", "Léah"]),
        ("le premier", ["Nahel"]),
        ("la dernière", ["Nahel", "Sohan", "Léah"]),
        ("Sohan", ["Sohan"]),
        ("Sohan et Léah", ["Sohan", "Léah"]),
        ("tous", ["Nahel", "Sohan", "Léah"]),
    ],
)
def test_an_answer_may_be_a_number_a_place_in_the_list_or_a_word(
    office: Office, said: str, children: list[str]
) -> None:
    office.chat("rousseau", "inscrire à la cantine mardi")

    office.chat("rousseau", said)

    assert office.cart("rousseau") == [f"book {child} MIDI 2025-03-04" for child in children]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2", ["03-04"]),
        ("le deuxième", ["03-04"]),
        ("mardi", ["03-04"]),
        ("le 4", ["03-04"]),
        ("le 11", ["03-11"]),
        ("11", ["03-11"]),
        ("mardi et jeudi", ["03-04", "03-06"]),
        ("lundi et mardi", ["03-03", "03-04"]),
    ],
)
def test_a_day_is_chosen_by_its_place_or_its_name(office: Office, said: str, days: list[str]) -> None:
    office.chat("durand", "inscrire Victor midi")

    office.chat("durand", said)

    assert office.cart("durand") == [f"book Victor MIDI 2025-{day}" for day in days]


@pytest.mark.parametrize("said", ["7", "9"])
def test_a_number_that_is_not_on_the_list_has_the_question_put_again(office: Office, said: str) -> None:
    office.chat("durand", "inscrire midi mardi")

    (again,) = office.chat("durand", said)
    assert "pour quel enfant ?" in again.text
    assert "Victor" in again.labels

    office.press("durand", again, "Victor")
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def test_a_number_that_is_also_a_day_is_asked_again_under_buttons_and_chooses_in_a_numbered_list(
    office: Office,
) -> None:
    office.chat("durand", "inscrire Victor midi")
    (again,) = office.chat("durand", "4")
    assert "pour quel jour ?" in again.text

    office.mail("billard", "Bonjour, inscrire Elio à la cantine")
    office.mail("billard", "2")
    assert office.cart("billard") == ["book Elio MIDI 2025-03-04"]


@pytest.mark.parametrize("said", ["non", "Non merci", "laisse tomber", "aucun", "annule"])
def test_no_drops_the_question_and_says_so(office: Office, said: str) -> None:
    (asked,) = office.chat("durand", "inscrire midi mardi")

    (dropped,) = office.chat("durand", said)
    assert "Je laisse cette question de côté" in dropped.text

    (late,) = office.press("durand", asked, "Victor")
    assert late.text == "Ce bouton n'est plus valable."
    assert office.cart("durand") == []


def test_a_number_above_a_signature_answers_a_mail(office: Office) -> None:
    (asked,) = office.mail("durand", "Bonjour, pouvez-vous inscrire à la cantine mardi ? Claire Durand")
    assert "2. Victor" in asked.text

    office.mail("durand", "2\n\nClaire Durand", subject="Re: Votre demande")

    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


def test_no_by_mail_drops_what_was_asked_by_chat(office: Office) -> None:
    office.chat("durand", "inscrire midi mardi")

    (dropped,) = office.mail("durand", "Non merci\n\nClaire Durand")
    assert "Je laisse cette question de côté" in dropped.text

    office.chat("durand", "Victor")
    assert office.cart("durand") == []


def test_what_was_certain_stays_in_the_cart_when_the_question_is_dropped(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi et Tom jeudi midi")

    (dropped,) = office.chat("durand", "laisse tomber")

    assert "Votre panier" in dropped.text
    assert "✅ Valider" in dropped.labels
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]


@pytest.mark.parametrize("said", ["enlève mardi", "pas mardi", "sauf mardi"])
def test_what_takes_a_day_away_is_never_an_answer_that_books_it(office: Office, said: str) -> None:
    office.chat("durand", "inscrire Victor midi")

    office.chat("durand", said)

    assert office.cart("durand") == []


def test_annuler_is_an_answer_when_asked_what_to_do(office: Office) -> None:
    office.granted("durand", "inscrire Victor midi mardi")
    office.chat("durand", "Victor midi jeudi", at="2025-02-27 19:00")
    office.chat("durand", "changement pour Victor mardi midi")

    office.chat("durand", "annuler")

    assert "cancel Victor MIDI 2025-03-04" in office.cart("durand")


def test_no_with_nothing_asked_shows_the_cart_that_waits(office: Office) -> None:
    office.chat("durand", "inscrire Victor midi mardi")

    (shown,) = office.chat("durand", "non")

    assert "Rien n'est demandé tant que vous n'avez pas validé" in shown.text
    assert office.cart("durand") == ["book Victor MIDI 2025-03-04"]
