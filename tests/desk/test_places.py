"""Places: counted with what was asked before, in order of arrival; full means a rank on the waiting list."""

from __future__ import annotations

import threading

from domain.store.session import Sessions
from tests.desk.office import Office
from tests.desk.waiting_list import ask, with_places


def test_a_pending_request_holds_its_place_before_later_ones(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")

    (second,) = office.chat("coralis", "inscrire Zoé midi mardi")

    assert "complet : liste d'attente, rang 1" in second.text


def test_a_full_line_joins_the_waiting_list_when_it_is_validated(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")
    (second,) = office.chat("coralis", "inscrire Zoé midi mardi")

    (*_, sent) = office.press("coralis", second, "✅ Valider")

    assert "En liste d'attente" in sent.text
    assert office.bookings("coralis") == ["Zoé MIDI 2025-03-04 waitlisted"]


def test_of_two_siblings_who_want_the_last_place_the_second_waits(office: Office) -> None:
    with_places(office, 1)
    (answer,) = office.chat("durand", "inscrire Séverine et Victor midi mardi")

    office.press("durand", answer, "✅ Valider")

    assert sorted(line.rsplit(" ", 1)[1] for line in office.bookings("durand")) == ["requested", "waitlisted"]


def test_activities_of_one_pool_share_its_places(office: Office) -> None:
    for code in ("MERCREDI_JOURNEE", "MERCREDI_MATIN", "MERCREDI_APREM"):
        with_places(office, 1, code)
    (first,) = office.chat("durand", "inscrire Victor mercredi 12 mars toute la journée")
    office.press("durand", first, "✅ Valider")

    (second,) = office.chat("coralis", "inscrire Zoé mercredi 12 mars matin")

    assert "complet" in second.text


def test_a_refused_place_is_free_again(office: Office) -> None:
    with_places(office, 1)
    ask(office, "durand")
    (card,) = office.cards()
    (choosing, *_) = office.press(9001, card, "❌ Refuser")
    office.press(9001, choosing, "Dossier incomplet")

    (second,) = office.chat("coralis", "inscrire Zoé midi mardi")

    assert "complet" not in second.text


def test_the_last_place_is_sold_once_when_all_families_validate_at_the_same_moment(database: Sessions) -> None:
    office = with_places(Office(database), 1)
    families = {"durand": "Victor", "coralis": "Zoé", "nguyen": "Anne-Lise", "rousseau": "Nahel"}
    answers = {key: office.chat(key, f"inscrire {child} midi mardi")[0] for key, child in families.items()}
    start = threading.Barrier(len(families))

    def validate(key: str) -> None:
        start.wait()
        office.press_quietly(key, answers[key].data("✅ Valider"))

    threads = [threading.Thread(target=validate, args=(key,)) for key in families]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    states = sorted(line.rsplit(" ", 1)[1] for key in families for line in office.bookings(key))
    assert states == ["requested", "waitlisted", "waitlisted", "waitlisted"]
