"""Waiting for a place of an age group, and many who ask at once."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from sqlalchemy import select

from domain.model.state import HOLDS_A_PLACE
from domain.store import waiting
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from tests.desk.groups import TUESDAY, grouped, said, settle, submit
from tests.desk.office import Office
from tests.desk.waiting_list import LEAVE, TAKE, ask, cancel, offers, states, tick
from tests.store.crowd import together


@pytest.fixture
def full(office: Office) -> Office:
    """Two at lunch, Victor (the one little child) and Zoé; Anne-Lise waits, then Nahel."""
    grouped(office, 1, 2, lunch=2)
    for family in ("durand", "coralis", "nguyen", "rousseau"):
        ask(office, family, TUESDAY)
    office.read()
    return office


# -- waiting ----------------------------------------------------------------------------------------------------------


def test_a_place_is_offered_to_the_first_for_whom_every_pool_has_one(full: Office) -> None:
    cancel(full, "coralis", TUESDAY)

    assert (offers(full, "nguyen"), len(offers(full, "rousseau"))) == ([], 1)


def test_the_first_in_line_is_served_when_her_group_has_a_place(full: Office) -> None:
    cancel(full, "durand", TUESDAY)

    assert (len(offers(full, "nguyen")), offers(full, "rousseau")) == (1, [])


def test_who_is_held_up_by_their_group_keeps_their_rank(full: Office) -> None:
    cancel(full, "coralis", TUESDAY)
    (offer,) = offers(full, "rousseau")
    full.press("rousseau", offer, LEAVE)

    assert "rang 1" in said(full, "nguyen", "mes demandes")
    cancel(full, "durand", TUESDAY)
    assert len(offers(full, "nguyen")) == 1


def test_ranks_are_those_of_the_pools_that_are_full(office: Office) -> None:
    grouped(office, 0, 0)
    ask(office, "nguyen", TUESDAY)
    sent = ask(office, "coralis", TUESDAY)
    ask(office, "durand", TUESDAY)

    assert "rang 1" in sent.text
    assert "rang 1" in said(office, "coralis", "mes demandes")
    assert "rang 2" in said(office, "durand", "mes demandes")


def test_who_waits_for_another_group_does_not_hold_up_a_newcomer(full: Office) -> None:
    cancel(full, "coralis", TUESDAY)
    (offer,) = offers(full, "rousseau")
    full.press("rousseau", offer, LEAVE)

    ask(full, "coralis", TUESDAY)

    assert states(full, "nguyen", "coralis")[-1] == "requested"


def test_an_offer_does_not_stand_when_its_group_has_lost_the_place(full: Office) -> None:
    cancel(full, "durand", TUESDAY)
    (offer,) = offers(full, "nguyen")
    grouped(full, 0, 2, lunch=2)

    (*_, told) = full.press("nguyen", offer, TAKE)

    assert states(full, "nguyen") == ["waitlisted"]
    assert "rang" in told.text or "place" in told.text


def test_siblings_all_or_none_wait_until_both_groups_have_a_place(office: Office) -> None:
    grouped(office, 0, 1)
    submit(office, "durand", f"inscrire Victor et Séverine midi {TUESDAY}, les deux ou aucun")
    assert states(office, "durand") == ["waitlisted"] * 2

    grouped(office, 1, 0)
    tick(office, "2025-02-27 20:00")
    assert offers(office, "durand") == []
    grouped(office, 1, 1)
    tick(office, "2025-02-27 22:00")
    (offer,) = offers(office, "durand")
    office.press("durand", offer, TAKE)

    assert states(office, "durand") == ["requested"] * 2


def test_more_places_for_a_group_are_offered_by_themselves(full: Office) -> None:
    grouped(full, 2, 2, lunch=3)
    tick(full, "2025-02-27 18:05")

    assert (len(offers(full, "nguyen")), offers(full, "rousseau")) == (1, [])


def test_a_sick_child_whose_place_was_taken_cannot_take_it_back(office: Office) -> None:
    grouped(office)
    office.granted("durand", "inscrire Victor midi mardi 4 mars")
    office.chat("durand", "Victor est malade mardi 4 mars")
    ask(office, "nguyen")

    office.chat("durand", "/annuler")

    assert states(office, "durand", "nguyen") == ["absence_excused", "requested"]


# -- many at once -----------------------------------------------------------------------------------------------------


def test_twelve_families_at_the_same_moment_get_three_places_and_no_group_too_many(database: Sessions) -> None:
    office = grouped(Office(database), 2, 2, lunch=3)
    born = {f"f{n}": "2020-05-05" if n % 2 else "2018-05-05" for n in range(12)}
    settle(office, **born)
    carts = {key: office.chat(key, f"inscrire Tom midi {TUESDAY}")[0].data("✅ Valider") for key in born}
    presses = list(carts.items())

    def press_while_there_are_any() -> None:
        with suppress(IndexError):
            while True:
                office.press_quietly(*presses.pop())

    together(press_while_there_are_any, count=8)

    reached = {key: states(office, key)[0] for key in born}
    held = Counter(born[key] for key, state in reached.items() if state == "requested")
    assert Counter(reached.values()) == {"requested": 3, "waitlisted": 9}
    assert max(held.values()) == 2


def test_no_group_is_offered_more_than_it_has_when_all_give_back_and_ask_at_once(database: Sessions) -> None:
    office = grouped(Office(database), 1, 1, lunch=2)
    born = {f"f{n}": "2020-05-05" if n % 2 else "2018-05-05" for n in range(8)}
    settle(office, **born)
    for key in born:
        submit(office, key, f"inscrire Tom midi {TUESDAY}")
    holding = [key for key in born if states(office, key) == ["requested"]]
    carts = [office.chat(key, f"annuler Tom midi {TUESDAY}")[0].data("✅ Valider") for key in holding]
    new = office.chat("coralis", f"inscrire Zoé midi {TUESDAY}")[0].data("✅ Valider")
    presses = [*zip(holding, carts, strict=True), ("coralis", new)]

    together(lambda: office.press_quietly(*presses.pop()), count=3)

    with database.reading() as session:
        rows = session.scalars(
            select(Booking).where(Booking.state.in_(HOLDS_A_PLACE) | Booking.offer_expires_at.is_not(None))
        )
        taken = Counter(pool.name for row in rows for pool in waiting.pools_of(row, office.structure))
    assert taken == {"MIDI": 2, "Moins de 6 ans": 1, "6 ans et plus": 1}
