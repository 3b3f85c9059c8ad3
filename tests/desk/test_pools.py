"""Places by age group: 1 for those under six and 2 for the others at lunch in Europa, unless a test says otherwise.

Victor Durand (4) and Anne-Lise Nguyen (5) are little; Séverine Durand (6), Zoé Coralis (7), Nahel Rousseau (8) are not.
"""

from __future__ import annotations

from dataclasses import replace

from domain.model.pools import CapacityPool
from tests.desk.groups import TUESDAY, grouped, said, settle, submit
from tests.desk.office import Office
from tests.desk.waiting_list import ask, states

# -- asking -----------------------------------------------------------------------------------------------------------


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


# -- staff ------------------------------------------------------------------------------------------------------------


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
