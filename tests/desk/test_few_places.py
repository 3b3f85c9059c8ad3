"""Places that differ by weekday, and the word that staff get before a day is full."""

from __future__ import annotations

from dataclasses import replace

from tests.desk.office import Office

MONDAY, TUESDAY = 1, 2


def with_lunch(office: Office, **changes: object) -> Office:
    activities = (replace(a, **changes) if a.code == "MIDI" else a for a in office.structure.activities)  # type: ignore[arg-type]
    return office.with_rules(activities=tuple(activities))


def test_a_weekday_has_its_own_places(office: Office) -> None:
    with_lunch(office, weekday_capacity={"EUROPA": {MONDAY: 2, TUESDAY: 0, 4: 2, 5: 2}})

    (tuesday,) = office.chat("durand", "inscrire Victor midi mardi 11 mars")
    (monday,) = office.chat("durand", "inscrire Victor midi lundi 10 mars")
    (asked,) = office.chat("durand", "reste-t-il de la place lundi 10 midi pour Victor ?")

    assert "complet : liste d'attente, rang 1" in tuesday.text
    assert "➕ Victor · lundi 10 mars · Midi (11 h 45 – 13 h 30) · 11,50 €\n" in monday.text
    assert "2 places libres" in asked.text


def test_staff_count_the_places_of_that_weekday(office: Office) -> None:
    with_lunch(office, weekday_capacity={"EUROPA": {MONDAY: 1, TUESDAY: 0, 4: 2, 5: 2}})
    for family, child in (("durand", "Victor"), ("coralis", "Zoé")):
        (answer,) = office.chat(family, f"inscrire {child} midi lundi 10 mars")
        office.press(family, answer, "✅ Valider")
    (first,) = [card for card in office.cards() if "✅ Accepter" in card.labels]

    office.press(9001, first, "✅ Accepter")

    assert office.bookings("durand") == ["Victor MIDI 2025-03-10 confirmed"]
    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-10 waitlisted"]


def warnings(office: Office) -> list[str]:
    return [seen.text for seen in office.read("9001") if seen.kind == "places"]


def ask(office: Office, family: str, text: str) -> None:
    (answer,) = office.chat(family, text)
    office.press(family, answer, "✅ Valider")


def test_staff_hear_once_when_a_day_comes_down_to_its_threshold(office: Office) -> None:
    with_lunch(office, capacity={"EUROPA": 3, "SOETRICH": 3}, warn_below=1)

    ask(office, "durand", "inscrire Victor midi mardi 11 mars")
    assert warnings(office) == []
    ask(office, "durand", "inscrire Séverine midi mardi 11 mars")
    assert warnings(office) == ["⚠️ Midi, mardi 11 mars (Europa) : plus qu'une place libre."]
    ask(office, "coralis", "inscrire Zoé midi mardi 11 mars")
    assert warnings(office) == []


def test_a_day_that_is_full_at_once_is_told_as_full(office: Office) -> None:
    with_lunch(office, capacity={"EUROPA": 2, "SOETRICH": 3}, warn_below=0)

    ask(office, "durand", "inscrire Victor et Séverine midi mardi 11 mars")

    assert warnings(office) == ["⚠️ Midi, mardi 11 mars (Europa) : complet."]


def test_without_a_threshold_nobody_is_told(office: Office) -> None:
    with_lunch(office, capacity={"EUROPA": 1, "SOETRICH": 3})

    ask(office, "durand", "inscrire Victor midi mardi 11 mars")

    assert warnings(office) == []
