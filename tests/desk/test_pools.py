"""Places by age group: 1 for those under six and 2 for the others at lunch in Europa, unless a test says otherwise.

Victor Durand (4) and Anne-Lise Nguyen (5) are little; Séverine Durand (6), Zoé Coralis (7), Nahel Rousseau (8) are not.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.model.pools import Ages, CapacityPool
from domain.model.state import HOLDS_A_PLACE
from domain.store import waiting
from domain.store.session import Sessions
from domain.store.tables.bookings import Booking
from tests.desk.office import Office, Seen
from tests.desk.test_waiting_list import LEAVE, TAKE, ask, cancel, offers, states, tick, with_places
from tests.store.crowd import together

TUESDAY = "mardi 11 mars"
HEADER = "family,role,civility,first_name,last_name,email,phone,birth_date,site\n"
FAMILY = "{key},guardian,Mme,Eve,{key},{key}@example.org,,,\n{key},child,,Tom,{key},,,{born},EUROPA\n"


def grouped(office: Office, little: int = 1, big: int = 2, *, lunch: int = 60, **more: object) -> Office:
    """Give each age group its places at lunch, and lunch as a whole."""
    pools = (
        CapacityPool("Moins de 6 ans", ("MIDI",), {"EUROPA": little}, ages=Ages(until=6), **more),  # type: ignore[arg-type]
        CapacityPool("6 ans et plus", ("MIDI",), {"EUROPA": big}, ages=Ages(low=6)),
    )
    return with_places(office.with_rules(capacity_pools=pools), lunch)


def settle(office: Office, **born: str) -> None:
    """Add families of one child, Tom, each with its birth date."""
    office.settle(HEADER + "".join(FAMILY.format(key=key, born=day) for key, day in born.items()))
    office.read()


def said(office: Office, family: str, text: str) -> str:
    (answer,) = office.chat(family, text)
    return answer.text


def submit(office: Office, family: str, text: str) -> Seen:
    (answer,) = office.chat(family, text)
    (*_, sent) = office.press(family, answer, "✅ Valider")
    return sent


# -- asking ----------------------------------------------------------------------------------------------------------
def test_a_full_group_is_full_for_its_children_only(office: Office) -> None:
    grouped(office)
    ask(office, "durand", TUESDAY)

    full = said(office, "nguyen", f"inscrire Anne-Lise midi {TUESDAY}")
    assert "complet (Moins de 6 ans) : liste d'attente, rang 1" in full
    assert "complet" not in said(office, "coralis", f"inscrire Zoé midi {TUESDAY}")


def test_it_is_the_same_by_mail(office: Office) -> None:
    grouped(office)
    ask(office, "durand", TUESDAY)

    (little,) = office.mail("nguyen", f"inscrire Anne-Lise midi {TUESDAY}")
    (big,) = office.mail("coralis", f"inscrire Zoé midi {TUESDAY}")

    assert "complet (Moins de 6 ans) : liste d'attente, rang 1" in little.text
    assert "complet" not in big.text


def test_siblings_of_two_groups_are_each_told_their_places(office: Office) -> None:
    grouped(office)

    both = said(office, "durand", f"reste-t-il de la place à midi {TUESDAY} ?")
    ask(office, "nguyen", TUESDAY)
    later = said(office, "durand", f"reste-t-il de la place à midi {TUESDAY} ?")

    assert "Midi, mardi 11 mars (Séverine, Europa) : 2 places libres" in both
    assert "Midi, mardi 11 mars (Victor, Europa) : 1 place libre" in both
    assert "(Victor, Europa) : complet (liste d'attente possible)" in later


def test_the_birthday_decides_on_the_day_itself(office: Office) -> None:
    grouped(office, little=0)
    settle(office, martin="2019-03-11")

    told = said(office, "martin", "inscrire Tom midi lundi 10 et mardi 11 mars")

    assert "lundi 10 mars · Midi (11 h 45 – 13 h 30) · 11,50 € — complet (Moins de 6 ans) : liste" in told
    assert told.count("complet") == 1


def test_a_child_whose_birth_date_is_missing_takes_a_place_of_each_group(office: Office) -> None:
    grouped(office, 1, 1)
    settle(office, martin="")

    submit(office, "martin", f"inscrire Tom midi {TUESDAY}")

    for family, child in (("durand", "Victor"), ("coralis", "Zoé")):
        assert "complet" in said(office, family, f"inscrire {child} midi {TUESDAY}")


def test_of_three_siblings_two_share_a_group(office: Office) -> None:
    grouped(office, 1, 1)
    settle(office, durand="2020-05-05")

    submit(office, "durand", f"inscrire Tom, Victor et Séverine midi {TUESDAY}")

    held = sorted(line.split()[0] for line in office.bookings("durand") if line.endswith("requested"))
    assert len(held) == 2
    assert "Séverine" in held


def test_activities_share_the_places_of_a_pool(office: Office) -> None:
    shared = CapacityPool("Cour", ("MATIN", "MIDI"), {"EUROPA": 1}, weekdays=frozenset({2}))
    office.with_rules(capacity_pools=(shared,))
    ask(office, "durand", TUESDAY)

    assert "complet" in said(office, "coralis", f"inscrire Zoé matin {TUESDAY}")
    assert "complet" not in said(office, "nguyen", "inscrire Anne-Lise matin lundi 10 mars")
    assert "complet" not in said(office, "billard", f"inscrire Luka matin {TUESDAY}")


# -- staff -----------------------------------------------------------------------------------------------------------
def test_the_card_names_the_group_whose_places_are_the_fewest(office: Office) -> None:
    grouped(office)
    ask(office, "durand", TUESDAY)
    (little,) = office.cards()
    grouped(office, lunch=2)
    ask(office, "coralis", TUESDAY)
    big = next(card for card in office.cards() if "coralis" in card.text)

    assert "1 place libre (Moins de 6 ans)" in little.text
    assert "· 1 place libre\n" in big.text


def test_who_was_asked_first_is_granted_when_places_were_cut_meanwhile(office: Office) -> None:
    grouped(office, little=2)
    ask(office, "durand", TUESDAY)
    ask(office, "nguyen", TUESDAY)
    ask(office, "coralis", TUESDAY)
    victor, anne_lise, zoe = office.cards()
    grouped(office, little=1)

    for card in (anne_lise, victor, zoe):
        office.press(9001, card, "✅ Accepter")

    assert states(office, "durand", "nguyen", "coralis") == ["confirmed", "waitlisted", "confirmed"]


def test_staff_hear_once_when_a_group_comes_down_to_its_threshold(office: Office) -> None:
    grouped(office, 2, warn_below=1)

    ask(office, "durand", TUESDAY)
    ask(office, "coralis", TUESDAY)
    ask(office, "rousseau", TUESDAY)

    warned = [seen.text for seen in office.read("9001") if seen.kind == "places"]
    assert warned == ["⚠️ Moins de 6 ans, mardi 11 mars (Europa) : plus qu'une place libre."]


def test_a_group_without_a_threshold_has_that_of_its_activity(office: Office) -> None:
    grouped(office, 1, 2)
    lunch = (replace(a, warn_below=0) if a.code == "MIDI" else a for a in office.structure.activities)
    office.with_rules(activities=tuple(lunch))

    ask(office, "durand", TUESDAY)

    warned = [seen.text for seen in office.read("9001") if seen.kind == "places"]
    assert warned == ["⚠️ Moins de 6 ans, mardi 11 mars (Europa) : complet."]


def test_only_the_cards_of_that_group_are_counted_anew(office: Office) -> None:
    grouped(office, 3, 3)
    ask(office, "durand", TUESDAY)
    ask(office, "coralis", TUESDAY)
    office.read()

    ask(office, "nguyen", TUESDAY)

    (edit,) = [one for one in office.read("9001") if one.kind == "count"]
    assert "Victor" in edit.text
    assert "2 places libres (Moins de 6 ans)" in edit.text


def test_staff_see_in_which_line_a_child_waits(office: Office) -> None:
    grouped(office, 0, 0)
    for family in ("coralis", "nguyen", "rousseau"):
        ask(office, family, TUESDAY)
    office.read()

    (shown,) = office.staff_says(9001, "/attente")

    lines = [line.split(", depuis")[0] for line in shown.text.splitlines() if line[:1].isdigit()]
    assert lines == [
        "1. Midi (6 ans et plus) — famille coralis (Zoé)",
        "2. Midi (6 ans et plus) — famille rousseau (Nahel)",
        "1. Midi (Moins de 6 ans) — famille nguyen (Anne-Lise)",
    ]


# -- waiting ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def full(office: Office) -> Office:
    """Two at lunch, Victor (the one little child) and Zoé; Anne-Lise waits, then Nahel."""
    grouped(office, 1, 2, lunch=2)
    for family in ("durand", "coralis", "nguyen", "rousseau"):
        ask(office, family, TUESDAY)
    office.read()
    return office


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


# -- many at once ----------------------------------------------------------------------------------------------------
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
