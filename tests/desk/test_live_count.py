"""The places on a card are those of now: it is written anew when somebody else takes or frees one."""

from __future__ import annotations

from dataclasses import replace

from domain.model.structure import ApprovalMode
from tests.desk.office import Office, Seen

TUESDAY = "midi mardi 11 mars"
WORLD_HEADER = "family,role,civility,first_name,last_name,email,phone,birth_date,site\n"
FAMILY = """f{n},guardian,Mme,Eve,Nom{n},eve{n}@example.org,,,
f{n},child,,Tom,Nom{n},,,2018-10-02,EUROPA
"""


def with_lunch(office: Office, places: int, **changes: object) -> Office:
    capacity = {"EUROPA": places, "SOETRICH": places}
    some = (replace(a, capacity=capacity, **changes) if a.code == "MIDI" else a for a in office.structure.activities)  # type: ignore[arg-type]
    return office.with_rules(activities=tuple(some))


def ask(office: Office, family: str, text: str) -> None:
    (answer,) = office.chat(family, text)
    office.press(family, answer, "✅ Valider")


def counts(office: Office, chat: int = 9001) -> list[Seen]:
    return [one for one in office.read(str(chat)) if one.kind == "count"]


def test_a_place_taken_by_another_family_changes_the_cards_that_are_open(office: Office) -> None:
    with_lunch(office, 5)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    (card,) = office.cards()
    assert "5 places libres" in card.text

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    (edit,) = counts(office)
    assert edit.edits == card.id
    assert "4 places libres" in edit.text
    assert "✅ Accepter" in edit.labels


def test_a_place_given_back_changes_them_too(office: Office) -> None:
    with_lunch(office, 5)
    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    office.read()

    ask(office, "coralis", f"annuler Zoé {TUESDAY}")

    (edit,) = counts(office)
    assert "Victor" in edit.text
    assert "5 places libres" in edit.text


def test_other_days_other_sites_and_settled_cards_are_left_alone(office: Office) -> None:
    with_lunch(office, 5)
    ask(office, "durand", "inscrire Victor midi jeudi 13 mars")
    office.read()
    office.granted("nguyen", f"inscrire Anne-Lise {TUESDAY}")
    ask(office, "billard", f"inscrire Luka {TUESDAY}")
    office.read()

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    assert counts(office) == []


def test_what_staff_decide_changes_no_count(office: Office) -> None:
    with_lunch(office, 5)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")
    first = next(one for one in office.cards() if "durand" in one.text)
    office.read()

    office.press(9001, first, "✅ Accepter")

    assert counts(office) == []


def test_few_places_are_said_to_be_few(office: Office) -> None:
    with_lunch(office, 3, warn_below=2)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    (card,) = office.cards()
    assert "3 places libres" in card.text

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    (edit,) = counts(office)
    assert "⚠️ plus que 2 places" in edit.text


def test_only_a_few_cards_are_written_anew_the_oldest_first(office: Office) -> None:
    with_lunch(office, 12)
    families = WORLD_HEADER + "".join(FAMILY.format(n=n) for n in range(7))
    office.settle(families)
    office.read()
    for n in range(7):
        ask(office, f"f{n}", f"inscrire Tom {TUESDAY}")
    office.read()

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    assert [f"famille f{n}" in one.text for n, one in enumerate(counts(office))] == [True] * 5


def test_what_is_still_on_its_way_gives_way_to_the_newer_count(office: Office) -> None:
    with_lunch(office, 6)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    office.read()
    (zoe,) = office.chat("coralis", f"inscrire Zoé {TUESDAY}")
    (lise,) = office.chat("nguyen", f"inscrire Anne-Lise {TUESDAY}")
    office.press_quietly("coralis", zoe.data("✅ Valider"))
    office.press_quietly("nguyen", lise.data("✅ Valider"))

    edits = [one for one in counts(office) if "durand" in one.text]

    assert ["4 places libres" in one.text for one in edits] == [True]


def test_a_card_on_which_a_reason_is_being_chosen_is_not_disturbed(office: Office) -> None:
    with_lunch(office, 5)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    (card,) = office.cards()
    office.press(9001, card, "❌ Refuser")

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    assert counts(office) == []


def test_staff_hear_of_few_places_when_an_offered_place_is_accepted(office: Office) -> None:
    with_lunch(office, 1)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")
    with_lunch(office, 1, warn_below=0)
    ask(office, "durand", f"annuler Victor {TUESDAY}")
    (offer,) = (one for one in office.read(str(office.chat_of("coralis"))) if one.kind == "offer")
    office.read("9001")

    office.press("coralis", offer, "✅ Accepter la place")

    warned = [one.text for one in office.read("9001") if one.kind == "places"]
    assert warned == ["⚠️ Midi, mardi 11 mars (Europa) : complet."]


def test_where_the_rules_grant_nothing_is_waiting_to_be_counted(office: Office) -> None:
    office.with_rules(approval=replace(office.structure.approval, mode=ApprovalMode.AUTO))
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    assert counts(office) == []


def test_one_place_less_of_many_is_no_news(office: Office) -> None:
    with_lunch(office, 60)
    ask(office, "durand", f"inscrire Victor {TUESDAY}")
    office.read()

    ask(office, "coralis", f"inscrire Zoé {TUESDAY}")

    assert counts(office) == []
