"""Staff see who waits, and may have somebody served first: with a reason, which is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from domain.store.session import Sessions
from domain.store.tables.bookings import BookingEvent
from tests.desk.office import Office, Seen
from tests.desk.waiting_list import ask, cancel, offers, states, with_places

ANNA = 9001


def queue(office: Office) -> Seen:
    """Two wait for one place on Tuesday: Zoé Coralis, then Anne-Lise Nguyen; return what staff see of it."""
    with_places(office, 1)
    for family in ("durand", "coralis", "nguyen"):
        ask(office, family)
    office.read()
    (shown,) = office.staff_says(ANNA, "/attente")
    return shown


def raised_for(office: Office) -> list[str]:
    with office.sessions.reading() as session:
        events = session.scalars(select(BookingEvent).where(BookingEvent.move == "raised"))
        return [f"{event.actor.split(':')[0]}: {event.reason}" for event in events]


def test_staff_see_who_waits_for_what_since_when(office: Office) -> None:
    shown = queue(office)

    assert "mardi 4 mars, Europa" in shown.text
    assert "1. Midi — famille coralis (Zoé), depuis jeudi 27 février à 18 h" in shown.text
    assert "2. Midi — famille nguyen (Anne-Lise)" in shown.text
    assert shown.labels == ["⬆️ 2. nguyen · mar. 04/03"]


def test_nobody_waiting_is_said(office: Office) -> None:
    (shown,) = office.staff_says(ANNA, "/attente")

    assert shown.text == "Personne n'est en liste d'attente."


def test_who_is_raised_with_a_reason_is_offered_the_next_place(office: Office) -> None:
    shown = queue(office)

    (*_, asked) = office.press(ANNA, shown, "⬆️ 2. nguyen")
    (*_, done) = office.press(ANNA, asked, "Situation professionnelle")
    cancel(office, "durand")

    assert "Anna a fait passer en tête : famille nguyen" in done.text
    assert raised_for(office) == ["staff: Situation professionnelle"]
    assert (len(offers(office, "nguyen")), offers(office, "coralis")) == (1, [])


def test_the_reason_may_be_typed_as_a_reply(office: Office) -> None:
    shown = queue(office)
    (*_, asked) = office.press(ANNA, shown, "⬆️ 2. nguyen")

    office.staff_says(ANNA, "Accord du directeur", reply_to=asked)

    assert raised_for(office) == ["staff: Accord du directeur"]
    assert "rang 1" in office.chat("nguyen", "/planning")[0].text


def test_an_offer_in_hand_is_not_taken_away(office: Office) -> None:
    shown = queue(office)
    cancel(office, "durand")
    (*_, asked) = office.press(ANNA, shown, "⬆️ 2. nguyen")
    office.press(ANNA, asked, "Situation familiale")

    assert len(offers(office, "coralis")) == 1
    assert offers(office, "nguyen") == []


def test_a_line_that_waits_no_more_is_not_raised(office: Office) -> None:
    shown = queue(office)
    office.chat("nguyen", "quitter la liste d'attente")

    office.press(ANNA, shown, "⬆️ 2. nguyen")

    assert raised_for(office) == []


def test_of_twelve_families_at_once_exactly_three_get_the_last_three_places(database: Sessions) -> None:
    office = with_places(Office(database), 3)
    keys = [f"famille{n}" for n in range(12)]
    office.settle(
        "family,role,civility,first_name,last_name,email,phone,birth_date,site\n"
        + "".join(
            f"{key},guardian,Mme,Jeanne,Martin,{key}@example.org,,,\n{key},child,,Lou,Martin,,,2018-10-02,EUROPA\n"
            for key in keys
        )
    )
    office.read()
    carts = {key: office.chat(key, "inscrire Lou midi mardi 4 mars")[0].data("✅ Valider") for key in keys}

    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda key: office.press_quietly(key, carts[key]), keys))

    assert sorted(states(office, *keys)) == ["requested"] * 3 + ["waitlisted"] * 9


def test_places_given_back_all_at_once_are_offered_once_each_to_the_first_in_line(database: Sessions) -> None:
    office = with_places(Office(database), 2)
    for family in ("durand", "coralis", "nguyen", "rousseau"):
        ask(office, family)
    carts = {
        family: office.chat(family, f"annuler {child} midi mardi 4 mars")[0].data("✅ Valider")
        for family, child in (("durand", "Victor"), ("coralis", "Zoé"))
    }
    office.read()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda family: office.press_quietly(family, carts[family]), carts))

    assert (len(offers(office, "nguyen")), len(offers(office, "rousseau"))) == (1, 1)
